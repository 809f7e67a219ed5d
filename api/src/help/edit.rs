//! What editors do: propose, confirm, check, import. Everything is one transaction with
//! its line in the audit chain; a number waits for a second person.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, Set};
use serde_json::json;

use super::change::{self, Field};
use super::entity::{self, change as table};
use super::{Directory, hours, today};
use crate::account::Person;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db::{self, counter};
use crate::error::{Error, Fault, Result};

/// Most rows of a file.
const MOST_ROWS: usize = 2000;
/// Longest stretch until the next check, in months.
const MOST_MONTHS: i32 = 12;
/// Columns of a file, in this order.
pub const COLUMNS: [&str; 5] = ["service", "field", "value", "source", "confirmed_by_phone_on"];

/// A change that somebody asks for.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Service.
    pub service: String,
    /// Field.
    pub field: Field,
    /// New value.
    pub value: String,
    /// The owner's page, or empty when it was heard by phone.
    pub source: String,
    /// Day of the call.
    pub confirmed_by_phone_on: Option<String>,
}

/// What is wrong with a proposal.
fn faults(state: &State, directory: &Directory, proposal: &Proposal) -> Vec<Fault> {
    let Some(entry) = directory.any(&proposal.service) else {
        return vec![Fault::new("service", "help-service")];
    };
    let mut faults: Vec<Fault> =
        change::fault(&entry.service, &proposal.field, &proposal.value).into_iter().collect();
    let at = proposal.field.to_string();
    match &proposal.field {
        Field::Shown => {
            if entry.service.emergency && proposal.value == "hidden" {
                faults.push(Fault::new(at, "help-emergency"));
            }
            return faults;
        }
        Field::Phone(_) => {
            let digits =
                |text: &str| text.bytes().filter(u8::is_ascii_digit).map(char::from).collect::<String>();
            let same = |other: &&super::Entry| {
                other.id != entry.id
                    && other
                        .service
                        .phones
                        .iter()
                        .any(|phone| digits(&phone.number) == digits(&proposal.value))
            };
            if !proposal.value.is_empty() && directory.entries.iter().find(same).is_some() {
                faults.push(Fault::new(at, "help-number-taken"));
            }
        }
        Field::Hours(_) => {
            let named = proposal.value.split_whitespace().filter_map(|word| word.strip_prefix("by="));
            if named.into_iter().any(|id| directory.any(id).is_none_or(|other| other.service.referral_only)) {
                faults.push(Fault::new(at, "help-answered-by"));
            }
        }
        _ => {}
    }
    faults.extend(source_faults(state, proposal));
    faults
}

/// A value needs the owner's page or a call.
fn source_faults(state: &State, proposal: &Proposal) -> Vec<Fault> {
    let mut faults = Vec::new();
    let source = proposal.source.as_str();
    let is_page = source.len() <= 300
        && (source.starts_with("https://") || source.starts_with("http://"))
        && !source.chars().any(|c| c.is_whitespace() || c.is_control());
    if !source.is_empty() && !is_page {
        faults.push(Fault::new("source", "help-source"));
    }
    match &proposal.confirmed_by_phone_on {
        None if source.is_empty() => faults.push(Fault::new("source", "help-source")),
        None => {}
        Some(day) => {
            let today = today(state);
            let good = day.parse::<jiff::civil::Date>().is_ok_and(|day| day <= today && day.year() >= 2026);
            if !good {
                faults.push(Fault::new("confirmed_by_phone_on", "help-date"));
            }
        }
    }
    faults
}

/// Writes changes, all or none. A number becomes a proposal; everything else holds at
/// once.
///
/// # Errors
/// A change breaks a rule (then nothing is saved), or the database does not answer.
pub async fn propose(state: &State, person: &Person, proposals: &[Proposal]) -> Result<()> {
    let directory = state.help.load_full();
    let all: Vec<Fault> = proposals.iter().flat_map(|p| faults(state, &directory, p)).collect();
    if !all.is_empty() {
        return Err(Error::Invalid(all));
    }
    let tx = db::begin(&state.db).await?;
    for proposal in proposals {
        write(&tx, state, person, proposal).await?;
    }
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(())
}

