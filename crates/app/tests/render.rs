//! The components as HTML: the hooks that tests and readers' own styles rely on, and texts that stay texts.

#![expect(clippy::expect_used, reason = "a test that cannot render has failed")]

use dateline_app::adding::Adding;
use dateline_app::components::page_view::PageView;
use dateline_app::shared::Shared;
use dateline_view::{Action, State, screen, update};
use fixture::corpus;
use yew::prelude::*;

mod fixture;

#[derive(Properties, PartialEq)]
struct Props {
    address: String,
}

/// The page of the corpus above at an address.
#[component]
fn Page(props: &Props) -> Html {
    let corpus = corpus();
    let state = update(&corpus, &State::new(), Action::Arrive(props.address.clone()));
    let view = PageView {
        screen: Shared::new(screen(&corpus, &state)),
        basemap: None,
        is_basemap_missing: true,
        viewport: state.viewport,
        on_action: Callback::noop(),
        on_copy_link: Callback::noop(),
        adding: Adding {
            on_files: Callback::noop(),
            on_text: Callback::noop(),
            on_stop: Callback::noop(),
        },
        on_save: Callback::noop(),
        on_quote: Callback::noop(),
        sheet: NodeRef::default(),
    };
    dateline_app::part::part(view)
}

fn page(address: &str) -> String {
    let renderer = yew::LocalServerRenderer::<Page>::with_props(Props { address: address.into() });
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.hydratable(false).render())
}

fn check(address: &str, expected: &[&str]) {
    let html = page(address);
    for piece in expected {
        assert!(html.contains(piece), "{address}: no {piece} in\n{html}");
    }
}

#[test]
fn every_hook_of_the_contract_is_there() {
    check(
        "#/v1/?place=qamishli&place=moscow&nonsense=1",
        &[
            r#"data-part="map""#,
            r#"data-part="excerpts""#,
            r#"data-part="facets""#,
            r#"data-part="timeline""#,
            r#"data-part="counts" data-articles="1" data-excerpts="2" data-places="2""#,
            r#"data-place="qamishli" data-articles="1" data-excerpts="1""#,
            r#"aria-label="Qamishli, city"#,
            r#"data-excerpt"#,
            r#"data-article="#,
            r#"<mark data-kind="place" data-entity="qamishli""#,
            r#"data-facet="place""#,
            r#"data-facet="outlet""#,
            r#"data-value="moscow" data-count="1""#,
            r#"data-tool="fit""#,
            r#"data-tool="area""#,
            r#"data-tool="places" aria-expanded="false""#,
            r#"data-part="announced""#,
            r#"type="search""#,
            r#"role="status" data-notice"#,
        ],
    );
}

#[test]
fn an_area_is_outlined_and_can_be_taken_away() {
    check(
        "#/v1/?box=35/32/43/38",
        &[r#"class="outline""#, "that name", "places in", r#"aria-label="Remove an area "#],
    );
}

#[test]
fn spans_count_characters_and_open_the_article() {
    let html = page("");
    let at = html.find("data-span=\"").expect("an excerpt has its span") + 11;
    let span = html[at..].split('"').next().unwrap();
    let article = corpus().records()[0].article.id.as_str().to_owned();
    check(
        &format!("#/v1/?article={article}&at={span}"),
        &[
            r#"data-part="reading""#,
            r#"sentence lit"#,
            r#"rel="noopener noreferrer""#,
            r##"href="https://example.org/a?b=1&amp;c=2#:~:text="##,
            "inert",
        ],
    );
}

#[test]
fn text_of_articles_never_becomes_markup() {
    let article = corpus().records()[0].article.id.as_str().to_owned();
    for address in ["", "#/v1/?q=script", &format!("#/v1/?article={article}")] {
        let html = page(address);
        assert!(!html.contains("<script"), "{address}\n{html}");
        assert!(!html.contains("<b>title"), "{address}\n{html}");
        // What the search has found is lit, and stays text all the same.
        let lit = "&lt;<span class=\"hit\">script</span>&gt;alert(1)&lt;";
        let is_text = html.contains("&lt;script&gt;alert(1)&lt;");
        assert!(is_text != html.contains(lit), "{address}\n{html}");
    }
}

#[test]
fn the_policy_of_the_page_refuses_style_attributes_and_there_are_none() {
    assert!(!page("#/v1/?place=qamishli").contains(" style="));
}

#[test]
fn an_empty_set_says_what_to_do() {
    check("#/v1/?q=zzzz", &[r#"class="empty""#, "Clear all", r#"data-excerpts="0""#]);
}

#[test]
fn a_missing_base_map_is_said() {
    check("", &["The base map in this file is missing or damaged"]);
}
