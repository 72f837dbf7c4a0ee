//! A correction as one line of text, in both directions.
//!
//! A line is made of fields with a slash between them; a slash, a percent sign or a control character inside a field is written as `%` and two hexadecimal digits for each of its bytes.
//! Any text can be read: what is no correction is counted with its line and left out.

use super::{Correction, Entity, Names};
use crate::article::ArticleId;
use crate::gazetteer::PlaceId;
use crate::identify::{ActorId, ActorKind};
use crate::text::Span;
use crate::text::percent;
use core::str::Split;

/// A longer line is no correction.
const LONGEST: usize = 1000;
/// More lines than this are not read.
pub const MOST_LINES: usize = 10_000;
/// The field that stands for all names of a wording.
const ALL: &str = "all";

/// What a text of several lines holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The corrections, in their order.
    pub corrections: Vec<Correction>,
    /// Numbers of the lines that are none, counted from 1.
    pub wrong: Vec<usize>,
    /// Lines behind the last one that is read.
    pub n_unread: usize,
}

/// The one form of a correction.
pub fn print(correction: &Correction) -> String {
    let mut out = Printer(String::new());
    match correction {
        Correction::Is(names, entity) => {
            out.names(names);
            out.field("is");
            out.entity(entity);
        }
        Correction::Not(names) => {
            out.names(names);
            out.field("not");
        }
        Correction::Apart(names, name) => {
            out.names(names);
            out.field("apart");
            out.field(name);
        }
        Correction::Same(entity, other) => {
            out.entity(entity);
            out.field("same");
            out.entity(other);
        }
        Correction::Name(entity, name) => {
            out.entity(entity);
            out.field("name");
            out.field(name);
        }
    }
    out.0
}

impl Correction {
    /// The correction of a line.
    pub fn read(line: &str) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        let mut fields = Fields(line.split('/'));
        let first = fields.next()?;
        let correction = match ArticleId::new(&first) {
            Some(article) => fields.of_names(article),
            None => fields.of_entity(&first),
        }?;
        fields.0.next().is_none().then_some(correction)
    }
}

/// Reads lines; empty ones and those that begin with `#` say nothing.
pub fn read(text: &str) -> Lines {
    let mut out = Lines::default();
    for (line, number) in text.lines().zip(1..) {
        if number > MOST_LINES {
            out.n_unread += 1;
            continue;
        }
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match Correction::read(line) {
            Some(correction) => out.corrections.push(correction),
            None => out.wrong.push(number),
        }
    }
    out
}

struct Printer(String);

impl Printer {
    fn field(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('/');
        }
        for c in text.chars() {
            if c == '/' || c == '%' || c.is_control() {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    self.0.push_str(&format!("%{byte:02X}"));
                }
            } else {
                self.0.push(c);
            }
        }
    }

    fn names(&mut self, names: &Names) {
        self.field(names.article.as_str());
        match names.at {
            Some(at) => self.field(&format!("{}-{}", at.start, at.end)),
            None => self.field(ALL),
        }
        self.field(&names.wording);
    }

    fn entity(&mut self, entity: &Entity) {
        let (kind, id) = match entity {
            Entity::Place(id) => ("place", id.as_str()),
            Entity::Actor(ActorKind::Person, id) => ("person", id.as_str()),
            Entity::Actor(ActorKind::Organisation, id) => ("org", id.as_str()),
        };
        self.field(kind);
        self.field(id);
    }
}

/// The fields of a line that are left.
struct Fields<'a>(Split<'a, char>);

impl Fields<'_> {
    fn next(&mut self) -> Option<String> {
        percent::decode(self.0.next()?)
    }

    /// A name or a wording: nothing that is not there can be called.
    fn words(&mut self) -> Option<String> {
        self.next().filter(|words| !words.trim().is_empty())
    }

    fn name(&mut self) -> Option<String> {
        self.words().filter(|name| is_name(name))
    }

    fn entity(&mut self) -> Option<Entity> {
        let kind = self.next()?;
        self.entity_of(&kind)
    }

    fn entity_of(&mut self, kind: &str) -> Option<Entity> {
        let id = self.next()?;
        let actor = |kind| ActorId::new(&id).map(|id| Entity::Actor(kind, id));
        match kind {
            "place" => PlaceId::new(&id).map(Entity::Place),
            "person" => actor(ActorKind::Person),
            "org" => actor(ActorKind::Organisation),
            _ => None,
        }
    }

    fn of_names(&mut self, article: ArticleId) -> Option<Correction> {
        let at = match self.next()?.as_str() {
            ALL => None,
            span => Some(span_of(span)?),
        };
        let names = Names { article, at, wording: self.words()? };
        match self.next()?.as_str() {
            "is" => Some(Correction::Is(names, self.entity()?)),
            "not" => Some(Correction::Not(names)),
            "apart" => Some(Correction::Apart(names, self.name()?)),
            _ => None,
        }
    }

    fn of_entity(&mut self, kind: &str) -> Option<Correction> {
        let entity = self.entity_of(kind)?;
        match self.next()?.as_str() {
            "same" => {
                let other = self.entity()?;
                (entity != other).then_some(Correction::Same(entity, other))
            }
            "name" => Some(Correction::Name(entity, self.name()?)),
            _ => None,
        }
    }
}

