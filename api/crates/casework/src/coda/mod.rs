//! Belgian bank files (CODA, version 2 of Febelfin): credits with their communications.
//!
//! Records have 128 characters. A statement is taken as a whole or not at all: the sum of
//! its movements must lead from the old to the new balance, and the totals of the trailer
//! must hold.
//!
//! - `movement`: one record of a movement; `group`: a movement and its parts.

mod group;
mod movement;

use jiff::civil::Date;

use crate::ogm::Ogm;
use group::Group;
use movement::{Prefix, movement};

/// Most bytes of a file: a year of a busy account.
pub const MOST_BYTES: usize = 16 << 20;
const WIDTH: usize = 128;

/// One account statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Account, without spaces.
    pub account: String,
    /// Number of the statement in the year.
    pub number: String,
    /// Day of the new balance.
    pub on: Date,
    /// Its movements.
    pub movements: Vec<Movement>,
}

/// One movement of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The same line of the same statement always has the same key, and another one another: it
    /// holds the day of the new balance, because there are banks that number no statement.
    pub key: String,
    /// The key that the line had when keys held no day.
    pub former_key: String,
    /// Thousandths of euro; negative for a debit.
    pub milli: i64,
    /// Day on which it was booked.
    pub booked_on: Date,
    /// Structured communication, when it is one and right.
    pub ogm: Option<Ogm>,
    /// Communication as it stands.
    pub communication: String,
}

impl Statement {
    /// Whether it is of an account, given as IBAN. A bank names a Belgian account by its IBAN
    /// or, as before IBANs, by the last twelve figures of it.
    #[must_use]
    pub fn is_of(&self, iban: &str) -> bool {
        let iban: String = iban.chars().filter(|c| !c.is_whitespace()).collect();
        let is_part = |own: &str| {
            let rest = self.account.strip_prefix(own);
            rest.is_some_and(|rest| !own.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let bare = iban.strip_prefix("BE").and_then(|rest| rest.get(2..)).filter(|own| own.len() == 12);
        is_part(&iban) || bare.is_some_and(is_part)
    }
}

impl Movement {
    /// Cents of a credit; none for a debit or an amount with a fraction of a cent.
    #[must_use]
    pub fn credit_cents(&self) -> Option<i64> {
        (self.milli > 0 && self.milli % 10 == 0).then_some(self.milli / 10)
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct Refused {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// More bytes than the bound.
    #[error("the file is too large")]
    TooLarge,
    /// Not 128 characters.
    #[error("a record has 128 characters")]
    Width,
    /// Not version 2.
    #[error("the file is not of version 2")]
    Version,
    /// A record at the wrong place, or missing.
    #[error("a record is missing or at the wrong place")]
    Order,
    /// A number or date cannot be read.
    #[error("a number or date cannot be read")]
    Value,
    /// The movements do not lead to the new balance.
    #[error("the movements do not lead from the old to the new balance")]
    Balance,
    /// The trailer's totals do not hold.
    #[error("the totals of the trailer do not hold")]
    Totals,
}

/// One record of 128 characters; columns are counted from 1 as the standard does.
struct Record<'f> {
    line: usize,
    text: &'f [char],
}

impl Record<'_> {
    fn wrong(&self, fault: Fault) -> Refused {
        Refused { line: self.line, fault }
    }

    fn part(&self, from: usize, to: usize) -> String {
        self.text[from - 1..to].iter().collect()
    }

    fn at(&self, column: usize) -> char {
        self.text[column - 1]
    }

    fn number(&self, from: usize, to: usize) -> Result<i64, Refused> {
        let text = self.part(from, to);
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let value = if digits { text.parse().ok() } else { None };
        value.ok_or_else(|| self.wrong(Fault::Value))
    }

    /// A sign (0 credit, 1 debit) and fifteen digits, three of them decimals.
    fn amount(&self, sign: usize, from: usize) -> Result<i64, Refused> {
        let milli = self.number(from, from + 14)?;
        match self.at(sign) {
            '0' => Ok(milli),
            '1' => Ok(-milli),
            _ => Err(self.wrong(Fault::Value)),
        }
    }

    fn date(&self, from: usize) -> Result<Date, Refused> {
        let pair = |at: usize| self.number(at, at + 1);
        let (day, month, year) = (pair(from)?, pair(from + 2)?, pair(from + 4)?);
        let small = |value: i64| i8::try_from(value).unwrap_or(0);
        let year = 2000 + i16::try_from(year).unwrap_or(0);
        Date::new(year, small(month), small(day)).map_err(|_| self.wrong(Fault::Value))
    }
}

/// Reads a file; bytes are taken as ISO 8859-1, of which ASCII is a part.
///
/// # Errors
/// Anything in the file breaks the form or does not add up; nothing of it is given then.
pub fn read(bytes: &[u8]) -> Result<Vec<Statement>, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused { line: 1, fault: Fault::TooLarge });
    }
    let lines: Vec<Vec<char>> = bytes
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .map(|line| line.iter().map(|byte| char::from(*byte)).collect())
        .collect();
    let end = lines.iter().rposition(|line: &Vec<char>| !line.is_empty()).map_or(0, |last| last + 1);
    let mut records = Vec::with_capacity(end);
    for (at, text) in lines[..end].iter().enumerate() {
        let record = Record { line: at + 1, text };
        if text.len() != WIDTH {
            return Err(record.wrong(Fault::Width));
        }
        records.push(record);
    }
    let mut rest = records.as_slice();
    let mut statements = Vec::new();
    while !rest.is_empty() {
        let length = rest.iter().position(|record| record.at(1) == '9').map(|at| at + 1);
        let Some(length) = length else { return Err(rest[0].wrong(Fault::Order)) };
        let (one, after) = rest.split_at(length);
        statements.push(statement(one)?);
        rest = after;
    }
    if statements.is_empty() {
        return Err(Refused { line: 1, fault: Fault::Order });
    }
    Ok(statements)
}

