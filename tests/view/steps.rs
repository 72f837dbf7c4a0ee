//! Whatever a reader does: the address of the state, opened afresh, shows the same screen, and "back" leads to where they were.

use crate::corpus::bundled;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{Area, FacetKey};
use dateline_core::search::Order;
use dateline_view::camera::Viewport;
use dateline_view::listing::{EntityId, Listing};
use dateline_view::navigate::{self, AddressBar, MemoryBar, Navigation};
use dateline_view::state::{OpenArticle, Tab};
use dateline_view::{Action, Screen, State, address, screen, update};
use proptest::prelude::*;

fn actions(corpus: &Corpus) -> Vec<Action> {
    let place = |name: &str| dateline_core::gazetteer::PlaceId::new(name).unwrap();
    let article = corpus.records()[1].article.id.clone();
    let wide = article.clone();
    let qamishli = EntityId { key: FacetKey::Place, id: "qamishli".into() };
    let sentence = dateline_core::text::Span { start: 10, end: 90 };
    vec![
        Action::ChoosePlace(place("qamishli")),
        Action::ChoosePlace(place("moscow")),
        Action::ToggleValue(FacetKey::Place, "tartous".into()),
        Action::ToggleValue(FacetKey::Outlet, "middle-east-eye".into()),
        Action::ToggleValue(FacetKey::Outlet, "unknown".into()),
        Action::SetWords("military police".into()),
        Action::SetWords(String::new()),
        Action::SetDates("2026-01-28".parse().ok(), "2026-01-28".parse().ok()),
        Action::SetDates(None, None),
        Action::SetArea(Area::new(35.0, 32.0, 38.0, 36.5)),
        Action::SetArea(Area::new(170.0, -10.0, -60.0, 60.0)),
        Action::SetArea(None),
        Action::NarrowToView,
        Action::Draw(true),
        Action::ListPlaces(true),
        Action::FitSelection,
        Action::ClearAll,
        Action::ZoomBy(1.0),
        Action::ZoomBy(-2.5),
        Action::PanBy(120.0, -60.0),
        Action::GoHome,
        Action::ShowPlace(place("moscow")),
        Action::Open(OpenArticle { id: article.clone(), at: None }),
        Action::Open(OpenArticle { id: article, at: Some(sentence) }),
        Action::CloseArticle,
        Action::Hover(Some(place("hmeimim"))),
        Action::Hover(None),
        Action::HoverExcerpt([place("qamishli"), place("tartous")].into()),
        Action::ShowTab(Tab::Excerpts),
        Action::ShowRows(30..60),
        Action::LinkCopied,
        Action::ShowSave(true),
        Action::MapSaved("map.svg".into()),
        Action::List(Listing::Place),
        Action::List(Listing::Best),
        Action::List(Listing::Statements),
        Action::List(Listing::Concordance(Order::Left)),
        Action::LookAt(Some(qamishli.clone())),
        Action::LookAt(None),
        Action::ListStatements(qamishli),
        Action::Widen(OpenArticle { id: wide, at: Some(sentence) }),
        Action::QuotationCopied,
    ]
}

/// The screen without what an address does not carry: notices, hover, drawing, tab, panels, drawn rows and widened excerpts.
fn shared(corpus: &Corpus, state: &State) -> Screen {
    let state = State {
        notices: Vec::new(),
        hovered: None,
        hovered_excerpt: [].into(),
        is_drawing: false,
        is_list_open: false,
        tab: Tab::default(),
        is_about_open: false,
        is_save_open: false,
        widened: Vec::new(),
        rows: 0..0,
        // The address rounds to what the zoom can show.
        camera: state.camera.map(dateline_view::camera::Camera::rounded),
        ..state.clone()
    };
    screen(corpus, &state)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_address_is_the_view(steps in proptest::collection::vec(0usize..42, 1..12)) {
        let corpus = corpus();
        let actions = actions(corpus);
        let viewport = Viewport { width: 700.0, height: 500.0 };
        let fresh = update(corpus, &State::new(), Action::Resize(viewport));
        let mut state = fresh.clone();
        let mut bar = MemoryBar::new(&address::print(&state));
        for step in steps {
            let next = update(corpus, &state, actions[step].clone());
            match navigate::after(&state, &next) {
                Navigation::Push => {
                    bar.push(&address::print(&next));
                    let was = bar.steps[bar.current - 1].clone();
                    prop_assert_eq!(was, address::print(&state));
                }
                Navigation::Replace => bar.replace(&address::print(&next)),
                Navigation::Stay => {}
            }
            state = next;
            prop_assert_eq!(bar.fragment(), address::print(&state));
            let opened = update(corpus, &fresh, Action::Arrive(bar.fragment()));
            prop_assert_eq!(shared(corpus, &opened), shared(corpus, &state), "{}", bar.fragment());
        }
    }
}

fn corpus() -> &'static Corpus {
    static CORPUS: std::sync::OnceLock<Corpus> = std::sync::OnceLock::new();
    CORPUS.get_or_init(bundled)
}
