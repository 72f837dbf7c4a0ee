//! The colours of a picture: those of the page's style sheet, by the names of its tokens.

use super::draw::Look;

/// The colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Colours {
    /// Those of the base map.
    pub map: Look,
    /// What everything stands on.
    pub paper: String,
    /// Text.
    pub ink: String,
    /// Text that matters less.
    pub soft: String,
    /// Dots of towns.
    pub faint: String,
    /// Hair lines.
    pub rule: String,
    /// Around names on the map.
    pub halo: String,
    /// Names of waters.
    pub water_ink: String,
    /// Selected places.
    pub place: String,
    /// Discs of places.
    pub place_disc: String,
    /// Behind the name of a selected area.
    pub place_wash: String,
}

/// The light palette of `www/style.css`; a test holds them together.
const LIGHT: [(&str, &str); 20] = [
    ("--paper", "#fbf9f5"),
    ("--ink", "#1c1a17"),
    ("--soft", "#5f594f"),
    ("--faint", "#756d60"),
    ("--rule", "#e2dccf"),
    ("--halo", "#faf7ef"),
    ("--water-ink", "#47656f"),
    ("--place", "#b8321a"),
    ("--place-disc", "#c5472f"),
    ("--place-wash", "#f7e3db"),
    ("--water", "#dbe6ea"),
    ("--shore", "#cbdbe1"),
    ("--land", "#f3eee3"),
    ("--focus", "#fcfaf4"),
    ("--country-wash", "#f6e2d8"),
    ("--border", "#b3a88f"),
    ("--coast", "#9fb2b8"),
    ("--division", "#d6ccb6"),
    ("--river", "#a9c5d0"),
    ("--graticule", "#cbd9de"),
];

impl Colours {
    /// The colours that tokens (such as `--land`) have.
    pub fn of(token: impl Fn(&str) -> String) -> Self {
        Self {
            map: Look::of(&token),
            paper: token("--paper"),
            ink: token("--ink"),
            soft: token("--soft"),
            faint: token("--faint"),
            rule: token("--rule"),
            halo: token("--halo"),
            water_ink: token("--water-ink"),
            place: token("--place"),
            place_disc: token("--place-disc"),
            place_wash: token("--place-wash"),
        }
    }

    /// Those for paper, whatever the page looks like.
    pub fn light() -> Self {
        Self::of(light)
    }
}

fn light(token: &str) -> String {
    let found = LIGHT.iter().find(|(name, _)| *name == token);
    found.map_or("", |(_, colour)| colour).to_owned()
}

impl Look {
    /// The colours that tokens (such as `--land`) have.
    pub fn of(token: impl Fn(&str) -> String) -> Self {
        Self {
            water: token("--water"),
            shore: token("--shore"),
            land: token("--land"),
            focus: token("--focus"),
            wash: token("--country-wash"),
            border: token("--border"),
            coast: token("--coast"),
            division: token("--division"),
            river: token("--river"),
            graticule: token("--graticule"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str = include_str!("../../../../www/style.css");

    #[test]
    fn the_light_palette_is_that_of_the_style_sheet() {
        // The dark palette stands behind the light one and names the same tokens.
        let (light_part, _) = STYLE.split_once("@media").unwrap();
        for (token, colour) in LIGHT {
            let line = format!("{token}: {colour};");
            assert!(light_part.contains(&line), "the style sheet has another {token}");
        }
    }

    #[test]
    fn every_token_of_a_picture_has_a_light_colour() {
        Colours::of(|token| {
            assert!(!light(token).is_empty(), "{token}");
            String::new()
        });
    }
}
