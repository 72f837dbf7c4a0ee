//! The base map on a canvas; shown in the same turn in which its markers move.

use crate::browser::{HtmlCanvasElement, ThemeWatch};
use crate::effect::use_drawn;
use crate::map::{Sheet, Sight, Stage};
use crate::part::drawn_by;
use yew::prelude::*;

/// What is drawn.
#[derive(PartialEq)]
pub struct BaseCanvas {
    /// Map, place and colours.
    pub sight: Sight,
    /// What moves it between two drawings.
    pub stage: Stage,
}

drawn_by!(BaseCanvas, use_base_canvas);

/// The canvas.
#[hook]
fn use_base_canvas(props: &BaseCanvas) -> Html {
    let canvas = use_node_ref();
    let sheet = (*use_memo((), |()| Sheet::default())).clone();
    {
        let (canvas, sheet) = (canvas.clone(), sheet.clone());
        use_drawn((), move |()| {
            ThemeWatch::new(move || {
                if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                    sheet.recolour(&canvas);
                }
            })
        });
    }
    {
        let (canvas, sheet) = (canvas.clone(), sheet.clone());
        use_drawn(props.stage.clone(), move |stage| {
            stage.follow(move |camera| {
                if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                    sheet.look(&canvas, camera);
                }
            })
        });
    }
    {
        let (canvas, stage) = (canvas.clone(), props.stage.clone());
        use_drawn(props.sight.clone(), move |sight| {
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                let camera = stage.ahead().unwrap_or(sight.camera);
                sheet.show(&canvas, Sight { camera, ..sight.clone() });
            }
        });
    }
    html! { <canvas ref={canvas} aria-hidden="true" /> }
}
