//! Where things are placed for a reader.

use std::fmt::Write as _;

use super::{Data, PAD, WIDTH, escape, shorten};

/// Places things from the reader's start side.
pub(super) struct Side {
    pub(super) rtl: bool,
}

impl Side {
    /// The left edge of something so wide that begins at `x` from the start side.
    pub(super) fn x(&self, x: f64, width: f64) -> f64 {
        if self.rtl { WIDTH - x - width } else { x }
    }

    /// Writes words at a place from the start side.
    pub(super) fn text(&self, out: &mut String, x: f64, y: f64, class: &str, at_end: bool, words: &str) {
        let anchor = if self.rtl == at_end { "start" } else { "end" };
        let place = if self.rtl { WIDTH - x } else { x };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = write!(
            out,
            "<text x=\"{place:.0}\" y=\"{y:.0}\" text-anchor=\"{anchor}\"{class}>{}</text>",
            escape(words)
        );
    }
}

/// Names the series, one below the other; the answer is where the drawing goes on.
pub(super) fn legend(side: &Side, out: &mut String, data: &Data, mut y: f64) -> f64 {
    for (index, series) in data.series.iter().enumerate() {
        let x = side.x(PAD, 12.0);
        let _ = write!(
            out,
            "<rect class=\"c{}\" x=\"{x:.0}\" y=\"{y:.0}\" width=\"12\" height=\"12\"/>",
            index + 1
        );
        side.text(out, PAD + 18.0, y + 11.0, "", false, &shorten(&series.name, 52));
        y += 19.0;
    }
    y
}
