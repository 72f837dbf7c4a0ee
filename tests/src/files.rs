//! Where things lie in a checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    // Cargo sets it for what it runs; the built-in value serves a program that is started by hand.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The folder of finished products.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The single file with the bundled corpus.
pub fn page() -> PathBuf {
    dist().join("dateline.html")
}

/// The folder for tools that are not Rust's own.
pub fn tools() -> PathBuf {
    root().join("target").join("tools")
}

/// The script of axe-core, which `cargo xtask test` puts there when it can fetch it.
pub fn axe() -> PathBuf {
    tools().join("axe-core.min.js")
}

/// A program on PATH or in the folder of tools.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = tools();
    std::env::split_paths(&path)
        .chain([tools.join("bin"), tools.join("node_modules").join(".bin")])
        .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// The `file://` address of a file.
pub fn file_address(path: &Path) -> String {
    let mut address = String::from("file://");
    let text = path.to_string_lossy().replace('\\', "/");
    if !text.starts_with('/') {
        address.push('/');
    }
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' | b':' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files_are_encoded() {
        assert_eq!(file_address(Path::new("/a b/ü.html")), "file:///a%20b/%C3%BC.html");
    }
}
