//! How wide a text is: the advances of the bundled font, never those of a font of the system.

use std::borrow::Cow;
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

/// The width of `text`, as it is [`drawn`], at `size`, in the unit of `size`.
pub(crate) fn width(text: &str, size: f64, face: Face) -> f64 {
    let cut = &cuts()[usize::from(face == Face::Bold)];
    let ems: f64 = drawn(text).chars().map(|c| cut.advance(c)).sum();
    ems * size * ALLOWANCE
}

/// The text as a picture shows it: letters that the bundled font lacks in Latin ones, since nobody could say how wide they
/// are, and a painter without fonts of the system would leave them out.
pub(crate) fn drawn(text: &str) -> Cow<'_, str> {
    let cut = &cuts()[0];
    if text.chars().all(|c| cut.has(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if cut.has(c) {
            out.push(c);
            begins = c.is_whitespace() || (begins && !c.is_alphanumeric());
            continue;
        }
        // Most scripts have no capitals: where a word begins, it gets one, as names in Latin letters have them.
        for latin in any_ascii::any_ascii_char(c).chars() {
            out.push(if begins { latin.to_ascii_uppercase() } else { latin });
            begins = begins && !latin.is_alphanumeric();
        }
    }
    Cow::Owned(out)
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

/// A cut of the font with what is asked of it most.
struct Cut {
    font: FontRef<'static>,
    em: f64,
    /// The advances of the first characters in ems; `None`: the font lacks it.
    first: Vec<Option<f64>>,
}

/// Regular and bold.
fn cuts() -> &'static [Cut; 2] {
    /// Up to here go Latin, Greek and Cyrillic, which is nearly all that is ever written.
    const FIRST: u32 = 0x530;
    static CUTS: OnceLock<[Cut; 2]> = OnceLock::new();
    CUTS.get_or_init(|| {
        [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|bytes| {
            let font = FontRef::try_from_slice(bytes).expect("the bundled font is a font");
            let em = f64::from(font.units_per_em().unwrap_or(1000.0));
            let mut cut = Cut { font, em, first: Vec::new() };
            cut.first = (0..FIRST).map(|c| char::from_u32(c).and_then(|c| cut.measured(c))).collect();
            cut
        })
    })
}

impl Cut {
    /// Whether a character can be drawn as it is. Those below the space are left out of every drawing.
    fn has(&self, c: char) -> bool {
        c.is_ascii() || self.find(c).is_some()
    }

    /// The advance of a character in ems.
    fn advance(&self, c: char) -> f64 {
        self.find(c).unwrap_or(0.0)
    }

    fn find(&self, c: char) -> Option<f64> {
        self.first.get(c as usize).copied().unwrap_or_else(|| self.measured(c))
    }

    fn measured(&self, c: char) -> Option<f64> {
        let glyph = self.font.glyph_id(c);
        (glyph.0 != 0).then(|| f64::from(self.font.h_advance_unscaled(glyph)) / self.em)
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
    }

    /// Letter by letter, by the character alone: no reading of a language, which would want a dictionary.
    #[test]
    fn letters_that_the_font_lacks_are_drawn_and_measured_in_latin_ones() {
        for (text, expected) in [
            ("Türkiye, Ελλάδα, Қазақстан, Azərbaycan", "Türkiye, Ελλάδα, Қазақстан, Azərbaycan"),
            ("مصر", "Msr"),
            ("تونس (2)", "Twns (2)"),
            ("ישראל", "Ysr'l"),
            ("الجمهورية اليمنية", "Ljmhwryh Lymnyh"),
            ("中国", "ZhongGuo"),
            ("日本", "RiBen"),
            ("भारत", "Bhart"),
            ("საქართველო", "Sakartvelo"),
            ("Հայաստան", "Hayastan"),
            ("한국", "HanGug"),
            ("ไทย", "Aithy"),
            ("ລາວ", "Lav"),
            ("ኤርትራ", "'Ertra"),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
            for face in [Face::Regular, Face::Bold] {
                assert_eq!(width(text, 12.0, face), width(expected, 12.0, face), "{text}");
                assert!(drawn(text).chars().all(|c| cuts()[1].has(c)), "both cuts have the same letters");
            }
        }
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
