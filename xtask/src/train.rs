//! `cargo xtask train`: trains the tagger of names on the public sets beside the checkout, or says how good it is.
//!
//! In go the sets named in [`corpus::SETS`] from `../shared/eval`; out come `crates/core/data/tagger/tagger.pack` and the manifest beside it.
//! Same inputs, same bytes: one thread, a fixed order, no clock.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, ensure};
use clap::Args;
use dateline_core::gazetteer::GazetteerSource;
use dateline_core::knowledge::Knowledge;
use dateline_core::recognise::tagger::{ModelSource, N_LABELS, PassSource, Tagger};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::paths;

mod corpus;
mod crf;
mod features;
mod gold;
mod names;
mod quantise;
mod score;
mod spacing;

use corpus::Document;
use features::N_FOLDS;

/// What is asked for.
#[derive(Args)]
pub(crate) struct Options {
    /// Write nothing, and fail when the stored tagger was not made from these inputs.
    #[arg(long)]
    check: bool,
    /// Train without a part of the sets, and print how good the result is on that part.
    #[arg(long)]
    evaluate: bool,
    /// Only print how good a stored tagger is on the development sets.
    #[arg(long)]
    score: bool,
    /// How many times all samples are gone through.
    #[arg(long, default_value_t = 10)]
    rounds: u32,
    /// Print every wrong name of this set.
    #[arg(long)]
    show: Option<String>,
}

/// Where the sets lie.
fn eval_folder() -> PathBuf {
    paths::root().join("../shared/eval")
}

fn out_folder() -> PathBuf {
    paths::root().join("crates/core/data/tagger")
}

/// Learns what it costs to turn one spelling of a name into another.
pub(crate) fn names(data: Option<PathBuf>) -> Result<()> {
    names::run(&data.unwrap_or_else(eval_folder))
}

/// Trains, or checks, or scores.
pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = eval_folder();
    ensure!(
        folder.is_dir(),
        "the sets to train on are not here: {} is no folder; the stored tagger needs none of them",
        folder.display()
    );
    if options.check {
        return check(&folder);
    }
    let trial = paths::root().join("target/data/tagger-trial.pack");
    if !options.score {
        let documents = corpus::read(&folder)?;
        let documents: Vec<Document> =
            documents.into_iter().filter(|d| !(options.evaluate && d.is_held_out())).collect();
        let source = train(&documents, options.rounds)?;
        let bytes = source.encode();
        println!(
            "{} features, {} bytes, {} after gzip",
            source.passes.iter().map(|p| p.features.len()).sum::<usize>(),
            bytes.len(),
            gzip_len(&bytes)?
        );
        if options.evaluate {
            paths::write(&trial, &bytes)?;
        } else {
            let folder = out_folder();
            paths::write(&folder.join("tagger.pack"), &bytes)?;
            paths::write(
                &folder.join("manifest.json"),
                manifest(&bytes, options.rounds)?.as_bytes(),
            )?;
        }
    }
    let stored =
        if options.evaluate || options.score { trial } else { out_folder().join("tagger.pack") };
    let bytes = paths::read_bytes(&stored)?;
    for (gazetteer, knowledge) in GAZETTEERS.iter().zip(gazetteers()?) {
        let knowledge = knowledge.with_tagger(&bytes)?;
        println!("with the gazetteer {gazetteer}:");
        score::report(&folder, &knowledge, options.show.as_deref())?;
    }
    Ok(())
}

/// The gazetteers that the program has.
const GAZETTEERS: [&str; 2] = ["pocket.pack", "world.pack"];

fn gazetteers() -> Result<[Knowledge; 2]> {
    let read = |name: &str| -> Result<Knowledge> {
        let bytes =
            paths::read_bytes(&paths::root().join("crates/core/data/gazetteer").join(name))?;
        Ok(Knowledge::from_pack(bytes)?)
    };
    let [pocket, world] = GAZETTEERS;
    Ok([read(pocket)?, read(world)?])
}

fn train(documents: &[Document], rounds: u32) -> Result<ModelSource> {
    let conventions = gold::Conventions::of(&GazetteerSource::curated()?);
    let vocabulary = features::vocabulary(documents);
    let gazetteers = gazetteers()?;
    let pass = |documents: &[Document], first: Option<&[Tagger; N_FOLDS]>, rounds: u32| {
        let data = features::samples(documents, &gazetteers, &conventions, &vocabulary, first);
        println!(
            "{} tokens in {} segments, {} features",
            data.n_tokens(),
            data.segments.len(),
            data.hashes.len()
        );
        quantise::pass(&data, &crf::train(&data, rounds))
    };
    let model = |passes: [PassSource; 2]| ModelSource { passes, vocabulary: vocabulary.clone() };
    let empty = PassSource { transitions: vec![0; N_LABELS * N_LABELS], ..PassSource::default() };
    let mut folds = Vec::new();
    for fold in 0..N_FOLDS {
        let others: Vec<Document> =
            documents.iter().filter(|d| features::fold(d) != fold).cloned().collect();
        let source = model([pass(&others, None, rounds / 2), empty.clone()]);
        folds.push(Tagger::decode(&source.encode())?);
    }
    let folds = folds.try_into().map_err(|_| anyhow!("a tagger is missing"))?;
    let once = pass(documents, None, rounds);
    let twice = pass(documents, Some(&folds), rounds);
    Ok(model([once, twice]))
}

fn inputs(folder: &Path) -> Result<serde_json::Value> {
    let mut out = Vec::new();
    for set in corpus::SETS {
        let path = folder.join("train").join(format!("{}.jsonl", set.name));
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        out.push(json!({"set": set.name, "licence": set.licence, "sha256": sha256(&bytes)}));
    }
    Ok(out.into())
}

fn manifest(pack: &[u8], rounds: u32) -> Result<String> {
    let manifest = json!({
        "command": "cargo xtask train",
        "inputs": inputs(&eval_folder())?,
        "rounds": rounds,
        "output": {
            "file": "tagger.pack",
            "sha256": sha256(pack),
            "bytes": pack.len(),
            "gzip_bytes": gzip_len(pack)?,
        },
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn check(folder: &Path) -> Result<()> {
    let text = paths::read(&out_folder().join("manifest.json"))?;
    let told: serde_json::Value = serde_json::from_str(&text)?;
    ensure!(
        told["inputs"] == inputs(folder)?,
        "the stored tagger was made from other sets: run `cargo xtask train`"
    );
    let pack = paths::read_bytes(&out_folder().join("tagger.pack"))?;
    ensure!(
        told["output"]["sha256"] == sha256(&pack),
        "the stored tagger is not the one of its manifest"
    );
    println!(
        "the stored tagger is the one of its manifest, and the sets are those that it was made from"
    );
    Ok(())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

fn gzip_len(bytes: &[u8]) -> Result<usize> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
