//! Layers of the map: what is placed with each drawing, or drawn as one picture, follows the stage in between.

use super::Stage;
use crate::browser::{Element, Layer, Standing, before_painting, set_property, spread};
use crate::effect::use_drawn;
use dateline_view::camera::{Camera, Viewport, Window};
use yew::prelude::*;

/// Where the layer of a screen belongs.
#[derive(Clone, PartialEq)]
pub struct Scenery {
    /// What moves it between two drawings.
    pub stage: Stage,
    /// Where the map looked when the screen was made.
    pub camera: Camera,
    /// The size of the map.
    pub viewport: Viewport,
}

/// Places the children of an element, which stand in the order of `things`.
#[hook]
pub fn use_layer(element: NodeRef, scenery: &Scenery, things: Vec<Standing>) {
    let layer = use_mut_ref(Layer::default);
    let size = use_mut_ref(|| scenery.viewport);
    *size.borrow_mut() = scenery.viewport;
    {
        let (element, layer) = (element.clone(), layer.clone());
        use_drawn(scenery.stage.clone(), move |stage| {
            stage.follow(move |camera| {
                if let Some(element) = element.cast::<Element>() {
                    layer.borrow_mut().see(&element, camera.window(*size.borrow()));
                }
            })
        });
    }
    let Scenery { stage, camera, viewport } = scenery.clone();
    before_painting(Box::new(move || {
        let Some(element) = element.cast::<Element>() else { return };
        let mut layer = layer.borrow_mut();
        layer.place(&element, camera.window(viewport), things.into_iter());
        if let Some(ahead) = stage.ahead() {
            layer.see(&element, ahead.window(viewport));
        }
    }));
}

/// Shifts and scales an element that was drawn as a whole.
#[hook]
pub fn use_picture(element: NodeRef, scenery: &Scenery) {
    let drawn = use_mut_ref(|| None::<Window>);
    let Scenery { stage, camera, viewport } = scenery.clone();
    {
        let (element, drawn) = (element.clone(), drawn.clone());
        use_drawn((stage.clone(), viewport), move |(stage, viewport)| {
            let viewport = *viewport;
            stage.follow(move |camera| {
                let drawn = *drawn.borrow();
                if let (Some(element), Some(drawn)) = (element.cast::<Element>(), drawn) {
                    see(&element, drawn, camera.window(viewport));
                }
            })
        });
    }
    before_painting(Box::new(move || {
        let window = camera.window(viewport);
        drawn.replace(Some(window));
        if let Some(element) = element.cast::<Element>() {
            see(&element, window, stage.ahead().unwrap_or(camera).window(viewport));
        }
    }));
}

fn see(element: &Element, drawn: Window, now: Window) {
    let ((x, y), scale) = drawn.seen_in(now);
    set_property(element, "transform", &spread(x, y, scale));
}
