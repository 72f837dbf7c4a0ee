//! The base map on a canvas; shown in the same turn in which its markers move.

use crate::browser::{HtmlCanvasElement, ThemeWatch};
use crate::map::{Sheet, Sight, Stage};
use yew::prelude::*;

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct BaseCanvasProps {
    /// Map, place and colours.
    pub sight: Sight,
    /// What moves it between two drawings.
    pub stage: Stage,
}

/// The canvas.
#[component]
pub fn BaseCanvas(props: &BaseCanvasProps) -> Html {
    let canvas = use_node_ref();
    let sheet = (*use_memo((), |()| Sheet::default())).clone();
    {
        let (canvas, sheet) = (canvas.clone(), sheet.clone());
        use_effect_with((), move |()| {
            let watch = ThemeWatch::new(move || {
                if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                    sheet.recolour(&canvas);
                }
            });
            move || drop(watch)
        });
    }
    {
        let (canvas, sheet) = (canvas.clone(), sheet.clone());
        use_effect_with(props.stage.clone(), move |stage| {
            let following = stage.follow(move |camera| {
                if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                    sheet.look(&canvas, camera);
                }
            });
            move || drop(following)
        });
    }
    {
        let (canvas, stage) = (canvas.clone(), props.stage.clone());
        use_effect_with(props.sight.clone(), move |sight| {
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                let camera = stage.ahead().unwrap_or(sight.camera);
                sheet.show(&canvas, Sight { camera, ..sight.clone() });
            }
        });
    }
    html! { <canvas ref={canvas} aria-hidden="true" /> }
}
