//! Organisations that are known beforehand: `data/organisations.tsv`, read once.
//!
//! In goes the plain form of a name; out comes the organisation that it names, with its id.
//! A name that the table gives to two organisations names neither.

use super::ActorId;
use super::organisations::plain;
use super::slug;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/organisations.tsv");

/// An organisation of the table.
#[derive(Debug)]
pub struct Known {
    /// The slug of its name.
    pub id: ActorId,
    /// Its full name.
    pub name: &'static str,
    /// Acronyms and other names.
    pub others: Vec<&'static str>,
}

struct Table {
    list: Vec<Known>,
    /// By plain name; `None` for names of two organisations.
    names: BTreeMap<String, Option<usize>>,
}

static READ: LazyLock<Table> = LazyLock::new(|| read(TABLE));

/// All organisations of the table, in its order.
pub fn known() -> &'static [Known] {
    &READ.list
}

/// The index in [`known`] of the organisation that bears a plain name.
pub(super) fn find(plain: &str) -> Option<usize> {
    READ.names.get(plain).copied().flatten()
}

/// The organisation with this index.
pub(super) fn get(idx: usize) -> Option<&'static Known> {
    READ.list.get(idx)
}

fn read(text: &'static str) -> Table {
    let mut table = Table { list: Vec::new(), names: BTreeMap::new() };
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        let others =
            cells.next().unwrap_or_default().split('|').filter(|o| !o.is_empty() && *o != "-");
        let idx = table.list.len();
        let known = Known { id: slug::id(name), name, others: others.collect() };
        for spelling in core::iter::once(name).chain(known.others.iter().copied()) {
            let slot = table.names.entry(plain(spelling)).or_insert(Some(idx));
            if *slot != Some(idx) {
                *slot = None;
            }
        }
        table.list.push(known);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let mut ids = BTreeMap::new();
        for known in known() {
            assert!(known.name.len() > 2, "{known:?}");
            assert_eq!(
                ids.insert(known.id.clone(), known.name),
                None,
                "{} stands twice",
                known.name
            );
            for other in &known.others {
                assert!(find(&plain(other)).is_some(), "{other} names two organisations");
            }
        }
        for line in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            assert_eq!(line.split('\t').count(), 2, "{line}");
        }
    }

    #[test]
    fn one_organisation_by_many_names() {
        for names in [
            &["UN", "U.N.", "United Nations", "the United Nations"][..],
            &["SDF", "Syrian Democratic Forces"],
            &["ISIS", "ISIL", "Daesh", "Islamic State", "IS"],
        ] {
            let found: Vec<_> = names.iter().map(|n| find(&plain(n))).collect();
            assert!(found[0].is_some() && found.iter().all(|f| *f == found[0]), "{names:?}");
        }
    }
}
