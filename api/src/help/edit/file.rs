//! A file of changes: CSV (RFC 4180), read whole or not at all.

use super::Proposal;
use crate::error::Fault;
use crate::help::change::Field;

/// Most rows of a file.
const MOST_ROWS: usize = 2000;
/// Columns of a file, in this order.
pub const COLUMNS: [&str; 5] = ["service", "field", "value", "source", "confirmed_by_phone_on"];

/// One row of a file, with its line.
#[derive(Debug, Clone)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: u64,
    /// What it asks for.
    pub proposal: Proposal,
}

/// Reads a CSV file (RFC 4180) with the columns of [`COLUMNS`].
///
/// # Errors
/// Every fault, with its line; then nothing of the file is used.
pub fn read_csv(text: &str) -> Result<Vec<Row>, Vec<Fault>> {
    let wrong = |line: u64, field: &str, code: &str| Fault { line: Some(line), ..Fault::new(field, code) };
    let Some(rows) = records(text.trim_start_matches('\u{feff}')) else {
        return Err(vec![wrong(1, "file", "help-csv")]);
    };
    let mut rows = rows.into_iter();
    if rows.next().is_none_or(|(_, head)| head != COLUMNS) {
        return Err(vec![wrong(1, "file", "help-csv")]);
    }
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in rows {
        let Ok([service, name, value, source, day]) = <[String; 5]>::try_from(cells) else {
            faults.push(wrong(line, "file", "help-csv"));
            continue;
        };
        let Some(field) = Field::parse(&name) else {
            faults.push(wrong(line, "field", "help-field"));
            continue;
        };
        let confirmed_by_phone_on = Some(day).filter(|day| !day.is_empty());
        found.push(Row { line, proposal: Proposal { service, field, value, source, confirmed_by_phone_on } });
    }
    if found.is_empty() && faults.is_empty() || found.len() > MOST_ROWS {
        faults.push(wrong(1, "file", "help-csv"));
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Records of a CSV text with the line each begins on; none when a quote is not closed.
fn records(text: &str) -> Option<Vec<(u64, Vec<String>)>> {
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut quoted, mut line, mut begun) = (false, 1, 1);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '\n' {
            line += 1;
        }
        match (quoted, sign) {
            (true, '"') if signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            (true, '"') => quoted = false,
            (true, other) => cell.push(other),
            (false, '"') if cell.is_empty() => quoted = true,
            (false, ',') => cells.push(std::mem::take(&mut cell)),
            (false, '\r') => {}
            (false, '\n') => {
                cells.push(std::mem::take(&mut cell));
                let row = std::mem::take(&mut cells);
                if row.iter().any(|text| !text.is_empty()) {
                    rows.push((begun, row));
                }
                begun = line;
            }
            (false, other) => cell.push(other),
        }
    }
    if quoted {
        return None;
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        rows.push((begun, cells));
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "service,field,value,source,confirmed_by_phone_on\r\n";

    #[test]
    fn a_file_is_read_with_quotes_and_lines() {
        let text = format!(
            "\u{feff}{HEAD}sos-viol,hours.main,\"MO-FR 09:00-17:00\nSA 10:00-12:00\",https://x.be/a,\r\nawel,website,\"https://a.be/?q=\"\"1\"\"\",,2026-11-02\n"
        );
        let rows = read_csv(&text).expect("rows");
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].line, rows[1].line), (2, 4));
        assert_eq!(rows[0].proposal.value.lines().count(), 2);
        assert_eq!(rows[1].proposal.value, "https://a.be/?q=\"1\"");
        assert_eq!(rows[1].proposal.confirmed_by_phone_on.as_deref(), Some("2026-11-02"));
    }

    #[test]
    fn each_bad_row_is_named_by_its_line() {
        let text = format!("{HEAD}a,website,x,y,\na,secret,x,y,\nonly,two\n");
        let faults = read_csv(&text).expect_err("faults");
        let lines: Vec<_> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [Some(3), Some(4)]);
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        for text in ["", "a,b\n1,2\n", HEAD, "service,field,value,source,confirmed_by_phone_on\n\"open"] {
            assert!(read_csv(text).is_err(), "{text:?}");
        }
    }
}
