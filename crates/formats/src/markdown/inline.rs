//! Marks inside a Markdown paragraph, taken off.
//!
//! In goes the source of a paragraph on one line; out come the words that a reader sees, with single spaces.
//! Links leave their text, images and footnote marks nothing, pairs of emphasis marks their inside; a lone mark stays what it is.

/// How many characters a link, a tag or a run of marks may span; hostile input must not cost more.
const FARTHEST: usize = 2000;

/// The visible words of a paragraph.
pub(super) fn plain(source: &str) -> String {
    let marked = without_emphasis(&without_links(&source.chars().collect::<Vec<_>>()));
    let words: String = marked.into_iter().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A character, and whether a backslash or code quotes keep it from being a mark.
#[derive(Clone, Copy, Debug)]
struct Char {
    value: char,
    is_literal: bool,
}

/// Takes off code quotes, links, images, footnote marks and tags.
///
/// The text of a link is read in its turn, and only up to its own end.
fn without_links(source: &[char]) -> Vec<Char> {
    let brackets = Brackets::of(source);
    let mut out = Vec::with_capacity(source.len());
    // Of the links that are being read, the outermost first: where the text ends, and where the whole does.
    let mut open_links: Vec<(usize, usize)> = Vec::new();
    let mut end = source.len();
    let mut next_tag_end = 0;
    let mut at = 0;
    loop {
        let Some((&c, rest)) = source.get(at..end).and_then(<[char]>::split_first) else {
            let Some((_, behind)) = open_links.pop() else { break };
            at = behind;
            end = open_links.last().map_or(source.len(), |(text_end, _)| *text_end);
            continue;
        };
        match c {
            '\\' if rest.first().is_some_and(char::is_ascii_punctuation) => {
                out.extend(rest.first().map(|c| Char { value: *c, is_literal: true }));
                at += 2;
                continue;
            }
            '`' => {
                let run = 1 + rest.iter().take_while(|c| **c == '`').count();
                let inside = rest.get(run - 1..).unwrap_or_default();
                let code = find_run(inside, run).and_then(|n| inside.get(..n));
                let shown = code.or_else(|| source.get(at..at + run)).unwrap_or_default();
                out.extend(shown.iter().map(|c| Char { value: *c, is_literal: true }));
                at += code.map_or(run, |code| run + code.len() + run);
                continue;
            }
            '!' if rest.first() == Some(&'[') => {
                if let Some((_, behind)) = brackets.link(source, at + 1, end) {
                    at = behind;
                    continue;
                }
            }
            '[' => {
                if let Some((text_end, behind)) = brackets.link(source, at, end) {
                    if rest.first() == Some(&'^') {
                        at = behind;
                    } else {
                        open_links.push((text_end, behind));
                        end = text_end;
                        at += 1;
                    }
                    continue;
                }
            }
            '<' => {
                if next_tag_end <= at {
                    let n = rest.iter().position(|c| *c == '>').unwrap_or(rest.len());
                    next_tag_end = at + 1 + n;
                }
                let inner = source
                    .get(at + 1..next_tag_end)
                    .filter(|inner| next_tag_end < end && inner.len() < FARTHEST);
                if let Some(inner) = inner.filter(|inner| is_address(inner)) {
                    out.extend(inner.iter().map(|c| Char { value: *c, is_literal: true }));
                    at = next_tag_end + 1;
                    continue;
                }
                if let Some(inner) = inner.filter(|inner| is_tag(inner)) {
                    if inner.starts_with(&['b', 'r']) {
                        out.push(Char { value: ' ', is_literal: true });
                    }
                    at = next_tag_end + 1;
                    continue;
                }
            }
            _ => {}
        }
        out.push(Char { value: c, is_literal: false });
        at += 1;
    }
    out
}

/// Where the next run of exactly so many back quotes begins, if that is near.
fn find_run(source: &[char], run: usize) -> Option<usize> {
    let mut at = 0;
    while at < source.len().min(FARTHEST) {
        let here = source.get(at..)?.iter().take_while(|c| **c == '`').count();
        if here == run {
            return Some(at);
        }
        at += here.max(1);
    }
    None
}

/// Which bracket closes which, found in one pass.
struct Brackets {
    /// For each character, how far behind it the bracket stands that closes it; 0 for none that is near.
    distances: Vec<u16>,
}

impl Brackets {
    fn of(source: &[char]) -> Self {
        let mut distances = vec![0; source.len()];
        let (mut square, mut round) = (Vec::new(), Vec::new());
        for (at, c) in source.iter().enumerate() {
            let opener = match c {
                '[' => {
                    square.push(at);
                    None
                }
                '(' => {
                    round.push(at);
                    None
                }
                ']' => square.pop(),
                ')' => round.pop(),
                _ => None,
            };
            if let Some(opener) = opener
                && at - opener < FARTHEST
                && let (Some(distance), Ok(n)) =
                    (distances.get_mut(opener), u16::try_from(at - opener))
            {
                *distance = n;
            }
        }
        Self { distances }
    }

    /// Where the bracket at a place is closed, before the end.
    fn closing(&self, at: usize, end: usize) -> Option<usize> {
        let distance = usize::from(*self.distances.get(at)?);
        (distance > 0 && at + distance < end).then_some(at + distance)
    }

    /// Of the link whose text the bracket at a place opens: where the text ends, and where what follows it begins.
    fn link(&self, source: &[char], at: usize, end: usize) -> Option<(usize, usize)> {
        let text_end = self.closing(at, end)?;
        match source.get(text_end + 1) {
            Some('(' | '[') if text_end + 1 < end => {
                Some((text_end, self.closing(text_end + 1, end)? + 1))
            }
            _ if source.get(at + 1) == Some(&'^') => Some((text_end, text_end + 1)),
            _ => None,
        }
    }
}

fn is_address(inner: &[char]) -> bool {
    let text: String = inner.iter().take(8).collect();
    (text.starts_with("http://") || text.starts_with("https://"))
        && !inner.iter().any(|c| c.is_whitespace())
}

fn is_tag(inner: &[char]) -> bool {
    let name = inner.strip_prefix(&['/']).unwrap_or(inner);
    name.first().is_some_and(char::is_ascii_alphabetic) && !inner.contains(&'<')
}

/// Takes off pairs of `*`, `_` and `~~`.
fn without_emphasis(source: &[Char]) -> Vec<char> {
    let mut gone = vec![false; source.len()];
    // Where marks were opened, a list for each of `*`, `_` and `~`.
    let mut open: [Vec<usize>; 3] = Default::default();
    let at = |idx: Option<usize>| idx.and_then(|idx| source.get(idx)).map(|c| c.value);
    for (idx, c) in source.iter().enumerate() {
        let Some(mark) = ['*', '_', '~'].iter().position(|m| *m == c.value && !c.is_literal) else {
            continue;
        };
        let outside = |step: fn(usize) -> Option<usize>| {
            // The nearest character that is another one.
            core::iter::successors(step(idx), |near| step(*near))
                .map_while(|near| source.get(near))
                .take(4)
                .map(|near| near.value)
                .find(|near| *near != c.value)
        };
        let neighbours = [idx.checked_sub(1), idx.checked_add(1)];
        if c.value == '~' && neighbours.iter().all(|n| at(*n) != Some('~')) {
            continue;
        }
        let (before, after) = (outside(|i| i.checked_sub(1)), outside(|i| i.checked_add(1)));
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside_word = c.value == '_' && is_word(before) && is_word(after);
        if inside_word {
            continue;
        }
        let opener = open.get(mark).and_then(|places| places.last()).copied();
        match opener {
            Some(start) if !is_space(before) => {
                gone[start] = true;
                gone[idx] = true;
                // What was opened inside the pair stays open for nothing behind it.
                for places in &mut open {
                    while places.pop_if(|place| *place >= start).is_some() {}
                }
            }
            _ if !is_space(after) => {
                if let Some(places) = open.get_mut(mark) {
                    places.push(idx);
                }
            }
            _ => {}
        }
    }
    source.iter().zip(gone).filter(|(_, gone)| !gone).map(|(c, _)| c.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (source, words) in [
            ("**bold** and *thin* and ***both***", "bold and thin and both"),
            ("_thin_ but snake_case_name", "thin but snake_case_name"),
            ("2 * 3 * 4 and a lone *", "2 * 3 * 4 and a lone *"),
            ("~~old~~ new, ~5 km and ~6 km", "old new, ~5 km and ~6 km"),
            ("a [link](https://x.org/a_(b) \"t\") here", "a link here"),
            ("a [named][1] one and [plain] brackets", "a named one and [plain] brackets"),
            ("![picture](a.png)Words[^1] [![x](y)](z)", "Words"),
            ("`code *kept*` and ``a ` b``", "code *kept* and a ` b"),
            ("a lone ` quote", "a lone ` quote"),
            ("escaped \\*stars\\* and 1\\. point", "escaped *stars* and 1. point"),
            ("see <https://x.org/a_b_c> or a<br>b <em>c</em>", "see https://x.org/a_b_c or a b c"),
            ("a < b and c > d", "a < b and c > d"),
            ("[unclosed and (more", "[unclosed and (more"),
            ("a [*b* [c](d) `x`](e) f", "a b c x f"),
            ("*a _b* c_ and **d*", "a _b c_ and *d"),
        ] {
            assert_eq!(plain(source), words, "{source}");
        }
    }
    #[test]
    fn marks_that_never_pair_cost_no_more_than_words() {
        // Quadratic work would take a minute here, not a moment.
        for piece in ["*a ", "a_ ", "[", "![", "<", "<a", "`` ` ", "[[](", "\\", "~~a "] {
            let n = 300_000 / piece.len();
            let source = "*a ".repeat(n) + &piece.repeat(n);
            assert!(plain(&source).chars().count() > n, "{piece}");
        }
    }
}