fn statement(records: &[Record<'_>]) -> Result<Statement, Refused> {
    let (head, tail) = (&records[0], &records[records.len() - 1]);
    if head.at(1) != '0' {
        return Err(head.wrong(Fault::Order));
    }
    if head.at(128) != '2' {
        return Err(head.wrong(Fault::Version));
    }
    let old = records.get(1).filter(|record| record.at(1) == '1').ok_or_else(|| head.wrong(Fault::Order))?;
    let new = records.iter().find(|record| record.at(1) == '8').ok_or_else(|| tail.wrong(Fault::Order))?;
    let account: String = old.part(6, 42).chars().filter(|c| *c != ' ').collect();
    // The currency stands behind the number.
    let account = account.strip_suffix("EUR").unwrap_or(&account).to_owned();
    let number = old.part(3, 5);
    let on = new.date(58)?;
    let prefix = Prefix {
        now: format!("{account}/{on}/{number}/{}", old.part(126, 128).trim()),
        former: format!("{account}/{}/{number}", on.year()),
    };
    let groups = groups(&records[2..records.len() - 1], &prefix)?;
    let mut sums = Sums::default();
    groups.iter().for_each(|group| sums.add(group.milli()));
    if old.amount(43, 44)?.saturating_add(sums.credit).saturating_sub(sums.debit) != new.amount(42, 43)? {
        return Err(new.wrong(Fault::Balance));
    }
    let counted = records.iter().filter(|record| matches!(record.at(1), '1' | '2' | '3' | '8')).count();
    let totals_hold = tail.number(23, 37)? == sums.debit
        && tail.number(38, 52)? == sums.credit
        && usize::try_from(tail.number(17, 22)?) == Ok(counted);
    if !totals_hold {
        return Err(tail.wrong(Fault::Totals));
    }
    let movements = groups.into_iter().flat_map(Group::into_movements).collect();
    Ok(Statement { account, number, on, movements })
}

/// The movements with their parts. A part is of the movement before it, or nothing counts it.
fn groups(records: &[Record<'_>], prefix: &Prefix) -> Result<Vec<Group>, Refused> {
    let mut groups: Vec<Group> = Vec::new();
    for record in records {
        match (record.at(1), record.at(2)) {
            ('2', '1') => {
                let (sequence, code) = (record.part(3, 6), record.at(125));
                let movement = movement(record, prefix)?;
                if record.part(7, 10) == "0000" {
                    groups.push(Group::new(sequence, movement, code));
                } else if !groups.last_mut().is_some_and(|group| group.add(&sequence, movement, code)) {
                    return Err(record.wrong(Fault::Order));
                }
            }
            ('2', '2' | '3') => {
                let (from, to) = if record.at(2) == '2' { (11, 63) } else { (83, 125) };
                let group = groups.last_mut().ok_or_else(|| record.wrong(Fault::Order))?;
                group.continue_with(&record.part(from, to));
            }
            ('3' | '4' | '8', _) => {}
            _ => return Err(record.wrong(Fault::Order)),
        }
    }
    Ok(groups)
}

#[derive(Default)]
struct Sums {
    credit: i64,
    debit: i64,
}

impl Sums {
    fn add(&mut self, milli: i64) {
        if milli < 0 {
            self.debit = self.debit.saturating_sub(milli);
        } else {
            self.credit = self.credit.saturating_add(milli);
        }
    }
}

#[cfg(test)]
mod tests;
