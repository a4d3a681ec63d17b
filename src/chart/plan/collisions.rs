//! What lies on top of something else: the test that every plan has to pass.

use super::{Glyph, Label, Plan, Rect};

impl Plan {
    /// What lies on top of something else or outside of the picture, in words. A good plan has none.
    pub fn collisions(&self) -> Vec<String> {
        let page = Rect { left: 0.0, top: 0.0, right: self.width, bottom: self.height };
        let labels: Vec<(&Label, Rect)> = self.labels().map(|label| (label, label.frame())).collect();
        let mut found = Vec::new();
        for (i, (label, frame)) in labels.iter().enumerate() {
            if !page.holds(frame) {
                found.push(format!("{:?} is outside of the picture", label.text));
            }
            for (other, theirs) in &labels[i + 1..] {
                if frame.overlaps(theirs) {
                    found.push(format!("{:?} is on {:?}", label.text, other.text));
                }
            }
        }
        let mut lies = |of: &str, frame: Rect, touches: &dyn Fn(&Rect) -> bool| {
            if !page.holds(&frame) {
                found.push(format!("a mark of {of} is outside of the picture"));
            }
            for (label, _) in labels.iter().filter(|(_, theirs)| touches(theirs)) {
                found.push(format!("{:?} is on a mark of {of}", label.text));
            }
        };
        for item in &self.items {
            // What is written in a cell belongs there: cells are looked at below.
            for glyph in item.glyphs.iter().filter(|glyph| !matches!(glyph, Glyph::Cell { .. })) {
                lies(&item.statement, glyph.frame(), &|theirs| glyph.touches(theirs));
            }
            for leader in &item.leaders {
                let frame = leader.frame();
                lies(&item.statement, frame, &|theirs| frame.overlaps(theirs));
            }
        }
        for entry in &self.legend {
            lies("the legend", entry.glyph.frame(), &|theirs| entry.glyph.touches(theirs));
        }
        found.extend(self.cells(&page, &labels));
        found
    }

    /// Cells that lie on each other, on a label that isn't wholly within, or outside of the picture.
    fn cells(&self, page: &Rect, labels: &[(&Label, Rect)]) -> Vec<String> {
        let cells: Vec<(&str, Rect)> = self
            .items
            .iter()
            .flat_map(|item| item.glyphs.iter().map(|glyph| (&*item.statement, glyph)))
            .filter_map(|(of, glyph)| if let Glyph::Cell { frame, .. } = glyph { Some((of, *frame)) } else { None })
            .collect();
        let mut found = Vec::new();
        for (n, (of, frame)) in cells.iter().enumerate() {
            if !page.holds(frame) {
                found.push(format!("the cell of {of} is outside of the picture"));
            }
            if let Some((other, _)) = cells[n + 1..].iter().find(|(_, other)| frame.overlaps(other)) {
                found.push(format!("the cell of {of} is on that of {other}"));
            }
            for (label, theirs) in labels.iter().filter(|(_, theirs)| frame.overlaps(theirs)) {
                if !(frame.left <= theirs.left && theirs.right <= frame.right) {
                    found.push(format!("{:?} reaches out of the cell of {of}", label.text));
                }
            }
        }
        found
    }
}
