//! Things that turn out to be one: a union-find over indexes, where the smaller index stands for the group.

/// Groups of the numbers from 0 on.
pub(super) struct Groups {
    parent: Vec<u32>,
}

impl Groups {
    /// So many numbers, each alone.
    pub(super) fn new(n: usize) -> Self {
        Self { parent: (0..u32::try_from(n).unwrap_or(u32::MAX)).collect() }
    }

    /// The smallest number of the group.
    pub(super) fn find(&mut self, mut idx: u32) -> u32 {
        while let Some(&up) = self.parent.get(idx as usize)
            && up != idx
        {
            // Every second link is shortened, so that chains stay short.
            let above = self.parent.get(up as usize).copied().unwrap_or(up);
            if let Some(slot) = self.parent.get_mut(idx as usize) {
                *slot = above;
            }
            idx = above;
        }
        idx
    }

    /// Makes one group of two.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        let (small, great) = (a.min(b), a.max(b));
        if let Some(slot) = self.parent.get_mut(great as usize) {
            *slot = small;
        }
    }
}
