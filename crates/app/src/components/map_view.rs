//! The map: base map, names and markers, and everything that moves them.

use super::base_canvas::BaseCanvas;
use super::label_layer::LabelLayer;
use super::map_notes::MapNotes;
use super::marker_layer::MarkerLayer;
use super::off_view_line::OffViewLine;
use super::save_control::SaveControl;
use super::scale_line::ScaleLine;
use super::zoom_buttons::ZoomButtons;
use crate::browser::{
    Element, Key, Listener, PointerEvent, SizeObserver, is_from_within, key_of, position_in,
    release_pointer, take_pointer, wheel_levels,
};
use crate::map::Movement;
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

/// An arrow key moves the map by so many pixels.
const KEY_STEP: f64 = 90.0;

/// What the map shows.
#[derive(Properties, PartialEq)]
pub struct MapViewProps {
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

/// The map.
#[component]
pub fn MapView(props: &MapViewProps) -> Html {
    let MapViewProps { map, basemap, viewport, on_action, .. } = props;
    let view = use_node_ref();
    let movement = {
        let on_action = on_action.clone();
        (*use_memo((), |()| Movement::new(map.camera, *viewport, on_action))).clone()
    };
    movement.follow(map.camera, *viewport);
    use_browser(view.clone(), movement.clone(), on_action.clone());

    let on_choose = use_callback(
        (movement.clone(), on_action.clone()),
        |(id, is_added): (PlaceId, bool), (movement, on_action)| {
            if movement.is_drag() {
                return;
            }
            on_action.emit(if is_added {
                Action::ToggleValue(FacetKey::Place, id.as_str().to_owned())
            } else {
                Action::ChoosePlace(id)
            });
        },
    );
    let on_hover =
        use_callback(on_action.clone(), |id, on_action| on_action.emit(Action::Hover(id)));
    let pointer = use_callback(
        (view.clone(), movement.clone()),
        |(event, phase): (PointerEvent, Phase), (view, movement)| {
            if let Some(view) = view.cast::<Element>() {
                on_pointer(&event, phase, &view, movement);
            }
        },
    );
    let at = |phase: Phase| pointer.reform(move |event: PointerEvent| (event, phase));
    let ondblclick = {
        let (view, movement) = (view.clone(), movement.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(view) = view.cast::<Element>().filter(|_| !is_from_within(&event, "button"))
            {
                let levels = if event.shift_key() { -1.0 } else { 1.0 };
                movement.zoom_at(levels, position_in(&view, &event));
            }
        })
    };
    let onkeydown = on_action.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(action) = action_of(key_of(&event)) {
            event.prevent_default();
            onkeydown.emit(action);
        }
    });

    html! {
        <div class="map" data-part="map">
            <div
                class="view"
                ref={view}
                tabindex="0"
                role="region"
                aria-label={chrome::MAP_LABEL}
                onpointerdown={at(Phase::Down)}
                onpointermove={at(Phase::Moved)}
                onpointerup={at(Phase::Up)}
                onpointercancel={at(Phase::Up)}
                {ondblclick}
                {onkeydown}
            >
                <BaseCanvas
                    basemap={basemap.clone()}
                    camera={map.camera}
                    viewport={*viewport}
                    focus_country={map.focus_country.clone()}
                    selected_countries={map.selected_countries.clone()}
                />
                <LabelLayer labels={map.labels.clone()} ghosts={map.ghosts.clone()} />
                <MarkerLayer markers={map.markers.clone()} {on_choose} {on_hover} />
                <ScaleLine scale={map.scale.clone()} />
                <MapNotes />
                <ZoomButtons is_home={map.is_home} {on_action} />
            </div>
            <OffViewLine off_view={map.off_view.clone()} {on_action} />
            <SaveControl is_open={props.is_save_open} on_save={&props.on_save} {on_action} />
        </div>
    }
}

/// The part of a pointer's way.
#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Down,
    Moved,
    Up,
}

fn on_pointer(event: &PointerEvent, phase: Phase, view: &Element, movement: &Movement) {
    let (pointer, at, millis) = (event.pointer_id(), position_in(view, event), event.time_stamp());
    match phase {
        Phase::Down if event.button() == 0 && !is_from_within(event, ".zoom") => {
            movement.down(pointer, at);
        }
        Phase::Down => {}
        Phase::Moved => {
            if movement.moved(pointer, at, millis) {
                take_pointer(view, pointer);
            }
        }
        Phase::Up => {
            movement.up(pointer, millis);
            release_pointer(view, pointer);
        }
    }
}

fn action_of(key: Key) -> Option<Action> {
    match key {
        // The map looks further in the direction of the arrow.
        Key::Arrow(x, y) => Some(Action::PanBy(-f64::from(x) * KEY_STEP, -f64::from(y) * KEY_STEP)),
        Key::Plus => Some(Action::ZoomBy(1.0)),
        Key::Minus => Some(Action::ZoomBy(-1.0)),
        Key::Home => Some(Action::GoHome),
        Key::Slash | Key::Escape | Key::Other => None,
    }
}

/// Listens for the size of the view and for the wheel on it.
#[hook]
fn use_browser(view: NodeRef, movement: Movement, on_action: Callback<Action>) {
    use_effect_with((), move |()| {
        let held = view.cast::<Element>().map(|element| {
            let size = SizeObserver::new(&element, move |width, height| {
                on_action.emit(Action::Resize(Viewport { width, height }));
            });
            let wheeled = element.clone();
            let wheel = Listener::on_wheel(&element, move |event| {
                event.prevent_default();
                movement.zoom_at(wheel_levels(event), position_in(&wheeled, event));
            });
            (size, wheel)
        });
        move || drop(held)
    });
}
