//! "Did you mean": another spelling for words that the corpus does not hold.
//!
//! In go a corpus and a query that found nothing; out comes the query with its unknown words replaced, if that finds something.
//! A word is replaced by one of few edits (a letter more, less or other, or two exchanged); every edit less counts as much as sixteen times as many occurrences.
//! Of equal ones the word with fewer edits is taken, then the first by its letters.

use super::find::find;
use super::index::WordIndex;
use super::phrase::positions;
use super::query::{Node, Query, Word};
use super::word::stem;
use crate::corpus::Corpus;
use core::cmp::Reverse;

/// Words that are replaced at most: each is compared with every word of the corpus.
const MOST_WORDS: usize = 8;

/// The search that was probably meant; `None` when it finds something as it is, or nothing better is known.
pub fn suggest(corpus: &Corpus, query: &Query) -> Option<Query> {
    if find(corpus, query).is_none_or(|set| !set.is_empty()) {
        return None;
    }
    let mut root = query.root.clone()?;
    let (index, mut n_words) = (&corpus.search_index().words, 0);
    each_word(&mut root, &mut |word| correct_word(index, word, &mut n_words));
    let meant = Query { root: Some(root) };
    let finds = meant != *query && find(corpus, &meant).is_some_and(|set| !set.is_empty());
    finds.then_some(meant)
}

/// The search without the endings of plurals, where the corpus holds the words without them: these find both.
pub fn shorter(corpus: &Corpus, query: &Query) -> Option<Query> {
    let mut root = query.root.clone()?;
    each_word(&mut root, &mut |word| {
        let index = &corpus.search_index().words;
        let singular = word.text.strip_suffix('s').filter(|_| word.is_beginning);
        let singular = singular.filter(|s| s.len() > 2 && !index.numbers(s, false).is_empty());
        if let Some(singular) = singular.map(str::to_owned) {
            word.text = singular;
        }
    });
    let shorter = Query { root: Some(root) };
    (shorter != *query).then_some(shorter)
}

/// Hands over the words of the text that are looked for.
fn each_word(node: &mut Node, on: &mut dyn FnMut(&mut Word)) {
    match node {
        Node::Words(phrase) => phrase.words.iter_mut().for_each(on),
        Node::All(parts) | Node::Any(parts) => {
            parts.iter_mut().for_each(|part| each_word(part, on));
        }
        Node::Field(..) | Node::On(_) | Node::Not(_) => {}
    }
}

fn correct_word(index: &WordIndex, word: &mut Word, n_words: &mut usize) {
    let asked = stem(&word.text);
    let letters: Vec<char> = asked.chars().collect();
    let most = match letters.len() {
        0..=2 => return,
        3..=5 => 1,
        _ => 2,
    };
    if *n_words == MOST_WORDS || !positions(index, (asked, word.is_beginning)).0.is_empty() {
        return;
    }
    *n_words += 1;
    let mut rows = Rows::default();
    let known = (0..index.len()).filter_map(|number| {
        let edits = rows.edits(&letters, index.word(number), most)?;
        let often = index.positions_of(number..number + 1).len() as u64;
        Some((often << (4 * (2 - edits)), Reverse(edits), Reverse(number)))
    });
    if let Some((_, _, Reverse(number))) = known.max() {
        index.word(number).clone_into(&mut word.text);
    }
}

/// Three rows of the table of edits.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
    this: Vec<usize>,
}

impl Rows {
    /// How many edits make one word of another, if they are not more than so many.
    fn edits(&mut self, asked: &[char], known: &str, most: usize) -> Option<usize> {
        // Every letter has at least one byte and at most four.
        if known.len() + most < asked.len() || known.len() > 4 * (asked.len() + most) {
            return None;
        }
        self.last.clear();
        self.last.extend(0..=asked.len());
        let mut letter_before = None;
        for (i, letter) in known.chars().enumerate() {
            self.this.clear();
            self.this.push(i + 1);
            let mut least = i + 1;
            for (j, own) in asked.iter().enumerate() {
                let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
                let mut n = (at(&self.last, j) + usize::from(*own != letter))
                    .min(at(&self.last, j + 1) + 1)
                    .min(at(&self.this, j) + 1);
                if let Some(before) = j.checked_sub(1)
                    && asked.get(before) == Some(&letter)
                    && letter_before == Some(*own)
                {
                    n = n.min(at(&self.before, before) + 1);
                }
                self.this.push(n);
                least = least.min(n);
            }
            if least > most {
                return None;
            }
            letter_before = Some(letter);
            core::mem::swap(&mut self.before, &mut self.last);
            core::mem::swap(&mut self.last, &mut self.this);
        }
        self.last.last().copied().filter(|n| *n <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;
    use crate::search::tests::corpus;

    #[test]
    fn edits_are_counted() {
        for (a, b, edits) in [
            ("police", "police", Some(0)),
            ("polcie", "police", Some(1)),
            ("polise", "police", Some(1)),
            ("plice", "police", Some(1)),
            ("poolice", "police", Some(1)),
            ("opliec", "police", Some(2)),
            ("pole", "police", Some(2)),
            ("army", "police", None),
            ("دمشق", "دمشك", Some(1)),
        ] {
            let letters: Vec<char> = a.chars().collect();
            assert_eq!(Rows::default().edits(&letters, b, 2), edits, "{a} {b}");
        }
    }

    #[test]
    fn plurals_find_their_singular() {
        let corpus = corpus(&["An attack. Attacks of a group. Armies left; the bus is late."]);
        for (typed, meant) in [
            ("attacks", Some("attack")),
            ("the attacks OR groups", Some("the attack OR group")),
            ("\"attacks\"", None),
            ("armies", None),
            ("attack", None),
            ("is", None),
            ("-attacks", None),
        ] {
            let shorter = shorter(&corpus, &parse(typed).query).map(|q| q.to_string());
            assert_eq!(shorter.as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn what_was_meant() {
        let corpus = corpus(&[
            "Military police closed the road. The police and the policy.",
            "Roads to Qamishli. دمشق هادئة. Rods.",
        ]);
        for (typed, meant) in [
            ("polcie", Some("police")),
            ("polise milittary", Some("police military")),
            ("\"miltary police\"", Some("\"military police\"")),
            ("roat", Some("road")),
            ("kamishli OR nothing", Some("qamishli OR nothing")),
            ("دمشك", Some("دمشق")),
            ("police", None),
            ("po qa", None),
            ("elephants", None),
            ("polcie road -nothing", Some("police road -nothing")),
            ("-road", None),
            ("", None),
        ] {
            let suggested = suggest(&corpus, &parse(typed).query).map(|q| q.to_string());
            assert_eq!(suggested.as_deref(), meant, "{typed}");
        }
    }
}
