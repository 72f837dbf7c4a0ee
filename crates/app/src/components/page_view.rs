//! The page as a whole: where its parts stand.

use super::about_panel::AboutPanel;
use super::add_dialog::AddDialog;
use super::entity_panel::EntityPanel;
use super::excerpt_column::ExcerptColumn;
use super::facet_list::FacetList;
use super::fixes_panel::FixesPanel;
use super::keys_panel::KeysPanel;
use super::map_view::MapView;
use super::notices::Notices;
use super::palette::Palette;
use super::reading_view::ReadingView;
use super::says_line::says_line;
use super::skip_links::skip_links;
use super::tab_bar::tab_bar;
use super::time_chart::TimeChart;
use super::top_bar::top_bar;
use super::why_panel::WhyPanel;
use crate::adding::Adding;
use crate::part::{drawn_by, part, part_of_list};
use crate::saving::Wish;
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::camera::Viewport;
use dateline_view::screen::Timeline;
use dateline_view::state::{OpenArticle, Tab};
use dateline_view::wording::chrome;
use dateline_view::{Action, Screen};
use std::rc::Rc;
use yew::prelude::*;

/// What the page shows, and whom it tells.
#[derive(PartialEq)]
pub struct PageView {
    /// The screen.
    pub screen: Shared<Screen>,
    /// The base map, when there is one.
    pub basemap: Option<Shared<Basemap>>,
    /// Whether there is none, and none will come.
    pub is_basemap_missing: bool,
    /// Size of the map.
    pub viewport: Viewport,
    /// What the reader does.
    pub on_action: Callback<Action>,
    /// The reader wants the link to this view.
    pub on_copy_link: Callback<()>,
    /// The reader wants to take an excerpt along.
    pub on_quote: Callback<OpenArticle>,
    /// Takes files and texts that the reader adds.
    pub adding: Adding,
    /// The reader wants to take the map along.
    pub on_save: Callback<Wish>,
    /// The place for what is printed in place of the map; it is filled while the page is printed.
    pub sheet: NodeRef,
}

/// Name of a tab in the style sheet.
fn tab_class(tab: Tab) -> &'static str {
    match tab {
        Tab::Map => "tab-map",
        Tab::Excerpts => "tab-excerpts",
        Tab::Filters => "tab-filters",
        Tab::Time => "tab-time",
    }
}

drawn_by!(PageView, use_page_view);

/// The rows of time.
fn time_charts(timeline: &Rc<Timeline>, on_action: &Callback<Action>) -> Html {
    let chart = |is_of_mentions| {
        let (timeline, on_action) = (Shared::from(timeline), on_action.clone());
        let key = if is_of_mentions { "mentioned" } else { "published" };
        part_of_list(key, TimeChart { timeline, is_of_mentions, on_action })
    };
    html! {
        <div class="time" data-part="timeline" role="group" aria-label={chrome::TIMELINE_LABEL}>
            { chart(false) }
            { chart(true) }
        </div>
    }
}

/// The page.
#[hook]
fn use_page_view(props: &PageView) -> Html {
    let PageView { screen, basemap, viewport, on_action, on_copy_link, adding, .. } = props;
    html! {
        <>
            { skip_links(screen.tab, on_action) }
            { top_bar(&screen.title, &screen.words, on_action, on_copy_link) }
            { says_line(&screen.says, screen.n_fixes.as_deref(), on_action) }
            { part(Notices { notices: screen.notices.clone(), has_basemap: !props.is_basemap_missing, progress: screen.intake.progress.clone(), on_stop: adding.on_stop.clone(), on_action: on_action.clone() }) }
            <section class="sheet" data-part="sheet" ref={props.sheet.clone()} />
            <main class={classes!("desk", tab_class(screen.tab), (!screen.excerpts.lines.is_empty()).then_some("has-lines"))}>
                { part(FacetList { facets: Shared::from(&screen.facets), on_action: on_action.clone() }) }
                <div class="charts">
                    { part(MapView { map: screen.map.clone(), basemap: basemap.clone(), viewport: *viewport, is_save_open: screen.is_save_open, on_save: props.on_save.clone(), on_action: on_action.clone() }) }
                    { time_charts(&screen.timeline, on_action) }
                </div>
                { part(ExcerptColumn { has_keys: screen.keys.is_on, list: Shared::from(&screen.excerpts), is_covered: screen.reading.is_some() || screen.entity.is_some(), on_quote: props.on_quote.clone(), on_action: on_action.clone() }) }
                if let Some(entity) = &screen.entity {
                    { part(EntityPanel { entity: Shared::from(entity), is_covered: screen.reading.is_some(), on_quote: props.on_quote.clone(), on_action: on_action.clone() }) }
                }
                if let Some(reading) = &screen.reading {
                    { part_of_list(&reading.article, ReadingView { reading: Shared::from(reading), on_action: on_action.clone() }) }
                }
                if let Some(why) = &screen.why {
                    { part_of_list(&why.key, WhyPanel { why: Shared::from(why), basemap: basemap.clone(), on_action: on_action.clone() }) }
                }
            </main>
            if let Some(fixes) = &screen.fixes {
                { part(FixesPanel { fixes: Shared::from(fixes), on_action: on_action.clone() }) }
            }
            if let Some(about) = &screen.about {
                { part(AboutPanel { about: Shared::from(about), on_action: on_action.clone() }) }
            }
            if !screen.keys.rows.is_empty() {
                { part(KeysPanel { keys: screen.keys.clone(), on_action: on_action.clone() }) }
            }
            if let Some(palette) = &screen.palette {
                { part(Palette { palette: Shared::from(palette), on_action: on_action.clone() }) }
            }
            { tab_bar(screen.tab, on_action) }
            if let Some(ask) = &screen.intake.ask {
                { part(AddDialog { ask: ask.clone(), adding: adding.clone(), on_action: on_action.clone() }) }
            }
            if let Some(words) = &screen.intake.drop {
                <div class="drop" data-part="drop"><p>{ words }</p></div>
            }
        </>
    }
}
