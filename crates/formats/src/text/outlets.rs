//! Who publishes and who supplies news: curated tables of outlets and agencies.
//!
//! In goes a host, a name or an abbreviation; out comes the name that readers know.
//! What is in neither table is unknown: no name is ever made out of a host.

use std::sync::LazyLock;

/// One line of `outlets.tsv`.
struct Outlet {
    hosts: Vec<&'static str>,
    name: &'static str,
    others: Vec<&'static str>,
}

/// One line of `agencies.tsv`.
struct Agency {
    name: &'static str,
    others: Vec<&'static str>,
    photo_only: bool,
}

static OUTLETS: LazyLock<Vec<Outlet>> = LazyLock::new(|| {
    rows(include_str!("outlets.tsv"))
        .map(|[hosts, name, others]| Outlet { hosts: list(hosts), name, others: list(others) })
        .collect()
});

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    rows(include_str!("agencies.tsv"))
        .map(|[name, others, mark]| Agency {
            name,
            others: list(others),
            photo_only: mark == "photo",
        })
        .collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t').map(str::trim);
        Some([cells.next()?, cells.next()?, cells.next().unwrap_or_default()])
    })
}

fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split(',').filter(|item| !item.is_empty()).collect()
}

/// The outlet at the host of an address; sub-domains count as their domain.
pub(super) fn outlet_at(url: &str) -> Option<&'static str> {
    let behind = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = behind.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    // The longest matching host wins: a section may be an outlet of its own.
    let is_host = |known: &&str| {
        host.strip_suffix(*known).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    let known = |outlet: &'static Outlet| {
        let len = outlet.hosts.iter().filter(|h| is_host(h)).map(|h| h.len()).max()?;
        Some((len, outlet.name))
    };
    OUTLETS.iter().filter_map(known).max_by_key(|(len, _)| *len).map(|(_, name)| name)
}

/// The outlet with this name or abbreviation, written as readers know it.
pub(super) fn outlet_named(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let is_name = |known: &str| same_name(known, name);
    OUTLETS
        .iter()
        .find(|outlet| is_name(outlet.name) || outlet.others.iter().any(|other| is_name(other)))
        .map(|outlet| outlet.name)
}

/// The agency with this name or abbreviation; not one that supplies pictures alone.
pub(super) fn agency_named(name: &str) -> Option<&'static str> {
    agency(name).filter(|agency| !agency.photo_only).map(|agency| agency.name)
}

/// Whether a name stands below pictures: an agency's, or a picture service's.
pub(super) fn supplies_pictures(name: &str) -> bool {
    agency(name).is_some()
}

fn agency(name: &str) -> Option<&'static Agency> {
    let name = name.trim();
    let is_name = |known: &str| same_name(known, name);
    AGENCIES
        .iter()
        .find(|agency| is_name(agency.name) || agency.others.iter().any(|other| is_name(other)))
}

/// Abbreviations are compared letter by letter, longer names without regard to case.
fn same_name(known: &str, name: &str) -> bool {
    let letters = known.chars().count();
    let lower = |s: &'_ str| s.chars().flat_map(char::to_lowercase).collect::<String>();
    known == name
        || (letters > 4 && known.len().abs_diff(name.len()) <= 4 && lower(known) == lower(name))
        || ((3..=4).contains(&letters)
            && known.chars().flat_map(char::to_uppercase).eq(name.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (url, name) in [
            ("https://www.middleeasteye.net/news/a", Some("Middle East Eye")),
            ("http://user@english.alarabiya.net:80/x", Some("Al Arabiya")),
            ("https://news.sky.com", Some("Sky News")),
            ("today.lorientlejour.com/article/1", Some("L'Orient Today")),
            ("https://www.lorientlejour.com/article/1", Some("L'Orient-Le Jour")),
            ("https://notreuters.com/a", None),
            ("https://example.org/reuters.com", None),
            ("", None),
        ] {
            assert_eq!(outlet_at(url), name, "{url}");
        }
    }

    #[test]
    fn names() {
        assert_eq!(outlet_named("MEE"), Some("Middle East Eye"));
        assert_eq!(outlet_named("middle east eye"), Some("Middle East Eye"));
        assert_eq!(outlet_named("mee"), None);
        assert_eq!(agency_named("REUTERS"), Some("Reuters"));
        assert_eq!(agency_named("AP"), Some("Associated Press"));
        assert_eq!(agency_named("رويترز"), Some("Reuters"));
        assert_eq!(agency_named("Getty Images"), None);
        assert!(supplies_pictures("Getty Images"));
        assert_eq!(agency_named("ap"), None);
    }

    #[test]
    fn the_tables_are_well_formed() {
        assert!(OUTLETS.len() > 150);
        let mut hosts: Vec<_> = OUTLETS.iter().flat_map(|outlet| &outlet.hosts).collect();
        hosts.sort_unstable();
        assert!(hosts.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(OUTLETS.iter().all(|outlet| !outlet.name.is_empty() && !outlet.hosts.is_empty()));
    }
}
