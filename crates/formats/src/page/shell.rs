//! The shell: a complete page without articles.
//!
//! In: style sheet, scripts, icon, program and base map as they are.
//! Out: HTML with empty regions for title, description, first view and pack.
//! The policy stands before everything that it governs, and the script stands behind everything that it needs at once, so that the first view is parsed before anything runs.
//! What only the worker needs stands last.

use super::encode::{encode_block, encode_block_with, escape};
use super::policy::policy;
use super::region;

/// What the program is made of.
#[derive(Clone, Copy, Debug)]
pub struct ShellParts<'a> {
    /// The style sheet.
    pub css: &'a str,
    /// The loader: unpacks the program and starts it; runs after `bindgen_js` in the same script.
    pub loader_js: &'a str,
    /// The glue that wasm-bindgen writes for `--target no-modules`.
    pub bindgen_js: &'a str,
    /// The icon, as SVG.
    pub icon_svg: &'a str,
    /// Makes the DEFLATE streams of both programs: they are packed once and sent often.
    pub deflate: fn(&[u8]) -> Vec<u8>,
    /// The program.
    pub wasm: &'a [u8],
    /// The packed base map.
    pub basemap: &'a [u8],
    /// What reads articles that are added to the open page.
    pub worker: WorkerParts<'a>,
}

/// What the worker is made of.
#[derive(Clone, Copy, Debug)]
pub struct WorkerParts<'a> {
    /// Its script: glue and what answers the page's messages.
    pub script: &'a str,
    /// Its program.
    pub wasm: &'a [u8],
    /// What it knows besides what is part of its program: names (letters, digits and hyphens) and bytes.
    pub knowledge: &'a [(&'a str, &'a [u8])],
}

/// Shown where scripts are switched off; the first view stands above it.
const NO_SCRIPT: &str = "This page shows its map and answers questions with JavaScript, which is switched off here; what you see is its first view.";

/// Shown when the file ends before its program could start; the style sheet brings it up late, and a page that starts takes it away.
const INCOMPLETE: &str = "This page has not started. The file may be incomplete: ask for it again. What you see is its first view.";

/// The shell.
pub fn shell(parts: ShellParts<'_>) -> String {
    let style = inline(parts.css, "style");
    let script = inline(&format!("{}\n{}", parts.bindgen_js, parts.loader_js), "script");
    let mut page = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    for line in [
        "<meta charset=\"utf-8\">".to_owned(),
        meta_policy(&policy(&style, &script)),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
        "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
        "<meta name=\"referrer\" content=\"no-referrer\">".to_owned(),
        region::TITLE.around("Dateline"),
        region::DESCRIPTION.around(""),
        format!("<link rel=\"icon\" href=\"{}\">", icon_uri(parts.icon_svg)),
        format!("<style>{style}</style>"),
        "</head>\n<body>".to_owned(),
        region::FIRST_VIEW.around(""),
        format!("<p class=\"failure incomplete\" role=\"alert\">{}</p>", escape(INCOMPLETE)),
        format!("<noscript><p class=\"failure\">{}</p></noscript>", escape(NO_SCRIPT)),
        region::PROGRAM.around(&encode_block_with(parts.deflate, parts.wasm)),
        region::BASEMAP.around(&encode_block(parts.basemap)),
        region::DETAIL.around(""),
        region::CORPUS.around(""),
        format!("<script>{script}</script>"),
        // Asleep, and behind the script, so that nothing waits for them.
        region::WORKER_SCRIPT.around(&encode_block(parts.worker.script.as_bytes())),
        region::WORKER.around(&encode_block_with(parts.deflate, parts.worker.wasm)),
        region::with_knowledge(&knowledge(parts.worker.knowledge)),
        "</body>\n</html>".to_owned(),
    ] {
        page.push_str(&line);
        page.push('\n');
    }
    page
}

/// Blocks of knowledge in base64; a name loses what an id may not hold.
fn knowledge(blocks: &[(&str, &[u8])]) -> Vec<(String, String)> {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    blocks
        .iter()
        .map(|(name, bytes)| (name.chars().filter(is_plain).collect(), encode_block(bytes)))
        .collect()
}

fn meta_policy(policy: &str) -> String {
    // Double quotes hold it, because its own quotes are single; it has none of HTML's other marks.
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// A text as the content of `<style>` or `<script>`, in the very bytes that a browser hashes.
///
/// Browsers read a carriage return as a line feed, and end the element at its closing tag even inside a string; a script must also not open an HTML comment.
/// In CSS and in JavaScript a backslash before these characters changes nothing inside a string.
fn inline(text: &str, element: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
    let text = text.replace("<!--", "<\\!--");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("</") {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let name = after.get(1..1 + element.len()).unwrap_or_default();
        if name.eq_ignore_ascii_case(element) {
            out.push('\\');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// An SVG as a `data:` address: everything but letters, digits and a few safe marks is percent-encoded.
fn icon_uri(svg: &str) -> String {
    let mut uri = String::from("data:image/svg+xml,");
    for byte in svg.trim().bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'/'
            | b'='
            | b':'
            | b','
            | b';'
            | b'('
            | b')' => uri.push(char::from(byte)),
            b'\n' | b'\r' => {}
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
