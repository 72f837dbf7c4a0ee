//! From what an expression says to its value, in the order of the text.
//!
//! In go the expressions and the day of the article; out come mentions with a value where the text says enough.
//! What was mentioned last is kept for "the following month"; a text that tells of other years takes the year of a date from the text and not from its own day.

use super::expression::{Day, Expression, Feast, Hour, Origin, Pick, What};
use super::lexicon::Word;
use super::period::{Grain, Period};
use super::tense::{Tense, tense};
use super::{TimeKind, TimeMention};
use crate::article::Date;
use crate::text::Span;
use crate::text::prose::Prose;

/// The values of all expressions.
pub(super) fn mentions(
    prose: &Prose,
    words: &[Word],
    expressions: &[Expression],
    written: Option<Date>,
) -> Vec<TimeMention> {
    let mut resolver = Resolver {
        words,
        written,
        told: told_of_old(expressions, written),
        day_first: day_first(expressions),
        mentioned: [None; 7],
        day_at: 0,
        given: None,
    };
    let mut out = Vec::with_capacity(expressions.len());
    for (i, expression) in expressions.iter().enumerate() {
        let next = expressions.get(i + 1).filter(|next| resolver.joined(expression, next));
        let (kind, value) = resolver.value(expression, next);
        let bounds = prose
            .tokens
            .get(expression.first)
            .zip(prose.tokens.get(expression.end.wrapping_sub(1)));
        if let Some((first, last)) = bounds {
            out.push(TimeMention {
                span: Span { start: first.span.start, end: last.span.end },
                kind,
                value,
            });
        }
    }
    out
}

/// Whether the text tells of other years: most of its dates carry one that is not near the article's.
fn told_of_old(expressions: &[Expression], written: Option<Date>) -> bool {
    let Some(written) = written else { return true };
    let (mut n_old, mut n_new) = (0, 0);
    for expression in expressions {
        match expression.what {
            What::On(Day::Given(p)) if p.start.year() + 2 <= written.year() => n_old += 1,
            What::On(Day::Weekday(..) | Day::From(Origin::Written, ..) | Day::Given(_))
            | What::At(..) => n_new += 1,
            _ => {}
        }
    }
    n_old >= 4 && n_old > 2 * n_new
}

/// The order in the first date in digits that can be read in one way only.
fn day_first(expressions: &[Expression]) -> Option<bool> {
    expressions.iter().find_map(|e| match e.what {
        What::On(Day::Either { day_first: Some(_), month_first: None }) => Some(true),
        What::On(Day::Either { day_first: None, month_first: Some(_) }) => Some(false),
        _ => None,
    })
}

struct Resolver<'a> {
    words: &'a [Word],
    written: Option<Date>,
    told: bool,
    day_first: Option<bool>,
    /// For every rank of a grain, the last mention that is as fine or finer.
    mentioned: [Option<Period>; 7],
    /// The token at which the last day was mentioned.
    day_at: usize,
    /// The last year that was said, and the token after it.
    given: Option<(u16, usize)>,
}

