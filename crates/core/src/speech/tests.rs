//! Property tests over any text.

use super::statements;
use crate::identify::Actors;
use crate::text::prose::Prose;
use proptest::prelude::*;

proptest! {
    #[test]
    fn spans_are_ordered_and_on_borders(text in "([\"'“”‘’„«» .,:!?—\n-]|said|he|who|told|that|Lopez|According to|the|é|[a-z]{1,4} ){0,60}") {
        let found = statements(&Prose::of(&text), &Actors::default());
        prop_assert!(found.windows(2).all(|w| w[0].span.start <= w[1].span.start));
        for s in &found {
            for span in [Some(s.span), s.verb, s.source, s.named].into_iter().flatten() {
                prop_assert!(span.start < span.end, "{s:?}");
                prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{s:?}");
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        statements(&Prose::of(&text), &Actors::default());
    }
}
