//! The names of one article, put together.
//!
//! In go a text and its names; out come groups of different spellings, and for every mention its group.
//! Full names come first, then what the text declares to be one, then single names; a single name of several bearers is decided at each place by `bare`.

use super::bare::{self, Bearer};
use super::classes::Classes;
use super::groups::Groups;
use super::known;
use super::organisations::{initials, is_acronym, plain, without_kind};
use super::people::{People, Telling};
use super::{ActorKind, ActorName, aliases};
use crate::text::Span;
use crate::text::prose::Prose;
use std::collections::BTreeMap;

/// So many pairs of words are compared in an article at most.
const N_COMPARED: usize = 50_000;

/// A spelling of the article.
#[derive(Debug)]
pub(super) struct Form<'a> {
    pub(super) kind: ActorKind,
    pub(super) text: &'a str,
    /// How often it stands there.
    pub(super) n_mentions: u32,
    /// For persons: its telling words.
    pub(super) telling: Telling,
    /// For organisations: the form in which it equals others.
    pub(super) plain: String,
    /// The organisation of the table that it names.
    pub(super) known: Option<usize>,
}

/// What was found: spellings, mentions, and which belong together.
pub(super) struct Found<'a> {
    pub(super) forms: Vec<Form<'a>>,
    /// Place, spelling and group of every mention, in the order of the text.
    pub(super) mentions: Vec<(Span, u32, u32)>,
    /// Group of every spelling.
    pub(super) groups: Groups,
}

/// Puts the names of an article together.
pub(super) fn put_together<'a>(prose: &Prose<'a>, names: &[ActorName]) -> Found<'a> {
    let mut reader = Reader { prose, forms: Vec::new(), spans: Vec::new(), groups: Groups::new(0) };
    reader.read(names);
    reader.groups = Groups::new(reader.forms.len());
    // Those of organisations are empty.
    let tellings: Vec<&Telling> = reader.forms.iter().map(|form| &form.telling).collect();
    let people = People::of(&tellings, |n| reader.weight(n));
    for (n, person) in people.of.iter().enumerate() {
        if let Some(person) = person {
            reader.groups.join(index(n), *person);
        }
    }
    reader.join_declared();
    reader.join_organisations();
    let shared = reader.join_single(&people);
    let mentions = reader.decide(&shared);
    Found { forms: reader.forms, mentions, groups: reader.groups }
}

struct Reader<'p, 'a> {
    prose: &'p Prose<'a>,
    forms: Vec<Form<'a>>,
    /// Every mention with its form.
    spans: Vec<(Span, u32)>,
    groups: Groups,
}

