//! From SVG to PNG and PDF, with the bundled font alone (feature `image`).

use super::limits::PNG_SIDE;
use resvg::usvg::{Options, Tree};
use resvg::{tiny_skia, usvg};

/// Why a picture can't be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageError {
    /// It would be larger than any viewer shows: width and height in pixels.
    TooLarge(u32, u32),
    /// The drawing can't be read; always our mistake.
    Drawing(String),
}

impl std::fmt::Display for ImageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge(width, height) => {
                write!(f, "{width} by {height} pixels are more than {PNG_SIDE} on a side")
            }
            Self::Drawing(why) => write!(f, "the drawing can't be read: {why}"),
        }
    }
}

impl std::error::Error for ImageError {}

/// A drawing of [`draw`](super::draw) as PNG, with `scale` pixels for each CSS pixel.
///
/// *Guarantees:* the same drawing gives the same bytes.
///
/// # Errors
/// [`ImageError`].
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ImageError> {
    let tree = tree(svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let refused = || ImageError::TooLarge(width as u32, height as u32);
    if width > PNG_SIDE || height > PNG_SIDE {
        return Err(refused());
    }
    let mut pixels = tiny_skia::Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or_else(refused)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| ImageError::Drawing(error.to_string()))
}

/// A drawing of [`draw`](super::draw) as a page of PDF, of its own size, with its text as text.
///
/// *Guarantees:* as [`png`].
///
/// # Errors
/// [`ImageError`].
pub fn pdf(svg: &str) -> Result<Vec<u8>, ImageError> {
    let page = svg2pdf::PageOptions::default();
    svg2pdf::to_pdf(&tree(svg)?, svg2pdf::ConversionOptions::default(), page)
        .map_err(|error| ImageError::Drawing(error.to_string()))
}

fn tree(svg: &str) -> Result<Tree, ImageError> {
    let mut options = Options { font_family: "Noto Sans".to_owned(), ..Options::default() };
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    usvg::Tree::from_str(svg, &options).map_err(|error| ImageError::Drawing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\" font-family=\"'Noto Sans'\">\
                           <rect width=\"40\" height=\"20\" fill=\"#ffffff\"/><text x=\"2\" y=\"14\" font-size=\"12\">Baku</text></svg>";

    #[test]
    fn pictures_are_the_same_twice_and_hold_the_text() {
        let picture = png(DRAWING, 2.0).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(picture, png(DRAWING, 2.0).expect("a picture"));
        let without = DRAWING.replace("Baku", "");
        assert_ne!(picture, png(&without, 2.0).expect("a picture"), "the letters are drawn");
        let page = pdf(DRAWING).expect("a page");
        assert!(page.starts_with(b"%PDF"));
        assert!(page.windows(8).any(|part| part == b"NotoSans"), "the font is inside, so that the text is text");
        assert_eq!(page, pdf(DRAWING).expect("a page"));
    }

    #[test]
    fn what_is_too_large_or_no_drawing_is_refused() {
        assert_eq!(png(DRAWING, 1000.0), Err(ImageError::TooLarge(40_000, 20_000)));
        assert!(matches!(png("<svg", 1.0), Err(ImageError::Drawing(_))));
    }
}
