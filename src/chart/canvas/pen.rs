//! The pen: draws shapes and text through plotters, and writes groups and titles between them.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::element::{Drawable, PathElement, PointCollection, Polygon, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, FontStyle};

use super::svg::{Svg, UNIT};
use crate::chart::plan::{Anchor, Ink, Label, Rect, Style};

pub(super) const WHITE: Paint = Paint(255, 255, 255, 1.0);
pub(super) const BAND: Paint = Paint(244, 246, 248, 1.0);
pub(super) const WINDOW: Paint = Paint(0, 0, 0, 0.06);
pub(super) const GRID: Paint = Paint(226, 229, 233, 1.0);
pub(super) const GRID_MAJOR: Paint = Paint(190, 195, 201, 1.0);
pub(super) const RULE: Paint = Paint(200, 204, 209, 1.0);
pub(super) const LEADER: Paint = Paint(120, 126, 133, 1.0);

/// A colour: red, green, blue, and how much it covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint(pub(super) u8, pub(super) u8, pub(super) u8, pub(super) f64);

impl Paint {
    pub(super) fn pale(self, strength: f64) -> Self {
        Self(self.0, self.1, self.2, self.3 * strength)
    }

    pub(super) fn style(self, stroke: f64) -> ShapeStyle {
        let Self(r, g, b, a) = self;
        ShapeStyle { color: RGBAColor(r, g, b, a), filled: true, stroke_width: (stroke * UNIT) as u32 }
    }
}

/// The palette of Okabe and Ito, which colour-blind readers can tell apart.
pub(super) fn paint(ink: Ink) -> Paint {
    match ink {
        Ink::Recognition => Paint(0, 114, 178, 1.0),
        Ink::Relations => Paint(0, 158, 115, 1.0),
        Ink::Mission => Paint(86, 180, 233, 1.0),
        Ink::Treaty => Paint(230, 159, 0, 1.0),
        Ink::Resolution => Paint(204, 121, 167, 1.0),
        Ink::Position => Paint(120, 94, 160, 1.0),
        Ink::Contest => Paint(213, 94, 0, 1.0),
        Ink::Refusal => Paint(40, 40, 40, 1.0),
        Ink::Pointer => Paint(120, 126, 133, 1.0),
    }
}

pub(super) fn text_colour(style: Style) -> RGBColor {
    match style {
        Style::Strong | Style::Plain => RGBColor(26, 28, 31),
        Style::Muted => RGBColor(84, 90, 97),
    }
}

/// Draws through plotters, and writes between what it draws.
pub(super) struct Pen {
    out: Rc<RefCell<String>>,
    area: DrawingArea<Svg, Shift>,
}

impl Pen {
    pub(super) fn new(width: f64, height: f64) -> Self {
        let out = Rc::new(RefCell::new(String::new()));
        let size = ((width * UNIT).ceil() as u32, (height * UNIT).ceil() as u32);
        let area = Svg { out: Rc::clone(&out), size }.into_drawing_area();
        Self { out, area }
    }

    pub(super) fn finish(self) -> String {
        drop(self.area);
        Rc::into_inner(self.out).expect("the area was the only other owner").into_inner()
    }

    pub(super) fn write(&self, text: &str) {
        self.out.borrow_mut().push_str(text);
    }

    pub(super) fn open(&self, attributes: &str) {
        self.write(&format!("<g {attributes}>\n"));
    }

    pub(super) fn close(&self) {
        self.write("</g>\n");
    }

    pub(super) fn rect(&self, rect: &Rect, paint: Paint) {
        let Rect { left, top, right, bottom } = *rect;
        if left < right && top < bottom {
            self.fill(&[(left, top), (right, top), (right, bottom), (left, bottom)], paint);
        }
    }

    pub(super) fn fill(&self, points: &[(f64, f64)], paint: Paint) {
        self.element(&Polygon::new(units(points), paint.style(0.0)));
    }

    pub(super) fn line(&self, from: (f64, f64), to: (f64, f64), stroke: f64, paint: Paint) {
        self.path(&[from, to], stroke, paint);
    }

    pub(super) fn path(&self, points: &[(f64, f64)], stroke: f64, paint: Paint) {
        self.element(&PathElement::new(units(points), paint.style(stroke)));
    }

    pub(super) fn outline(&self, points: &[(f64, f64)], stroke: f64, paint: Paint) {
        let closed: Vec<(f64, f64)> = points.iter().chain(points.first()).copied().collect();
        self.path(&closed, stroke, paint);
    }

    pub(super) fn text(&self, label: &Label) {
        let weight = if label.style == Style::Strong { FontStyle::Bold } else { FontStyle::Normal };
        let colour = text_colour(label.style);
        let (part, side) = match label.anchor {
            Anchor::Start => (0.0, HPos::Left),
            Anchor::Middle => (0.5, HPos::Center),
            Anchor::End => (1.0, HPos::Right),
        };
        let font = ("Noto Sans", label.size).into_font().style(weight);
        let style: TextStyle<'_> = font.color(&colour).pos(Pos::new(side, VPos::Bottom));
        let at = units(&[(label.x + part * label.width(), label.y)])[0];
        self.element(&Text::new(label.text.as_str(), at, style));
    }

    pub(super) fn element<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Svg>,
    {
        self.area.draw(element).expect("writing to a string doesn't fail");
    }
}

pub(super) fn units(points: &[(f64, f64)]) -> Vec<BackendCoord> {
    points.iter().map(|(x, y)| ((x * UNIT).round() as i32, (y * UNIT).round() as i32)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast ratio of WCAG 2.1.
    fn contrast(text: RGBColor, ground: Paint) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |r, g, b| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        let (dark, light) = (luminance(text.0, text.1, text.2), luminance(ground.0, ground.1, ground.2));
        (light + 0.05) / (dark + 0.05)
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        for style in [Style::Strong, Style::Plain, Style::Muted] {
            assert!(contrast(text_colour(style), WHITE) >= 4.5);
            assert!(contrast(text_colour(style), BAND) >= 4.5);
        }
    }
}
