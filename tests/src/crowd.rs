//! A corpus of as many places as one likes, for measurements.
//!
//! In: how many places, and the atlas of a page. Out: articles of short sentences, each of which names one place.
//! The places are made up: names of a few syllables, clumped as people are, each in the country of the atlas that is nearest.
//! Each is named once, and a quarter as many mentions again go to few of them (Zipf).

use dateline_core::annotate::{Confidence, MentionRole};
use dateline_core::article::{Article, Date};
use dateline_core::corpus::{CorpusData, CorpusPlaceIdx, Mention, Record};
use dateline_core::gazetteer::{CountryCode, Place, PlaceId, PlaceKind, Spellings};
use dateline_core::geo::LatLon;
use dateline_core::text::Span;

use crate::points::Points;

/// Sentences to an article.
const N_SENTENCES: usize = 20;
/// Clumps this much wider than towns: places are spread over a region, not over streets.
const SPREAD: f64 = 60.0;

const SENTENCES: [(&str, &str); 6] = [
    ("The road to ", " was open again on Monday."),
    ("Traders in ", " waited for the first trucks."),
    ("Two schools near ", " opened their doors."),
    ("Rain was expected around ", " in the evening."),
    ("The council of ", " meets twice a year."),
    ("People left ", " for the coast."),
];

const SYLLABLES: [&str; 24] = [
    "ba", "da", "ka", "lo", "mi", "na", "or", "ra", "sa", "ti", "ve", "zu", "an", "bel", "dor",
    "el", "har", "kun", "mar", "nor", "qa", "sul", "tan", "wen",
];

/// The corpus; the same number and atlas make the same corpus.
pub fn crowd(n_places: usize, atlas: Vec<Place>) -> CorpusData {
    let mut points = Points::new(20_260_129);
    let spots = points.clumped(n_places, SPREAD);
    let countries: Vec<(LatLon, CountryCode)> = atlas
        .iter()
        .filter(|place| place.kind == PlaceKind::Country)
        .filter_map(|place| Some((place.point?, place.country?)))
        .collect();
    let places: Vec<Place> = spots
        .into_iter()
        .enumerate()
        .filter_map(|(i, at)| {
            Some(Place {
                id: PlaceId::new(&format!("made-{i:07}"))?,
                name: name(&mut points),
                kind: PlaceKind::Town,
                country: nearest(&countries, at),
                division: None,
                point: Some(at),
                prominence: 4,
                spellings: Spellings::default(),
            })
        })
        .collect();
    let mentions = order(&mut points, places.len());
    let records = mentions
        .chunks(N_SENTENCES)
        .enumerate()
        .map(|(number, named)| record(number, named, &places))
        .collect();
    CorpusData {
        title: format!("{n_places} places"),
        records,
        places,
        atlas,
        ..CorpusData::default()
    }
}

/// Which places are named one after the other.
fn order(points: &mut Points, n_places: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n_places).collect();
    for i in (1..order.len()).rev() {
        order.swap(i, points.below(i + 1));
    }
    for _ in 0..n_places / 4 {
        // The power of a uniform share: a few ranks get most.
        let rank = (n_places as f64).powf(points.part()) as usize;
        let at = points.below(order.len());
        order.insert(at, rank.min(n_places.saturating_sub(1)));
    }
    order
}

fn record(number: usize, named: &[usize], places: &[Place]) -> Record {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for (i, &place) in named.iter().enumerate() {
        let (before, after) = SENTENCES[(number + i) % SENTENCES.len()];
        text.push_str(if i == 0 { "" } else { " " });
        text.push_str(before);
        let start = text.len();
        text.push_str(&places[place].name);
        mentions.push(Mention {
            span: Span::new(start, text.len()),
            place: CorpusPlaceIdx(u32::try_from(place).unwrap_or(u32::MAX)),
            confidence: Confidence::from_hundredths(90),
            metonym: false,
            role: MentionRole::Story,
            weighing: 0,
        });
        text.push_str(after);
    }
    let title = Some(format!("Notes from the road, number {number}"));
    let day = Date::new(2026, 1, 1).and_then(|d| d.plus_days((number % 28) as i32));
    let article = Article {
        outlet: Some(format!("Wire {}", number % 9)),
        published: day,
        ..Article::new(format!("{number}"), title, text)
    };
    Record { mentions, ..Record::new(article) }
}

fn name(points: &mut Points) -> String {
    let n = 2 + points.below(3);
    let name: String = (0..n).map(|_| SYLLABLES[points.below(SYLLABLES.len())]).collect();
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

/// By the plain distance of degrees, which is good enough for made-up places.
fn nearest(countries: &[(LatLon, CountryCode)], at: LatLon) -> Option<CountryCode> {
    let away = |of: &LatLon| (of.lat - at.lat).hypot(of.lon - at.lon);
    let nearest = countries.iter().min_by(|(a, _), (b, _)| away(a).total_cmp(&away(b)))?;
    Some(nearest.1)
}
