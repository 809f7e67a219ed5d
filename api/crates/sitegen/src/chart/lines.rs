//! Lines over time.

use std::fmt::Write as _;

use safe_content::Lang;

use super::side::{Side, legend};
use super::{Data, PAD, Series, WIDTH, escape, highest, shorten};
use crate::site::Site;

/// The shapes of a chart of lines, and how high it is; none of a single moment.
pub(super) fn lines(site: &Site<'_>, lang: Lang, data: &Data) -> Option<(String, f64)> {
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
