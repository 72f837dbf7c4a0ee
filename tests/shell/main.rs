//! What the parts of the house must agree on although they may not know each other.

use dateline_formats::page::{self, FirstView, ShellParts, WorkerParts};
use dateline_view::state::Tab;
use dateline_view::wording::chrome;

#[test]
fn the_first_view_speaks_the_words_of_the_program() {
    let shell = page::shell(ShellParts {
        css: "",
        loader_js: "",
        bindgen_js: "",
        icon_svg: "",
        wasm: b"",
        basemap: b"",
        worker: WorkerParts { script: "", wasm: b"", knowledge: &[] },
    });
    let page = page::write(&shell, &FirstView::default(), b"").unwrap();
    let first = page::read_first_view(&page).unwrap();
    let tabs = Tab::ALL.map(chrome::tab);
    for words in
        [chrome::PRODUCT, chrome::SEARCH_PLACEHOLDER, chrome::COPY_LINK].into_iter().chain(tabs)
    {
        assert!(
            first.contains(&format!(">{words}<")) || first.contains(&format!("\"{words}\"")),
            "{words}"
        );
    }
}