/// `start-end`, start before end.
fn span_of(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let number = |n: &str| n.bytes().all(|b| b.is_ascii_digit()).then(|| n.parse::<u32>().ok())?;
    let (start, end) = (number(start)?, number(end)?);
    (start < end).then_some(Span { start, end })
}

/// Whether somebody or something can be called so: a letter or a digit can be seen, and no sign steers what stands around it.
pub fn is_name(name: &str) -> bool {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.chars().any(char::is_alphanumeric) && !name.chars().any(steers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_form() {
        for (given, printed) in [
            ("0123456789ab/3-9/Homs/is/place/homs", Some("0123456789ab/3-9/Homs/is/place/homs")),
            ("0123456789ab/all/Homs/not", Some("0123456789ab/all/Homs/not")),
            ("0123456789ab/003-9/a%2fb%20c/not", Some("0123456789ab/3-9/a%2Fb c/not")),
            ("0123456789ab/0-2/Al/apart/Al Gore", Some("0123456789ab/0-2/Al/apart/Al Gore")),
            ("person/a/same/org/b", Some("person/a/same/org/b")),
            ("place/a/name/القامشلي", Some("place/a/name/القامشلي")),
            ("place/a/same/place/a", None),
            ("place/a/name/", None),
            ("place/a/name/ ", None),
            ("place/a/name/%E2%80%8B", None),
            ("place/a/name/a%E2%80%AEb", None),
            ("place/a/name/a%00b", None),
            ("place/A/name/x", None),
            ("river/a/name/x", None),
            ("0123456789ab/9-3/Homs/not", None),
            ("0123456789ab/+1-3/Homs/not", None),
            ("0123456789ab/3-9/Homs/not/", None),
            ("0123456789ab/3-9/Homs", None),
            ("0123456789ab/3-9/%zz/not", None),
            ("0123456789ab/3-9/%ff/not", None),
            ("0123456789aB/3-9/Homs/not", None),
            ("", None),
        ] {
            assert_eq!(Correction::read(given).map(|c| print(&c)).as_deref(), printed, "{given}");
        }
    }

    #[test]
    fn bad_lines_are_counted() {
        let text = "# Dateline\r\n\r\nplace/a/name/B\r\nplace/a\nplace/c/name/D\n\u{feff}\n";
        let read = read(text);
        assert_eq!(read.corrections.len(), 2);
        assert_eq!((read.wrong, read.n_unread), (vec![4, 6], 0));
    }

    #[test]
    fn what_is_not_read_is_counted() {
        let read = read(&"place/a/name/B\n".repeat(MOST_LINES + 2));
        assert_eq!((read.corrections.len(), read.n_unread), (MOST_LINES, 2));
    }

    proptest! {
        #[test]
        fn there_and_back(wording in "\\PC{1,9}[/%\n\u{85}\u{2028}é]{0,3}", n in 0u32..99) {
            prop_assume!(!wording.trim().is_empty());
            let article = ArticleId::of(None, &wording);
            let at = (n > 9).then_some(Span { start: n, end: n + 3 });
            let names = Names { article, at, wording: wording.clone() };
            let place = Entity::Place(PlaceId::new("a-1").unwrap());
            let name: String =
                wording.chars().filter(|c| is_name(&format!("x{c}"))).chain(['x']).collect();
            for correction in [
                Correction::Is(names.clone(), place.clone()),
                Correction::Not(names.clone()),
                Correction::Apart(names, name.clone()),
                Correction::Name(place, name),
            ] {
                let line = print(&correction);
                prop_assert_eq!(line.lines().count(), 1);
                prop_assert_eq!(read(&line).corrections, vec![correction]);
            }
        }

        #[test]
        fn any_text_is_survived(text in "\\PC{0,60}", end in "(/(is|not|same|name|apart|place|a|%|all|1-2)){0,5}") {
            let _ = read(&text);
            let _ = read(&format!("0123456789ab{end}"));
            let _ = read(&format!("place{end}"));
        }
    }
}
