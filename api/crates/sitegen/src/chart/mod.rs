//! Charts as small SVG files: direct labels, an accessible title and description, no
//! script, no style attribute, colours from the stylesheet with a background of their own.
//!
//! Lines are drawn with the label above each bar, so that a chart stays readable on a
//! phone. Bars grow from the reader's start side; a time axis always runs left to right.
//!
//! - `bars`, `lines`: the kinds of charts;
//! - `side`: where things are placed for a reader.

use safe_content::{Cell, Dataset, Lang};

use crate::site::Site;

mod bars;
mod lines;
mod side;

use bars::bars;
use lines::lines;

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

/// The chart of a dataset and its height in the units of its box; none when it has none or cannot be drawn.
#[must_use]
pub fn draw(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> Option<(String, f64)> {
    let data = collect(site, lang, dataset)?;
    let inside = match dataset.chart.as_str() {
        "bar" => bars(site, lang, &Data { series: first(data.series), ..data }, false),
        "grouped-bar" => bars(site, lang, &data, false),
        "stacked-bar" => bars(site, lang, &data, true),
        "line" => lines(site, lang, &data)?,
        _ => return None,
    };
    let spoken = site.text(lang, &dataset.title);
    let of = if spoken.lang.is_empty() { String::new() } else { format!(" lang=\"{}\"", spoken.lang) };
    let title = escape(&spoken.words);
    let reading = escape(&site.plain(lang, &dataset.reading));
    let (shapes, height) = inside;
    let id = &dataset.id;
    let svg = format!(
        "<svg class=\"chart\"{of} role=\"img\" viewBox=\"0 0 {WIDTH} {height:.0}\" aria-labelledby=\"c-{id}-t c-{id}-d\"><title id=\"c-{id}-t\">{title}</title><desc id=\"c-{id}-d\">{reading}</desc><rect class=\"bg\" width=\"{WIDTH}\" height=\"{height:.0}\"/>{shapes}</svg>"
    );
    Some((svg, height))
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

/// The highest value of a chart; of stacked bars, the highest sum.
fn highest(data: &Data, stacked: bool) -> f64 {
    let row_total = |row: usize| -> f64 {
        let values = data.series.iter().filter_map(|s| s.values[row]);
        if stacked { values.sum() } else { values.fold(0.0, f64::max) }
    };
    (0..data.categories.len()).map(row_total).fold(f64::MIN_POSITIVE, f64::max)
}

/// Words cut between words, with a mark where something is left out.
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
