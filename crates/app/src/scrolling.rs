//! Keeps those rows of the list drawn that are seen, and some screens on either side.
//!
//! In: the list as it is drawn, and its section; out: what to do when the section scrolls.
//! Nothing is measured when the reader chooses another set: its first rows are few, and the others come once the page is at rest.

use crate::browser::{
    Delay, Element, Event, Hold, Listener, Look, PrintWatch, SizeObserver, keep_room, scroll_to_top,
};
use crate::effect::use_drawn;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::ExcerptList;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The page is at rest when nothing has moved for so many milliseconds.
const REST_MILLIS: u32 = 150;
/// So many rows are printed.
const PRINTED: usize = 200;

/// What is known of the list between two drawings.
struct Scroll {
    section: NodeRef,
    /// The list that is drawn.
    list: Shared<ExcerptList>,
    on_action: Callback<Action>,
    /// Rows that were measured, and their height in all.
    measured: (f64, f64),
    hold: Option<Hold>,
    is_scrolled: bool,
    /// The rows that were drawn before those that are printed.
    before_print: Option<Range<usize>>,
    /// Whether these are drawn again, which moves nothing.
    is_restored: bool,
    rest: Option<Delay>,
    late: Option<Delay>,
    watch: Option<Watch>,
}

/// What else may change what is seen.
struct Watch {
    _size: SizeObserver,
    _page: Listener,
    _print: PrintWatch,
}

/// What to do when the section scrolls.
#[hook]
pub fn use_list_scroll(
    section: &NodeRef,
    list: &Shared<ExcerptList>,
    on_action: &Callback<Action>,
) -> Callback<Event> {
    let scroll = use_mut_ref(|| Scroll {
        section: section.clone(),
        list: list.clone(),
        on_action: on_action.clone(),
        measured: (1.0, 120.0),
        hold: None,
        is_scrolled: false,
        before_print: None,
        is_restored: false,
        rest: None,
        late: None,
        watch: None,
    });
    {
        let scroll = Rc::clone(&scroll);
        use_drawn(list.clone(), move |list| drawn(&scroll, list));
    }
    Callback::from(move |_: Event| {
        scroll.borrow_mut().is_scrolled = true;
        look(&scroll, false);
    })
}

/// Looks whether other rows are to be drawn; at rest also how high the list will be.
fn look(scroll: &Rc<RefCell<Scroll>>, is_at_rest: bool) {
    let mut now = scroll.borrow_mut();
    let (rows, n_rows) = (now.list.rows.clone(), now.list.n_rows);
    if now.late.take().is_some() {
        now.settle();
        now.hold = None;
    }
    if rows.len() == n_rows || now.before_print.is_some() {
        return;
    }
    let Some(look) = now.section.cast::<Element>().and_then(|list| Look::at(&list)) else { return };
    if is_at_rest {
        now.measured.0 += rows.len() as f64;
        now.measured.1 += look.sight.drawn;
    }
    let wanted = look.sight.wanted(&rows, n_rows, now.average());
    if let Some(wanted) = &wanted {
        now.hold = Some(look.hold(&rows, wanted, n_rows));
    } else if is_at_rest {
        look.expect(n_rows - rows.end, n_rows, now.average());
    }
    let on_action = now.on_action.clone();
    drop(now);
    let is_wanted = wanted.is_some();
    if let Some(wanted) = wanted {
        on_action.emit(Action::ShowRows(wanted));
    }
    if is_wanted || !is_at_rest {
        rest_soon(scroll);
    }
}

/// Looks again once the page is at rest.
fn rest_soon(scroll: &Rc<RefCell<Scroll>>) {
    let again = Rc::clone(scroll);
    let rest = Delay::new(REST_MILLIS, move || look(&again, true));
    scroll.borrow_mut().rest = Some(rest);
}

/// Other rows, or another list, have been drawn.
fn drawn(scroll: &Rc<RefCell<Scroll>>, list: &Shared<ExcerptList>) {
    let mut now = scroll.borrow_mut();
    let Some(section) = now.section.cast::<Element>() else { return };
    let before = std::mem::replace(&mut now.list, list.clone());
    let (rows, n_rows) = (list.rows.clone(), list.n_rows);
    let is_first = now.watch.is_none();
    if is_first {
        now.watch = Some(watch(scroll, &section));
    }
    let is_same_set = before.heading == list.heading && before.bar.order == list.bar.order;
    if !is_same_set {
        now.hold = None;
    }
    if now.hold.is_some() {
        now.settle();
        // Yew draws what is inside a little later when it was slow: once it has, all is put to its place again.
        let again = Rc::clone(scroll);
        now.late = Some(Delay::new(0, move || look(&again, false)));
    } else if std::mem::take(&mut now.is_restored)
        || is_same_set && before.rows == rows && !is_first
    {
        return;
    } else if now.before_print.is_none() {
        // Another set or order begins at its beginning. To ask where it stands makes the browser lay out the whole page.
        let average = now.average();
        now.measured = (1.0, average);
        keep_room(&section, n_rows - rows.end, n_rows, average);
        if std::mem::take(&mut now.is_scrolled) {
            scroll_to_top(&section);
        }
    }
    drop(now);
    rest_soon(scroll);
}

fn watch(scroll: &Rc<RefCell<Scroll>>, section: &Element) -> Watch {
    let [resized, moved, printed] = [scroll, scroll, scroll].map(Rc::clone);
    Watch {
        _size: SizeObserver::new(section, move |_, _| rest_soon(&resized)),
        // In a short window the whole page scrolls.
        _page: Listener::on_window("scroll", move |_| look(&moved, false)),
        _print: PrintWatch::new(move |is_about_to| print(&printed, is_about_to)),
    }
}

/// The first rows are drawn for a printer, whatever was seen before.
fn print(scroll: &Rc<RefCell<Scroll>>, is_about_to: bool) {
    let mut now = scroll.borrow_mut();
    let (rows, n_rows) = (now.list.rows.clone(), now.list.n_rows);
    let to_draw = if is_about_to {
        let printed = 0..PRINTED.min(n_rows);
        let is_other = rows.len() < n_rows && rows != printed;
        now.before_print = is_other.then_some(rows);
        is_other.then_some(printed)
    } else {
        now.is_restored = now.before_print.is_some();
        now.before_print.take()
    };
    let on_action = now.on_action.clone();
    drop(now);
    if let Some(rows) = to_draw {
        on_action.emit(Action::ShowRows(rows));
    }
}

impl Scroll {
    /// Puts what is seen back to where it stood before other rows were drawn.
    fn settle(&mut self) {
        let (rows, n_rows, average) = (self.list.rows.clone(), self.list.n_rows, self.average());
        let look = self.section.cast::<Element>().and_then(|section| Look::at(&section));
        if let (Some(hold), Some(look)) = (&mut self.hold, look) {
            look.settle(hold, &rows, n_rows, average);
        }
    }

    /// Mean height of a row.
    fn average(&self) -> f64 {
        (self.measured.1 / self.measured.0).max(1.0)
    }
}
