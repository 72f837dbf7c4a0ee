//! The map: base map, names and markers, and everything that moves them.

use super::announcer::Announcer;
use super::area_outline::AreaOutline;
use super::base_canvas::BaseCanvas;
use super::label_layer::LabelLayer;
use super::map_hand::{Hand, Phase};
use super::map_hints::{MAP_KEYS_ID, map_hints};
use super::map_notes::map_notes;
use super::map_tools::map_tools;
use super::map_watch::use_size_and_wheel;
use super::marker_layer::MarkerLayer;
use super::off_view_line::off_view_line;
use super::places_panel::PlacesPanel;
use super::save_control::save_control;
use super::scale_line::scale_line;
use super::zoom_buttons::zoom_buttons;
use crate::browser::PointerEvent;
use crate::map::{Movement, Scenery, Sight, Stage};
use crate::part::{drawn_by, part};
use crate::saving::Wish;
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_core::facet::FacetKey;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::camera::Viewport;
use dateline_view::screen::MapScreen;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// What the map shows.
#[derive(PartialEq)]
pub struct MapView {
    /// Camera, markers and names.
    pub map: MapScreen,
    /// The base map, when there is one.
    pub basemap: Option<Shared<Basemap>>,
    /// Its size.
    pub viewport: Viewport,
    /// Whether the panel for saving is open.
    pub is_save_open: bool,
    /// The reader wants to take the map along.
    pub on_save: Callback<Wish>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(MapView, use_map_view);

/// The map.
#[hook]
fn use_map_view(props: &MapView) -> Html {
    let MapView { map, basemap, viewport, on_action, .. } = props;
    let (view, band) = (use_node_ref(), use_node_ref());
    let stage = (*use_memo((), |()| Stage::default())).clone();
    let movement = {
        let on_action = on_action.clone();
        let stage = stage.clone();
        (*use_memo((), |()| Movement::new(map.camera, *viewport, stage, on_action))).clone()
    };
    movement.follow(map.camera, *viewport);
    use_size_and_wheel(view.clone(), movement.clone(), on_action.clone());

    let on_choose = use_callback(
        (movement.clone(), on_action.clone()),
        |(id, is_added, is_by_pointer): (PlaceId, bool, bool), (movement, on_action)| {
            if is_by_pointer && movement.is_drag() {
                return;
            }
            on_action.emit(if is_added {
                Action::ToggleValue(FacetKey::Place, id.as_str().to_owned())
            } else {
                Action::ChoosePlace(id)
            });
        },
    );
    let on_open = use_callback(movement.clone(), {
        let on_action = on_action.clone();
        move |(open, is_by_pointer): (Action, bool), movement: &Movement| {
            if !(is_by_pointer && movement.is_drag()) {
                on_action.emit(open);
            }
        }
    });
    let on_hover =
        use_callback(on_action.clone(), |id, on_action| on_action.emit(Action::Hover(id)));
    let hand = Hand {
        view: view.clone(),
        band: band.clone(),
        movement,
        is_drawing: map.is_drawing,
        on_action: on_action.clone(),
    };
    let pointer = use_callback(hand.clone(), |(event, phase): (PointerEvent, Phase), hand| {
        hand.on_pointer(&event, phase);
    });
    let at = |phase: Phase| pointer.reform(move |event: PointerEvent| (event, phase));
    let ondblclick = use_callback(hand.clone(), |e: MouseEvent, hand| hand.on_double_click(&e));
    let onkeydown = use_callback(hand, |e: KeyboardEvent, hand| hand.on_key(&e));
    let scenery = Scenery { stage: stage.clone(), camera: map.camera, viewport: *viewport };
    let sight = Sight {
        basemap: basemap.clone(),
        camera: map.camera,
        viewport: *viewport,
        focus: map.focus_country.clone(),
        selected: map.selected_countries.clone(),
    };

    html! {
        <div class={classes!("map", map.places.list.is_some().then_some("is-listed"))} data-part="map">
            <div
                class={classes!("view", map.is_drawing.then_some("is-drawing"))}
                ref={view}
                tabindex="0"
                role="region"
                aria-label={chrome::MAP_LABEL}
                aria-describedby={MAP_KEYS_ID}
                onpointerdown={at(Phase::Down)}
                onpointermove={at(Phase::Moved)}
                onpointerup={at(Phase::Up)}
                onpointercancel={at(Phase::Cancelled)}
                {ondblclick}
                onkeydown={onkeydown.clone()}
            >
                { part(BaseCanvas { sight, stage }) }
                if let Some(area) = map.area {
                    { part(AreaOutline { area, scenery: scenery.clone() }) }
                }
                { part(LabelLayer { scenery: scenery.clone(), labels: map.labels.clone(), ghosts: map.ghosts.clone() }) }
                { part(MarkerLayer { scenery: scenery.clone(), markers: map.markers.clone(), clusters: map.clusters.clone(), on_open: on_open.clone(), on_choose: on_choose.clone(), on_hover: on_hover.clone() }) }
                { scale_line(&map.scale) }
                { map_notes(map) }
                <i class="band" ref={band} />
                { map_hints(map.is_drawing) }
            </div>
            // Beside the view, so that the style sheet can put them below it; they have its keys.
            <div class="controls" {onkeydown}>
                { zoom_buttons(map.is_home, on_action) }
                { map_tools(map.is_drawing, on_action) }
            </div>
            if let Some(list) = &map.places.list {
                { part(PlacesPanel { list: Shared::from(list), on_action: on_action.clone() }) }
            }
            { off_view_line(&map.places, map.off_view.as_ref(), on_action) }
            { save_control(props.is_save_open, &props.on_save, on_action) }
            { part(Announcer { text: map.places.announced.clone() }) }
        </div>
    }
}
