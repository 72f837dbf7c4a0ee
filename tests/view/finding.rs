//! Finding: what a search lights and says, and how values of a facet are left out or all asked for.

use crate::corpus::naming;
use crate::screens::{after, choose};
use dateline_core::facet::FacetKey;
use dateline_view::listing::Listing;
use dateline_view::screen::{Screen, Segment};
use dateline_view::{Action, State, screen, update};

/// Kinds of what is marked, and whether it is found, in the excerpts of a search.
fn found(words: &str) -> Vec<(&'static str, bool, String)> {
    let screen = after(&[Action::SetWords(words.into())]);
    let cards = screen.excerpts.groups.iter().flat_map(|g| &g.excerpts);
    let segments = cards.flat_map(|c| &c.segments);
    let kind = |s: &Segment| s.mark.as_ref().map_or("", |m| m.kind);
    segments.map(|s| (kind(s), s.is_hit, s.text.clone())).collect()
}

#[test]
fn what_a_search_finds_is_lit() {
    let police = found("police");
    assert!(
        police.iter().any(|(kind, is_hit, text)| kind.is_empty() && *is_hit && text == "police")
    );
    assert!(
        police.iter().all(|(_, is_hit, text)| *is_hit == text.to_lowercase().contains("police"))
    );
}

#[test]
fn a_search_says_how_it_was_taken_and_what_was_probably_meant() {
    for (words, notes, meant) in [
        ("police", &[][..], None),
        ("\"military police", &["The quotation mark was closed for you."], None),
        ("qamshli", &[], Some("Did you mean “qamishli”?")),
        ("bases", &[], Some("Also look for “base”")),
        (
            "on:2026-02..2026-01",
            &["The later day stands first in “2026-02..2026-01”; the two were exchanged."],
            None,
        ),
        (
            "colour:red",
            &[
                "There is no field “colour”; it was taken as a word. Fields are place, person, org, outlet, said and on.",
            ],
            None,
        ),
    ] {
        let screen = after(&[Action::SetWords(words.into())]);
        assert_eq!(screen.says.notes, notes, "{words}");
        assert_eq!(screen.excerpts.meant.as_ref().map(|m| m.label.as_str()), meant, "{words}");
        if let Some(meant) = &screen.excerpts.meant {
            assert!(after(std::slice::from_ref(&meant.choose)).says.n_excerpts > 0, "{words}");
        }
    }
}

#[test]
fn another_spelling_finds_something_with_all_that_narrows() {
    let words = Action::SetWords("qamshli".into());
    for (place, is_offered) in [("qamishli", true), ("middle-east", false)] {
        let screen = after(&[choose(place), words.clone()]);
        assert_eq!(screen.excerpts.meant.is_some(), is_offered, "{place}");
    }
}

#[test]
fn a_title_is_searched_and_marked() {
    let screen = after(&[Action::SetWords("returns".into())]);
    let titles = screen.excerpts.groups.iter().flat_map(|group| &group.title_segments);
    let hits: Vec<&str> = titles.filter(|s| s.is_hit).map(|s| s.text.as_str()).collect();
    assert_eq!(hits, ["returns"]);
    assert_eq!(
        screen.excerpts.groups[0]
            .title_segments
            .iter()
            .map(|s| s.text.as_str())
            .collect::<String>(),
        screen.excerpts.groups[0].title
    );
    let by_date = after(&[Action::SetWords("returns".into()), Action::List(Listing::Date)]);
    let leads = by_date.excerpts.groups.iter().flat_map(|group| &group.excerpts);
    assert!(leads.filter_map(|card| card.lead.as_ref()).any(|lead| lead.contains("returns")));
}

#[test]
fn what_is_outside_of_the_set_says_so() {
    let screen = after(&[choose("qamishli")]);
    let rows: Vec<_> = screen.facets.iter().flat_map(|panel| &panel.rows).collect();
    assert!(rows.iter().any(|row| row.is_out));
    for row in rows {
        assert_eq!(row.is_out, row.n_articles == 0, "{}", row.label);
    }
}

/// Some dozens are listed at once, of very many only the first; more of them on demand.
#[test]
fn the_more_places_there_are_the_fewer_stand_first() {
    for (n_places, first, more) in
        [(30, 30, 30), (31, 30, 31), (60, 30, 60), (61, 12, 60), (90, 12, 60)]
    {
        let corpus = naming(n_places);
        let list = |state: &State| {
            let screen = screen(&corpus, state);
            let panel = &screen.facets[0];
            assert_eq!((panel.key, panel.n_values), (FacetKey::Place, n_places));
            (panel.rows.len(), panel.more.clone())
        };
        // Some are read as a part of another country, which then stands above them.
        let is_about = |n_rows: usize, most: usize| (most..most + 6).contains(&n_rows);
        let (n_rows, button) = list(&State::new());
        let button = button.unwrap();
        assert!(is_about(n_rows, first), "{n_rows} rows of {n_places} places");
        assert_eq!(button.is_on_desk, first < n_places, "{n_places} places");
        let (n_rows, _) = list(&update(&corpus, &State::new(), button.choose));
        assert!(is_about(n_rows, more), "{n_rows} rows of {n_places} places");
    }
}

#[test]
fn a_value_is_left_out_and_all_are_asked_for() {
    let row = |screen: &Screen, id: &str| {
        let mut rows = screen.facets.iter().flat_map(|panel| &panel.rows);
        rows.find(|row| row.id == id).cloned().unwrap()
    };
    let without = after(&[Action::ExcludeValue(FacetKey::Place, "qamishli".into())]);
    let qamishli = row(&without, "qamishli");
    assert!(qamishli.is_excluded && !qamishli.is_selected);
    assert_eq!(qamishli.leave, "Do not leave out Qamishli any more");
    assert!(!without.map.markers.iter().any(|m| m.id == "qamishli"));
    assert_eq!(row(&without, "tartous").leave, "Leave out Tartous");

    let both = [choose("qamishli"), Action::ToggleValue(FacetKey::Place, "moscow".into())];
    let any = after(&both);
    let all = after(&[&both[..], &[Action::WantAll(FacetKey::Place, true)]].concat());
    let join = |screen: &Screen| screen.facets[0].join.as_ref().map(|join| join.is_all);
    assert_eq!((join(&without), join(&any), join(&all)), (None, Some(false), Some(true)));
    assert!(all.says.n_excerpts < any.says.n_excerpts);
}
