//! The reducer of the page: which actions are steps of history, and what is made anew.

use dateline_app::session::Session;
use dateline_app::shared::Shared;
use dateline_core::corpus::corrections::Correction;
use dateline_core::facet::{Area, FacetKey};
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::camera::Viewport;
use dateline_view::corrections::FixAction;
use fixture::corpus;
use std::rc::Rc;

mod fixture;

fn open(fragment: &str) -> Session {
    let viewport = Viewport { width: 800.0, height: 600.0 };
    Session::open(Shared::new(corpus()), Rc::default(), Some(viewport), fragment)
}

#[test]
fn a_selection_is_a_step_and_a_movement_is_none() {
    let place = |id: &str| PlaceId::new(id).unwrap();
    for (action, n_steps) in [
        (Action::ChoosePlace(place("qamishli")), 1),
        (Action::ToggleValue(FacetKey::Place, "moscow".into()), 1),
        (Action::SetWords("airport".into()), 1),
        (Action::SetArea(Area::new(35.0, 32.0, 42.0, 37.5)), 1),
        (Action::NarrowToView, 1),
        (Action::Draw(true), 0),
        (Action::ListPlaces(true), 0),
        (Action::FitSelection, 0),
        (Action::PanBy(20.0, 0.0), 0),
        (Action::ZoomBy(1.0), 0),
        (Action::Hover(Some(place("moscow"))), 0),
        (Action::Arrive("#/v1/?place=moscow".into()), 0),
    ] {
        assert_eq!(open("").after(action.clone()).n_steps, n_steps, "{action:?}");
    }
}

#[test]
fn a_correction_is_a_step_and_can_be_taken_back() {
    let before = open("#/v1/?place=moscow");
    let line = "place/moscow/same/place/qamishli";
    let correction = Correction::read(line).unwrap();
    let after = before.after(Action::Fix(FixAction::Add(correction)));
    assert_eq!((after.n_steps, after.corpus.places().len()), (1, 1));
    // What was selected is gone.
    assert!(after.state.selection.is_empty());
    let undone = after.after(Action::Fix(FixAction::Undo(0)));
    assert!(undone.n_steps == 2 && undone.corpus == before.corpus);
    let arrived = before.after(Action::Arrive(format!("#/v1/?place=qamishli&fix={line}")));
    assert_eq!(*arrived.corpus, *after.corpus);
    assert_eq!(arrived.state.notices, []);
}

#[test]
fn a_movement_keeps_everything_but_the_map() {
    let before = open("");
    let after = before.after(Action::PanBy(40.0, 10.0));
    assert!(Rc::ptr_eq(&before.screen.excerpts, &after.screen.excerpts));
    assert!(Rc::ptr_eq(&before.screen.facets, &after.screen.facets));
    assert_ne!(before.screen.map.camera, after.screen.map.camera);
}

#[test]
fn what_names_the_hovered_place_is_lit_and_nothing_else() {
    let lit = |session: &Session| -> Vec<bool> {
        session.screen.excerpts.groups.iter().flat_map(|g| &g.excerpts).map(|e| e.is_lit).collect()
    };
    let rest = open("");
    let hovered = rest.after(Action::Hover(PlaceId::new("moscow")));
    assert_eq!((lit(&rest), lit(&hovered)), (vec![false, false], vec![false, true]));
    assert_eq!(lit(&hovered.after(Action::Hover(None))), [false, false]);
}

#[test]
fn nothing_is_drawn_again_when_nothing_changed() {
    let before = open("");
    let after = before.after(Action::Hover(None));
    assert!(before.screen == after.screen && before == after);
}
