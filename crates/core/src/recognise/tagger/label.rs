//! The marks that the tagger gives to tokens: outside, or begin or inside of one of four kinds of name.

/// What a name is the name of, as the tagger parts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A place: country, town, river, building.
    Place,
    /// A human being.
    Person,
    /// A body of people with a name.
    Organisation,
    /// Any other name: peoples, events, products, works.
    Other,
}

impl NameKind {
    /// All kinds, in the order of their labels.
    pub const ALL: [Self; 4] = [Self::Place, Self::Person, Self::Organisation, Self::Other];

    /// The label of the first token of such a name.
    pub fn begin(self) -> usize {
        1 + 2 * self as usize
    }

    /// The label of its further tokens.
    pub fn inside(self) -> usize {
        2 + 2 * self as usize
    }

    /// The kind that a label belongs to; none for the outside.
    pub fn of_label(label: usize) -> Option<Self> {
        Self::ALL.get(label.checked_sub(1)? / 2).copied()
    }
}

/// How many labels there are: outside, and two for each kind.
pub const N_LABELS: usize = 9;
/// The label of tokens that belong to no name.
pub const OUTSIDE: usize = 0;

/// Whether one label may follow another: a name goes on only with its own kind.
pub fn may_follow(before: usize, label: usize) -> bool {
    let goes_on = label != OUTSIDE && label.is_multiple_of(2);
    !goes_on || before == label || before + 1 == label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on_with_their_own_kind() {
        for (before, label, may) in [
            (0, 0, true),
            (0, 1, true),
            (0, 2, false),
            (1, 2, true),
            (2, 2, true),
            (3, 2, false),
            (4, 2, false),
            (2, 1, true),
        ] {
            assert_eq!(may_follow(before, label), may, "{before} {label}");
        }
    }
}
