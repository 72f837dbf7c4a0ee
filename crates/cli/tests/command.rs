//! The command from outside: what it prints, where, and with which exit status.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for each test, removed when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn dateline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_lines(output: &Output) -> Vec<serde_json::Value> {
    stdout(output).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

const GOOD: &str = "A ship left Tartous on Monday.\n\nIt was bound for Tripoli in Libya, where the port was open again.\n";

#[test]
fn every_bad_file_is_one_sentence_and_the_others_are_read() {
    let folder = Folder::new("bad");
    folder.file("a-good.txt", GOOD.as_bytes());
    folder.file("b-latin.txt", b"The caf\xe9 in Homs was open.\n");
    folder.file("c-empty.txt", b"");
    folder.file("d-binary.txt", b"PK\x03\x04\x00\x00\x00\x00Homs\x00");
    folder.file("e-lines.jsonl", b"{\"id\":\"one\",\"text\":\"Aleppo was calm.\"}\n{broken\n{\"id\":\"three\",\"text\":\"Homs too.\"}\n");
    let large = fs::File::create(folder.0.join("f-large.txt")).unwrap();
    large.set_len(200 << 20).unwrap();
    folder.file("z-good.txt", GOOD.as_bytes());

    let output = dateline(&["extract", &folder.path()]);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> =
        json_lines(&output).iter().map(|j| j["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["a-good.txt", "one", "three", "z-good.txt"]);
    let errors = stderr(&output);
    let lines: Vec<_> = errors.lines().collect();
    assert_eq!(lines.len(), 5, "{errors}");
    for (line, file) in lines.iter().zip([
        "b-latin.txt",
        "c-empty.txt",
        "d-binary.txt",
        "e-lines.jsonl, line 2",
        "f-large.txt",
    ]) {
        assert!(line.contains(file), "{line}");
    }
}

#[test]
fn a_good_line_has_the_form_of_the_contract() {
    let folder = Folder::new("form");
    let file = folder.file(
        "one.jsonl",
        "{\"id\":\"é1\",\"title\":\"T\",\"text\":\" Café in Qamishli. \"}\n".as_bytes(),
    );
    let output = dateline(&["extract", &file, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let line = &json_lines(&output)[0];
    // The text is taken exactly as it is, and positions count characters.
    assert_eq!(line["text"], " Café in Qamishli. ");
    let place = &line["places"][0];
    assert_eq!((place["start"].as_u64(), place["end"].as_u64()), (Some(9), Some(17)));
    assert_eq!(
        (place["surface"].as_str(), place["id"].as_str()),
        (Some("Qamishli"), Some("qamishli"))
    );
    assert_eq!((line["outlet"].is_null(), line["published"].is_null()), (true, true));
    for list in ["associated", "people", "organisations", "dates", "statements"] {
        assert!(line[list].is_array(), "{list}");
    }
}

#[test]
fn standard_input_is_read_as_json_lines() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"{\"id\":1,\"text\":\"Homs was calm.\"}\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(json_lines(&output)[0]["places"][0]["id"], "homs");
}

#[test]
fn the_other_formats_are_written() {
    let folder = Folder::new("formats");
    let file = folder.file("one.txt", GOOD.as_bytes());
    let csv = stdout(&dateline(&["extract", &file, "--format", "csv"]));
    assert!(csv.lines().count() >= 3 && csv.starts_with("article,"), "{csv}");
    let geojson: serde_json::Value =
        serde_json::from_str(&stdout(&dateline(&["extract", &file, "--format", "geojson"])))
            .unwrap();
    assert_eq!(geojson["type"], "FeatureCollection");
}

#[test]
fn bad_usage_is_told_apart_from_bad_files() {
    let folder = Folder::new("usage");
    let missing = folder.0.join("missing.txt").display().to_string();
    for (args, status) in [
        (vec!["extract"], 2),
        (vec!["extract", &missing, "--format", "xml"], 2),
        (vec!["build", &missing], 2),
        (vec!["paint"], 2),
        (vec!["extract", &missing], 1),
    ] {
        let output = dateline(&args);
        assert_eq!(output.status.code(), Some(status), "{args:?}: {}", stderr(&output));
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn files_that_describe_a_folder_are_passed_over() {
    let folder = Folder::new("about");
    folder.file("README.md", b"# About these texts\n\nThey are from Homs.\n");
    folder.file(".hidden.txt", b"Nothing of Homs.\n");
    folder.file("one.txt", GOOD.as_bytes());
    let output = dateline(&["extract", &folder.path()]);
    assert_eq!(
        (output.status.code(), json_lines(&output).len()),
        (Some(0), 1),
        "{}",
        stderr(&output)
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let folder = Folder::new("pipe");
    let pipe = folder.0.join("p.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink(&pipe, folder.0.join("q.txt")).unwrap();
    folder.file("z-good.txt", GOOD.as_bytes());
    let named = pipe.display().to_string();
    for (args, n_refused, n_read) in
        [(vec!["extract", &named], 1, 0), (vec!["extract", &folder.path()], 2, 1)]
    {
        let output = dateline(&args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert_eq!(json_lines(&output).len(), n_read);
        let sentence = "is a pipe or a device, not a file; name a file or a folder";
        let errors = stderr(&output);
        assert_eq!(errors.lines().filter(|l| l.ends_with(sentence)).count(), n_refused, "{errors}");
    }
}

#[test]
fn a_page_never_replaces_a_file_that_was_read() {
    let folder = Folder::new("source");
    let source = folder.file("one.txt", GOOD.as_bytes());
    folder.file("bad.md", b"\xff");
    let mut outputs = vec![source.clone(), format!("{}/../source/bad.md", folder.path())];
    #[cfg(unix)]
    {
        let link = folder.0.join("link.html");
        std::os::unix::fs::symlink(&source, &link).unwrap();
        outputs.push(link.display().to_string());
    }
    for output in &outputs {
        let run = dateline(&["build", &folder.path(), "-o", output]);
        assert_eq!(run.status.code(), Some(1), "{output}");
        // Without a shell of the page nothing is read or written at all.
        if !stderr(&run).contains("the shell of the page is missing") {
            assert!(
                stderr(&run).contains("is one of the files that were read"),
                "{}",
                stderr(&run)
            );
        }
        assert_eq!(fs::read(&source).unwrap(), GOOD.as_bytes(), "{output}");
        assert_eq!(fs::read(folder.0.join("bad.md")).unwrap(), b"\xff", "{output}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_as_output_stays_a_link() {
    let folder = Folder::new("link");
    let other = Folder::new("link-target");
    let source = folder.file("one.txt", b"The harbour of Tartous was open again on Monday.\n");
    let page = other.file("page.html", b"old");
    let link = folder.0.join("latest.html");
    std::os::unix::fs::symlink(&page, &link).unwrap();
    let link_name = link.display().to_string();
    let run = dateline(&["build", &source, "-o", &link_name, "--title", " "]);
    if stderr(&run).contains("the shell of the page is missing") {
        return;
    }
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    assert!(link.is_symlink());
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.starts_with("<!") && !html.contains("<title></title>"));
    assert!(
        stderr(&run).ends_with("latest.html: 1 article that names 1 place\n"),
        "{}",
        stderr(&run)
    );
    // Nothing is left beside either.
    assert_eq!(fs::read_dir(&other.0).unwrap().count(), 1);
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn names_and_values_do_not_reach_the_terminal_as_they_are() {
    let folder = Folder::new("names");
    folder.file("a\u{1b}[2J\n\u{202e}b.txt", b"");
    folder.file(
        "c.md",
        format!("---\npublished: \u{1b}]0;x\u{7}{}\n---\nHoms.\n", "9".repeat(100_000)).as_bytes(),
    );
    let gone = format!("{}/\u{1b}[31mgone.txt", folder.path());
    let output = dateline(&["extract", &folder.path(), &gone]);
    let errors = stderr(&output);
    assert_eq!(errors.lines().count(), 3, "{errors:?}");
    assert!(errors.lines().all(|line| line.chars().count() < 600), "{errors:?}");
    let is_bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!errors.contains(is_bad), "{errors:?}");
    assert!(errors.contains("a�[2J��b.txt: the file is empty"), "{errors:?}");
}

#[test]
fn many_problems_of_one_kind_are_counted() {
    let folder = Folder::new("many");
    let file = folder.file("a.jsonl", "{\n".repeat(2_000).as_bytes());
    let errors = stderr(&dateline(&["extract", &file]));
    let lines: Vec<_> = errors.lines().collect();
    assert_eq!((lines.len(), lines.last()), (6, Some(&"dateline: … and 1,995 more like this")));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = Folder::new("broken-pipe");
    let line = format!("{}\n", serde_json::json!({ "text": "word ".repeat(20_000) }));
    let file = folder.file("a.jsonl", line.repeat(10).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_without_room_is_named() {
    let folder = Folder::new("full");
    let file = folder.file("one.txt", GOOD.as_bytes());
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", &file])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("dateline: standard output: cannot be written (No space"));
}
