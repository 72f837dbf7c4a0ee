//! Starting: data blocks in, the page mounted; or the failure page.

use crate::app::{App, AppProps};
use crate::browser::{
    self, BlockError, BrowserAddressBar, Report, install_panic_hook, measure_first_map, read_block,
    show_failure, take_root,
};
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_core::corpus::Corpus;
use dateline_core::pack;
use dateline_view::camera::Viewport;
use dateline_view::navigate::AddressBar as _;
use dateline_view::reader::Reader;
use dateline_view::wording::chrome;
use std::rc::Rc;

/// Id of the block with the articles.
const CORPUS_ID: &str = "dateline-corpus";
/// Id of the block with the base map.
const BASEMAP_ID: &str = "dateline-basemap";

/// Starts the page.
pub fn start() {
    install_panic_hook();
    match read_corpus() {
        Ok(corpus) => mount(corpus),
        Err(reason) => show_failure(&Report {
            what: &chrome::sentence(&reason),
            advice: chrome::FAILED_DATA_ADVICE,
            details: None,
        }),
    }
}

fn read_corpus() -> Result<Corpus, String> {
    let bytes = read_block(CORPUS_ID).map_err(|error: BlockError| error.to_string())?;
    let data = pack::decode(&bytes).map_err(|error| error.to_string())?;
    drop(bytes);
    Ok(Corpus::new(data))
}

/// Without its base map the page still shows everything else, and says what is missing.
pub(crate) fn read_basemap() -> Option<Basemap> {
    Basemap::open(read_block(BASEMAP_ID).ok()?).ok()
}

/// Names on the map follow the reader's language where it is not that of the page.
fn reader(corpus: &Corpus) -> Reader {
    let language = browser::language();
    if !Reader::follows(&language) {
        return Reader::default();
    }
    let codes = corpus.countries();
    let names = browser::country_names(&language, &codes);
    Reader::new(&language, names)
}

fn mount(corpus: Corpus) {
    let viewport = measure_first_map().map(|(width, height)| Viewport { width, height });
    let reader = reader(&corpus);
    let props = AppProps {
        reader: Rc::new(reader),
        corpus: Shared::new(corpus),
        viewport,
        fragment: BrowserAddressBar::new().fragment(),
    };
    if let Some(root) = take_root() {
        browser::mount::<App>(root, props);
    }
}
