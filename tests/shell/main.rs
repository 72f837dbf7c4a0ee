//! What the parts of the house must agree on although they may not know each other.

use dateline_formats::Format;
use dateline_formats::page::{self, FirstView, ShellParts, WorkerParts};
use dateline_view::state::Tab;
use dateline_view::wording::{chrome, intake};

#[test]
fn the_first_view_speaks_the_words_of_the_program() {
    let shell = page::shell(ShellParts {
        css: "",
        loader_js: "",
        bindgen_js: "",
        icon_svg: "",
        deflate: page::deflate,
        wasm: b"",
        basemap: b"",
        worker: WorkerParts { script: "", wasm: b"", knowledge: &[] },
    });
    let page = page::write(&shell, &FirstView::default(), b"").unwrap();
    let first = page::read_first_view(&page).unwrap();
    let tabs = Tab::ALL.map(chrome::tab);
    let bar = [
        chrome::PRODUCT,
        chrome::SEARCH_PLACEHOLDER,
        chrome::COPY_LINK,
        intake::ADD,
        intake::ADD_SIGN,
    ];
    for words in bar.into_iter().chain(tabs) {
        assert!(
            first.contains(&format!(">{words}<")) || first.contains(&format!("\"{words}\"")),
            "{words}"
        );
    }
}

/// The file chooser offers what is read, and nothing else.
#[test]
fn every_kind_that_can_be_chosen_is_read() {
    for extension in dateline_view::intake::ACCEPTED.split(',') {
        assert!(Format::of_name(&format!("a{extension}")).is_some(), "{extension}");
    }
    assert!(Format::of_name(&intake::pasted(1)).is_some());
}
