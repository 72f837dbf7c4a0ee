//! The base map on a canvas; drawn in the same turn in which its markers move.

use crate::browser::{Delay, HtmlCanvasElement, Painter, ThemeWatch, colour, read_block};
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::picture::{Look, Scene, draw};
use yew::prelude::*;

/// Id of the block with what a close look adds to the base map; a page may have none.
const DETAIL_ID: &str = "dateline-detail";

/// Detail is unpacked when the map has been at rest for so long.
const REST_MILLIS: u32 = 120;

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct BaseCanvasProps {
    /// The data, when there is any.
    pub basemap: Option<Shared<Basemap>>,
    /// Where the map looks.
    pub camera: Camera,
    /// Its size.
    pub viewport: Viewport,
    /// Code of the country that is drawn lighter.
    pub focus_country: Option<String>,
    /// Codes of the selected countries.
    pub selected_countries: Vec<String>,
}

/// The canvas.
#[component]
pub fn BaseCanvas(props: &BaseCanvasProps) -> Html {
    let canvas = use_node_ref();
    let look = use_mut_ref(|| None::<Look>);
    let unpacking = use_mut_ref(|| None::<Delay>);
    let redraw = use_force_update();
    {
        let (look, redraw) = (look.clone(), redraw.clone());
        use_effect_with((), move |()| {
            let watch = ThemeWatch::new(move || {
                look.replace(None);
                redraw.force_update();
            });
            move || drop(watch)
        });
    }
    {
        let canvas = canvas.clone();
        let BaseCanvasProps { basemap, camera, viewport, focus_country, selected_countries } =
            props;
        let (basemap, camera, viewport) = (basemap.clone(), *camera, *viewport);
        let (focus, selected) = (focus_country.clone(), selected_countries.clone());
        use_effect(move || {
            let Some(element) = canvas.cast::<HtmlCanvasElement>() else { return };
            let mut look = look.borrow_mut();
            let look = look.get_or_insert_with(|| Look::of(|token| colour(&element, token)));
            let scene = Scene {
                basemap: basemap.as_deref(),
                camera,
                viewport,
                focus: focus.as_deref(),
                selected: &selected,
            };
            if let Some(painter) = Painter::on(&element, viewport.width, viewport.height) {
                draw(&painter, scene, look);
            }
            if let Some(basemap) = basemap.filter(|basemap| basemap.wants_detail(camera.zoom)) {
                // Each drawing begins the wait anew, so that no movement stops for it.
                unpacking.replace(Some(Delay::new(REST_MILLIS, move || {
                    let detail = read_block(DETAIL_ID).ok();
                    // What cannot be used is left out: the map is whole without it.
                    if basemap.give_detail(detail.as_deref()).is_ok() {
                        redraw.force_update();
                    }
                })));
            }
        });
    }
    html! { <canvas ref={canvas} aria-hidden="true" /> }
}
