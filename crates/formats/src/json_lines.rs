//! Articles that stand one to a line, each a JSON object.
//!
//! In go the bytes of a `.jsonl` file; out comes one article per good line and one problem per bad one.
//! `text` is taken exactly as it is: not cleaned, not trimmed, not even when it is empty.
//! A bad optional field costs that field alone, a bad line that line alone.

use crate::problem::{Problem, ProblemKind};
use crate::reading::{Reading, base_name};
use dateline_core::article::{Article, Date};
use serde_json::{Map, Value};

/// Reads every line of the file.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    for (line_idx, line) in bytes.split(|b| *b == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let number = line_idx + 1;
        let mut report = |kind| {
            let problem = Problem { file: name.to_owned(), line: Some(number), kind };
            reading.problems.push(problem);
        };
        match article(line, || format!("{}:{number}", base_name(name)), &mut report) {
            Ok(article) => reading.articles.push(article),
            Err(kind) => report(kind),
        }
    }
    reading
}

/// Reads one line; what costs only a field is reported, what costs the line is returned.
fn article(
    line: &[u8],
    default_key: impl FnOnce() -> String,
    report: &mut impl FnMut(ProblemKind),
) -> Result<Article, ProblemKind> {
    let line = core::str::from_utf8(line)
        .map_err(|error| ProblemKind::NotUtf8 { offset: error.valid_up_to() })?;
    let mut fields = match serde_json::from_str(line).map_err(|error| broken(&error))? {
        Value::Object(fields) => fields,
        other => return Err(ProblemKind::NotAnObject { found: type_of(&other) }),
    };
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        None | Some(Value::Null) => return Err(ProblemKind::NoText),
        Some(other) => return Err(ProblemKind::TextNotAString { found: type_of(&other) }),
    };
    let key = match fields.remove("id") {
        Some(Value::String(id)) if !id.is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        None | Some(Value::Null | Value::String(_)) => default_key(),
        Some(other) => {
            report(wrong_type("id", "a string or a number", &other));
            default_key()
        }
    };
    let title = string(&mut fields, "title", report);
    Ok(Article {
        outlet: string(&mut fields, "outlet", report),
        agency: string(&mut fields, "agency", report),
        byline: string(&mut fields, "byline", report),
        published: string(&mut fields, "published", report).and_then(|value| {
            let date = iso_day(&value);
            if date.is_none() {
                report(ProblemKind::NotADate { field: "published", value });
            }
            date
        }),
        url: string(&mut fields, "url", report),
        language: string(&mut fields, "language", report),
        ..Article::new(key, title, text)
    })
}

/// Takes an optional string out of the object; an empty one counts as absent.
fn string(
    fields: &mut Map<String, Value>,
    field: &'static str,
    report: &mut impl FnMut(ProblemKind),
) -> Option<String> {
    match fields.remove(field)? {
        Value::String(value) => {
            let value = value.trim();
            (!value.is_empty()).then(|| value.to_owned())
        }
        Value::Null => None,
        other => {
            report(wrong_type(field, "a string", &other));
            None
        }
    }
}

/// The day of an ISO 8601 date, or of a longer ISO timestamp.
fn iso_day(value: &str) -> Option<Date> {
    let (day, rest) = value.split_at_checked(10)?;
    let is_time = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    is_time.then(|| day.parse().ok())?
}

fn wrong_type(field: &'static str, wanted: &'static str, found: &Value) -> ProblemKind {
    ProblemKind::WrongType { field, wanted, found: type_of(found) }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What the parser says, without its line, which is always the first.
fn broken(error: &serde_json::Error) -> ProblemKind {
    let said = error.to_string();
    let reason = said.split(" at line ").next().unwrap_or(&said).to_owned();
    ProblemKind::BrokenJson { reason, column: error.column() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(input: &[u8]) -> Vec<String> {
        read("notes.jsonl", input).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_text_is_taken_exactly_as_it_is() {
        let text = " \u{a0}Two  spaces,\r\na line\n\n\u{200b}and a tail \n";
        let line = serde_json::json!({ "id": "a", "text": text }).to_string();
        let reading = read("notes.jsonl", line.as_bytes());
        assert_eq!(reading.articles[0].text, text);
        assert!(reading.problems.is_empty());
    }

    #[test]
    fn keys_come_from_the_line_or_its_number() {
        for (line, key) in [
            (r#"{"id":"a-1","text":""}"#, "a-1"),
            (r#"{"id":17,"text":""}"#, "17"),
            (r#"{"text":"","unknown":[1]}"#, "notes.jsonl:1"),
            (r#"{"id":null,"text":""}"#, "notes.jsonl:1"),
        ] {
            let reading = read("folder/notes.jsonl", line.as_bytes());
            assert_eq!(reading.articles[0].key, key, "{line}");
            assert!(reading.problems.is_empty(), "{line}");
        }
    }

    #[test]
    fn optional_fields_are_read() {
        let line = r#"{"text":"T","title":" A title ","outlet":"","agency":"Reuters","byline":"A. B.",
            "published":"2026-01-28T10:00:00Z","url":"https://example.org/a","language":"en"}"#;
        let line = line.replace('\n', " ");
        let article = read("notes.jsonl", line.as_bytes()).articles.remove(0);
        assert_eq!(article.title.as_deref(), Some("A title"));
        assert_eq!(article.outlet, None);
        assert_eq!(article.agency.as_deref(), Some("Reuters"));
        assert_eq!(article.byline.as_deref(), Some("A. B."));
        assert_eq!(article.published, Date::new(2026, 1, 28));
        assert_eq!(article.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(article.language.as_deref(), Some("en"));
    }

    #[test]
    fn a_bad_line_costs_that_line_alone() {
        let input = b"{\"text\":\"one\"}\n{\"id\" 3}\r\n\n\xff\xfe\n[1]\n{\"id\":1}\n{\"text\":5}\n{\"text\":\"two\",\"published\":\"soon\",\"title\":7}";
        assert_eq!(
            sentences(input),
            [
                "notes.jsonl, line 2: not valid JSON (expected `:` at column 7); fix or remove the line",
                "notes.jsonl, line 4: not UTF-8 text from byte 0 on; save it as UTF-8",
                "notes.jsonl, line 5: the line is a list, not an object like `{\"id\":…,\"text\":…}`; fix or remove the line",
                "notes.jsonl, line 6: the article has no `text`; add it or remove the line",
                "notes.jsonl, line 7: `text` is a number, not a string; correct it or remove the line",
                "notes.jsonl, line 8: `title` is a number, not a string; correct it or leave it out",
                "notes.jsonl, line 8: `published` is not a date like 2026-01-28 (\"soon\"); correct it or leave it out",
            ]
        );
        let texts: Vec<_> =
            read("notes.jsonl", input).articles.into_iter().map(|a| a.text).collect();
        assert_eq!(texts, ["one", "two"]);
    }
}
