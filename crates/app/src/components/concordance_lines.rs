//! The lines of the concordance: what was found in the middle, its neighbours left and right, and where it comes from.

use super::on;
use dateline_view::Action;
use dateline_view::screen::{Line, LineGroup};
use yew::prelude::*;

/// The lines with the same neighbour.
pub(super) fn concordance_lines(group: &LineGroup, on_action: &Callback<Action>) -> Html {
    let line = |line: &Line| {
        let span = format!("{}-{}", line.span.start, line.span.end);
        html! {
            <li key={format!("{}{span}", line.article)}>
                <button class="line" type="button" dir="auto" data-line="" data-article={line.article.clone()} data-span={span} title={line.source.clone()} onclick={on(on_action, &line.open)}>
                    <span class="left"><span>{ &line.left }</span></span>
                    <span class="right"><b>{ &line.key }</b>{ &line.right }</span>
                    { " " }<span class="from">{ &line.short }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="lines" key={group.word.clone()}>
            if !group.word.is_empty() {
                <h3>{ &group.word }{ " " }<span class="n">{ &group.count }</span></h3>
            }
            <ul>{ for group.lines.iter().map(line) }</ul>
        </section>
    }
}
