//! The column: the set by article, place, date or speaker, its statements, the concordance, and the panel of a name.

use crate::corpus::{bundled, copies};
use crate::screens::{after, choose};
use dateline_core::facet::FacetKey;
use dateline_core::search::Order;
use dateline_view::listing::{EntityId, Listing};
use dateline_view::quotation::quotation;
use dateline_view::screen::{ExcerptCard, Screen};
use dateline_view::{Action, State, address, screen, update};
use expect_test::{Expect, expect, expect_file};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The column in lines that a person can read.
fn drawn(screen: &Screen) -> String {
    let list = &screen.excerpts;
    let mut out = format!("{}\n", list.heading);
    for group in &list.groups {
        writeln!(out, "{} | {} ({})", group.title, group.source, group.excerpts.len()).unwrap();
        for card in &group.excerpts {
            if let Some(heading) = card.heading {
                writeln!(out, "  {heading}").unwrap();
            }
            let lead = card.lead.as_ref().map(|lead| format!("{lead}: ")).unwrap_or_default();
            writeln!(out, "    {lead}{} | {}", text(card), card.source.as_deref().unwrap_or("-"))
                .unwrap();
        }
    }
    for group in &list.lines {
        writeln!(out, "{} {}", group.word, group.count).unwrap();
        for line in &group.lines {
            writeln!(out, "  {}[{}]{}", line.left, line.key, line.right).unwrap();
        }
    }
    for said in list.note.iter().chain(&list.empty) {
        writeln!(out, "{said}").unwrap();
    }
    out
}

fn text(card: &ExcerptCard) -> String {
    card.segments.iter().map(|s| s.text.as_str()).collect()
}

fn cards(screen: &Screen) -> impl Iterator<Item = &ExcerptCard> {
    screen.excerpts.groups.iter().flat_map(|group| &group.excerpts)
}

#[test]
fn statements() {
    let screen = after(&[Action::List(Listing::Statements)]);
    expect_file!["../golden/statements.txt"].assert_eq(&drawn(&screen));
}

#[test]
fn concordance() {
    let searched = || Action::SetWords("military".into());
    let sorted = |order| Action::List(Listing::Concordance(order));
    let lines = [Order::Text, Order::Left, Order::Right]
        .map(|order| drawn(&after(&[searched(), sorted(order)])));
    expect_file!["../golden/concordance.txt"].assert_eq(&lines.join("\n"));
    // Without words the selected names are asked for; without either, the column says what to do.
    let named = after(&[choose("tartous"), sorted(Order::Text)]).excerpts;
    let keys: BTreeSet<_> =
        named.lines.iter().flat_map(|g| &g.lines).map(|l| l.key.as_str()).collect();
    assert_eq!(keys, BTreeSet::from(["Tartous"]));
    let empty = after(&[sorted(Order::Left)]).excerpts;
    assert!(empty.empty.is_some() && !empty.can_clear && empty.lines.is_empty());
}

/// However it is grouped, every excerpt of the set stands in the column.
#[test]
fn every_listing_holds_the_whole_set() {
    let passages = |screen: &Screen| -> BTreeSet<_> {
        cards(screen).map(|card| (card.article.clone(), card.span.start)).collect()
    };
    for select in [vec![], vec![choose("qamishli")], vec![Action::SetWords("police".into())]] {
        let all = passages(&after(&select));
        for listing in [Listing::Place, Listing::Date, Listing::Speaker, Listing::Best] {
            let screen = after(&[select.clone(), vec![Action::List(listing)]].concat());
            assert_eq!(passages(&screen), all, "{listing:?} {select:?}");
            assert_eq!(screen.excerpts.rows, 0..screen.excerpts.n_rows);
            assert_eq!(screen.excerpts.n_rows, cards(&screen).count());
            let options = &screen.excerpts.bar.order.as_ref().unwrap().options;
            assert_eq!(options.iter().filter(|option| option.is_on).count(), 1, "{listing:?}");
        }
    }
}

/// Every drawn row with the group above it.
fn rows(screen: &Screen) -> Vec<String> {
    let list = &screen.excerpts;
    let cards = list.groups.iter().flat_map(|group| {
        group.excerpts.iter().map(|card| {
            let manner = card.manner.unwrap_or("-");
            format!("{} | {} {:?} {manner}", group.title, card.article, card.span)
        })
    });
    let lines = list.lines.iter().flat_map(|group| {
        group.lines.iter().map(|line| format!("{} | {} {:?}", group.word, line.article, line.span))
    });
    cards.chain(lines).collect()
}

/// At first as many rows as are seen beside a map of that height, and not many more.
#[test]
fn as_many_rows_are_drawn_at_first_as_are_seen() {
    let corpus = copies(6);
    for (height, n_rows) in [(0.0, 8), (440.0, 9), (530.0, 11), (900.0, 14), (4000.0, 14)] {
        let mut state = State::new();
        state.viewport.height = height;
        assert_eq!(rows(&screen(&corpus, &state)).len(), n_rows, "{height}");
    }
}

