//! From bytes to characters: positions in a text, counted in one pass.

use dateline_core::text::Span;

/// Where the ends of some spans lie, in characters (code points).
#[derive(Debug)]
pub(super) struct CharOffsets {
    /// Byte and character offset of every end of a span, sorted.
    known: Vec<(u32, usize)>,
}

impl CharOffsets {
    /// Counts the characters before every end of the spans.
    pub(super) fn new(text: &str, spans: impl Iterator<Item = Span>) -> Self {
        let mut bytes: Vec<u32> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut known = Vec::with_capacity(bytes.len());
        let (mut from, mut n_chars) = (0, 0);
        for byte in bytes {
            // An end beyond the text, or inside a character, counts as the last place before it.
            let to = text.floor_char_boundary(byte as usize);
            n_chars += text.get(from..to).map_or(0, |part| part.chars().count());
            from = to.max(from);
            known.push((byte, n_chars));
        }
        Self { known }
    }

    /// Start and end of one of the spans, in characters.
    pub(super) fn of(&self, span: Span) -> (usize, usize) {
        let find = |byte: u32| {
            let found = self.known.binary_search_by_key(&byte, |(byte, _)| *byte);
            found.ok().and_then(|idx| self.known.get(idx)).map_or(0, |(_, chars)| *chars)
        };
        (find(span.start), find(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_characters() {
        let text = "Zürich — 🌧 القاهرة, Rome";
        let spans: Vec<Span> = ["Rome", "القاهرة", "Zürich", "🌧"]
            .into_iter()
            .map(|word| {
                let at = text.find(word).unwrap();
                Span::new(at, at + word.len())
            })
            .collect();
        let offsets = CharOffsets::new(text, spans.iter().copied());
        for span in spans {
            assert_eq!(offsets.of(span), span.in_chars(text), "{}", span.of(text));
        }
    }

    #[test]
    fn spans_that_do_not_fit_do_no_harm() {
        let spans = [Span::new(1, 99)];
        assert_eq!(CharOffsets::new("äb", spans.into_iter()).of(spans[0]), (0, 2));
    }
}
