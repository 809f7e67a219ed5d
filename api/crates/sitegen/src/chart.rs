//! Charts as small SVG files: direct labels, an accessible title and description, no
//! script, no style attribute, colours from the stylesheet with a background of their own.
//!
//! Lines are drawn with the label above each bar, so that a chart stays readable on a
//! phone. Bars grow from the reader's start side; a time axis always runs left to right.

use std::fmt::Write as _;

use safe_content::{Cell, Dataset, Lang};

use crate::site::Site;

const WIDTH: f64 = 440.0;
const PAD: f64 = 12.0;
const SERIES: usize = 5;

/// Most rows a bar chart shows; a longer table speaks for itself.
const MOST_ROWS: usize = 24;

struct Series {
    name: String,
    decimals: usize,
    values: Vec<Option<f64>>,
}

struct Data {
    categories: Vec<String>,
    series: Vec<Series>,
}

/// The chart of a dataset; none when it has none or cannot be drawn.
#[must_use]
pub fn draw(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> Option<String> {
    let data = collect(site, lang, dataset)?;
    let inside = match dataset.chart.as_str() {
        "bar" => bars(site, lang, &Data { series: first(data.series), ..data }, false),
        "grouped-bar" => bars(site, lang, &data, false),
        "stacked-bar" => bars(site, lang, &data, true),
        "line" => lines(site, lang, &data)?,
        _ => return None,
    };
    let title = escape(&site.plain(lang, &dataset.title));
    let reading = escape(&site.plain(lang, &dataset.reading));
    let (shapes, height) = inside;
    let id = &dataset.id;
    Some(format!(
        "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {WIDTH} {height:.0}\" aria-labelledby=\"c-{id}-t c-{id}-d\"><title id=\"c-{id}-t\">{title}</title><desc id=\"c-{id}-d\">{reading}</desc><rect class=\"bg\" width=\"{WIDTH}\" height=\"{height:.0}\"/>{shapes}</svg>"
    ))
}

fn first(series: Vec<Series>) -> Vec<Series> {
    series.into_iter().take(1).collect()
}

/// Words of a cell for a reader.
#[must_use]
pub fn cell_text(site: &Site<'_>, lang: Lang, cell: &Cell, decimals: usize) -> String {
    match cell {
        Cell::Number(number) => site.number(lang, *number, decimals),
        Cell::Name(name) => name.clone(),
        Cell::Text(text) => site.plain(lang, text),
        Cell::Missing => site.say(lang, "dataset-missing"),
    }
}

fn collect(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> Option<Data> {
    if dataset.rows.is_empty() || dataset.rows.len() > MOST_ROWS {
        return None;
    }
    let label = dataset.columns.iter().position(|c| !c.number)?;
    let value = |row: &Vec<Cell>, at: usize| match row.get(at) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    let series =
        dataset.columns.iter().enumerate().filter(|(_, c)| c.number).take(SERIES).map(|(at, column)| {
            Series {
                name: site.plain(lang, &column.label),
                decimals: column.decimals,
                values: dataset.rows.iter().map(|row| value(row, at)).collect(),
            }
        });
    let categories = dataset
        .rows
        .iter()
        .map(|row| row.get(label).map(|c| cell_text(site, lang, c, 0)).unwrap_or_default());
    let data = Data { categories: categories.collect(), series: series.collect() };
    (!data.series.is_empty()).then_some(data)
}

/// Places things from the reader's start side.
struct Side {
    rtl: bool,
}

impl Side {
    fn x(&self, x: f64, width: f64) -> f64 {
        if self.rtl { WIDTH - x - width } else { x }
    }

    fn text(&self, out: &mut String, x: f64, y: f64, class: &str, at_end: bool, words: &str) {
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

fn bars(site: &Site<'_>, lang: Lang, data: &Data, stacked: bool) -> (String, f64) {
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

fn highest(data: &Data, stacked: bool) -> f64 {
    let row_total = |row: usize| -> f64 {
        let values = data.series.iter().filter_map(|s| s.values[row]);
        if stacked { values.sum() } else { values.fold(0.0, f64::max) }
    };
    (0..data.categories.len()).map(row_total).fold(f64::MIN_POSITIVE, f64::max)
}

fn legend(side: &Side, out: &mut String, data: &Data, mut y: f64) -> f64 {
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

fn lines(site: &Site<'_>, lang: Lang, data: &Data) -> Option<(String, f64)> {
    let count = data.categories.len();
    if count < 2 {
        return None;
    }
    let ltr = Side { rtl: false };
    let mut out = String::new();
    let mut y = PAD;
    if data.series.len() > 1 {
        y = legend(&ltr, &mut out, data, y);
    }
    let (from, to, tall) = (44.0, WIDTH - 44.0, 170.0);
    let base = y + 30.0 + tall;
    let top = highest(data, false);
    let x = |at: usize| from + (to - from) * at as f64 / (count - 1) as f64;
    let height = |v: f64| base - v.max(0.0) / top * tall;
    let _ = write!(out, "<path class=\"grid\" d=\"M{PAD} {base:.0}H{:.0}\"/>", WIDTH - PAD);
    let step = count.div_ceil(8);
    for (at, category) in data.categories.iter().enumerate() {
        if at % step == 0 || at == count - 1 {
            let _ = write!(
                out,
                "<text class=\"soft\" x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
                x(at),
                base + 20.0,
                escape(&shorten(category, 12))
            );
        }
    }
    for (index, series) in data.series.iter().enumerate() {
        line(site, lang, &mut out, index, series, &x, &height);
    }
    Some((out, base + 34.0))
}

fn line(
    site: &Site<'_>,
    lang: Lang,
    out: &mut String,
    index: usize,
    series: &Series,
    x: &dyn Fn(usize) -> f64,
    y: &dyn Fn(f64) -> f64,
) {
    let class = index + 1;
    let mut path = String::new();
    let mut pen = 'M';
    for (at, value) in series.values.iter().enumerate() {
        match value {
            Some(value) => {
                let _ = write!(path, "{pen}{:.1} {:.1}", x(at), y(*value));
                pen = 'L';
            }
            None => pen = 'M',
        }
    }
    let _ = write!(out, "<path class=\"l c{class}\" d=\"{path}\"/>");
    let label_each = series.values.len() <= 8;
    let last = series.values.len() - 1;
    for (at, value) in series.values.iter().enumerate() {
        let Some(value) = value else { continue };
        let _ =
            write!(out, "<circle class=\"c{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.5\"/>", x(at), y(*value));
        if label_each || at == 0 || at == last {
            let words = site.number(lang, *value, series.decimals);
            let _ = write!(
                out,
                "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{words}</text>",
                x(at),
                y(*value) - 9.0
            );
        }
    }
}

fn shorten(words: &str, limit: usize) -> String {
    if words.chars().count() <= limit {
        return words.to_owned();
    }
    let cut: String = words.chars().take(limit).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}…")
}

/// Escapes words for XML text and attributes.
#[must_use]
pub fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_between_words() {
        assert_eq!(shorten("vol à la tire", 8), "vol à…");
        assert_eq!(shorten("vol", 8), "vol");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
