//! The first view of a page: what the screen of its opening state says, for readers whose browser has not started the program yet.

use dateline_core::corpus::Corpus;
use dateline_formats::page::{FirstCard, FirstSegment, FirstView};
use dateline_view::{State, screen, wording};

/// Articles in the first view: about a screenful.
const MOST_CARDS: usize = 4;
/// Excerpts of each.
const MOST_EXCERPTS: usize = 4;

/// The first view of a corpus.
pub(crate) fn first_view(corpus: &Corpus) -> FirstView {
    let screen = screen(corpus, &State::new());
    let card = |group: &dateline_view::screen::ExcerptGroup| FirstCard {
        title: group.title.clone(),
        source: group.source.clone(),
        excerpts: group
            .excerpts
            .iter()
            .take(MOST_EXCERPTS)
            .map(|e| {
                e.segments
                    .iter()
                    .map(|s| FirstSegment { text: s.text.clone(), is_place: s.mark.is_some() })
                    .collect()
            })
            .collect(),
    };
    FirstView {
        title: wording::document_title(&screen.title),
        heading: screen.title.clone(),
        counts: wording::says(&screen.says),
        cards: screen.excerpts.groups.iter().take(MOST_CARDS).map(|g| card(g)).collect(),
    }
}
