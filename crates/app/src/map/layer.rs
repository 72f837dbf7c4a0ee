//! A layer of things on the map: placed with each drawing, and following the stage in between.

use super::Stage;
use crate::browser::{Element, Layer, Standing};
use dateline_view::camera::{Camera, Viewport};
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
        use_effect_with(scenery.stage.clone(), move |stage| {
            let following = stage.follow(move |camera| {
                if let Some(element) = element.cast::<Element>() {
                    layer.borrow_mut().see(&element, camera.window(*size.borrow()));
                }
            });
            move || drop(following)
        });
    }
    let Scenery { stage, camera, viewport } = scenery.clone();
    use_effect(move || {
        let Some(element) = element.cast::<Element>() else { return };
        let mut layer = layer.borrow_mut();
        layer.place(&element, camera.window(viewport), things.into_iter());
        if let Some(ahead) = stage.ahead() {
            layer.see(&element, ahead.window(viewport));
        }
    });
}
