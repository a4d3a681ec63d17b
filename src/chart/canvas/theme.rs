//! Colours by what they are for, in each theme.

use crate::chart::plan::Ink;
use crate::model::closed;

closed! {
    /// The colours of a picture.
    #[derive(Default)]
    pub enum Theme {
        /// Dark on white; white on dark where the reader's browser prefers that.
        #[default]
        Auto => "auto",
        /// Dark on white, everywhere.
        Light => "light",
        /// White on dark, everywhere.
        Dark => "dark",
        /// Black and grey on white, told apart by shape, dash and hatch.
        Print => "print",
    }
}

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tint {
    Ground,
    Band,
    Window,
    Grid,
    GridMajor,
    Rule,
    Leader,
    Text,
    Muted,
    Ink(Ink),
}

/// Red, green, blue.
pub(super) type Rgb = (u8, u8, u8);

impl Tint {
    const ALL: [Self; 26] = [
        Self::Ground,
        Self::Band,
        Self::Window,
        Self::Grid,
        Self::GridMajor,
        Self::Rule,
        Self::Leader,
        Self::Text,
        Self::Muted,
        Self::Ink(Ink::Recognition),
        Self::Ink(Ink::Relations),
        Self::Ink(Ink::Mission),
        Self::Ink(Ink::Treaty),
        Self::Ink(Ink::Resolution),
        Self::Ink(Ink::Position),
        Self::Ink(Ink::Contest),
        Self::Ink(Ink::Refusal),
        Self::Ink(Ink::Pointer),
        Self::Ink(Ink::Event),
        Self::Ink(Ink::Standing),
        Self::Ink(Ink::First),
        Self::Ink(Ink::Second),
        Self::Ink(Ink::Third),
        Self::Ink(Ink::Fourth),
        Self::Ink(Ink::Fifth),
        Self::Ink(Ink::Sixth),
    ];

    /// Its name in style sheets.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Band => "band",
            Self::Window => "window",
            Self::Grid => "grid",
            Self::GridMajor => "grid-major",
            Self::Rule => "rule",
            Self::Leader => "leader",
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Ink(Ink::Recognition) => "recognition",
            Self::Ink(Ink::Relations) => "relations",
            Self::Ink(Ink::Mission) => "mission",
            Self::Ink(Ink::Treaty) => "treaty",
            Self::Ink(Ink::Resolution) => "resolution",
            Self::Ink(Ink::Position) => "position",
            Self::Ink(Ink::Contest) => "contest",
            Self::Ink(Ink::Refusal) => "refusal",
            Self::Ink(Ink::Pointer) => "pointer",
            Self::Ink(Ink::Event) => "event",
            Self::Ink(Ink::Standing) => "standing",
            Self::Ink(Ink::First) => "first",
            Self::Ink(Ink::Second) => "second",
            Self::Ink(Ink::Third) => "third",
            Self::Ink(Ink::Fourth) => "fourth",
            Self::Ink(Ink::Fifth) => "fifth",
            Self::Ink(Ink::Sixth) => "sixth",
        }
    }
}

impl Theme {
    /// The colour of what is for this.
    ///
    /// *Source:* the inks are the palette of Okabe and Ito (2008), which colour-blind readers can tell apart, with a purple
    /// for positions; lighter on dark.
    pub(super) fn rgb(self, tint: Tint) -> Rgb {
        match self {
            Self::Auto | Self::Light => light(tint),
            Self::Dark => dark(tint),
            Self::Print => print(tint),
        }
    }

    /// The style sheet by which a browser uses the reader's preference, and an editor can put in other colours: only
    /// [`Theme::Auto`] has one. What doesn't know variables of style sheets skips it whole, and keeps the colours that are
    /// written at each shape.
    pub(super) fn sheet(self) -> String {
        if self != Self::Auto {
            return String::new();
        }
        let variables = |theme: Self| -> String {
            let one = |tint: &Tint| {
                let (r, g, b) = theme.rgb(*tint);
                format!("--{}:#{r:02x}{g:02x}{b:02x}", tint.name())
            };
            Tint::ALL.iter().map(one).collect::<Vec<_>>().join(";")
        };
        let rule = |tint: &Tint| {
            let name = tint.name();
            format!(".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}")
        };
        format!(
            "<style>@supports (fill:var(--text)){{\n.chancery{{{}}}\n@media (prefers-color-scheme:dark){{.chancery{{{}}}}}\n{}\n}}</style>\n",
            variables(Self::Light),
            variables(Self::Dark),
            Tint::ALL.iter().map(rule).collect::<String>(),
        )
    }
}

