//! Offices that stand for the person who holds them: "the Syrian president".
//!
//! In go the persons of an article with the places of their names; out come spans of descriptions, each with the person whom it certainly means.
//! Certain is: the article itself puts the office beside one person's name, and beside no other's.
//! Only offices that one person holds at a time are read, and only with the people or country in front; a bare "the president" is not.

use super::ActorMention;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::prose::Prose;
use crate::text::token::TokenKind;
use crate::text::word_table::WordTable;
use std::collections::BTreeMap;

/// Ministers are told apart by these.
const OFFICES: [&str; 9] =
    ["prime", "foreign", "defence", "defense", "interior", "finance", "justice", "health", "oil"];
/// What is said of those who hold the office no more or not yet.
const NOT_NOW: [&str; 14] = [
    "former", "ex", "late", "then", "acting", "deposed", "ousted", "vice", "deputy", "elect",
    "previous", "next", "toppled", "exiled",
];

/// Finds descriptions; the mentions are those of persons, in the order of the text.
pub(super) fn descriptions(prose: &Prose, persons: &[ActorMention]) -> Vec<ActorMention> {
    let mut holders: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for mention in persons {
        let (first, end) = prose.token_range(mention.span);
        for office in [before(prose, first), behind(prose, end)].into_iter().flatten() {
            let holder = holders.entry(office).or_insert(Some(mention.actor));
            if *holder != Some(mention.actor) {
                *holder = None;
            }
        }
    }
    if holders.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (head, token) in prose.tokens.iter().enumerate().skip(2) {
        if HEADS.of_bytes(token.span.bytes_of(prose.text)) == 0 || !is_head(prose.word(head)) {
            continue;
        }
        let Some((start, office)) = office(prose, head) else { continue };
        let begins = start.checked_sub(1).is_some_and(|n| matches!(prose.word(n), "the" | "The"));
        // A capital behind it begins the name itself; a hyphen another office ("president-elect").
        let goes_on = prose
            .tokens
            .get(head + 1)
            .is_some_and(|t| matches!(t.kind, TokenKind::Capitalised | TokenKind::Hyphen));
        if let (true, false, Some(Some(actor))) = (begins, goes_on, holders.get(&office)) {
            let (Some(from), Some(to)) = (prose.tokens.get(start), prose.tokens.get(head)) else {
                continue;
            };
            let span = Span { start: from.span.start, end: to.span.end };
            found.push(ActorMention { span, actor: *actor });
        }
    }
    // A name may hold an office ("the Syrian President Hotel"): what a mention covers is none.
    let mut mentions = persons.iter().peekable();
    found.retain(|description| {
        while mentions.next_if(|m| m.span.end <= description.span.start).is_some() {}
        mentions.peek().is_none_or(|m| !m.span.overlaps(description.span))
    });
    found
}

/// "Syrian President" directly before a name.
fn before(prose: &Prose, first: usize) -> Option<String> {
    let head = first.checked_sub(1)?;
    office(prose, head).map(|(_, office)| office)
}

/// ", the Syrian president," directly behind a name.
fn behind(prose: &Prose, end: usize) -> Option<String> {
    let (comma, the) = (prose.word(end), prose.word(end + 1));
    if comma != "," || the != "the" {
        return None;
    }
    let head = (end + 3..end + 5).find(|&n| is_head(prose.word(n)))?;
    let (start, office) = office(prose, head)?;
    let closes = matches!(prose.word(head + 1), "," | "." | ";" | "");
    (start == end + 2 && closes).then_some(office)
}

/// The nouns of [`is_head`], however they are written: most words are passed over by these.
static HEADS: WordTable<6, 16> = WordTable::EMPTY
    .with_list(&["president", "minister", "king", "chancellor", "premier", "emir"], 1);

fn is_head(word: &str) -> bool {
    matches!(
        word,
        "president"
            | "President"
            | "minister"
            | "Minister"
            | "king"
            | "King"
            | "chancellor"
            | "Chancellor"
            | "premier"
            | "Premier"
            | "emir"
            | "Emir"
    )
}

/// The first token and the folded words of an office that ends with this token.
fn office(prose: &Prose, head: usize) -> Option<(usize, String)> {
    let noun = prose.word(head);
    if !is_head(noun) {
        return None;
    }
    let mut start = head.checked_sub(1)?;
    let mut words = fold(noun);
    if words == "minister" {
        let branch = fold(prose.word(start));
        if !OFFICES.contains(&branch.as_str()) {
            return None;
        }
        words = format!("{branch} minister");
        start = start.checked_sub(1)?;
    }
    let people = prose.tokens.get(start)?;
    let is_people = people.kind == TokenKind::Capitalised && is_demonym(prose.word(start));
    let before = start.checked_sub(1).map(|n| fold(prose.word(n))).unwrap_or_default();
    let behind = fold(prose.word(head + 1));
    let is_now = !NOT_NOW.contains(&before.as_str()) && before != "-" && !behind.starts_with('-');
    (is_people && is_now).then(|| (start, format!("{} {words}", fold(prose.word(start)))))
}

/// Whether a word with a capital has the ending of an adjective of a people.
fn is_demonym(word: &str) -> bool {
    let ends = ["an", "ish", "ese", "ch", "i", "ek", "iss", "ot", "ait"];
    matches!(word, "US" | "U.S." | "U.S" | "UK" | "British" | "Czech")
        || word.len() > 4 && ends.iter().any(|end| word.ends_with(end))
}
