//! The link to the original at one of its sentences: a text fragment, which browsers scroll to and light, and others pass over.
//!
//! Form: `#:~:text=first words,last words` (the Text Fragments draft of the WICG); everything but letters and digits of ASCII is encoded, because commas, hyphens and ampersands part its parts.

use core::fmt::Write as _;

/// So many words name the beginning and the end of a sentence.
const N_WORDS: usize = 5;

/// The address with the directive for a sentence.
pub(super) fn link(url: &str, sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut out = url.to_owned();
    out.push_str(if url.contains('#') { ":~:text=" } else { "#:~:text=" });
    if words.len() <= 2 * N_WORDS {
        encode(&words, &mut out);
    } else {
        let (first, last) = (words.iter().take(N_WORDS), words.iter().skip(words.len() - N_WORDS));
        encode(&first.copied().collect::<Vec<_>>(), &mut out);
        out.push(',');
        encode(&last.copied().collect::<Vec<_>>(), &mut out);
    }
    out
}

fn encode(words: &[&str], out: &mut String) {
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_both_ends_of_a_sentence() {
        for (url, sentence, expected) in [
            (
                "https://a.org/x",
                "He, too, left.",
                "https://a.org/x#:~:text=He%2C%20too%2C%20left%2E",
            ),
            (
                "https://a.org/x#top",
                "Left – at\n last",
                "https://a.org/x#top:~:text=Left%20%E2%80%93%20at%20last",
            ),
            (
                "https://a.org/x",
                "one two three four five six seven eight nine ten-eleven twelve",
                "https://a.org/x#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%2Deleven%20twelve",
            ),
        ] {
            assert_eq!(link(url, sentence), expected);
        }
    }
}
