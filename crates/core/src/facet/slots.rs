//! The rows of a list that stands in groups.
//!
//! In go the groups in their order, each with the number of its rows, then the rows in any order of the groups; out come the rows of each group, in the order in which they were handed over.

/// Rows by group.
pub(super) struct Slots<T> {
    /// For every group its slot; groups without rows have none.
    slot_of: Vec<u32>,
    slots: Vec<Vec<T>>,
}

impl<T> Slots<T> {
    /// Room for the rows of groups whose numbers are below `n_groups`.
    pub(super) fn new(order: impl Iterator<Item = (usize, usize)>, n_groups: usize) -> Self {
        let mut out = Self { slot_of: vec![u32::MAX; n_groups], slots: Vec::new() };
        for (group, n_rows) in order {
            if let Some(slot_of) = out.slot_of.get_mut(group) {
                *slot_of = u32::try_from(out.slots.len()).unwrap_or(u32::MAX);
                out.slots.push(Vec::with_capacity(n_rows));
            }
        }
        out
    }

    /// Puts a row into its group.
    pub(super) fn push(&mut self, group: usize, row: T) {
        let slot = self.slot_of.get(group).and_then(|at| self.slots.get_mut(*at as usize));
        if let Some(slot) = slot {
            slot.push(row);
        }
    }

    /// The rows of every group, in the order of the groups.
    pub(super) fn rows(self) -> impl Iterator<Item = Vec<T>> {
        self.slots.into_iter()
    }
}
