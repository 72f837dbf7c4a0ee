//! Who uses whom, by cargo's own account for the wasm target.
//!
//! The arrows of the house point one way, and what runs without a browser reaches no crate that knows one.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::command::{self, cargo};
use crate::paths::WASM_TARGET;

/// What each crate of the house may use of the house.
const ARROWS: [(&str, &[&str]); 9] = [
    ("dateline-core", &[]),
    ("dateline-formats", &["dateline-core"]),
    ("dateline-view", &["dateline-core"]),
    ("dateline-app", &["dateline-core", "dateline-view", "dateline-formats"]),
    ("dateline-worker", &["dateline-core", "dateline-formats"]),
    ("dateline", &["dateline-core", "dateline-formats", "dateline-view"]),
    ("dateline-tests", &["dateline-core", "dateline-formats", "dateline-view", "dateline-worker"]),
    ("dateline-bench-search", &["dateline-core"]),
    ("xtask", &["dateline-core", "dateline-formats", "dateline-tests"]),
];

/// Crates that know no browser.
const PURE: [&str; 3] = ["dateline-core", "dateline-formats", "dateline-view"];

/// Beginnings of names of crates that do.
const BROWSER: [&str; 5] = ["web-sys", "js-sys", "wasm-bindgen", "gloo", "yew"];

/// Crates of which one version is enough.
const ONCE: [&str; 1] = ["html5ever"];

/// Packages by id: name, whether it is ours, and the ids of what it uses when it runs.
type Graph = BTreeMap<String, Node>;

struct Node {
    name: String,
    is_ours: bool,
    uses: Vec<String>,
}

/// Asks cargo and checks its answer.
pub(super) fn check() -> Result<Vec<String>> {
    let mut metadata =
        cargo(["metadata", "--format-version", "1", "--filter-platform", WASM_TARGET]);
    let answer = command::output(&mut metadata, "`cargo metadata`")?;
    let answer: Value =
        serde_json::from_str(&answer).context("`cargo metadata` did not answer in JSON")?;
    let graph = read(&answer).context("`cargo metadata` answers in an unknown form")?;
    Ok(broken(&graph))
}

fn read(answer: &Value) -> Option<Graph> {
    let ours: BTreeSet<&str> =
        answer["workspace_members"].as_array()?.iter().filter_map(Value::as_str).collect();
    let mut graph = Graph::new();
    for package in answer["packages"].as_array()? {
        let id = package["id"].as_str()?;
        let name = package["name"].as_str()?.to_owned();
        graph.insert(id.to_owned(), Node { name, is_ours: ours.contains(id), uses: Vec::new() });
    }
    for node in answer["resolve"]["nodes"].as_array()? {
        let runs_with = |dep: &&Value| {
            // A kind of null is a dependency of the running program; the others build or test it.
            dep["dep_kinds"]
                .as_array()
                .is_none_or(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        };
        let uses = node["deps"].as_array()?.iter().filter(runs_with);
        let uses = uses.filter_map(|dep| dep["pkg"].as_str().map(str::to_owned)).collect();
        graph.get_mut(node["id"].as_str()?)?.uses = uses;
    }
    Some(graph)
}

fn broken(graph: &Graph) -> Vec<String> {
    let mut broken = Vec::new();
    for node in graph.values().filter(|node| node.is_ours) {
        let name = &node.name;
        let Some((_, may_use)) = ARROWS.iter().find(|(known, _)| known == name) else {
            broken.push(format!("Cargo.toml:1: {name} has no place in the house (see ARROWS in xtask/src/tidy/graph.rs)"));
            continue;
        };
        let used = node.uses.iter().filter_map(|id| graph.get(id)).filter(|used| used.is_ours);
        for used in used.filter(|used| !may_use.contains(&used.name.as_str())) {
            broken.push(format!(
                "Cargo.toml:1: {name} uses {}, against the arrows of the house",
                used.name
            ));
        }
        if PURE.contains(&name.as_str())
            && let Some(path) = path_to_browser(graph, node)
        {
            broken.push(format!("Cargo.toml:1: {name} reaches the browser: {path}"));
        }
    }
    for name in ONCE {
        let n_versions = graph.values().filter(|node| node.name == name).count();
        if n_versions > 1 {
            broken.push(format!("Cargo.lock:1: {n_versions} versions of {name}; one is enough"));
        }
    }
    broken
}

/// The way from a crate to one that knows the browser, like `a → b → web-sys`.
fn path_to_browser(graph: &Graph, from: &Node) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<(&Node, String)> = vec![(from, from.name.clone())];
    while let Some((node, path)) = open.pop() {
        if BROWSER.iter().any(|name| node.name.starts_with(name)) {
            return Some(path);
        }
        for id in &node.uses {
            if seen.insert(id)
                && let Some(used) = graph.get(id)
            {
                open.push((used, format!("{path} → {}", used.name)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A graph from lines like `a: b c`; names that begin with `dateline` are ours.
    fn graph(lines: &[&str]) -> Graph {
        let node = |line: &&str| {
            let (name, uses) = line.split_once(':').unwrap();
            let uses = uses.split_whitespace().map(str::to_owned).collect();
            (
                name.to_owned(),
                Node { name: name.to_owned(), is_ours: name.starts_with("dateline"), uses },
            )
        };
        lines.iter().map(node).collect()
    }

    #[test]
    fn arrows_point_one_way() {
        for (lines, n_broken) in [
            (&["dateline-core: serde", "serde:"][..], 0),
            (&["dateline-core: dateline-view", "dateline-view: dateline-core"], 1),
            (&["dateline-app: dateline-view yew", "dateline-view:", "yew: web-sys", "web-sys:"], 0),
            (&["dateline-core: a", "a: b", "b: web-sys", "web-sys:"], 1),
            (&["dateline-view: gloo-events", "gloo-events:"], 1),
            (&["dateline-new:"], 1),
        ] {
            let broken = broken(&graph(lines));
            assert_eq!(broken.len(), n_broken, "{lines:?}: {broken:?}");
        }
    }

    #[test]
    fn cargos_answer_is_read() {
        let answer = serde_json::json!({
            "workspace_members": ["a"],
            "packages": [{"id": "a", "name": "dateline-core"}, {"id": "b", "name": "web-sys"}],
            "resolve": {"nodes": [
                {"id": "a", "deps": [{"pkg": "b", "dep_kinds": [{"kind": "dev"}]}]},
                {"id": "b", "deps": []},
            ]},
        });
        assert!(broken(&read(&answer).unwrap()).is_empty(), "a dependency of tests does not run");
        assert!(read(&serde_json::json!({})).is_none());
    }
}
