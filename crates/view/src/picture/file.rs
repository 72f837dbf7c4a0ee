//! The file that a picture is saved as: its name, and how fine an image of pixels may be.

use dateline_core::article::Date;
use dateline_core::text::fold::small;

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Lines and text, sharp at any size.
    Svg,
    /// Pixels.
    Png,
}

impl FileKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// What names of such files end with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// More letters than this make a name that nobody reads.
const LONGEST: usize = 60;
/// How many pixels of an image stand for one of the page, at most.
const FINEST: f64 = 2.0;
/// No side of an image is longer: browsers refuse canvases far above this.
const LONGEST_SIDE: f64 = 8192.0;

/// A name from the title and the day: "sharaa-in-moscow-2026-01-28.svg". It holds letters, digits and hyphens alone, so that every system takes it.
pub fn file_name(title: &str, day: Option<Date>, kind: FileKind) -> String {
    let mut name = String::new();
    for c in title.chars().map(small) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name: String = name.chars().take(LONGEST).collect();
    let name = match name.trim_end_matches('-') {
        "" => "map",
        name => name,
    };
    let day = day.map(|day| format!("-{day}")).unwrap_or_default();
    format!("{name}{day}.{}", kind.extension())
}

/// How many pixels of an image stand for one pixel of a picture of this size.
pub fn image_scale(width: f64, height: f64) -> f64 {
    (LONGEST_SIDE / width.max(height).max(1.0)).min(FINEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_makes_a_name() {
        let day = "2026-01-28".parse().ok();
        for (title, day, name) in [
            ("Sharaa in Moscow", day, "sharaa-in-moscow-2026-01-28.svg"),
            ("../../etc/passwd", None, "etc-passwd.svg"),
            ("  « Où ? »", day, "où-2026-01-28.svg"),
            ("الشرع في موسكو", None, "الشرع-في-موسكو.svg"),
            ("", day, "map-2026-01-28.svg"),
            ("\u{0}\n\u{202e}", None, "map.svg"),
        ] {
            assert_eq!(file_name(title, day, FileKind::Svg), name, "{title:?}");
        }
        let long = file_name(&"word ".repeat(100), None, FileKind::Png);
        assert!(long.chars().count() <= LONGEST + 4 && !long.contains("-."), "{long}");
    }

    #[test]
    fn an_image_is_no_larger_than_browsers_take() {
        for (width, height, scale) in
            [(790.0, 680.0, 2.0), (8192.0, 100.0, 1.0), (0.0, 0.0, 2.0), (16384.0, 1.0, 0.5)]
        {
            assert_eq!(image_scale(width, height), scale, "{width} {height}");
        }
    }
}
