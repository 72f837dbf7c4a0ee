//! A click on a place narrows everything to the same set.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::{Visit, everywhere};

everywhere!(a_click_narrows_everything_alike);

/// What the page shows, counted twice: as it says itself, and by looking.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Shown {
    /// The figures of `[data-part=counts]`: articles, excerpts, places.
    pub(super) said: [u32; 3],
    /// The same, counted from the excerpts and the places that are marked in them.
    pub(super) seen: [u32; 3],
    /// Markers whose own figures are not those of the excerpts that name their place.
    pub(super) wrong_markers: Vec<String>,
    /// Article and span of every excerpt, in order.
    pub(super) excerpts: Vec<String>,
    /// Places that are selected.
    pub(super) selected: Vec<String>,
}

impl Visit<'_> {
    /// What the page shows now.
    pub(super) async fn shown(&self) -> Result<Shown> {
        let script = "
            const all = (selector) => [...document.querySelectorAll(selector)];
            const counts = document.querySelector('[data-part=counts]').dataset;
            const excerpts = all('[data-part=excerpts] [data-excerpt]');
            const distinct = (values) => new Set(values).size;
            const places = all('[data-excerpt] mark[data-kind=place]').map((mark) => mark.dataset.entity);
            const is_wrong = ({ dataset: { place, articles, excerpts: n } }) => {
                const naming = excerpts.filter((excerpt) => excerpt.querySelector(`mark[data-entity=\"${place}\"]`));
                return naming.length !== Number(n) || distinct(naming.map((excerpt) => excerpt.dataset.article)) !== Number(articles);
            };
            return {
                said: [counts.articles, counts.excerpts, counts.places].map(Number),
                seen: [
                    distinct(excerpts.map((excerpt) => excerpt.dataset.article)),
                    excerpts.length,
                    distinct(places),
                ],
                wrong_markers: all('[data-part=map] button[data-place]').filter(is_wrong).map((marker) => marker.dataset.place),
                excerpts: excerpts.map((excerpt) => `${excerpt.dataset.article} ${excerpt.dataset.span}`),
                selected: new URLSearchParams(location.hash.split('?')[1] ?? '').getAll('place'),
            };";
        self.session.ask(script).await
    }

    /// Clicks a place's marker and waits until the address names it.
    pub(super) async fn select(&self, place: &str) -> Result<()> {
        self.session.click(&format!("[data-part=map] button[data-place=\"{place}\"]")).await?;
        self.wait_for_place(place, true).await
    }

    /// Waits until the address names the place, or does not any more, and the page has been drawn since.
    pub(super) async fn wait_for_place(&self, place: &str, is_there: bool) -> Result<()> {
        let script = format!(
            "return new URLSearchParams(location.hash.split('?')[1] ?? '').getAll('place').includes('{place}') === {is_there} \
             && new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))"
        );
        self.session.until("the address to change", &script).await.map(|_: bool| ())
    }
}

impl Shown {
    /// Map, excerpts and counts show the same set.
    pub(super) fn agrees(&self) -> Result<()> {
        let Self { said, seen, wrong_markers, selected, .. } = self;
        ensure!(said == seen, "{selected:?}: {said:?} said, {seen:?} seen");
        ensure!(
            wrong_markers.is_empty(),
            "{selected:?}: {wrong_markers:?} do not count the excerpts that name them"
        );
        Ok(())
    }
}

async fn a_click_narrows_everything_alike(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let whole = visit.shown().await?;
    whole.agrees()?;
    visit.select("qamishli").await?;
    let narrowed = visit.shown().await?;
    narrowed.agrees()?;
    ensure!(
        narrowed.said[1] > 0 && narrowed.said[1] < whole.said[1],
        "{} of {} excerpts are left",
        narrowed.said[1],
        whole.said[1]
    );
    let strangers: u32 = visit
        .session
        .ask(
            "return [...document.querySelectorAll('[data-excerpt]')]
                .filter((excerpt) => !excerpt.querySelector('mark[data-entity=qamishli]')).length",
        )
        .await?;
    ensure!(strangers == 0, "{strangers} excerpts do not name Qamishli");
    Ok(())
}
