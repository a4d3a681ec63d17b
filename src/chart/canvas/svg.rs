//! A backend of plotters that writes what it is told as SVG, in hundredths of a pixel.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

/// Units of the backend for one pixel.
pub(super) const UNIT: f64 = 100.0;

/// What is written, and how the next element is named and stroked, of which plotters knows nothing.
#[derive(Default)]
pub(super) struct SvgState {
    pub(super) text: String,
    /// The name of its colour in style sheets.
    pub(super) tint: &'static str,
    /// The lengths of dashes and gaps; empty: a whole line.
    pub(super) dash: &'static str,
}

/// The backend: writes what it is told as SVG.
pub(super) struct Svg {
    pub(super) out: Rc<RefCell<SvgState>>,
    pub(super) size: (u32, u32),
}

pub(super) type DrawingResult = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> DrawingResult {
        Ok(())
    }

    fn present(&mut self) -> DrawingResult {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> DrawingResult {
        let (x, y) = at;
        self.fill_polygon([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], &colour)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawingResult {
        let colour = style.color();
        let width = number(f64::from(style.stroke_width()) / UNIT);
        let SvgState { tint, dash, .. } = *self.out.borrow();
        let dashes = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        self.write(&format!(
            "<path class=\"s-{tint}\" d=\"{}\" fill=\"none\" stroke=\"{}\"{} stroke-width=\"{width}\"{dashes}/>\n",
            steps(path),
            hex(colour),
            opacity("stroke", colour),
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawingResult {
        let colour = style.color();
        let tint = self.out.borrow().tint;
        self.write(&format!(
            "<path class=\"f-{tint}\" d=\"{}Z\" fill=\"{}\"{}/>\n",
            steps(corners),
            hex(colour),
            opacity("fill", colour)
        ));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> DrawingResult {
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let tint = self.out.borrow().tint;
        self.write(&format!(
            "<text class=\"f-{tint}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>\n",
            pixels(at.0),
            pixels(at.1),
            number(style.size()),
            hex(style.color()),
            escaped(text),
        ));
        Ok(())
    }
}

impl Svg {
    pub(super) fn write(&self, text: &str) {
        self.out.borrow_mut().text.push_str(text);
    }
}

pub(super) fn steps(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut path = String::new();
    for (n, (x, y)) in points.into_iter().enumerate() {
        let letter = if n == 0 { 'M' } else { 'L' };
        write!(path, "{letter}{} {}", pixels(x), pixels(y)).expect("writing to a string doesn't fail");
    }
    path
}

pub(super) fn pixels(units: i32) -> String {
    number(f64::from(units) / UNIT)
}

/// A number with at most two decimals.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

pub(super) fn hex(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

pub(super) fn opacity(of: &str, colour: BackendColor) -> String {
    if colour.alpha < 1.0 { format!(" {of}-opacity=\"{}\"", number(colour.alpha)) } else { String::new() }
}

/// Text that is read and not drawn, as XML: words written from right to left stand apart from the numbers beside them, which
/// would otherwise be read as part of them (UAX #9, isolates).
pub(super) fn told(text: &str) -> String {
    let backward = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    let mut isolated = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find(backward) {
        let (before, run) = rest.split_at(from);
        let end = run.find(|c: char| !backward(c) && c != ' ').map_or(run, |end| &run[..end]).trim_end();
        isolated.extend([before, "\u{2068}", end, "\u{2069}"]);
        rest = &run[end.len()..];
    }
    escaped(&(isolated + rest))
}

/// Text as XML; characters that XML forbids are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (value, expected) in [(1.0, "1"), (0.126, "0.13"), (12.5, "12.5"), (-0.001, "0"), (100.0, "100")] {
            assert_eq!(number(value), expected);
        }
    }

    #[test]
    fn words_from_right_to_left_stand_apart() {
        assert_eq!(told("Recognition of مصر العربية: 12 May"), "Recognition of \u{2068}مصر العربية\u{2069}: 12 May");
        assert_eq!(told("ישראל and مصر & Iran"), "\u{2068}ישראל\u{2069} and \u{2068}مصر\u{2069} &amp; Iran");
        assert_eq!(told("Türkiye, 中国"), "Türkiye, 中国");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a < b & \"c\"\u{1}\n"), "a &lt; b &amp; &quot;c&quot; ");
    }
}
