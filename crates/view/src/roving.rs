//! One stop of the keyboard for many things: which of them a key leads to.
//!
//! The things stand in reading order. Arrows to the right and down lead on, to the left and up lead back, and neither goes round: whoever is at the end is told so by staying there.

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rove {
    /// To the next.
    Next,
    /// To the one before.
    Back,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The index of the thing to which it leads, from the one at `at` of `n`; none when there are no things.
pub fn target(rove: Rove, at: Option<usize>, n: usize) -> Option<usize> {
    let last = n.checked_sub(1)?;
    Some(match (rove, at) {
        (Rove::First, _) | (Rove::Next, None) => 0,
        (Rove::Last, _) | (Rove::Back, None) => last,
        (Rove::Next, Some(at)) => at.saturating_add(1).min(last),
        (Rove::Back, Some(at)) => at.min(n).saturating_sub(1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_through_and_stop_at_the_ends() {
        for (rove, at, n, to) in [
            (Rove::Next, Some(0), 3, Some(1)),
            (Rove::Next, Some(2), 3, Some(2)),
            (Rove::Back, Some(2), 3, Some(1)),
            (Rove::Back, Some(0), 3, Some(0)),
            (Rove::First, Some(2), 3, Some(0)),
            (Rove::Last, Some(0), 3, Some(2)),
            (Rove::Next, None, 3, Some(0)),
            (Rove::Back, None, 3, Some(2)),
            (Rove::Next, Some(9), 3, Some(2)),
            (Rove::Next, None, 0, None),
        ] {
            assert_eq!(target(rove, at, n), to, "{rove:?} {at:?} of {n}");
        }
    }
}
