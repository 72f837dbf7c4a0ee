//! Says what has changed to those who do not see it, once it has come to rest.

use crate::browser::Delay;
use crate::effect::use_drawn;
use crate::part::drawn_by;
use yew::prelude::*;

/// So long after the last change it is said: a map that moves would never stop talking.
const REST_MILLIS: u32 = 600;

/// What is said.
#[derive(PartialEq)]
pub struct Announcer {
    /// A whole sentence.
    pub text: String,
}

drawn_by!(Announcer, use_announcer);

/// The announcement.
#[hook]
fn use_announcer(props: &Announcer) -> Html {
    let said = use_state_eq(String::new);
    let pending = use_mut_ref(|| None::<Delay>);
    {
        let said = said.setter();
        use_drawn(props.text.clone(), move |text| {
            let text = text.clone();
            pending.replace(Some(Delay::new(REST_MILLIS, move || said.set(text))));
        });
    }
    html! { <p class="beyond-sight" role="status" data-part="announced">{ &*said }</p> }
}
