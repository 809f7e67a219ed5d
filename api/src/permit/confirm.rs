//! Rows that the service has not confirmed.

use std::path::Path;

use super::law::read;

/// Files whose rows decide what a person is asked, told or charged.
const DECIDING: [&str; 5] =
    ["procedures.toml", "documents.toml", "fees.toml", "deadlines.toml", "retention.toml"];

/// Rows that the service has not confirmed: production waits for them.
///
/// # Errors
/// A file is missing or breaks its form.
pub fn unconfirmed(content: &Path) -> anyhow::Result<Vec<String>> {
    let folder = content.join("permits");
    let mut found = Vec::new();
    for file in DECIDING {
        let tables: toml::Table = read(&folder, file)?;
        for (table, rows) in &tables {
            for row in rows.as_array().into_iter().flatten() {
                let text = |name: &str| row.get(name).and_then(toml::Value::as_str);
                let over = row.get("valid_to").is_some();
                if text("confidence") == Some("unconfirmed") && !over {
                    let id =
                        text("id").or_else(|| text("document")).or_else(|| text("fee")).unwrap_or_default();
                    found.push(format!("{file} {table} {id}"));
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_confirmed_is_known() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let rows = unconfirmed(&content).expect("rows");
        assert!(rows.iter().any(|row| row.contains("detention-filing-2013-12-09")), "{rows:?}");
        assert!(!rows.iter().any(|row| row.contains("detention-filing-2011-12-09")));
    }
}
