//! Pictures compared with golden files: a few byte for byte, the others by what they show and where.
//!
//! Where one differs, both are left side by side in `charts/` of the target folder, as SVG and, with the feature `image`, as PNG with a
//! third picture of the pixels that differ.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chancery::chart::{self, Plan, Theme};

use super::well_formed;
use crate::bases::at;

/// The pictures that are compared whole: one for each kind, each theme, and the hard ones. All others are told in lines.
const WHOLE: [&str; 15] = [
    "actor-norland",
    "agreement-six",
    "curve-two-of-three",
    "map-attitudes",
    "matrix-relations",
    "missions-sudara",
    "network-changes",
    "pair-contested",
    "pair-dark",
    "pair-norland-sudara",
    "recognitions-imprecise",
    "recognitions-print",
    "recognitions-scripts",
    "treaties-norland-sudara",
    "votes-all",
];

/// How many lines tell of a plan at most: a picture of four hundred marks is held by what its test says.
const TOLD: usize = 150;

/// Draws a plan and compares it with a golden file.
#[track_caller]
pub(crate) fn check(plan: &Plan, name: &str) {
    check_in(Theme::Auto, plan, name);
}

/// The same, in a theme.
#[track_caller]
pub(crate) fn check_in(theme: Theme, plan: &Plan, name: &str) {
    assert_eq!(plan.collisions(), Vec::<String>::new(), "{name}");
    let svg = chart::draw(plan, theme);
    assert_eq!(svg, chart::draw(plan, theme), "{name} isn't drawn alike twice");
    well_formed(&svg, plan);
    if !WHOLE.contains(&name) {
        let wrong = crate::differs(&at(&format!("tests/golden/{name}.txt")), &told(plan));
        return assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }
    let file = at(&format!("tests/golden/{name}.svg"));
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    if crate::differs(&file, &svg).is_some() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is below target").join("charts");
        panic!("{}", side_by_side(&folder, name, &expected, &svg));
    }
}

/// A plan in lines: the texts, then each item with its class, its statement, from where to where its marks reach from left to
/// right, and its labels. Sizes, colours and the places of texts are left out: a margin may change without changing these.
fn told(plan: &Plan) -> String {
    let mut text = format!("{}\n", plan.title);
    for written in &plan.texts {
        writeln!(text, "text: {}", written.text).expect("a string");
    }
    for item in plan.items.iter().take(TOLD) {
        let frames = item.glyphs.iter().map(|glyph| glyph.frame());
        let (left, right) =
            frames.fold((f64::MAX, f64::MIN), |(left, right), frame| (left.min(frame.left), right.max(frame.right)));
        let labels: Vec<&str> = item.labels.iter().map(|label| &*label.text).collect();
        let class = item.class.trim_start_matches("statement ");
        writeln!(text, "{class} {} {left:.0}..{right:.0}: {}", item.statement, labels.join(" / ")).expect("a string");
    }
    let more = plan.items.len().saturating_sub(TOLD);
    if more > 0 {
        writeln!(text, "and {more} more").expect("a string");
    }
    text
}

/// Leaves both pictures and what differs, and says where.
fn side_by_side(folder: &Path, name: &str, expected: &str, actual: &str) -> String {
    let line = actual.lines().zip(expected.lines()).take_while(|(a, b)| a == b).count() + 1;
    let mut text = format!("{name} differs from its golden file from line {line} on; CHANCERY_BLESS=1 accepts it");
    for file in leave(folder, name, expected, actual) {
        write!(text, "\n  {}", file.display()).expect("a string");
    }
    text
}

/// Writes the pictures, and what differs as far as it can be seen; the files that were written.
fn leave(folder: &Path, name: &str, expected: &str, actual: &str) -> Vec<PathBuf> {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let mut files = vec![("expected.svg", expected.as_bytes().to_vec()), ("actual.svg", actual.as_bytes().to_vec())];
    files.retain(|(_, bytes)| !bytes.is_empty());
    #[cfg(feature = "image")]
    files.extend(pixels::pictures(expected, actual));
    let mut written = Vec::new();
    for (end, bytes) in files {
        let path = folder.join(format!("{name}.{end}"));
        std::fs::write(&path, bytes).expect("the picture can be written");
        written.push(path);
    }
    written
}