/// Puts earlier changes of the same field into another state.
async fn retire(
    tx: &DatabaseTransaction,
    row: &table::Model,
    from: &str,
    to: &str,
    now_ms: i64,
) -> Result<()> {
    table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(to))
        .col_expr(table::Column::DecidedAtMs, Expr::value(Some(now_ms)))
        .filter(table::Column::ServiceId.eq(&row.service_id))
        .filter(table::Column::Field.eq(&row.field))
        .filter(table::Column::State.eq(from))
        .filter(table::Column::Id.ne(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn write(tx: &DatabaseTransaction, state: &State, person: &Person, proposal: &Proposal) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let kind = proposal.field.kind();
    let waits = kind == "phone";
    let row = table::Model {
        id: Uuid::now_v7(),
        service_id: proposal.service.clone(),
        field: proposal.field.to_string(),
        kind: kind.to_owned(),
        value: proposal.value.clone(),
        source: proposal.source.clone(),
        confirmed_by_phone_on: proposal.confirmed_by_phone_on.clone(),
        state: if waits { "proposed" } else { "in_force" }.to_owned(),
        author_id: person.id,
        confirmer_id: None,
        created_at_ms: now_ms,
        decided_at_ms: (!waits).then_some(now_ms),
    };
    if waits {
        retire(tx, &row, "proposed", "refused", now_ms).await?;
    } else {
        retire(tx, &row, "in_force", "replaced", now_ms).await?;
    }
    let active = table::ActiveModel {
        id: Set(row.id),
        service_id: Set(row.service_id.clone()),
        field: Set(row.field.clone()),
        kind: Set(row.kind.clone()),
        value: Set(row.value.clone()),
        source: Set(row.source.clone()),
        confirmed_by_phone_on: Set(row.confirmed_by_phone_on.clone()),
        state: Set(row.state.clone()),
        author_id: Set(row.author_id),
        confirmer_id: Set(None),
        created_at_ms: Set(row.created_at_ms),
        decided_at_ms: Set(row.decided_at_ms),
    };
    table::Entity::insert(active).exec_without_returning(tx).await?;
    let action = if waits { "help.propose" } else { "help.change" };
    note(tx, person, now_ms, action, &row.service_id, json!({ "field": row.field })).await
}

async fn note(
    tx: &DatabaseTransaction,
    person: &Person,
    now_ms: i64,
    action: &'static str,
    service: &str,
    detail: serde_json::Value,
) -> Result<()> {
    let act = Act { actor: &person.email, action, subject: format!("help/{service}"), detail };
    audit::record(tx, now_ms, act).await?;
    Ok(())
}

/// Confirms or refuses the number that somebody else proposed.
///
/// # Errors
/// There is no such proposal, it is one's own, or somebody was faster.
pub async fn decide(state: &State, person: &Person, id: Uuid, accept: bool) -> Result<String> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let row = table::Entity::find_by_id(id).one(&tx).await?.ok_or(Error::NotFound)?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let (to, action) = if accept { ("in_force", "help.confirm") } else { ("refused", "help.refuse") };
    let changed = table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(to))
        .col_expr(table::Column::ConfirmerId, Expr::value(Some(person.id)))
        .col_expr(table::Column::DecidedAtMs, Expr::value(Some(now_ms)))
        .filter(table::Column::Id.eq(id))
        .filter(table::Column::State.eq("proposed"))
        .exec(&tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict("changed-meanwhile"));
    }
    if accept {
        retire(&tx, &row, "in_force", "replaced", now_ms).await?;
    }
    note(&tx, person, now_ms, action, &row.service_id, json!({ "field": row.field })).await?;
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(row.service_id)
}

/// Writes down that somebody looked at a service and when to look again.
///
/// # Errors
/// The service or the way of looking is not known, or the date is out of range.
pub async fn check(state: &State, person: &Person, service: &str, how: &str, months: i32) -> Result<()> {
    if state.help.load().any(service).is_none() {
        return Err(Error::NotFound);
    }
    if !["phone", "page"].contains(&how) {
        return Err(Error::invalid("how", "help-choice"));
    }
    if !(1..=MOST_MONTHS).contains(&months) {
        return Err(Error::invalid("months", "help-choice"));
    }
    let now_ms = state.clock.now_ms();
    let until = hours::day_of(now_ms).checked_add(jiff::Span::new().months(months));
    let until = until.map_err(|error| Error::Internal(error.into()))?;
    let tx = db::begin(&state.db).await?;
    let row = entity::check::ActiveModel {
        id: Set(Uuid::now_v7()),
        service_id: Set(service.to_owned()),
        at_ms: Set(now_ms),
        author_id: Set(person.id),
        how: Set(how.to_owned()),
        expires_on: Set(until.to_string()),
    };
    entity::check::Entity::insert(row).exec_without_returning(&tx).await?;
    let detail = json!({ "how": how, "until": until.to_string() });
    note(&tx, person, now_ms, "help.check", service, detail).await?;
    counter::next(&tx, "help").await?;
    tx.commit().await?;
    super::refresh(state).await?;
    Ok(())
}

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

/// Takes a file: every row, or none.
///
/// # Errors
/// Every fault, with its line.
pub async fn import(state: &State, person: &Person, text: &str) -> Result<usize> {
    let rows = read_csv(text).map_err(Error::Invalid)?;
    let directory = state.help.load_full();
    let mut all = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for row in &rows {
        let mut found = faults(state, &directory, &row.proposal);
        if !seen.insert((row.proposal.service.clone(), row.proposal.field.clone())) {
            found.push(Fault::new(row.proposal.field.to_string(), "help-twice"));
        }
        all.extend(found.into_iter().map(|fault| Fault { line: Some(row.line), ..fault }));
    }
    if !all.is_empty() {
        return Err(Error::Invalid(all));
    }
    let proposals: Vec<Proposal> = rows.into_iter().map(|row| row.proposal).collect();
    propose(state, person, &proposals).await?;
    Ok(proposals.len())
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
