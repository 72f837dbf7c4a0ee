//! The facet of places that a sentence names.

use super::{Count, Matches};
use crate::corpus::{ArticleIdx, Corpus, CorpusPlaceIdx, Sentence};

/// Whether a sentence names any of the places.
pub(super) fn fits(corpus: &Corpus, sentence: &Sentence, places: &[CorpusPlaceIdx]) -> bool {
    corpus.mentions(sentence).iter().any(|m| places.contains(&m.place))
}

/// How often each place is named in a set.
pub(super) fn count(corpus: &Corpus, set: &Matches) -> Vec<Count<CorpusPlaceIdx>> {
    #[derive(Clone, Default)]
    struct Tally {
        n_articles: usize,
        n_excerpts: usize,
        last_article: Option<ArticleIdx>,
    }
    let mut tallies = vec![Tally::default(); corpus.places().len()];
    let mut named: Vec<CorpusPlaceIdx> = Vec::new();
    for &idx in &set.sentences {
        let sentence = corpus.sentence(idx);
        named.clear();
        named.extend(corpus.mentions(sentence).iter().map(|m| m.place));
        named.sort_unstable();
        named.dedup();
        for place in &named {
            let Some(tally) = tallies.get_mut(place.0 as usize) else { continue };
            tally.n_excerpts += 1;
            if tally.last_article.replace(sentence.article) != Some(sentence.article) {
                tally.n_articles += 1;
            }
        }
    }
    tallies
        .into_iter()
        .zip(0u32..)
        .filter(|(t, _)| t.n_excerpts > 0)
        .map(|(t, i)| Count {
            value: CorpusPlaceIdx(i),
            n_articles: t.n_articles,
            n_excerpts: t.n_excerpts,
        })
        .collect()
}
