//! No label lies on another, on a marker, on a button or across the edge, at any of six zooms and in the first view, on desk and phone; on a phone no button covers the map.
//!
//! Reckoned in `view` from estimated widths of letters; here the real boxes are measured.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::page::{MAP_VIEWS, emulate};

use super::{Origin, Visit, check};

/// What lies on what, each as a line. A pixel of touching is none: halos and the room above letters meet earlier.
const OVERLAPS: &str = "
    const view = document.querySelector('[data-part=map] .view');
    const inside = (selector) => [...view.querySelectorAll(selector)];
    const seen = (element) => element.getClientRects().length > 0;
    const box = (element, what) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { element, what, left, top, right, bottom };
    };
    const labels = inside('.label, .marker .name').filter(seen).map((label) => box(label, label.dataset.text ?? label.textContent));
    const dots = inside('.marker .dot').filter(seen).map((dot) => box(dot, `the dot of ${dot.parentElement.title}`));
    const buttons = [...document.querySelectorAll('.controls button')].map((button) => box(button, button.ariaLabel));
    const fixed = [...buttons, ...inside('.scale, .map-notes').map((part) => box(part, part.className))];
    const edge = box(view, 'the edge');
    const circles = (a, b) => Math.hypot((a.left + a.right - b.left - b.right) / 2, (a.top + a.bottom - b.top - b.bottom) / 2) < (a.right - a.left + b.right - b.left) / 2 - 1;
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const found = [];
    for (const button of buttons) {
        if (innerWidth <= 480 && meet(button, edge)) found.push(`${button.what} covers the map`);
        if (button.right - button.left < 24 || button.bottom - button.top < 24) found.push(`${button.what} is small`);
    }
    labels.forEach((label, i) => {
        for (const other of [...labels.slice(i + 1), ...dots, ...fixed]) {
            const isOwn = other.element.parentElement === label.element.parentElement && other.what.startsWith('the dot');
            if (!isOwn && meet(label, other)) found.push(`${label.what} lies on ${other.what}`);
        }
        if (label.left < edge.left || label.right > edge.right || label.top < edge.top || label.bottom > edge.bottom)
            found.push(`${label.what} is cut at the edge`);
    });
    const signs = dots.filter(({ element }) => element.parentElement.matches('.area'));
    const numbers = dots.filter(({ element }) => element.parentElement.matches('.cluster'));
    for (const number of numbers)
        for (const other of [...signs, ...numbers])
            if (other !== number && circles(number, other)) found.push(`${other.what} lies on ${number.what}`);
    return [labels.length, found];";

#[test]
fn lie_on_nothing() {
    check(Browser::Chromium, Origin::File, async |visit: &Visit<'_>| -> Result<()> {
        for (width, height) in [(1440, 900), (500, 790), (500, 760), (390, 844), (320, 568)] {
            emulate(&visit.session.driver, width, height, "light").await?;
            let views = MAP_VIEWS.map(|(name, map)| (name, format!("#/v1/?map={map}")));
            for (name, fragment) in views.into_iter().chain([("first", String::new())]) {
                visit.open(&fragment).await?;
                let placed = "return document.querySelector('.view .marker .name') !== null";
                visit.session.until::<bool>("names", placed).await?;
                let (n_labels, found): (u32, Vec<String>) = visit.session.ask(OVERLAPS).await?;
                ensure!(n_labels > 0, "{name}: no label at all");
                ensure!(found.is_empty(), "{name} at {width}: {found:#?}");
            }
        }
        Ok(())
    });
}
