//! How the set is listed, in the address: `by` and `view` say what the column shows, `sort` in which order, `of` whom its panel is about.

use super::{LONGEST_VALUE, Read, drop_key, percent};
use crate::listing::{EntityId, Listing};
use crate::state::State;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey};
use dateline_core::search::Order;

const BY: &str = "by";
const VIEW: &str = "view";
const SORT: &str = "sort";
const OF: &str = "of";

/// In the order in which they are printed and read: what is shown is known before its order.
const KEYS: [&str; 4] = [VIEW, BY, SORT, OF];

/// Every listing but the default, with its key and value; a concordance has its order besides.
const NAMED: [(Listing, &str, &str); 6] = [
    (Listing::Concordance(Order::Text), VIEW, "concordance"),
    (Listing::Statements, VIEW, "statements"),
    (Listing::Place, BY, "place"),
    (Listing::Date, BY, "date"),
    (Listing::Speaker, BY, "speaker"),
    (Listing::Best, SORT, "best"),
];
const SIDES: [(Order, &str); 2] = [(Order::Left, "left"), (Order::Right, "right")];

/// Keys and values of a state.
pub(super) fn print(state: &State) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    let (listing, order) = match state.listing {
        Listing::Concordance(order) => (Listing::Concordance(Order::Text), Some(order)),
        other => (other, None),
    };
    let named = NAMED.iter().find(|(named, ..)| *named == listing);
    pairs.extend(named.map(|(_, key, value)| (*key, (*value).to_owned())));
    let side = SIDES.iter().find(|(side, _)| Some(*side) == order);
    pairs.extend(side.map(|(_, value)| (SORT, (*value).to_owned())));
    pairs.extend(state.of.as_ref().map(|of| (OF, format!("{}:{}", of.key.as_str(), of.id))));
    pairs
}

/// Whether a key is one of these.
pub(super) fn is_key(key: &str) -> bool {
    KEYS.contains(&key)
}

/// Reads all of these keys at once, because an order needs something that is ordered.
pub(super) fn read(pairs: &[(&str, &str)], corpus: &Corpus, out: &mut Read) {
    for wanted in KEYS {
        for &(key, raw) in pairs.iter().filter(|(key, _)| *key == wanted) {
            let value = percent::decode(raw).filter(|value| value.len() <= LONGEST_VALUE);
            if !value.is_some_and(|value| read_key(key, &value, corpus, out)) {
                drop_key(key, raw, &mut out.notices);
            }
        }
    }
}

fn read_key(key: &str, value: &str, corpus: &Corpus, out: &mut Read) -> bool {
    if key == OF {
        let of = entity(value, corpus);
        let is_held = of.is_some();
        out.of = of.or(out.of.take());
        return is_held;
    }
    let side = SIDES.iter().find(|(_, name)| key == SORT && *name == value);
    let next = match (side, out.listing) {
        (Some((order, _)), Listing::Concordance(_)) => Some(Listing::Concordance(*order)),
        (Some(_), _) => None,
        _ => NAMED.iter().find(|(_, k, v)| (*k, *v) == (key, value)).map(|(named, ..)| *named),
    };
    // A second value of one key counts, but statements have no groups, and groups are not ranked.
    let fits = |listing: Listing| match listing {
        Listing::Article => true,
        Listing::Statements | Listing::Concordance(Order::Text) => key == VIEW,
        Listing::Concordance(_) | Listing::Best => key == SORT,
        Listing::Place | Listing::Date | Listing::Speaker => key == BY,
    };
    let next = next.filter(|_| side.is_some() || fits(out.listing));
    out.listing = next.unwrap_or(out.listing);
    next.is_some()
}

/// `place:qamishli`, when the corpus holds it.
fn entity(value: &str, corpus: &Corpus) -> Option<EntityId> {
    let (key, id) = value.split_once(':')?;
    let key = EntityId::KINDS.into_iter().find(|kind: &FacetKey| kind.as_str() == key)?;
    facet::find(corpus, key, id)?;
    Some(EntityId { key, id: id.to_owned() })
}
