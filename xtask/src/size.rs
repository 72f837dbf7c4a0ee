//! `cargo xtask size`: sizes of program and page, held to their budgets.

use std::fs;

use anyhow::{Context as _, Result, bail};
use dateline_formats::page;
use dateline_tests::files;

use crate::paths::read;

/// A measured size.
pub(crate) struct Size {
    what: &'static str,
    bytes: u64,
    /// None: only told.
    budget: Option<u64>,
}

/// Prints the table and fails when something is too large.
pub(crate) fn run() -> Result<()> {
    let sizes = measure()?;
    print(&sizes);
    check(&sizes)
}

/// Measures what `cargo xtask build` made.
pub(crate) fn measure() -> Result<Vec<Size>> {
    let file = files::page();
    let page = read(&file).context("`cargo xtask build` makes it")?;
    let packed = page::packed_sizes(&page)?;
    let whole = fs::metadata(&file)?.len();
    Ok(vec![
        Size { what: "program (gzip)", bytes: packed.program, budget: Some(400_000) },
        Size { what: "worker (gzip)", bytes: packed.worker, budget: Some(700_000) },
        Size { what: "knowledge (gzip)", bytes: packed.knowledge, budget: None },
        // 350 KB and 400 KB as they lie in the page, in base64.
        Size { what: "base map (gzip)", bytes: packed.basemap, budget: Some(262_500) },
        Size { what: "its detail (gzip)", bytes: packed.detail, budget: Some(300_000) },
        Size { what: "articles (gzip)", bytes: packed.corpus, budget: None },
        Size { what: "the single file", bytes: whole, budget: Some(5_000_000) },
    ])
}

/// Prints the table.
pub(crate) fn print(sizes: &[Size]) {
    for Size { what, bytes, budget } in sizes {
        let bytes = thousands(*bytes);
        match budget {
            Some(budget) => {
                println!("{what:<17} {bytes:>10} bytes of at most {}", thousands(*budget));
            }
            None => println!("{what:<17} {bytes:>10} bytes"),
        }
    }
}

/// Fails when something is larger than its budget.
pub(crate) fn check(sizes: &[Size]) -> Result<()> {
    for Size { what, bytes, budget } in sizes {
        if budget.is_some_and(|budget| *bytes > budget) {
            bail!("{what} is over its budget");
        }
    }
    Ok(())
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn a_budget_is_kept_to_the_byte() {
        let size = |bytes| [Size { what: "x", bytes, budget: Some(10) }];
        assert!(check(&size(10)).is_ok() && check(&size(11)).is_err());
    }
}
