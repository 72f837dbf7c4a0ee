//! The first rows of a list that stands in groups.
//!
//! In go the groups in their order, each with the number of its rows; out come, of rows that are handed over in any order of the groups, only those that stand among the first so many.

/// Rows by group, as far as they are shown.
pub(super) struct Slots<T> {
    /// For every group its slot; groups that are not shown have none.
    slot_of: Vec<u32>,
    slots: Vec<Slot<T>>,
}

struct Slot<T> {
    room: usize,
    rows: Vec<T>,
}

impl<T> Slots<T> {
    /// Room for the first `n_shown` rows of groups whose numbers are below `n_groups`.
    pub(super) fn new(
        order: impl Iterator<Item = (usize, usize)>,
        n_groups: usize,
        n_shown: usize,
    ) -> Self {
        let mut out = Self { slot_of: vec![u32::MAX; n_groups], slots: Vec::new() };
        let mut left = n_shown;
        for (group, n_rows) in order {
            if left == 0 {
                break;
            }
            let room = n_rows.min(left);
            left -= room;
            if let Some(slot_of) = out.slot_of.get_mut(group) {
                *slot_of = u32::try_from(out.slots.len()).unwrap_or(u32::MAX);
                out.slots.push(Slot { room, rows: Vec::new() });
            }
        }
        out
    }

    /// Puts a row into its group, if there is room.
    pub(super) fn push(&mut self, group: usize, row: T) {
        let slot = self.slot_of.get(group).and_then(|at| self.slots.get_mut(*at as usize));
        if let Some(slot) = slot.filter(|slot| slot.rows.len() < slot.room) {
            slot.rows.push(row);
        }
    }

    /// The rows of every group that is shown, in the order of the groups.
    pub(super) fn rows(self) -> impl Iterator<Item = Vec<T>> {
        self.slots.into_iter().map(|slot| slot.rows)
    }
}
