//! Datasets as CSV (RFC 4180): column ids as header, a decimal point, the words of one
//! language.

use safe_content::{Cell, Dataset, Lang};

use crate::site::Site;

/// The file of a dataset in a language.
#[must_use]
pub fn write(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> String {
    let header: Vec<String> = dataset.columns.iter().map(|c| quote(&c.id)).collect();
    let row = |cells: &Vec<Cell>| {
        let words = cells.iter().map(|cell| match cell {
            Cell::Number(number) => number.to_string(),
            Cell::Name(name) => quote(name),
            Cell::Text(text) => quote(&site.plain(lang, text)),
            Cell::Missing => String::new(),
        });
        words.collect::<Vec<_>>().join(",")
    };
    let mut lines = vec![header.join(",")];
    lines.extend(dataset.rows.iter().map(row));
    lines.join("\r\n") + "\r\n"
}

/// Quotes a field when it needs it (RFC 4180, 2.6), and defuses what a spreadsheet would run as a formula.
#[must_use]
pub fn quote(field: &str) -> String {
    let defused =
        if field.starts_with(['=', '+', '-', '@']) { format!("'{field}") } else { field.to_owned() };
    if defused.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn fields_are_quoted_and_defused() {
        assert_eq!(quote("a,b"), "\"a,b\"");
        assert_eq!(quote("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(quote("=1+1"), "'=1+1");
        assert_eq!(quote("vol"), "vol");
    }
}
