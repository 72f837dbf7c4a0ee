//! What stands on the map while the map moves: between two drawings it follows the camera by itself.
//!
//! The movement tells the stage where the map looks; canvas and layers shift and scale what was drawn, and the page is drawn anew only when the view has gone far or rests.

use dateline_view::camera::Camera;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Follower = Rc<dyn Fn(Camera)>;

#[derive(Default)]
struct Inner {
    /// Where the map looks, while that is ahead of what was drawn.
    ahead: Cell<Option<Camera>>,
    followers: RefCell<Vec<Follower>>,
}

/// The stage of one map; clones are the same.
#[derive(Clone, Default)]
pub struct Stage(Rc<Inner>);

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Stage {
    /// Calls back whenever the camera is ahead of what was drawn; as long as what is returned is held.
    pub fn follow(&self, follower: impl Fn(Camera) + 'static) -> Following {
        let follower: Follower = Rc::new(follower);
        self.0.followers.borrow_mut().push(Rc::clone(&follower));
        Following { stage: self.clone(), follower }
    }

    /// The map looks there, and is drawn later.
    pub fn look(&self, camera: Camera) {
        self.0.ahead.set(Some(camera));
        let followers = self.0.followers.borrow().clone();
        followers.iter().for_each(|follower| follower(camera));
    }

    /// What is drawn now is where the map looks.
    pub fn catch_up(&self) {
        self.0.ahead.set(None);
    }

    /// Where the map looks, while that is ahead of what was drawn.
    pub fn ahead(&self) -> Option<Camera> {
        self.0.ahead.get()
    }
}

/// A follower of a stage; dropping it ends it.
pub struct Following {
    stage: Stage,
    follower: Follower,
}

impl Drop for Following {
    fn drop(&mut self) {
        self.stage.0.followers.borrow_mut().retain(|f| !Rc::ptr_eq(f, &self.follower));
    }
}
