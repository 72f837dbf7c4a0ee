//! What a Rust source file may say, by where it lies.

use super::code::{bare, words};

/// The longest that a source file may be, in lines.
const MAX_LINES: usize = 400;

/// Names that no code in some part of the house may use.
struct Ban {
    /// The parts of the house, as beginnings of paths.
    places: &'static [&'static str],
    /// The places inside them where the names are at home.
    except: &'static [&'static str],
    /// Whether a word of the code is meant.
    word: fn(&str) -> bool,
    /// The promise.
    why: &'static str,
}

const BANS: [Ban; 3] = [
    Ban {
        places: &["crates/"],
        except: &["crates/app/src/browser.rs", "crates/app/src/browser/", "crates/worker/"],
        word: |word| {
            ["web_sys", "js_sys", "wasm_bindgen", "gloo"].iter().any(|name| word.starts_with(name))
        },
        why: "only app/src/browser and worker speak to the browser",
    },
    Ban {
        places: &[""],
        except: &[],
        word: |word| word == "from_html_unchecked",
        why: "text becomes text nodes, never markup",
    },
    Ban {
        places: &["crates/core/", "crates/formats/", "crates/view/"],
        except: &[],
        word: |word| matches!(word, "SystemTime" | "Instant" | "HashMap" | "HashSet"),
        why: "same input, same bytes: no clock and no hash order in core, formats and view",
    },
];

/// Paths that no code in core, formats and view may name.
const OUTSIDE: [&str; 6] =
    ["std::time", "std::fs", "std::net", "std::env", "std::process", "std::thread"];

/// The broken promises of one file, each as `path:line: sentence`.
pub(super) fn check(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !text.starts_with("//!") {
        broken.push(format!("{path}:1: begins without a header (`//!`) that says what it is"));
    }
    let n_lines = text.lines().count();
    if n_lines > MAX_LINES {
        broken.push(format!("{path}:{n_lines}: is longer than {MAX_LINES} lines"));
    }
    for (line, number) in bare(text).lines().zip(1..) {
        let mut say = |sentence: &str| broken.push(format!("{path}:{number}: {sentence}"));
        for ban in BANS.iter().filter(|ban| ban.holds_in(path)) {
            if let Some(word) = words(line).find(|word| (ban.word)(word)) {
                say(&format!("names `{word}`: {}", ban.why));
            }
        }
        if is_pure(path) {
            for name in OUTSIDE.iter().filter(|name| line.contains(*name)) {
                say(&format!("names `{name}`: core, formats and view touch nothing outside"));
            }
        }
        if line.contains(".forget()") {
            say("calls `.forget()`: a listener belongs to a value that takes it back");
        }
    }
    broken
}

fn is_pure(path: &str) -> bool {
    ["crates/core/src/", "crates/formats/src/", "crates/view/src/"]
        .iter()
        .any(|place| path.starts_with(place))
}

impl Ban {
    fn holds_in(&self, path: &str) -> bool {
        let inside = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
        inside(self.places) && !inside(self.except)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_promise_is_held_where_it_holds() {
        let header = "//! A file.\n";
        for (path, code, n_broken) in [
            ("crates/core/src/a.rs", "fn a() {}", 0),
            ("crates/app/src/a.rs", "use web_sys::Window;", 1),
            ("crates/app/src/a.rs", "use gloo_events::EventListener;", 1),
            ("crates/app/src/a.rs", "// web_sys is not used here", 0),
            ("crates/app/src/a.rs", "let a = \"web_sys\";", 0),
            ("crates/app/src/browser/a.rs", "use web_sys::Window;", 0),
            ("crates/worker/src/a.rs", "use js_sys::Array;", 0),
            ("xtask/src/a.rs", "use wasm_bindgen_cli_support::Bindgen;", 0),
            ("xtask/src/a.rs", "Html::from_html_unchecked(a)", 1),
            ("crates/app/src/browser/a.rs", "closure.forget();", 1),
            ("crates/core/src/a.rs", "use std::collections::HashMap;", 1),
            ("crates/cli/src/a.rs", "use std::collections::HashMap;", 0),
            ("crates/view/src/a.rs", "std::time::Instant::now()", 2),
            ("crates/formats/src/a.rs", "std::fs::read(a)", 1),
        ] {
            let broken = check(path, &format!("{header}{code}\n"));
            assert_eq!(broken.len(), n_broken, "{path}: {code}: {broken:?}");
        }
    }

    #[test]
    fn a_file_has_a_header_and_an_end() {
        let long = format!("//! A file.\n{}", "\n".repeat(MAX_LINES));
        for (text, n_broken) in [("fn a() {}", 1), ("//! A file.", 0), (&long, 1)] {
            assert_eq!(check("crates/core/src/a.rs", text).len(), n_broken);
        }
    }
}
