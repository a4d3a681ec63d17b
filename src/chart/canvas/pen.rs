//! The pen: draws shapes and text through plotters, and writes groups and titles between them.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::element::{Drawable, PathElement, PointCollection, Polygon, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, FontStyle};

use super::svg::{Svg, SvgState, UNIT};
use super::theme::{Theme, Tint};
use crate::chart::plan::{Anchor, Ink, Label, Rect, Style};

pub(super) const GROUND: Paint = Paint(Tint::Ground, 1.0);
pub(super) const BAND: Paint = Paint(Tint::Band, 1.0);
pub(super) const WINDOW: Paint = Paint(Tint::Window, 0.06);
pub(super) const GRID: Paint = Paint(Tint::Grid, 1.0);
pub(super) const GRID_MAJOR: Paint = Paint(Tint::GridMajor, 1.0);
pub(super) const RULE: Paint = Paint(Tint::Rule, 1.0);
pub(super) const LEADER: Paint = Paint(Tint::Leader, 1.0);

/// A colour by what it is for, and how much it covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint(pub(super) Tint, pub(super) f64);

impl Paint {
    pub(super) fn pale(self, strength: f64) -> Self {
        Self(self.0, self.1 * strength)
    }
}

pub(super) fn paint(ink: Ink) -> Paint {
    Paint(Tint::Ink(ink), 1.0)
}

pub(super) fn text_tint(style: Style) -> Tint {
    match style {
        Style::Strong | Style::Plain => Tint::Text,
        Style::Muted => Tint::Muted,
        Style::Inverse => Tint::Ground,
    }
}

/// Draws through plotters, and writes between what it draws.
pub(super) struct Pen {
    theme: Theme,
    out: Rc<RefCell<SvgState>>,
    area: DrawingArea<Svg, Shift>,
}

impl Pen {
    pub(super) fn new(width: f64, height: f64, theme: Theme) -> Self {
        let out = Rc::new(RefCell::new(SvgState::default()));
        let size = ((width * UNIT).ceil() as u32, (height * UNIT).ceil() as u32);
        let area = Svg { out: Rc::clone(&out), size }.into_drawing_area();
        Self { theme, out, area }
    }

    pub(super) fn finish(self) -> String {
        drop(self.area);
        Rc::into_inner(self.out).expect("the area was the only other owner").into_inner().text
    }

    pub(super) fn write(&self, text: &str) {
        self.out.borrow_mut().text.push_str(text);
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
        let style = self.style(paint, 0.0);
        self.element(&Polygon::new(units(points), style));
    }

    pub(super) fn line(&self, from: (f64, f64), to: (f64, f64), stroke: f64, paint: Paint) {
        self.path(&[from, to], stroke, paint);
    }

    pub(super) fn path(&self, points: &[(f64, f64)], stroke: f64, paint: Paint) {
        let style = self.style(paint, stroke);
        self.element(&PathElement::new(units(points), style));
    }

    pub(super) fn outline(&self, points: &[(f64, f64)], stroke: f64, paint: Paint) {
        let closed: Vec<(f64, f64)> = points.iter().chain(points.first()).copied().collect();
        self.path(&closed, stroke, paint);
    }

    pub(super) fn text(&self, label: &Label) {
        let weight = if label.style == Style::Strong { FontStyle::Bold } else { FontStyle::Normal };
        let tint = text_tint(label.style);
        self.out.borrow_mut().tint = tint.name();
        let (r, g, b) = self.theme.rgb(tint);
        let colour = RGBColor(r, g, b);
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

    /// The paint as plotters wants it; its name is left for the style sheet.
    fn style(&self, paint: Paint, stroke: f64) -> ShapeStyle {
        let Paint(tint, alpha) = paint;
        self.out.borrow_mut().tint = tint.name();
        let (r, g, b) = self.theme.rgb(tint);
        ShapeStyle { color: RGBAColor(r, g, b, alpha), filled: true, stroke_width: (stroke * UNIT) as u32 }
    }

    /// A line in dashes.
    pub(super) fn dashed(&self, points: &[(f64, f64)], stroke: f64, paint: Paint, dash: &'static str) {
        self.out.borrow_mut().dash = dash;
        self.path(points, stroke, paint);
        self.out.borrow_mut().dash = "";
    }

    fn element<'a, E>(&self, element: &'a E)
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