impl Resolver<'_> {
    fn value(
        &mut self,
        expression: &Expression,
        next: Option<&Expression>,
    ) -> (TimeKind, Option<String>) {
        match &expression.what {
            What::Said(kind, value) => (*kind, Some(value.clone())),
            What::Unsaid(kind) => (*kind, None),
            What::On(day) => {
                let period = self.period(*day, expression, next);
                // What is only compared with ("a year earlier") is not what the text is about.
                let compared = *day == Day::YearBefore
                    || matches!(day, Day::From(Origin::Mentioned, Grain::Year, -1));
                if let Some(period) = period.filter(|_| !compared) {
                    self.mention(period, expression.end);
                }
                (TimeKind::Date, period.map(Period::value))
            }
            What::At(day, hour) => {
                let period = self.period(*day, expression, next);
                if let Some(period) = period {
                    self.mention(period, expression.end);
                }
                let value = period.map(|p| match hour {
                    Hour::Clock(hour, minute) => format!("{}T{hour:02}:{minute:02}", p.value()),
                    Hour::Part(part) => format!("{}T{part}", p.value()),
                });
                (TimeKind::Time, value)
            }
        }
    }

    fn mention(&mut self, period: Period, at: usize) {
        for slot in self.mentioned.iter_mut().skip(period.grain.rank()) {
            *slot = Some(period);
        }
        if period.grain == Grain::Day {
            self.day_at = at;
        }
    }

    /// Whether two expressions are one range, so that the year of the second is that of the first.
    fn joined(&self, first: &Expression, second: &Expression) -> bool {
        let between = self.words.get(first.end..second.first).unwrap_or_default();
        between.len() <= 2
            && between.iter().all(|w| {
                matches!(
                    w,
                    Word::And
                        | Word::To
                        | Word::Or
                        | Word::Prep
                        | Word::Until
                        | Word::Hyphen
                        | Word::Dash
                        | Word::Comma
                )
            })
    }

    fn period(
        &mut self,
        day: Day,
        expression: &Expression,
        next: Option<&Expression>,
    ) -> Option<Period> {
        match day {
            Day::Given(period) => {
                let year = period.start.year();
                // A year alone says little of what follows, and a year to come nothing.
                let holds =
                    period.grain.rank() <= 2 || self.written.is_some_and(|w| year < w.year());
                self.given = holds.then_some((year, expression.end));
                Some(period)
            }
            Day::InYear(month, of_month, pick) => {
                let year_behind = match next.map(|n| &n.what) {
                    Some(What::On(Day::Given(p))) if p.grain.rank() <= 2 => Some(p.start.year()),
                    _ => None,
                };
                let year = year_behind.or_else(|| self.year_in_sentence(expression.first));
                if let (Some(year), Pick::ByTense) = (year, pick) {
                    return Period::of(year, month, of_month);
                }
                if (month, of_month) == (9, 11)
                    && self.words.get(expression.end) == Some(&Word::Attack)
                {
                    return Period::of(2001, 9, 11);
                }
                self.in_year(pick, expression, |year| Period::of(year, month, of_month))
            }
            Day::Part(month, grain, pick) => self.in_year(pick, expression, |year| {
                Period::of(year, month, 0).map(|p| Period { grain, ..p })
            }),
            Day::Feast(feast, Some(year), _) => on(feast, year),
            Day::Feast(feast, None, pick) => self.in_year(pick, expression, |year| on(feast, year)),
            Day::Weekday(weekday, pick) => self.weekday(weekday, pick, expression),
            Day::Weekend => {
                let week = Period::around(self.written?, Grain::Weekend)?;
                let back =
                    self.tense(expression) != Some(Tense::ToCome) && self.written?.weekday() < 5;
                week.shifted(if back { -1 } else { 0 })
            }
            Day::From(origin, grain, n) => {
                let from = match origin {
                    Origin::Written => self.written,
                    Origin::Mentioned => self.last(grain).map(|p| p.start).or(self.written),
                };
                // A year after a quarter is a quarter again.
                let quarter = self.last(Grain::Year).filter(|p| {
                    origin == Origin::Mentioned
                        && grain == Grain::Year
                        && p.grain == Grain::Quarter
                        && n != 0
                });
                match quarter {
                    Some(quarter) => quarter.shifted(n.checked_mul(4)?),
                    None => Period::around(from?, grain)?.shifted(n),
                }
            }
            Day::YearBefore => match self.last(Grain::Year) {
                Some(p) if p.grain == Grain::Quarter => p.shifted(-4),
                _ => Period::around(self.written?, Grain::Year)?.shifted(-1),
            },
            Day::Here => {
                let near = expression.first.saturating_sub(self.day_at) < 40;
                let mentioned = self.last(Grain::Day).filter(|_| near || self.written.is_none());
                mentioned.or_else(|| Period::around(self.written?, Grain::Day))
            }
            Day::Either { day_first, month_first } => {
                Period::around(self.either(day_first, month_first)?, Grain::Day)
            }
        }
    }

    /// The year that was said shortly before in the same sentence.
    fn year_in_sentence(&self, at: usize) -> Option<u16> {
        let (year, end) = self.given?;
        let between = self.words.get(end..at).filter(|b| b.len() <= 12)?;
        let stops = between.iter().any(|w| matches!(w, Word::Dot | Word::Break | Word::Mark));
        (!stops).then_some(year)
    }

    /// Which reading of a date in digits is meant: the only one, that of the order seen elsewhere, or the one near the article.
    fn either(&self, day_first: Option<Date>, month_first: Option<Date>) -> Option<Date> {
        let (Some(a), Some(b)) = (day_first, month_first) else {
            return day_first.or(month_first);
        };
        if a == b {
            return Some(a);
        }
        if let Some(order) = self.day_first {
            return Some(if order { a } else { b });
        }
        let written = self.written?;
        let near = |d: Date| (d.day_number() - written.day_number()).abs() <= 31;
        match (near(a), near(b)) {
            (true, false) => Some(a),
            (false, true) => Some(b),
            _ => None,
        }
    }

    /// The last mention that is no longer than the grain.
    fn last(&self, grain: Grain) -> Option<Period> {
        self.mentioned.get(grain.rank()).copied().flatten()
    }

    fn tense(&self, expression: &Expression) -> Option<Tense> {
        tense(self.words, expression.first, expression.end)
    }

    fn weekday(&self, weekday: u8, pick: Pick, expression: &Expression) -> Option<Period> {
        let from = match pick {
            Pick::After | Pick::Before => self.last(Grain::Day).map(|p| p.start).or(self.written)?,
            _ => self.written?,
        };
        let ahead = (i32::from(weekday) - i32::from(from.weekday())).rem_euclid(7);
        let days = match pick {
            Pick::Last | Pick::Before => {
                if ahead == 0 {
                    -7
                } else {
                    ahead - 7
                }
            }
            Pick::Next | Pick::After => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Pick::This | Pick::Years(_) => i32::from(weekday) - i32::from(from.weekday()),
            Pick::ByTense if ahead == 0 => 0,
            Pick::ByTense => match self.tense(expression) {
                Some(Tense::ToCome) => ahead,
                _ => ahead - 7,
            },
        };
        let day = from.plus_days(days)?;
        // "Monday through Friday" does not go back.
        let joint = expression.first.checked_sub(1).and_then(|at| self.words.get(at));
        let range =
            matches!(joint, Some(Word::To | Word::Prep | Word::Until | Word::Hyphen | Word::Dash))
                && self.day_at + 1 == expression.first
                && matches!(expression.what, What::On(_));
        let back = range && self.last(Grain::Day).is_some_and(|first| day < first.start);
        Period::around(day.plus_days(if back { 7 } else { 0 })?, Grain::Day)
    }

    /// What comes once in every year, in the year that is meant.
    fn in_year(
        &self,
        pick: Pick,
        expression: &Expression,
        of: impl Fn(u16) -> Option<Period>,
    ) -> Option<Period> {
        let year = |from: Date, n: i32| u16::try_from(i32::from(from.year()) + n).ok();
        if matches!(pick, Pick::After | Pick::Before) {
            let from = self.last(Grain::Year).map(|p| p.start).or(self.written)?;
            let near = [-1, 0, 1].map(|n| year(from, n).and_then(&of));
            return if pick == Pick::After {
                near.into_iter().flatten().find(|p| p.start > from)
            } else {
                near.into_iter().rev().flatten().find(|p| p.start < from)
            };
        }
        if self.told
            && pick == Pick::ByTense
            && let Some(last) = self.last(Grain::Year)
        {
            return of(last.start.year());
        }
        let written = self.written?;
        if let Pick::Years(n) = pick {
            return of(year(written, n)?);
        }
        if pick == Pick::This {
            return of(written.year());
        }
        let around = [-2, -1, 0, 1].map(|n| year(written, n).and_then(&of));
        // The day of the article, in the grain of what is looked for.
        let now = |p: &Period| Period::around(written, p.grain).map(|p| p.start);
        let past = |strictly: bool| {
            around
                .into_iter()
                .rev()
                .flatten()
                .find(|p| now(p).is_some_and(|n| p.start < n || !strictly && p.start == n))
        };
        let ahead = |strictly: bool| {
            around
                .into_iter()
                .flatten()
                .find(|p| now(p).is_some_and(|n| p.start > n || !strictly && p.start == n))
        };
        match pick {
            Pick::Last => past(true),
            Pick::Next => ahead(true),
            _ => match self.tense(expression) {
                // A day soon to come is mostly meant, whatever the verb; one of last year would have its year.
                Some(Tense::Done)
                    if ahead(false).is_some_and(|p| {
                        p.grain == Grain::Day && p.start.day_number() - written.day_number() <= 45
                    }) =>
                {
                    ahead(false)
                }
                Some(Tense::Done) => past(false),
                Some(Tense::ToCome) => ahead(false),
                // Results are told of quarters that have been.
                None if past(false)
                    .is_some_and(|p| matches!(p.grain, Grain::Quarter | Grain::Half)) =>
                {
                    past(false)
                }
                None => around
                    .into_iter()
                    .flatten()
                    .min_by_key(|p| (p.start.day_number() - written.day_number()).abs()),
            },
        }
    }
}

fn on(feast: Feast, year: u16) -> Option<Period> {
    Period::around(feast.in_year(year)?, Grain::Day)
}
