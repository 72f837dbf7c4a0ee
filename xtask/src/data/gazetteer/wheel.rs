//! A Python wheel as a set of files: found in the cache or fetched, checked, unpacked in memory.
//!
//! In go a cache folder and a package's name, version and SHA-256, out come files by their path inside the archive.
//! Guarantee: nothing is read from an archive with another hash. It runs no code of a package; `pip download` only downloads.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde::de::DeserializeOwned;

use crate::package::sha256_hex;

/// A wheel: a zip archive.
pub(super) struct Wheel {
    bytes: Vec<u8>,
}

impl Wheel {
    pub(super) fn open(cache: &Path, (name, version, sha256): (&str, &str, &str)) -> Result<Self> {
        let archive = cache.join(format!("{name}-{version}-py3-none-any.whl"));
        if !archive.exists() {
            fetch(cache, &format!("{name}=={version}"))?;
        }
        let bytes =
            fs::read(&archive).with_context(|| format!("cannot read {}", archive.display()))?;
        let found = sha256_hex(&bytes);
        ensure!(found == sha256, "{} has SHA-256 {found}, expected {sha256}", archive.display());
        Ok(Self { bytes })
    }

    /// A JSON file by its path inside the wheel.
    pub(super) fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let file = self.file(path).with_context(|| format!("cannot unpack {path}"))?;
        serde_json::from_slice(&file).with_context(|| path.to_owned())
    }

    /// A file by way of the archive's directory, which stands at its end.
    fn file(&self, path: &str) -> Result<Vec<u8>> {
        let end = self.bytes.windows(4).rposition(|w| w == b"PK\x05\x06");
        let end = end.context("the archive has no directory")?;
        let mut at = self.number(end + 16, 4)?;
        for _ in 0..self.number(end + 10, 2)? {
            ensure!(self.bytes.get(at..at + 4) == Some(b"PK\x01\x02"), "a broken directory");
            let (n_name, n_extra) = (self.number(at + 28, 2)?, self.number(at + 30, 2)?);
            let n_comment = self.number(at + 32, 2)?;
            if self.bytes.get(at + 46..at + 46 + n_name) == Some(path.as_bytes()) {
                let (method, n_packed) = (self.number(at + 10, 2)?, self.number(at + 20, 4)?);
                return self.content(self.number(at + 42, 4)?, method, n_packed);
            }
            at += 46 + n_name + n_extra + n_comment;
        }
        bail!("the archive has no file {path}")
    }

    fn content(&self, header: usize, method: usize, n_packed: usize) -> Result<Vec<u8>> {
        let start = header + 30 + self.number(header + 26, 2)? + self.number(header + 28, 2)?;
        let packed = self.bytes.get(start..start + n_packed).context("a file is cut short")?;
        match method {
            0 => Ok(packed.to_owned()),
            8 => {
                let mut content = Vec::new();
                flate2::read::DeflateDecoder::new(packed).read_to_end(&mut content)?;
                Ok(content)
            }
            other => bail!("method {other} of packing is not known"),
        }
    }

    /// A number, lowest byte first.
    fn number(&self, at: usize, n_bytes: usize) -> Result<usize> {
        let bytes = self.bytes.get(at..at + n_bytes).context("the archive is cut short")?;
        Ok(bytes.iter().rev().fold(0, |value, byte| value << 8 | usize::from(*byte)))
    }
}

fn fetch(cache: &Path, package: &str) -> Result<()> {
    fs::create_dir_all(cache)?;
    let status = Command::new("python3")
        .args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", package])
        .current_dir(cache)
        .status()
        .context("python3 with pip is needed to fetch GeoNames' places again, and it was not found; building the program does not need it")?;
    ensure!(status.success(), "`pip download {package}` failed");
    Ok(())
}
