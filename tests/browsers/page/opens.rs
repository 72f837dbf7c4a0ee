//! The page opens, with all its parts and markers.

use anyhow::{Result, ensure};
use dateline_formats::page;
use dateline_tests::files;

use super::{Visit, everywhere};

everywhere!(is_ready, shows_the_four_places);

/// Places that the bundled corpus is about: id and name.
const PLACES: [(&str, &str); 4] = [
    ("qamishli", "Qamishli"),
    ("quneitra", "Quneitra"),
    ("hmeimim", "Hmeimim"),
    ("tartous", "Tartous"),
];

async fn is_ready(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    for part in ["map", "excerpts", "facets", "timeline", "counts"] {
        let script = format!(
            "const at = document.querySelector('[data-part={part}]')?.getBoundingClientRect(); \
             return !!at && at.width > 0 && at.height > 0"
        );
        ensure!(visit.session.ask::<bool>(&script).await?, "the part `{part}` is not to be seen");
    }
    visit.session.console_is_silent().await?;
    Ok(())
}

async fn shows_the_four_places(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    for (id, name) in PLACES {
        // Null when all is well, else what is wrong.
        let script = "
            const [id, name] = arguments;
            const map = document.querySelector('[data-part=map]');
            const marker = map?.querySelector(`button[data-place=\"${id}\"]`);
            if (!marker) return 'has no marker';
            const [inner, outer] = [marker.getBoundingClientRect(), map.getBoundingClientRect()];
            const [x, y] = [inner.left + inner.width / 2, inner.top + inner.height / 2];
            if (x < outer.left || x > outer.right || y < outer.top || y > outer.bottom) return 'lies outside the map';
            if (!marker.contains(document.elementFromPoint(x, y))) return 'lies under something else';
            const label = (marker.getAttribute('aria-label') ?? marker.textContent).trim();
            if (!label.startsWith(name)) return `is called ${label}`;
            if (!(marker.dataset.articles > 0 && marker.dataset.excerpts > 0)) return 'has no figures';
            return null;";
        let wrong: Option<String> =
            visit.session.ask_with(script, vec![id.into(), name.into()]).await?;
        ensure!(wrong.is_none(), "{name} {}", wrong.unwrap_or_default());
    }
    Ok(())
}

#[test]
fn the_first_view_stands_in_the_file() {
    let whole = std::fs::read_to_string(files::page()).unwrap();
    let first = page::read_first_view(&whole).unwrap();
    for part in ["data-part=\"counts\"", "<h1>", "<blockquote", "<mark"] {
        assert!(first.contains(part), "the first view has no {part}");
    }
    assert!(!first.contains("style="), "the policy refuses style attributes");
}
