//! What is said right beside a name: its kind, what contains it, another name in brackets.

use super::around::Around;
use crate::annotate::{Evidence, MentionRole};
use crate::gazetteer::{CountryCode, PlaceIdx, PlaceKind};
use crate::recognise::{PlaceName, kinds_for};
use crate::text::last_chars;

/// Weight of a kind that is named beside the name and fits; half of it speaks against one that does not.
const KIND: f64 = 3.0;
/// Weight of "Paris, Texas".
const CONTAINER: f64 = 6.0;
/// Weight of "Georgia" in "Atlanta, Georgia".
const CONTAINS: f64 = 3.5;
/// Weight of another name of the same place in brackets.
const ALIAS: f64 = 3.0;

/// Countries whose towns are named together with their division: "Paris, Texas".
const TOWN_COMMA_DIVISION: [&str; 3] = ["US", "CA", "AU"];

/// Between a name and what contains it.
const INTO_CONTAINER: &[&str] = &[", ", " (", " in ", ", in ", " of "];
/// Between what contains a name and the name.
const OUT_OF_CONTAINER: &[&str] = &["'s ", "’s ", " (", "' ", "’ "];
/// Between names that are enumerated.
const ENUMERATION: &[&str] = &[", ", " and ", ", and ", " or ", ", or ", " & "];
/// Between a name and its division, where nothing else can be meant.
const COMMA: &[&str] = &[", "];

/// What is said beside one name for one candidate.
#[derive(Default)]
pub(super) struct Beside {
    kind: f64,
    /// What holds for the same name elsewhere too.
    lasting: f64,
    pub(super) evidence: Vec<Evidence>,
}

impl Beside {
    pub(super) fn weight(&self) -> f64 {
        self.kind + self.lasting
    }

    /// "Homs governorate" says nothing of a bare "Homs"; "Paris, Texas" does of a bare "Paris".
    pub(super) fn lasting(&self) -> f64 {
        self.lasting
    }
}

/// How many times a mention counts by its part in the article.
pub(super) fn weight_of_role(role: MentionRole) -> f64 {
    match role {
        MentionRole::Dateline => 3.0,
        MentionRole::Story => 1.0,
        MentionRole::Credit => 0.5,
    }
}

/// Whether the evidence is that a containing place is named.
pub(super) fn is_of_container(evidence: &Evidence) -> bool {
    matches!(evidence, Evidence::ContainerNamedBeside(_))
}

/// What stands beside a name, whichever of its candidates is meant: read once for all of them.
pub(super) struct Neighbours<'a> {
    name: &'a PlaceName,
    /// The word for a kind beside it, and the kinds.
    kind: Option<(&'a str, &'static [PlaceKind])>,
    /// Names that may be of what contains it, behind it and before it.
    behind: Option<&'a PlaceName>,
    before: Option<&'a PlaceName>,
    /// The name with which it shares brackets.
    alias: Option<&'a PlaceName>,
}

impl<'a> Neighbours<'a> {
    pub(super) fn of(name: &'a PlaceName, around: &Around<'a>) -> Self {
        Self {
            name,
            kind: kind_named(name, around),
            behind: around.name_behind(name.span, INTO_CONTAINER),
            before: around.name_before(name.span, OUT_OF_CONTAINER),
            alias: in_brackets(name, around),
        }
    }

    /// What is said for a candidate.
    pub(super) fn beside(&self, place: PlaceIdx, around: &Around) -> Beside {
        let mut out = Beside::default();
        if let Some((word, kinds)) = self.kind {
            if kinds.contains(&around.gazetteer.kind(place)) {
                out.kind += KIND;
                out.evidence.push(Evidence::KindNamed(word.to_lowercase()));
            } else {
                out.kind -= KIND / 2.0;
            }
        }
        self.container(place, around, &mut out);
        self.contained(place, around, &mut out);
        if let Some(other) = self.alias.filter(|n| n.candidates.contains(&place)) {
            out.lasting += ALIAS;
            out.evidence.push(Evidence::AliasInBrackets(other.span.of(around.text).to_owned()));
        }
        out
    }

    fn container(&self, place: PlaceIdx, around: &Around, out: &mut Beside) {
        let outer = self.behind.and_then(|outer| containing(outer, place, around));
        let before = || containing(self.before?, place, around);
        let Some(outer) = outer.or_else(before) else { return };
        if is_in_list_of_divisions(self.name, around) {
            return;
        }
        out.lasting += CONTAINER;
        out.evidence.push(Evidence::ContainerNamedBeside(around.gazetteer.id(outer)));
    }

    /// What stands before a comma lies in this place: "Atlanta, Georgia".
    fn contained(&self, place: PlaceIdx, around: &Around, out: &mut Beside) {
        // Nothing else contains a place.
        if !matches!(around.gazetteer.kind(place), PlaceKind::Division | PlaceKind::Country) {
            return;
        }
        let Some(inner) = around.name_before(self.name.span, &[", ", " in "]) else { return };
        let is_inner = |&&inner: &&PlaceIdx| containing(self.name, inner, around) == Some(place);
        let Some(&inner_place) = inner.candidates.iter().find(is_inner) else { return };
        if is_in_list_of_divisions(inner, around) {
            return;
        }
        out.lasting += CONTAINS;
        out.evidence.push(Evidence::ContainsNamedBefore(around.gazetteer.id(inner_place)));
    }
}