impl<'a> Reader<'_, 'a> {
    fn read(&mut self, names: &[ActorName]) {
        let mut seen: BTreeMap<(ActorKind, &'a str), u32> = BTreeMap::new();
        let mut classes = Classes::new(N_COMPARED);
        let mut end = 0;
        for name in names {
            let text = name.span.of(self.prose.text);
            if text.is_empty() || name.span.start < end {
                continue;
            }
            end = name.span.end;
            let next = index(self.forms.len());
            let form = *seen.entry((name.kind, text)).or_insert(next);
            if form == next {
                self.forms.push(Form::of(name.kind, text, &mut classes));
            }
            if let Some(form) = self.forms.get_mut(form as usize) {
                form.n_mentions += 1;
            }
            self.spans.push((name.span, form));
        }
    }

    fn weight(&self, n: usize) -> u32 {
        self.forms.get(n).map_or(0, |f| f.n_mentions)
    }

    /// Joins neighbours that the text declares to be one.
    fn join_declared(&mut self) {
        for pair in self.spans.windows(2) {
            let &[(a, form_a), (b, form_b)] = pair else { continue };
            let (Some(x), Some(y)) =
                (self.forms.get(form_a as usize), self.forms.get(form_b as usize))
            else {
                continue;
            };
            if form_a == form_b || x.kind != y.kind {
                continue;
            }
            let text = self.prose.text;
            let between = text.get(a.end as usize..b.start as usize).unwrap_or_default();
            let after = text.get(b.end as usize..).unwrap_or_default();
            if aliases::declares(x.kind, x.text, between, y.text, after) {
                let known = [x.known, y.known];
                self.groups.join(form_a, form_b);
                // The text knows better than the table what its acronyms mean.
                if known[0] != known[1] {
                    for form in [form_a, form_b] {
                        if let Some(form) = self.forms.get_mut(form as usize)
                            && is_acronym(form.text)
                        {
                            form.known = None;
                        }
                    }
                }
            }
        }
    }

    /// Joins organisations by equal plain names, by the table, by initials, and with the word that says what they are.
    fn join_organisations(&mut self) {
        let mut by_plain: BTreeMap<&str, u32> = BTreeMap::new();
        let mut by_known: BTreeMap<usize, u32> = BTreeMap::new();
        let mut by_initials: BTreeMap<String, Option<u32>> = BTreeMap::new();
        let is_organisation = |f: &Form| f.kind == ActorKind::Organisation;
        for (n, form) in self.forms.iter().enumerate().filter(|(_, f)| is_organisation(f)) {
            let first = *by_plain.entry(form.plain.as_str()).or_insert(index(n));
            self.groups.join(first, index(n));
            if let Some(known) = form.known {
                let first = *by_known.entry(known).or_insert(index(n));
                self.groups.join(first, index(n));
            }
        }
        for (n, form) in self.forms.iter().enumerate().filter(|(_, f)| is_organisation(f)) {
            let group = self.groups.find(index(n));
            for initials in initials(&form.plain) {
                let slot = by_initials.entry(initials).or_insert(Some(group));
                if slot.is_some_and(|other| self.groups.find(other) != group) {
                    *slot = None;
                }
            }
        }
        for (n, form) in self.forms.iter().enumerate().filter(|(_, f)| is_organisation(f)) {
            let is_alone = self.groups.find(index(n)) == index(n) && form.known.is_none();
            if is_acronym(form.text) && is_alone {
                if let Some(Some(full)) = by_initials.get(&form.plain) {
                    self.groups.join(*full, index(n));
                }
            } else if let Some(short) = without_kind(&form.plain)
                && let Some(&short) = by_plain.get(short)
            {
                self.groups.join(short, index(n));
            }
        }
    }

    /// Joins single names with their only bearer; returns for the others the groups of their bearers.
    fn join_single(&mut self, people: &People) -> BTreeMap<u32, Vec<u32>> {
        let mut shared = BTreeMap::new();
        let mut alone: BTreeMap<u32, u32> = BTreeMap::new();
        for n in 0..self.forms.len() {
            let Some(Form { telling, kind: ActorKind::Person, .. }) = self.forms.get(n) else {
                continue;
            };
            let &[class] = telling.classes.as_slice() else { continue };
            let n = index(n);
            let mut bearers = Vec::new();
            for &person in people.with_surname(class) {
                bearers.push(self.groups.find(person));
            }
            if bearers.is_empty() {
                bearers.extend(people.with_given_name(class).iter().map(|&p| self.groups.find(p)));
                bearers.sort_unstable();
                bearers.dedup();
                // A given name of several says nothing.
                bearers.truncate(if bearers.len() == 1 { 1 } else { 0 });
            }
            bearers.sort_unstable();
            bearers.dedup();
            let own = self.groups.find(n);
            if own != n || bearers.contains(&own) {
                // The text has declared whose name it is.
                continue;
            }
            match bearers.as_slice() {
                [] => {
                    let first = *alone.entry(class).or_insert(n);
                    self.groups.join(first, n);
                }
                [one] => self.groups.join(*one, n),
                _ => {
                    shared.insert(n, bearers);
                }
            }
        }
        shared
    }

    /// The group of every mention; names with several bearers are decided where they stand.
    fn decide(&mut self, shared: &BTreeMap<u32, Vec<u32>>) -> Vec<(Span, u32, u32)> {
        // Joining single names may have given a group a smaller number.
        let shared: BTreeMap<u32, Vec<u32>> = shared
            .iter()
            .map(|(&form, bearers)| (form, bearers.iter().map(|&b| self.groups.find(b)).collect()))
            .collect();
        let mut bearers: BTreeMap<u32, Bearer> =
            shared.values().flatten().map(|&b| (b, Bearer::new(b))).collect();
        if !bearers.is_empty() {
            for &(span, form) in &self.spans {
                let is_full = self.forms.get(form as usize).is_some_and(|f| f.telling.is_full());
                if is_full && let Some(bearer) = bearers.get_mut(&self.groups.find(form)) {
                    bearer.read(self.prose, span);
                }
            }
        }
        let shared: BTreeMap<u32, Vec<Bearer>> = shared
            .into_iter()
            .map(|(form, of)| (form, of.iter().filter_map(|b| bearers.get(b).cloned()).collect()))
            .collect();
        let spans = self.spans.iter();
        spans
            .map(|&(span, form)| {
                let chosen = shared.get(&form).and_then(|b| bare::choose(self.prose, span, b));
                (span, form, chosen.unwrap_or_else(|| self.groups.find(form)))
            })
            .collect()
    }
}

impl<'a> Form<'a> {
    fn of(kind: ActorKind, text: &'a str, classes: &mut Classes) -> Self {
        let mut form = Self {
            kind,
            text,
            n_mentions: 0,
            telling: Telling::default(),
            plain: String::new(),
            known: None,
        };
        match kind {
            ActorKind::Person => form.telling = Telling::of(text, classes),
            ActorKind::Organisation => {
                form.plain = plain(text);
                form.known = known::find(&form.plain);
            }
        }
        form
    }
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
