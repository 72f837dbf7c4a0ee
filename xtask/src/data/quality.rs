//! `cargo xtask data quality`: how well the engine reads the development sets, as a page of the documentation and as the table in the page's About panel.
//!
//! In go the sets below `../shared/eval/dev` and the engine as it is; out come `docs/quality.md` and `crates/view/data/quality.tsv`.
//! The figures are those that `dateline evaluate` prints; speed is left out, because it differs from run to run.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::command;
use crate::paths;

/// The command that makes both files; it stands in them.
const COMMAND: &str = "cargo xtask data quality";
/// Head of the column that is not the same in two runs.
const SPEED: &str = "MB/s";
/// Gazetteers under which places are scored.
const GAZETTEERS: [&str; 2] = ["world", "pocket"];

/// Makes both files, or, with `check`, compares them with the committed ones.
pub(crate) fn run(check: bool) -> Result<()> {
    let sets = sets()?;
    let mut lines: Vec<Vec<String>> = Vec::new();
    for gazetteer in GAZETTEERS {
        let table = evaluate(&sets, gazetteer)?;
        let Some((head, rows)) = table.split_first() else { bail!("the table is empty") };
        if lines.is_empty() {
            lines.push(head.clone());
        }
        // Names without coordinates are read the same with either gazetteer: once is enough.
        let is_first = gazetteer == GAZETTEERS[0];
        let rows = rows.iter().filter(|row| is_first || is_of_places(row));
        lines.extend(rows.cloned().map(|row| with_gazetteer(row, gazetteer)));
    }
    let tsv = format!("# Made by `{COMMAND}`.\n{}", as_tsv(&lines));
    let root = paths::root();
    super::deliver(&root.join("crates/view/data/quality.tsv"), tsv.as_bytes(), check)?;
    super::deliver(&root.join("docs/quality.md"), as_page(&lines).as_bytes(), check)?;
    println!("{} figures of {} sets", lines.len() - 1, sets.len());
    Ok(())
}

fn sets() -> Result<Vec<PathBuf>> {
    let folder = paths::root().join("../shared/eval/dev");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        bail!("the development sets are not here: they are expected in ../shared/eval/dev");
    };
    let mut sets: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    sets.retain(|path| path.extension().is_some_and(|ext| ext == "jsonl"));
    sets.sort();
    Ok(sets)
}

/// The table of `dateline evaluate`, without the column of speed.
fn evaluate(sets: &[PathBuf], gazetteer: &str) -> Result<Vec<Vec<String>>> {
    let args = ["run", "--release", "-q", "-p", "dateline", "--", "evaluate", "--format", "tsv"];
    let mut cargo = command::cargo(args);
    cargo.args(["--gazetteer", gazetteer]).args(sets);
    let printed = command::output(&mut cargo, "dateline evaluate")?;
    let mut table: Vec<Vec<String>> =
        printed.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    if let Some(speed) = table.first().and_then(|head| head.iter().position(|cell| cell == SPEED)) {
        for line in &mut table {
            line.remove(speed);
        }
    }
    Ok(table)
}

fn is_of_places(row: &[String]) -> bool {
    row.get(1).is_some_and(|kind| kind.starts_with("places"))
}

/// The row with the gazetteer named behind its set.
fn with_gazetteer(mut row: Vec<String>, gazetteer: &str) -> Vec<String> {
    if is_of_places(&row)
        && let Some(set) = row.first_mut()
    {
        set.push_str(", ");
        set.push_str(gazetteer);
    }
    row
}

fn as_tsv(lines: &[Vec<String>]) -> String {
    lines.iter().map(|line| line.join("\t") + "\n").collect()
}

fn as_page(lines: &[Vec<String>]) -> String {
    let mut page = format!("{}\n", HEADER.replace("{COMMAND}", COMMAND));
    for (idx, line) in lines.iter().enumerate() {
        page += &format!("| {} |\n", line.join(" | "));
        if idx == 0 {
            let rule: Vec<&str> =
                (0..line.len()).map(|column| if column < 2 { "---" } else { "--:" }).collect();
            page += &format!("| {} |\n", rule.join(" | "));
        }
    }
    page
}

const HEADER: &str = "\
<!-- Made by `{COMMAND}`. Do not edit. -->
# How well the engine reads

Measured on public text that people have marked.
The tagger was not trained on it, though its errors there were read while rules were made.
What tells spellings of one name apart was learned on these very name pairs; cross-validated by name it reaches .904 (Arabic) and .921 (Russian), as `cargo xtask train-names` prints.
`dateline evaluate GOLD.jsonl` prints the same table for any file of this form, with its speed and the calibration of the confidence.

- P, R, F1: precision, recall and their harmonic mean, the span exactly as marked; with `~`, any overlap counts.
- value: F1 of dates with the right value, or of quotations with the right speaker.
- acc@161: of the places found, the share that was put within 161 km (100 miles) of the marked point.
- R@161: of all marked places, the share that was found and put there.
- median, mean: kilometres from the marked point.
- ECE: expected calibration error, the mean distance between confidence and share of right answers.
- \"with associated\": demonyms and names of places inside other names count as places too, as some sets want.

`world` knows towns of more than 500 people, `pocket` those of more than 15,000.
";
