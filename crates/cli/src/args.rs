//! The command line: one definition drives parser and help.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns news articles into one HTML file to search, map and pass on; nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make one HTML file from articles
    Build(BuildArgs),
    /// Print what the articles say about places
    Extract(ExtractArgs),
    /// Score the engine on text that people have marked
    Evaluate(EvaluateArgs),
}

/// What to read.
#[derive(Debug, ClapArgs)]
pub(crate) struct Paths {
    /// Files or folders with articles (.txt, .md, .jsonl); `-` reads JSON Lines from standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) input: Paths,
    /// The HTML file to write
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// The title of the page [default: made from the articles]
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// A file with corrections, as a page saves it; they hold in the new page from the beginning
    #[arg(long, value_name = "FILE")]
    pub(crate) corrections: Option<PathBuf>,
    /// Which towns the page knows when articles are added to it; those given here are read with all of them
    #[arg(long, value_enum, default_value_t = Places::Pocket)]
    pub(crate) gazetteer: Places,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) input: Paths,
    /// What to print
    #[arg(long, value_enum, default_value_t = OutputFormat::Jsonl)]
    pub(crate) format: OutputFormat,
    /// Which places to know
    #[arg(long, value_enum, default_value_t = Places::World)]
    pub(crate) gazetteer: Places,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Places {
    /// Towns over 15,000 people
    Pocket,
    /// Places over 500 people
    World,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// One JSON object per article
    Jsonl,
    /// One row per mention of a place
    Csv,
    /// One point per place
    Geojson,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct EvaluateArgs {
    /// Gold files (.jsonl): documents with their marks, or pairs of names
    #[arg(required = true, value_name = "GOLD")]
    pub(crate) gold: Vec<PathBuf>,
    /// Which towns are known
    #[arg(long, value_enum, default_value_t = Places::World)]
    pub(crate) gazetteer: Places,
    /// How to print the table
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(crate) format: TableFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// Columns for the eye
    Text,
    /// Cells between tabs
    Tsv,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }
}
