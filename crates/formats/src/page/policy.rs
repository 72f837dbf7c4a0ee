//! The content security policy of a single file.
//!
//! It allows one style sheet and one script, each by the hash of its text, and the compilation of wasm; it allows no request of any kind.
//! It stands in the head before everything that it governs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy for a page whose only inline style and script are these, byte for byte.
pub(super) fn policy(style: &str, script: &str) -> String {
    let script = hash(script);
    let style = hash(style);
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; worker-src blob:; \
         style-src '{style}'; img-src data: blob:; font-src data:; connect-src 'none'; \
         form-action 'none'; base-uri 'none'; object-src 'none'; frame-src 'none'"
    )
}

/// A hash source of CSP 3, section 2.3.1.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