fn light(tint: Tint) -> Rgb {
    match tint {
        Tint::Ground => (255, 255, 255),
        Tint::Band => (244, 246, 248),
        Tint::Window => (0, 0, 0),
        Tint::Grid => (226, 229, 233),
        Tint::GridMajor => (190, 195, 201),
        Tint::Rule => (200, 204, 209),
        Tint::Leader => (120, 126, 133),
        Tint::Text => (26, 28, 31),
        Tint::Muted => (84, 90, 97),
        Tint::Ink(ink) => match ink {
            Ink::Recognition | Ink::First => (0, 114, 178),
            Ink::Relations | Ink::Third => (0, 158, 115),
            Ink::Mission | Ink::Sixth => (86, 180, 233),
            Ink::Treaty | Ink::Fifth => (230, 159, 0),
            Ink::Resolution | Ink::Fourth => (204, 121, 167),
            Ink::Position => (120, 94, 160),
            Ink::Contest | Ink::Second => (213, 94, 0),
            Ink::Event => (150, 60, 60),
            Ink::Standing => (90, 110, 130),
            Ink::Refusal => (40, 40, 40),
            Ink::Pointer => (120, 126, 133),
        },
    }
}

fn dark(tint: Tint) -> Rgb {
    match tint {
        Tint::Ground => (21, 24, 28),
        Tint::Band => (31, 35, 41),
        Tint::Window => (255, 255, 255),
        Tint::Grid => (46, 51, 58),
        Tint::GridMajor => (84, 91, 100),
        Tint::Rule => (66, 72, 80),
        Tint::Leader => (140, 147, 156),
        Tint::Text => (236, 238, 241),
        Tint::Muted => (170, 177, 186),
        Tint::Ink(ink) => match ink {
            Ink::Recognition | Ink::First => (77, 163, 224),
            Ink::Relations | Ink::Third => (45, 186, 146),
            Ink::Mission | Ink::Sixth => (134, 204, 245),
            Ink::Treaty | Ink::Fifth => (240, 176, 40),
            Ink::Resolution | Ink::Fourth => (224, 150, 190),
            Ink::Position => (168, 145, 208),
            Ink::Contest | Ink::Second => (240, 132, 54),
            Ink::Event => (226, 140, 136),
            Ink::Standing => (150, 172, 194),
            Ink::Refusal => (222, 224, 227),
            Ink::Pointer => (140, 147, 156),
        },
    }
}

fn print(tint: Tint) -> Rgb {
    let grey = |part: u8| (part, part, part);
    match tint {
        Tint::Ground => grey(255),
        Tint::Band => grey(245),
        Tint::Window | Tint::Text => grey(0),
        Tint::Grid => grey(224),
        Tint::GridMajor => grey(170),
        Tint::Rule => grey(190),
        Tint::Leader => grey(110),
        Tint::Muted => grey(70),
        Tint::Ink(ink) => match ink {
            Ink::Recognition | Ink::Contest | Ink::Refusal | Ink::Treaty | Ink::First | Ink::Second => grey(0),
            Ink::Relations | Ink::Resolution | Ink::Third | Ink::Fourth => grey(60),
            Ink::Position | Ink::Fifth | Ink::Sixth => grey(100),
            Ink::Mission | Ink::Pointer | Ink::Standing => grey(130),
            Ink::Event => grey(40),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::SHADES;
    use super::super::pen::text_tint;
    use super::*;
    use crate::chart::plan::Cell;

    /// The contrast ratio of WCAG 2.1.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |(r, g, b): Rgb| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// A colour that covers so much of the ground.
    fn mixed(theme: Theme, tint: Tint, strength: f64) -> Rgb {
        let (over, under) = (theme.rgb(tint), theme.rgb(Tint::Ground));
        let part =
            |over: u8, under: u8| (strength * f64::from(over) + (1.0 - strength) * f64::from(under)).round() as u8;
        (part(over.0, under.0), part(over.1, under.1), part(over.2, under.2))
    }

    #[test]
    fn text_stands_out_from_its_ground_in_each_theme() {
        for theme in [Theme::Auto, Theme::Light, Theme::Dark, Theme::Print] {
            for ground in [Tint::Ground, Tint::Band] {
                for text in [Tint::Text, Tint::Muted] {
                    let ratio = contrast(theme.rgb(text), theme.rgb(ground));
                    assert!(ratio >= 4.5, "{theme}: {text:?} on {ground:?} has {ratio:.1}");
                }
            }
        }
        // What is written on filled cells.
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            for ink in [Ink::Recognition, Ink::Refusal] {
                assert!(contrast(theme.rgb(Tint::Ground), theme.rgb(Tint::Ink(ink))) >= 4.5, "{theme} {ink:?}");
            }
        }
        // What is written on shares, which are shades of a colour on the ground.
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            for share in 0..=100 {
                let cell = Cell::Share(share);
                let ground = mixed(theme, Tint::Ink(Ink::First), SHADES[Cell::step(share)]);
                let text = theme.rgb(text_tint(cell.writing()));
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{theme}: a share of {share} has {ratio:.1}");
            }
            // And on tiles of votes in favour.
            let text = theme.rgb(text_tint(Cell::Favour.writing()));
            assert!(contrast(text, theme.rgb(Tint::Ink(Ink::First))) >= 4.5, "{theme}");
        }
        assert!(contrast((119, 119, 119), (255, 255, 255)) < 4.5, "the measure can fail");
    }

    #[test]
    fn every_tint_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<&str> = Tint::ALL.iter().map(|tint| tint.name()).collect();
        assert_eq!(names.len(), Tint::ALL.len());
    }
}