/// The word for a kind at the end of a name, behind it, or before "of" and the name.
fn kind_named<'a>(
    name: &PlaceName,
    around: &Around<'a>,
) -> Option<(&'a str, &'static [PlaceKind])> {
    let after = around.after(name.span).trim_start_matches(' ');
    let inside = name.span.of(around.text);
    let last = inside.rsplit(' ').next().filter(|last| last.len() < inside.len());
    let words = [last, Some(first_word(after)), head_before_of(around.before(name.span))];
    words.into_iter().flatten().find_map(|word| Some((word, kinds_for(word)?)))
}

/// The letters at the beginning of a text.
fn first_word(text: &str) -> &str {
    let is_other = |b: &u8| !b.is_ascii_alphabetic();
    let len = match text.as_bytes().iter().position(is_other) {
        Some(len) if text.as_bytes().get(len).is_some_and(|b| !b.is_ascii()) => {
            text.find(|c: char| !c.is_alphabetic())
        }
        len => len,
    };
    text.get(..len.unwrap_or(text.len())).unwrap_or_default()
}

/// The word before "of" at the end of a text, if it can be the head of a name.
fn head_before_of(before: &str) -> Option<&str> {
    // No head is longer: of a longer word, the end is enough.
    const LONGEST: usize = 20;
    let before = before.strip_suffix(' ')?.strip_suffix("of")?;
    before.ends_with(' ').then_some(())?;
    last_chars(before.trim_end_matches(' '), LONGEST + 1).split_whitespace().next_back()
}

/// Whether two names that follow each other are parts of an enumeration.
pub(super) fn is_enumerated(name: &PlaceName, next: &PlaceName, around: &Around) -> bool {
    let gap = around.text.get(name.span.end as usize..next.span.start as usize);
    gap.is_some_and(|gap| ENUMERATION.contains(&gap))
}

/// "Indiana, Pennsylvania and Ohio": of three divisions of a country in a row, none contains another.
fn is_in_list_of_divisions(name: &PlaceName, around: &Around) -> bool {
    let Some(country) = division_country(name, around) else { return false };
    let is_one_of_them = |other: &PlaceName| division_country(other, around) == Some(country);
    let before = around.name_before(name.span, ENUMERATION).is_some_and(is_one_of_them);
    let second = around.name_behind(name.span, ENUMERATION).filter(|n| is_one_of_them(n));
    let third = second.and_then(|n| around.name_behind(n.span, ENUMERATION));
    second.is_some() && (before || third.is_some_and(is_one_of_them))
}

/// The country of which a name may be a first-level division.
fn division_country(name: &PlaceName, around: &Around) -> Option<CountryCode> {
    let gazetteer = around.gazetteer;
    let division = name.candidates.iter().find(|&&p| gazetteer.kind(p) == PlaceKind::Division)?;
    gazetteer.country(*division)
}

/// The candidate of a name in which a place lies.
fn containing(outer: &PlaceName, place: PlaceIdx, around: &Around) -> Option<PlaceIdx> {
    let gazetteer = around.gazetteer;
    let division = gazetteer.division(place);
    let country = gazetteer.country(place).filter(|_| !gazetteer.is_country(place));
    let contains = |&outer: &PlaceIdx| {
        Some(outer) == division
            || country.is_some()
                && gazetteer.is_country(outer)
                && gazetteer.country(outer) == country
    };
    outer.candidates.iter().copied().find(|outer| *outer != place && contains(outer))
}

/// Whether the division named behind the comma lies in a country where none of the candidates is: then the place is one that the gazetteer lacks.
pub(super) fn is_elsewhere(name: &PlaceName, around: &Around) -> bool {
    let gazetteer = around.gazetteer;
    let Some(outer) = around.name_behind(name.span, COMMA) else { return false };
    let of_division = outer.candidates.iter().find(|&&p| {
        gazetteer.kind(p) == PlaceKind::Division
            && gazetteer.country(p).is_some_and(|c| TOWN_COMMA_DIVISION.contains(&c.as_str()))
    });
    let Some(&division) = of_division else { return false };
    let country = gazetteer.country(division);
    name.candidates
        .iter()
        .all(|&p| gazetteer.kind(p).is_settlement() && gazetteer.country(p) != country)
}

/// The name before the brackets around a name, or in brackets behind it.
fn in_brackets<'a>(name: &PlaceName, around: &Around<'a>) -> Option<&'a PlaceName> {
    const OPENING: &[&str] = &[" ("];
    let is_closed = |name: &PlaceName| around.after(name.span).starts_with(')');
    let outer = around.name_before(name.span, OPENING).filter(|_| is_closed(name));
    outer.or_else(|| around.name_behind(name.span, OPENING).filter(|n| is_closed(n)))
}
