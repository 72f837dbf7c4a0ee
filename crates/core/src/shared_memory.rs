//! What was worked out of earlier texts, kept for later ones.
//!
//! Only what does not depend on those texts may be kept, so that a text gets the same answer whatever was read before it.

use core::fmt;
use std::sync::{Mutex, MutexGuard};

/// A memory that readers of several texts share; who finds it taken works without.
#[derive(Default)]
pub(crate) struct SharedMemory<T>(Mutex<T>);

impl<T> SharedMemory<T> {
    /// The memory, unless somebody else reads with it.
    pub(crate) fn take(&self) -> Option<MutexGuard<'_, T>> {
        self.0.try_lock().ok()
    }
}

/// A copy begins with nothing.
impl<T: Default> Clone for SharedMemory<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> fmt::Debug for SharedMemory<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedMemory")
    }
}