#[cfg(feature = "image")]
mod pixels {
    use chancery::chart;
    use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8};

    /// Both pictures as PNG, and what differs, if anything does. What can't be painted is left out.
    pub(super) fn pictures(expected: &str, actual: &str) -> Vec<(&'static str, Vec<u8>)> {
        let [a, b] = [expected, actual].map(|svg| chart::png(svg, 1.0).ok());
        let both = a.as_deref().zip(b.as_deref());
        let difference = both.and_then(|(a, b)| difference(a, b)).and_then(|(picture, _)| picture.encode_png().ok());
        let named = [("expected.png", a), ("actual.png", b), ("difference.png", difference)];
        named.into_iter().filter_map(|(end, bytes)| Some((end, bytes?))).collect()
    }

    /// The pixels that differ, dark on white, and how many; `None`: none.
    pub(super) fn difference(a: &[u8], b: &[u8]) -> Option<(Pixmap, usize)> {
        let [a, b] = [a, b].map(|png| Pixmap::decode_png(png).expect("it is a PNG"));
        let mut picture = Pixmap::new(a.width().max(b.width()), a.height().max(b.height()))?;
        picture.fill(Color::WHITE);
        let dark = PremultipliedColorU8::from_rgba(0xb0, 0x10, 0x20, 0xff)?;
        let (width, mut count) = (picture.width(), 0);
        for (n, pixel) in picture.pixels_mut().iter_mut().enumerate() {
            let (x, y) = (n as u32 % width, n as u32 / width);
            // Beyond the right edge, tiny_skia would read on in the next row.
            let at = |of: &Pixmap| if x < of.width() { of.pixel(x, y) } else { None };
            if at(&a) != at(&b) {
                *pixel = dark;
                count += 1;
            }
        }
        (count > 0).then_some((picture, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(word: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\" font-family=\"'Noto Sans'\">\n\
             <rect width=\"60\" height=\"20\" fill=\"#ffffff\"/>\n<text x=\"2\" y=\"14\" font-size=\"12\">{word}</text>\n</svg>\n"
        )
    }

    #[test]
    fn what_differs_is_left_side_by_side() {
        let folder = tempfile::tempdir().expect("a folder");
        let (expected, actual) = (drawing("Baku"), drawing("Bonn"));
        let told = side_by_side(folder.path(), "towns", &expected, &actual);
        assert!(
            told.starts_with("towns differs from its golden file from line 3 on; CHANCERY_BLESS=1 accepts it\n"),
            "{told}"
        );
        let read = |end: &str| std::fs::read(folder.path().join(format!("towns.{end}"))).expect(end);
        assert_eq!(read("expected.svg"), expected.as_bytes());
        assert_eq!(read("actual.svg"), actual.as_bytes());
        let ends: &[&str] = if cfg!(feature = "image") {
            &["expected.svg", "actual.svg", "expected.png", "actual.png", "difference.png"]
        } else {
            &["expected.svg", "actual.svg"]
        };
        let named: Vec<String> =
            ends.iter().map(|end| folder.path().join(format!("towns.{end}")).display().to_string()).collect();
        assert_eq!(told.lines().skip(1).map(str::trim).collect::<Vec<_>>(), named);
        // Without a golden file there is nothing beside the actual picture.
        assert!(
            leave(folder.path(), "new", "", &actual)
                .iter()
                .all(|path| path.display().to_string().contains("new.actual."))
        );
    }

    #[cfg(feature = "image")]
    #[test]
    fn the_difference_shows_the_pixels_that_differ_and_no_others() {
        let png = |word: &str| chart::png(&drawing(word), 1.0).expect("a picture");
        assert!(pixels::difference(&png("Baku"), &png("Baku")).is_none());
        let (picture, count) = pixels::difference(&png("Baku"), &png("Bonn")).expect("they differ");
        let shown = picture.pixels().iter().filter(|pixel| pixel.green() != 0xff).count();
        assert_eq!(shown, count);
        assert!((10..400).contains(&count), "the letters differ and the ground doesn't: {count}");
        // The B that both have is none of it.
        let (width, first) = (picture.width() as usize, 9);
        assert!(picture.pixels().iter().enumerate().all(|(n, pixel)| n % width >= first || pixel.green() == 0xff));
        // What is larger differs where the other has nothing.
        let wide = drawing("Baku").replace("width=\"60\"", "width=\"64\"");
        let wide = chart::png(&wide, 1.0).expect("a picture");
        assert_eq!(pixels::difference(&png("Baku"), &wide).map(|(_, count)| count), Some(4 * 20));
    }
}
