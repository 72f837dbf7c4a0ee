//! Addresses: the table of old links, and what holds for any text at all.

use crate::corpus::bundled;
use dateline_view::{Action, State, address, update};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// Every line of `addresses.txt` is `address → canonical address`, with `!` behind it when a notice must say that something was dropped.
#[test]
fn old_links_keep_their_meaning() {
    let corpus = bundled();
    let table =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("addresses.txt")).unwrap();
    let rows: Vec<_> = table.lines().filter(|l| !l.starts_with("//") && !l.is_empty()).collect();
    assert!(rows.len() > 10);
    for row in rows {
        let (given, expected) =
            row.split_once(" → ").unwrap_or_else(|| panic!("no arrow in {row}"));
        let (expected, noticed) =
            expected.strip_suffix(" !").map_or((expected, false), |e| (e, true));
        let state = update(&corpus, &State::new(), Action::Arrive(given.to_owned()));
        assert_eq!(address::print(&state), expected, "{given}");
        assert_eq!(!state.notices.is_empty(), noticed, "{given}: {:?}", state.notices);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_text_opens_some_state(text in "\\PC{0,60}", key in "place|within|person|org|agency|said|outlet|on|lang|kind|conf|place-all|from|to|box|q|by|view|sort|of|map|article|at|text|fix") {
        let corpus = bundled_once();
        for fragment in [text.clone(), format!("#/v1/?{key}={text}"), format!("#/v1/?{text}&place=qamishli")] {
            let state = update(corpus, &State::new(), Action::Arrive(fragment));
            let printed = address::print(&state);
            let again = update(corpus, &State::new(), Action::Arrive(printed.clone()));
            prop_assert!(again.notices.is_empty(), "{}: {:?}", printed, again.notices);
            prop_assert_eq!(address::print(&again), printed);
        }
    }

    #[test]
    fn an_area_survives_its_address(
        corners in proptest::array::uniform4(-200.0f64..200.0), digits in 0usize..9,
    ) {
        let value = corners.map(|c| format!("{c:.digits$}")).join("/");
        let corpus = bundled_once();
        let read = |fragment: String| update(corpus, &State::new(), Action::Arrive(fragment));
        let state = read(format!("#/v1/?box={value}"));
        prop_assert_eq!(state.selection.area.is_none(), !state.notices.is_empty(), "{}", value);
        let again = read(address::print(&state));
        prop_assert_eq!(again.selection, state.selection, "{}", value);
    }
}

fn bundled_once() -> &'static dateline_core::corpus::Corpus {
    static CORPUS: std::sync::OnceLock<dateline_core::corpus::Corpus> = std::sync::OnceLock::new();
    CORPUS.get_or_init(bundled)
}
