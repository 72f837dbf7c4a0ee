//! What stands around a name: the text, and the names right before and after it.

use crate::gazetteer::Gazetteer;
use crate::recognise::PlaceName;
use crate::text::Span;
use std::collections::BTreeMap;

/// A text with the places named in it.
pub(super) struct Around<'a> {
    pub(super) text: &'a str,
    pub(super) names: &'a [PlaceName],
    pub(super) gazetteer: &'a Gazetteer,
    /// Indexes of names by their ends; of names that end together, the first.
    by_end: BTreeMap<u32, usize>,
}

impl<'a> Around<'a> {
    pub(super) fn of(text: &'a str, names: &'a [PlaceName], gazetteer: &'a Gazetteer) -> Self {
        let mut by_end = BTreeMap::new();
        for (idx, name) in names.iter().enumerate() {
            by_end.entry(name.span.end).or_insert(idx);
        }
        Self { text, names, gazetteer, by_end }
    }

    /// What stands before a span.
    pub(super) fn before(&self, span: Span) -> &'a str {
        self.text.get(..span.start as usize).unwrap_or_default()
    }

    /// What stands right after a span.
    pub(super) fn after(&self, span: Span) -> &'a str {
        self.text.get(span.end as usize..).unwrap_or_default()
    }

    /// The name that follows a span behind one of these joints (", ", " (", …).
    pub(super) fn name_behind(&self, span: Span, joints: &[&str]) -> Option<&'a PlaceName> {
        let after = self.after(span);
        joints.iter().find_map(|joint| {
            let rest = after.strip_prefix(joint)?;
            self.names_at(self.text.len() - rest.len()).next()
        })
    }

    /// The name that stands before a span and one of these joints ("’s ").
    pub(super) fn name_before(&self, span: Span, joints: &[&str]) -> Option<&'a PlaceName> {
        let before = self.before(span);
        joints.iter().find_map(|joint| self.name_up_to(before.strip_suffix(joint)?.len()))
    }

    /// The names that begin at an offset; more than one only when they overlap.
    pub(super) fn names_at(&self, start: usize) -> impl Iterator<Item = &'a PlaceName> {
        let first = self.names.partition_point(|n| (n.span.start as usize) < start);
        self.names.iter().skip(first).take_while(move |n| n.span.start as usize == start)
    }

    /// The first name that ends at an offset.
    pub(super) fn name_up_to(&self, end: usize) -> Option<&'a PlaceName> {
        let end = u32::try_from(end).ok()?;
        self.by_end.get(&end).and_then(|&idx| self.names.get(idx))
    }
}
