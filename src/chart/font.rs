//! How wide a text is: the advances of the bundled font, never those of a font of the system.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef};

/// The families to ask for, the bundled one first, then those that have the scripts that it lacks.
pub(crate) const FAMILIES: &str = "'Noto Sans','Helvetica Neue',Arial,'Noto Sans Arabic','Noto Sans Hebrew','Noto Sans CJK SC',\
                            'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/// How far a line's box reaches above its baseline, in ems.
pub(crate) const ASCENT: f64 = 0.93;

/// The height of a line's box, in ems.
pub(crate) const LINE: f64 = 1.2;

/// A browser kerns and rounds where we only add advances.
const ALLOWANCE: f64 = 1.015;

/// A cut of the bundled font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// The width of `text` at `size`, in the unit of `size`.
pub(crate) fn width(text: &str, size: f64, face: Face) -> f64 {
    static FACES: OnceLock<[FontRef<'static>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        [notosans::REGULAR_TTF, notosans::BOLD_TTF]
            .map(|bytes| FontRef::try_from_slice(bytes).expect("the bundled font is a font"))
    });
    let font = &faces[usize::from(face == Face::Bold)];
    let em = f64::from(font.units_per_em().unwrap_or(1000.0));
    let ems: f64 = text.chars().map(|c| advance(font, em, c)).sum();
    ems * size * ALLOWANCE
}

/// The text, or as much of its beginning as is no wider than `most`, with an ellipsis.
pub(crate) fn cut(text: &str, size: f64, face: Face, most: f64) -> String {
    if width(text, size, face) <= most {
        return text.to_owned();
    }
    let ended = |kept: &str| format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '–']));
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        if width(&ended(&kept), size, face) <= most {
            // Whole words, where that doesn't cost much.
            let whole = kept.rfind(' ').filter(|at| at * 2 > kept.len()).map(|at| &kept[..at]);
            return ended(whole.unwrap_or(&kept));
        }
    }
    String::new()
}

/// The text in lines no wider than `most`, broken between words; what exceeds `lines` is cut with an ellipsis.
pub(crate) fn wrap(text: &str, size: f64, face: Face, most: f64, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while words.peek().is_some() {
        if done.len() + 1 >= lines {
            let rest: Vec<&str> = words.collect();
            done.push(cut(&rest.join(" "), size, face, most));
            break;
        }
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && width(&longer, size, face) > most {
                break;
            }
            line = longer;
            words.next();
        }
        done.push(cut(&line, size, face, most));
    }
    done
}

/// The text, with letters that the bundled font lacks in Latin ones.
#[cfg(feature = "image")]
pub(super) fn latin(text: &str) -> String {
    let font = FontRef::try_from_slice(notosans::REGULAR_TTF).expect("the bundled font is a font");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() || font.glyph_id(c).0 != 0 {
            out.push(c);
        } else {
            out += any_ascii::any_ascii_char(c);
        }
    }
    out
}

/// The advance of a character in ems; a guess that errs to the wide side where the font lacks it.
fn advance(font: &FontRef<'_>, em: f64, c: char) -> f64 {
    let glyph = font.glyph_id(c);
    if glyph.0 != 0 {
        return f64::from(font.h_advance_unscaled(glyph)) / em;
    }
    match c {
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FEFC}' => 0.75,
        _ => 1.05,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        assert_eq!(width("", 12.0, Face::Regular), 0.0);
        let narrow = width("iiii", 10.0, Face::Regular);
        let wide = width("WWWW", 10.0, Face::Regular);
        assert!(narrow * 3.0 < wide, "{narrow} {wide}");
        assert!(width("Türkiye", 10.0, Face::Bold) > width("Türkiye", 10.0, Face::Regular));
        assert!(width("中国", 10.0, Face::Regular) >= 20.0);
    }

    #[test]
    fn long_texts_are_wrapped_then_cut() {
        let text = "Treaty of Friendship, Cooperation and Mutual Security";
        let lines = wrap(text, 10.0, Face::Regular, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 10.0, Face::Regular) <= 100.0));
        assert_eq!(wrap(text, 10.0, Face::Regular, 900.0, 2), [text]);
        assert_eq!(wrap(text, 10.0, Face::Regular, 100.0, 9).join(" "), text);
    }
}
