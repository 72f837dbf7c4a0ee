//! What a selection asks of the rows of the index: which numbers must be there, and which must not.

use super::key::{FacetKey, Holder, N_FACETS};
use super::selection::Selection;
use super::value;
use crate::corpus::Corpus;
use crate::numbers::Row;

/// A number that no row may hold.
const UNWANTED: u8 = u8::MAX;

fn is_of_wanted(mark: u8) -> bool {
    !matches!(mark, 0 | UNWANTED)
}

/// What a selection asks of sentences, or of articles.
pub(super) struct Wants {
    /// For every number 0, the facet that wants it counted from 1, or [`UNWANTED`]. Empty when nothing is asked.
    marks: Vec<u8>,
    /// How many wanted numbers of each facet a row must hold.
    least: [usize; N_FACETS],
    /// The lowest wanted number, and how far above it the highest is: most numbers need no look at the marks.
    among: (u32, u32),
}

impl Wants {
    pub(super) fn of(corpus: &Corpus, selection: &Selection, holder: Holder) -> Self {
        let index = corpus.facets();
        let mut wants = Self { marks: Vec::new(), least: [0; N_FACETS], among: (0, 0) };
        for key in FacetKey::ALL.into_iter().filter(|key| key.holder() == holder) {
            let chosen = selection.chosen(key);
            if chosen.is_empty() {
                continue;
            }
            wants.marks.resize(index.len(), 0);
            let mut mark = |ids: &[String], with: u8| {
                let numbers = ids.iter().flat_map(|id| value::numbers(corpus, key, id));
                for number in numbers {
                    let slot = wants.marks.get_mut((index.first_of(key) + number) as usize);
                    slot.into_iter().for_each(|slot| *slot = with);
                }
            };
            mark(chosen.included(), key as u8 + 1);
            mark(chosen.excluded(), UNWANTED);
            let n = chosen.included().len();
            // A value that the corpus does not hold is in no row, and so not all of them are.
            wants.least[key.number()] = if chosen.is_all() { n } else { n.min(1) };
        }
        let mut wanted = (0..).zip(&wants.marks).filter(|(_, mark)| is_of_wanted(**mark));
        if let Some((lowest, _)) = wanted.next() {
            wants.among = (lowest, wanted.last().map_or(0, |(highest, _)| highest - lowest));
        }
        wants
    }

    /// Whether only rows fit that hold a wanted number.
    pub(super) fn needs_any(&self) -> bool {
        self.least.iter().any(|least| *least > 0)
    }

    /// Whether a number is wanted.
    #[inline]
    pub(super) fn is_wanted(&self, number: u32) -> bool {
        let (lowest, span) = self.among;
        number.wrapping_sub(lowest) <= span
            && self.marks.get(number as usize).is_some_and(|mark| is_of_wanted(*mark))
    }

    /// Whether a row has what is asked. A number stands in it once.
    pub(super) fn fit(&self, row: Row) -> bool {
        if self.marks.is_empty() {
            return true;
        }
        let mut n_held = [0; N_FACETS];
        let mut is_wanted = true;
        row.each_while(|number| {
            match self.marks.get(number as usize).copied().unwrap_or(0) {
                0 => {}
                UNWANTED => is_wanted = false,
                facet => {
                    n_held.iter_mut().skip(usize::from(facet) - 1).take(1).for_each(|n| *n += 1);
                }
            }
            is_wanted
        });
        is_wanted && n_held.iter().zip(&self.least).all(|(held, least)| held >= least)
    }
}
