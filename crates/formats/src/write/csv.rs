//! One row per mention of a place, as CSV (RFC 4180).
//!
//! In go an article and its annotations; out come rows that end in CR LF, with cells in quotes where they need them.
//! A text cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe in front; numbers stay numbers.

use super::chars::CharOffsets;
use dateline_core::annotate::{Annotations, PlaceMention};
use dateline_core::article::Article;
use dateline_core::gazetteer::CountryCode;

/// The names of the columns, with the end of their line.
pub const HEAD: &str = "article,outlet,published,start,end,surface,id,name,lat,lon,kind,country,confidence,metonym\r\n";

/// The rows of one article, in the order of its text.
pub fn rows(article: &Article, annotations: &Annotations) -> String {
    let spans = annotations.places.iter().map(|mention| mention.span);
    let offsets = CharOffsets::new(&article.text, spans);
    let mut out = String::new();
    for mention in &annotations.places {
        if let Some(cells) = cells(mention, article, annotations, &offsets) {
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

fn cells(
    mention: &PlaceMention,
    article: &Article,
    annotations: &Annotations,
    offsets: &CharOffsets,
) -> Option<[String; 14]> {
    let place = annotations.place(mention.place)?;
    let (start, end) = offsets.of(mention.span);
    let degrees = |value: Option<f64>| value.map(|degrees| degrees.to_string()).unwrap_or_default();
    Some([
        text(&article.key),
        text(article.outlet.as_deref().unwrap_or_default()),
        article.published.map(|date| date.to_string()).unwrap_or_default(),
        start.to_string(),
        end.to_string(),
        text(mention.span.of(&article.text)),
        text(place.id.as_str()),
        text(&place.name),
        degrees(place.point.map(|point| point.lat)),
        degrees(place.point.map(|point| point.lon)),
        text(place.kind.as_str()),
        text(place.country.as_ref().map(CountryCode::as_str).unwrap_or_default()),
        mention.confidence.as_f64().to_string(),
        mention.metonym.to_string(),
    ])
}

/// A cell of text.
fn text(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = value.parse::<f64>().is_ok_and(f64::is_finite);
    let guard = if is_formula && !is_number { "'" } else { "" };
    if value.contains(['"', ',', '\n', '\r']) || value != value.trim() {
        format!("\"{guard}{}\"", value.replace('"', "\"\""))
    } else {
        format!("{guard}{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn rows_of_an_article() {
        let (mut article, annotations) = fixture::annotated();
        article.outlet = Some("The \"Rain\", daily".into());
        assert_eq!(
            rows(&article, &annotations),
            "rain.txt,\"The \"\"Rain\"\", daily\",2025-03-03,5,13,Qamishli,qamishli,Qamishli,37.05,41.22,city,SY,0.93,false\r\n\
             rain.txt,\"The \"\"Rain\"\", daily\",2025-03-03,35,42,Nowhere,nowhere,Nowhere,,,village,,0.4,false\r\n"
        );
        assert_eq!(HEAD.split(',').count(), 14);
    }

    #[test]
    fn cells_do_not_run() {
        for (value, cell) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("@sum", "'@sum"),
            ("-x, y", "\"'-x, y\""),
            ("\t=1", "\"'\t=1\""),
            ("-5.5", "-5.5"),
            ("+1", "+1"),
            ("-inf", "'-inf"),
            ("a\nb", "\"a\nb\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            assert_eq!(text(value), cell, "{value:?}");
        }
    }
}
