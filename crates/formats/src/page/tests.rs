//! What a page promises, checked on small shells.

use super::*;

const PARTS: ShellParts<'_> = ShellParts {
    css: "p{content:'</style>'}\r\n",
    loader_js: "start('</SCRIPT>')",
    bindgen_js: "let a = '<!--'",
    icon_svg: "<svg xmlns=\"a\">\"#\"</svg>",
    deflate: super::deflate,
    wasm: b"\0asm\x01",
    basemap: b"land and water",
    worker: WorkerParts {
        script: "onmessage = '</script>'",
        wasm: b"\0asm\x02",
        knowledge: &[("names", b"Qamishli"), ("more", b"")],
    },
};

fn first(title: &str) -> FirstView {
    FirstView {
        title: title.into(),
        heading: title.into(),
        counts: "5 articles".into(),
        cards: vec![FirstCard {
            title: title.into(),
            source: "Outlet".into(),
            excerpts: vec![vec![
                FirstSegment { text: "In ".into(), is_place: false },
                FirstSegment { text: title.into(), is_place: true },
            ]],
        }],
    }
}

#[test]
fn a_pack_comes_out_as_it_went_in() {
    let shell = shell(PARTS);
    for pack in [&b""[..], b"x", &[0; 100_000], "</script>القامشلي".as_bytes()] {
        let page = write(&shell, &first("T"), pack).unwrap();
        assert_eq!(read_pack(&page).unwrap(), pack);
        assert_eq!(read_basemap(&page).unwrap(), PARTS.basemap);
    }
}

#[test]
fn a_page_is_a_shell_too() {
    let shell = shell(PARTS);
    let hostile = first("</title><script>a()</script>\"'<!--first view ends--></div>");
    let once = write(&shell, &hostile, b"one").unwrap();
    let twice = write(&once, &first("T"), b"two").unwrap();
    assert_eq!(twice, write(&shell, &first("T"), b"two").unwrap());
}

#[test]
fn the_hosted_form_keeps_what_sleeps_in_files_of_their_own() {
    let page = write(&shell(PARTS), &first("T"), b"pack").unwrap();
    let Hosted { blocks, parts } = hosted(&page).unwrap();
    let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    for (name, start) in names.iter().zip([
        "dateline-worker-",
        "dateline-knowledge-names-",
        "dateline-knowledge-more-",
    ]) {
        let hash = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(".bin")).unwrap();
        assert!(hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
        assert!(blocks.contains(&format!("data-src=\"parts/{name}\"></script>")), "{blocks}");
    }
    assert!(parts[0].bytes.starts_with(b"\x1f\x8b"));
    for id in [BASEMAP_ID, CORPUS_ID, WORKER_SCRIPT_ID] {
        assert!(blocks.contains(&format!("id=\"{id}\">H4sI")), "{id}: {blocks}");
    }
}

#[test]
fn a_page_has_detail_or_none() {
    let page = write(&shell(PARTS), &first("T"), b"pack").unwrap();
    assert_eq!(read_detail(&page), Err(PageError::EmptyBlock(DETAIL_ID)));
    let closer = with_detail(&page, b"every bay").unwrap();
    assert_eq!(read_detail(&closer).unwrap(), b"every bay");
    assert!(packed_sizes(&closer).unwrap().detail > 0);
    assert!(hosted(&closer).unwrap().blocks.contains("id=\"dateline-detail\">H4sI"));
    assert_eq!(with_detail(&closer, b"").unwrap(), page);
}

#[test]
fn knowledge_is_exchanged_by_its_name_and_nothing_else_is_touched() {
    let page = write(&shell(PARTS), &first("T"), b"pack").unwrap();
    let larger = with_knowledge(&page, "names", b"Qamishli and Tartous").unwrap();
    assert_ne!(larger, page);
    assert_eq!(with_knowledge(&larger, "names", b"Qamishli").unwrap(), page);
    assert!(with_knowledge(&page, "others", b"").is_err());
}

#[test]
fn sizes_are_those_of_the_packed_bytes() {
    for pack in [&b"a"[..], b"ab", b"abc", b"abcd"] {
        let page = write(&shell(PARTS), &first("T"), pack).unwrap();
        let block = region::CORPUS.find(&page).unwrap().inside;
        let bytes = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, block).unwrap();
        assert_eq!(packed_sizes(&page).unwrap().corpus, bytes.len() as u64);
        assert!(packed_sizes(&page).unwrap().knowledge > 40);
    }
}

#[test]
fn no_text_becomes_markup() {
    let shell = shell(PARTS);
    let tags = |page: &str| page.matches('<').count();
    let plain = write(&shell, &first("plain"), b"").unwrap();
    let hostile = write(&shell, &first("</title><img src=x onerror='a()'>&\"\0"), b"").unwrap();
    assert_eq!(tags(&plain), tags(&hostile));
    assert!(!hostile.contains("<img") && !hostile.contains('\0'));
}

#[test]
fn scripts_and_styles_cannot_end_early() {
    let page = shell(PARTS);
    assert_eq!(page.matches("</style>").count(), 1);
    // Four data blocks, the program's one script, and four blocks for the worker.
    assert_eq!(page.to_lowercase().matches("</script>").count(), 9);
    assert!(!page.contains("'<!--'") && !page.contains('\r'));
}

#[test]
fn the_policy_stands_before_what_it_governs() {
    let page = shell(PARTS);
    let policy = page.find("Content-Security-Policy").unwrap();
    for later in ["<title>", "<link", "<style", "<script"] {
        assert!(policy < page.find(later).unwrap(), "{later}");
    }
    for directive in ["default-src 'none'", "connect-src 'none'", "'wasm-unsafe-eval'"] {
        assert!(page.contains(directive), "{directive}");
    }
    assert!(!page.contains("unsafe-inline") && !page.contains("style=\""));
}

#[test]
fn the_policy_holds_the_hashes_of_the_very_text() {
    // Checked against `printf '' | openssl dgst -sha256 -binary | base64`.
    let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let policy = policy::policy("", "");
    assert_eq!(policy.matches(empty).count(), 2);
}

#[test]
fn what_is_no_shell_is_refused() {
    for (text, name) in [
        ("", "title"),
        ("<title>a</title>", "description"),
        ("<title>a</title><meta name=\"description\" content=\"\">", "first view"),
    ] {
        assert_eq!(write(text, &first("T"), b""), Err(PageError::MissingRegion(name)));
    }
    assert_eq!(read_pack("<p>"), Err(PageError::MissingRegion("articles")));
    assert_eq!(read_pack(&shell(PARTS)), Err(PageError::EmptyBlock(CORPUS_ID)));
}

#[test]
fn a_damaged_block_is_named() {
    let page = write(&shell(PARTS), &first("T"), b"some pack of some length").unwrap();
    let at = page.find(CORPUS_ID).unwrap() + CORPUS_ID.len() + 2;
    for cut in [at + 1, at + 12, at + 20] {
        let mut damaged = page.clone();
        let old = damaged.as_bytes()[cut];
        let new = if old == b'A' { "B" } else { "A" };
        damaged.replace_range(cut..=cut, new);
        assert_eq!(read_pack(&damaged), Err(PageError::DamagedBlock(CORPUS_ID)), "{cut}");
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_and_any_texts_make_a_page(pack: Vec<u8>, title: String) {
        let page = write(&shell(PARTS), &first(&title), &pack).unwrap();
        proptest::prop_assert_eq!(read_pack(&page).unwrap(), pack);
    }

    #[test]
    fn any_block_is_read_or_refused(text: String) {
        let _ = decode_block(&text);
    }
}
