//! The base map on a canvas; drawn in the same turn in which its markers move.

use crate::browser::{HtmlCanvasElement, Painter, ThemeWatch, colour};
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::picture::{Look, Scene, draw};
use yew::prelude::*;

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
    let redraw = use_force_update();
    {
        let look = look.clone();
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
        });
    }
    html! { <canvas ref={canvas} aria-hidden="true" /> }
}
