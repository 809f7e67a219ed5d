//! The amount in force on the day of application, frozen for all stages at once.

use jiff::civil::Date;

/// One row of a table of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountRow {
    /// Fee.
    pub fee: String,
    /// Stage: `filing` or `grant`.
    pub stage: String,
    /// First day.
    pub valid_from: Date,
    /// Last day; none while in force.
    pub valid_to: Option<Date>,
    /// Cents of euro; none while not confirmed.
    pub cents: Option<i64>,
    /// Part for the municipality, in cents.
    pub municipality_cents: Option<i64>,
}

/// A stage of a fee as it stays on a file, whenever it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Stage.
    pub stage: String,
    /// First day of the row that was used.
    pub row_from: Date,
    /// Cents of euro; none: it cannot be asked for before the amount is confirmed.
    pub cents: Option<i64>,
    /// Part for the municipality, in cents.
    pub municipality_cents: Option<i64>,
}

/// No row is in force.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no amount of {fee}, {stage} is in force on {on}")]
pub struct NoRow {
    /// Fee.
    pub fee: String,
    /// Stage.
    pub stage: String,
    /// Day of application.
    pub on: Date,
}

/// The amounts of all stages of a fee on the day of application.
///
/// # Errors
/// A stage has no row that day.
pub fn freeze(rows: &[AmountRow], fee: &str, stages: &[&str], on: Date) -> Result<Vec<Frozen>, NoRow> {
    let find = |stage: &&str| {
        rows.iter()
            .filter(|row| row.fee == fee && row.stage == *stage && row.valid_from <= on)
            .filter(|row| row.valid_to.is_none_or(|last| on <= last))
            .max_by_key(|row| row.valid_from)
            .map(|row| Frozen {
                stage: row.stage.clone(),
                row_from: row.valid_from,
                cents: row.cents,
                municipality_cents: row.municipality_cents,
            })
            .ok_or_else(|| NoRow { fee: fee.to_owned(), stage: (*stage).to_owned(), on })
    };
    stages.iter().map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn row(stage: &str, from: Date, to: Option<Date>, cents: Option<i64>) -> AmountRow {
        let (fee, stage) = ("dealer".to_owned(), stage.to_owned());
        AmountRow { fee, stage, valid_from: from, valid_to: to, cents, municipality_cents: None }
    }

    #[test]
    fn the_day_of_application_fixes_both_stages() {
        let last = Some(date(2012, 12, 8));
        let rows = [
            row("filing", date(2011, 12, 9), last, Some(33_540)),
            row("grant", date(2011, 12, 9), last, Some(33_540)),
            row("filing", date(2012, 12, 9), None, None),
            row("grant", date(2012, 12, 9), None, None),
        ];
        let cents = |on| -> Vec<Option<i64>> {
            let frozen = freeze(&rows, "dealer", &["filing", "grant"], on).expect("rows");
            frozen.iter().map(|stage| stage.cents).collect()
        };
        assert_eq!(cents(date(2012, 12, 8)), [Some(33_540), Some(33_540)]);
        assert_eq!(cents(date(2012, 12, 9)), [None, None]);
        assert!(freeze(&rows, "dealer", &["filing"], date(2011, 12, 8)).is_err());
        assert!(freeze(&rows, "museum", &["filing"], date(2012, 1, 1)).is_err());
    }
}
