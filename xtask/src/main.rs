//! Chores of the house: run, build, test, data, size, bench, screenshots, tidy.
//!
//! In: the checkout. Out: `dist/`, pictures, figures and verdicts, in plain sentences.
//! Everything that these commands need is either Rust's own or installed by them; what they cannot install they name.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use dateline_tests::many::Maker;

mod bench_map;
mod bench_search;
mod browsers;
mod build;
mod command;
mod data;
mod fuzz;
mod npm;
mod package;
mod paths;
mod run;
mod setup;
mod site;
mod size;
mod test;
mod tidy;
mod train;

/// Chores of the house.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Options {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the single file, serve it on this machine and open it.
    Run {
        /// Only build.
        #[arg(long)]
        no_serve: bool,
    },
    /// Build dist/shell.html and dist/dateline.html.
    Build,
    /// Run every check there is.
    Test {
        /// Leave the browsers out.
        #[arg(long)]
        skip_browsers: bool,
    },
    /// Check the promises that ARCHITECTURE.md makes for each crate.
    Tidy,
    /// Print the sizes of program and page, and hold them to their budgets.
    Size,
    /// Measure.
    Bench {
        /// What to measure.
        what: Bench,
        /// How many times.
        #[arg(long, default_value_t = 10)]
        times: u32,
    },
    /// Make up articles to measure with: JSON Lines that `dateline build` takes.
    MakeArticles {
        /// How many.
        n: usize,
        /// The folder for them.
        folder: PathBuf,
    },
    /// Make a data set anew from its sources.
    Data {
        /// Which one.
        set: data::Set,
        /// Write nothing, and fail when the stored one is not fresh.
        #[arg(long)]
        check: bool,
    },
    /// Feed the engine with bytes that a fuzzer makes.
    Fuzz {
        /// For how long.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Learn what it costs to turn one spelling of a name into another.
    TrainNames {
        /// The folder of the data; without it, `../shared/eval` beside the checkout.
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Train the tagger of names on the public sets beside the checkout, or say how good it is.
    Train(train::Options),
    /// Take the page's pictures in Chromium.
    Screenshots {
        /// The folder for them.
        #[arg(long, default_value = "docs/screenshots")]
        out: PathBuf,
    },
    /// Write what the hosted form takes from the single file into target/site (Trunk calls this).
    SiteData,
    /// Prove that dist/site, made by `trunk build --release`, opens over http.
    TestSite,
}

#[derive(Clone, Copy, ValueEnum)]
enum Bench {
    /// From opening the file to the page being ready.
    Start,
    /// Clusters of markers and frames of a moving map, beside npm packages that do the same.
    Map,
    /// Filters, search, scrolling and memory in pages of 10,000 and of 100,000 articles.
    Reading,
    /// Index and searches over 10,000 articles, beside npm packages that do the same.
    Search,
    /// The worker's speed, and the page's while 1,000 articles are dropped on it.
    Worker,
}

fn main() -> ExitCode {
    let done = match Options::parse().chore {
        Chore::Run { no_serve } => run::run(no_serve),
        Chore::Build => build::run(),
        Chore::Test { skip_browsers } => test::run(skip_browsers),
        Chore::Tidy => tidy::run(),
        Chore::Size => size::run(),
        Chore::Bench { what: Bench::Start, times } => browsers::bench_start(times),
        Chore::Bench { what: Bench::Map, times } => bench_map::run(times),
        Chore::Bench { what: Bench::Reading, .. } => browsers::bench_reading(),
        Chore::Bench { what: Bench::Search, .. } => bench_search::run(),
        Chore::Bench { what: Bench::Worker, times } => browsers::bench_worker(times),
        Chore::MakeArticles { n, folder } => make_articles(n, &folder),
        Chore::Data { set, check } => data::run(set, check),
        Chore::Fuzz { seconds } => fuzz::run(seconds),
        Chore::TrainNames { data } => train::names(data),
        Chore::Train(options) => train::run(&options),
        Chore::Screenshots { out } => browsers::screenshots(&out),
        Chore::SiteData => site::data(),
        Chore::TestSite => site::test(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn make_articles(n: usize, folder: &Path) -> Result<()> {
    let n_bytes = Maker::open()?.write(n, folder)?;
    println!("{n} articles with {:.1} MB of text", n_bytes as f64 / 1e6);
    Ok(())
}
