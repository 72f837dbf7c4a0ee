//! The table of facets: for each its key in addresses, its name in hooks, what has its values, and whether it brings in sentences.
//!
//! Everything that goes through the facets goes through [`FacetKey::ALL`]; nothing else lists them.

/// What a value of a facet belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A sentence.
    Sentence,
    /// An article, and so all its sentences.
    Article,
}

macro_rules! facets {
    ($($(#[$doc:meta])* $variant:ident: $address:literal, $hook:literal, $holder:ident, $brings_in:literal;)*) => {
        /// A facet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FacetKey { $($(#[$doc])* $variant,)* }

        impl FacetKey {
            /// All facets, in the order of the address.
            pub const ALL: [Self; N_FACETS] = [$(Self::$variant,)*];

            /// For each its key in addresses, its name in hooks, its holder, and whether it brings in sentences.
            const TABLE: [(&str, &str, Holder, bool); N_FACETS] =
                [$(($address, $hook, Holder::$holder, $brings_in),)*];

            /// For each the key in addresses that asks for all of its values.
            const ALL_OF: [&str; N_FACETS] = [$(concat!($address, "-all"),)*];
        }
    };
}

/// How many facets there are.
pub(super) const N_FACETS: usize = 11;

facets! {
    /// Places that a sentence names.
    Place: "place", "place", Sentence, false;
    /// Countries and first-level divisions in which they lie, or which they are.
    Within: "within", "within", Sentence, false;
    /// People that a sentence names.
    Person: "person", "person", Sentence, true;
    /// Organisations that a sentence names.
    Organisation: "org", "organisation", Sentence, true;
    /// Who wrote the article first, when that is not the outlet.
    Agency: "agency", "agency", Article, false;
    /// Who says what a sentence tells or quotes.
    Said: "said", "said", Sentence, true;
    /// Who published the article.
    Outlet: "outlet", "outlet", Article, false;
    /// Days, months and years that a sentence mentions.
    On: "on", "on", Sentence, true;
    /// Language of the article.
    Language: "lang", "language", Article, false;
    /// Whether a sentence quotes, tells, has a source without a name, or is no statement.
    Statement: "kind", "statement", Sentence, true;
    /// How sure the places of a sentence are.
    Confidence: "conf", "confidence", Sentence, false;
}

impl FacetKey {
    /// The key in addresses. A key that was released never gets another meaning.
    pub fn as_str(self) -> &'static str {
        self.row().0
    }

    /// The key in addresses that says that all wanted values must be there.
    pub fn all_of(self) -> &'static str {
        Self::ALL_OF[self.number()]
    }

    /// The name in hooks of the page.
    pub fn hook(self) -> &'static str {
        self.row().1
    }

    /// What has its values.
    pub fn holder(self) -> Holder {
        self.row().2
    }

    /// Whether a chosen value shows sentences that name no place, too.
    pub fn brings_in(self) -> bool {
        self.row().3
    }

    /// The facet with this key in addresses.
    pub fn from_address(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.as_str() == key)
    }

    fn row(self) -> (&'static str, &'static str, Holder, bool) {
        Self::TABLE[self.number()]
    }

    /// Its number in [`Self::ALL`].
    pub(super) fn number(self) -> usize {
        self as usize
    }
}