/// Piece by piece or at once: the same rows in the same order under the same headings, and as many as are counted.
#[test]
fn a_long_list_is_drawn_where_it_is_seen() {
    let corpus = copies(6);
    let shown = |state: &State| screen(&corpus, state);
    for (listing, words, first) in [
        (Listing::Article, "", 11),
        (Listing::Article, "the", 11),
        (Listing::Best, "russia OR forces", 11),
        (Listing::Place, "", 11),
        (Listing::Date, "", 11),
        (Listing::Speaker, "", 11),
        (Listing::Statements, "", 11),
        (Listing::Concordance(Order::Text), "the", 40),
        (Listing::Concordance(Order::Left), "the", 40),
        (Listing::Concordance(Order::Right), "the", 40),
    ] {
        let does = [Action::SetWords(words.into()), Action::List(listing)];
        let state =
            does.into_iter().fold(State::new(), |state, does| update(&corpus, &state, does));
        let seen = |rows| shown(&update(&corpus, &state, Action::ShowRows(rows)));
        let n_rows = shown(&state).excerpts.n_rows;
        assert!(n_rows > 90, "{listing:?} has {n_rows} rows");
        let all = rows(&seen(0..usize::MAX));
        assert_eq!(all.len(), n_rows, "{listing:?}");
        assert_eq!(rows(&shown(&state)), all[..first], "{listing:?}");
        let distinct: BTreeSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), n_rows, "{listing:?} has a row twice");
        let mut piece_by_piece = Vec::new();
        for from in (0..n_rows).step_by(37) {
            let screen = seen(from..n_rows.min(from + 37));
            assert_eq!(screen.excerpts.rows.start, from, "{listing:?}");
            assert_eq!(screen.excerpts.heading, shown(&state).excerpts.heading, "{listing:?}");
            piece_by_piece.extend(rows(&screen));
        }
        assert_eq!(piece_by_piece, all, "{listing:?}");
        // Of a list that has become shorter the last rows are drawn.
        assert_eq!(rows(&seen(n_rows + 5..n_rows + 25)), all[n_rows - 20..], "{listing:?}");
        // Another set, or another order, begins at its beginning.
        let far = update(&corpus, &state, Action::ShowRows(50..90));
        let other = if listing == Listing::Place { Listing::Article } else { Listing::Place };
        for does in [choose("qamishli"), Action::List(other)] {
            assert_eq!(update(&corpus, &far, does).rows, 0..0, "{listing:?}");
        }
        // What happens in passing leaves them.
        assert_eq!(update(&corpus, &far, Action::Hover(None)).rows, 50..90);
    }
}

#[test]
fn what_stands_around_an_excerpt_is_shown_and_hidden() {
    let second = after(&[]).excerpts.groups[0].excerpts[1].clone();
    let widen = Action::Widen(second.passage.clone());
    let wide = after(std::slice::from_ref(&widen)).excerpts.groups[0].excerpts[1].clone();
    let around = wide.context.unwrap();
    assert!(around.before.starts_with("Ahmed al-Sharaa") && around.after.starts_with(' '));
    assert_eq!(after(&[widen.clone(), widen]).excerpts.groups[0].excerpts[1], second);
}

fn check_panel(key: FacetKey, id: &str, expected: &Expect) {
    let of = EntityId { key, id: id.to_owned() };
    let panel = after(&[Action::LookAt(Some(of))]).entity.unwrap();
    let mut out = format!("{}, {}, {}\n", panel.name, panel.described, panel.counts);
    for row in &panel.spellings {
        writeln!(out, "{} {}: {}", row.text, row.n_mentions, row.outlets).unwrap();
    }
    for end in &panel.ends {
        writeln!(out, "{}: {}", end.label, end.source).unwrap();
    }
    for beside in &panel.beside {
        let names: Vec<_> = beside.names.iter().map(|(name, n, _)| format!("{name} {n}")).collect();
        writeln!(out, "{}: {}", beside.label, names.join(", ")).unwrap();
    }
    writeln!(out, "{}, {} shown", panel.statements_label, panel.statements.len()).unwrap();
    expected.assert_eq(&out);
}

#[test]
fn panels_of_names() {
    check_panel(
        FacetKey::Place,
        "tartous",
        &expect![[r#"
        Tartous, city in Syria, 6 excerpts in 4 articles
        Tartous 6: Global Banking & Finance Review, Middle East Eye, Unknown outlet, bna
        First: Middle East Eye · 28 January 2026
        Last: Unknown outlet · 28 January 2026
        Places: Hmeimim 6, Mediterranean Sea 3, Russia 3, Syria 2, Qamishli 1
        2 statements, 2 shown
    "#]],
    );
    check_panel(
        FacetKey::Place,
        "paris",
        &expect![[r#"
        Paris, capital of France, 1 excerpt in 1 article
        Paris 1: Unknown outlet
        First: Unknown outlet · 28 January 2026
        Last: Unknown outlet · 28 January 2026
        0 statements, 0 shown
    "#]],
    );
}

#[test]
fn all_statements_of_a_name_are_listed() {
    let of = EntityId { key: FacetKey::Place, id: "tartous".into() };
    let screen = after(&[Action::LookAt(Some(of.clone())), Action::ListStatements(of)]);
    assert!(screen.entity.is_none());
    assert!(cards(&screen).all(|card| card.manner.is_some()));
    let tartous = |card: &ExcerptCard| card.source.as_ref().unwrap().contains("Tartous");
    assert!(cards(&screen).count() > 0 && cards(&screen).all(tartous));
}

#[test]
fn a_quotation_is_copied_with_its_source() {
    let corpus = bundled();
    let screen = after(&[choose("paris")]);
    let card = cards(&screen).next().unwrap().clone();
    let fragment = address::of_passage(&corpus, &card.passage);
    let copied = quotation(&corpus, &card.passage, &format!("file:///a.html{fragment}")).unwrap();
    expect![[r#"
        “Talks in Paris, which looked into commercial ties as well, produced an agreement on sharing intelligence.”
        Al Shara heads to Moscow for talks with Putin as Damascus and SDF strike a deal
        Unknown outlet, 28 January 2026
        file:///a.html#/v1/?article=f95cdd6c2763&at=1897-2002&text=86bb9760"#]].assert_eq(&copied);
    let state = update(&corpus, &State::new(), Action::Arrive(fragment));
    assert_eq!(state.open, Some(card.passage));
}
