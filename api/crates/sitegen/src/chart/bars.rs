//! Bars, side by side or stacked.

use std::fmt::Write as _;

use safe_content::Lang;

use super::side::{Side, legend};
use super::{Data, PAD, Series, WIDTH, highest, shorten};
use crate::site::Site;

/// The shapes of a chart of bars, and how high it is.
pub(super) fn bars(site: &Site<'_>, lang: Lang, data: &Data, stacked: bool) -> (String, f64) {
    let side = Side { rtl: lang.is_rtl() };
    let mut out = String::new();
    let mut y = PAD;
    if data.series.len() > 1 {
        y = legend(&side, &mut out, data, y);
    }
    let top = highest(data, stacked);
    let room = WIDTH - 2.0 * PAD;
    for (row, category) in data.categories.iter().enumerate() {
        y += 18.0;
        side.text(&mut out, PAD, y, "", false, &shorten(category, 58));
        y += 6.0;
        if stacked {
            stack(site, lang, &side, &mut out, data, row, y, room, top);
            y += 30.0;
        } else {
            for (index, series) in data.series.iter().enumerate() {
                bar(site, lang, &side, &mut out, series, (index, row), y, room - 70.0, top);
                y += 20.0;
            }
            y += 8.0;
        }
    }
    (out, y + PAD)
}

#[expect(clippy::too_many_arguments, reason = "plain numbers of one drawing step, named at the only call")]
fn bar(
    site: &Site<'_>,
    lang: Lang,
    side: &Side,
    out: &mut String,
    series: &Series,
    at: (usize, usize),
    y: f64,
    room: f64,
    top: f64,
) {
    let (index, row) = at;
    let value = series.values[row];
    let length = value.map_or(0.0, |v| (v.max(0.0) / top * room).max(if v > 0.0 { 2.0 } else { 0.0 }));
    let x = side.x(PAD, length);
    let _ = write!(
        out,
        "<rect class=\"c{}\" x=\"{x:.1}\" y=\"{y:.0}\" width=\"{length:.1}\" height=\"16\"/>",
        index + 1
    );
    let words =
        value.map_or_else(|| site.say(lang, "dataset-missing"), |v| site.number(lang, v, series.decimals));
    side.text(out, PAD + length + 6.0, y + 13.0, "", false, &words);
}

#[expect(clippy::too_many_arguments, reason = "plain numbers of one drawing step, named at the only call")]
fn stack(
    site: &Site<'_>,
    lang: Lang,
    side: &Side,
    out: &mut String,
    data: &Data,
    row: usize,
    y: f64,
    room: f64,
    top: f64,
) {
    let mut start = PAD;
    for (index, series) in data.series.iter().enumerate() {
        let Some(value) = series.values[row].filter(|v| *v > 0.0) else {
            continue;
        };
        let length = value / top * room;
        let x = side.x(start, length);
        let _ = write!(
            out,
            "<rect class=\"c{}\" x=\"{x:.1}\" y=\"{y:.0}\" width=\"{length:.1}\" height=\"22\"/>",
            index + 1
        );
        let words = site.number(lang, value, series.decimals);
        if length > 9.0 * words.chars().count() as f64 + 4.0 {
            let middle = x + length / 2.0;
            let _ = write!(
                out,
                "<text class=\"on\" x=\"{middle:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{words}</text>",
                y + 16.0
            );
        }
        start += length;
    }
}
