//! Tables of a text: on a phone their rows stand below each other, and each cell needs the
//! name of its column.

/// Puts the name of its column before each cell of a Markdown table but the first of a row;
/// the style shows it where the heading of the table is out of sight.
#[must_use]
pub fn name_cells(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut head: Option<Vec<String>> = None;
    let mut lines = markdown.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let row = line.trim_start().starts_with('|');
        match (&head, row) {
            (Some(names), true) if !is_rule(line) => out.push_str(&named(line, names)),
            (None, true) if lines.peek().is_some_and(|next| is_rule(next)) => {
                head = Some(cells(line).into_iter().map(|cell| cell.trim().to_owned()).collect());
                out.push_str(line);
            }
            _ => {
                head = head.filter(|_| row);
                out.push_str(line);
            }
        }
    }
    out
}

/// Whether a line is the rule below the heading of a table.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.contains("--") && line.chars().all(|c| "|-: ".contains(c))
}

/// The cells of a row; a bar after a backslash is a letter.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, letter) in line.char_indices() {
        if letter == '|' && !escaped {
            cells.push(&line[start..at]);
            start = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    if start < line.len() {
        cells.push(&line[start..]);
    }
    cells
}

fn named(line: &str, names: &[String]) -> String {
    let mut out = String::from("|");
    for (at, cell) in cells(line).into_iter().enumerate() {
        let name = names.get(at).filter(|name| at > 0 && !name.is_empty() && !cell.trim().is_empty());
        if let Some(name) = name {
            out.push_str(&format!(" <span class=\"cell-name\">{name}</span>"));
        }
        out.push_str(cell);
        out.push('|');
    }
    out + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cell_but_the_first_gets_the_name_of_its_column() {
        let text = "Text | no table\n\n| Risk | They | |\n|---|:-:|---|\n| Fire | a \\| b | [x](@/y) |\n| Gas | | z |\n\n| loose |\n";
        let expected = "Text | no table\n\n| Risk | They | |\n|---|:-:|---|\n| Fire | <span class=\"cell-name\">They</span> a \\| b | [x](@/y) |\n| Gas | | z |\n\n| loose |\n";
        assert_eq!(name_cells(text), expected);
    }
}
