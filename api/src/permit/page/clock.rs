//! The date by which a decision is expected, and how it was found: the same replay of the
//! ledger as the office's.

use safe_casework::clock::Standing;
use safe_casework::days::{Period, Step, Unit};

use super::words;
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::permit::desk;
use crate::permit::entity::event;
use crate::permit::file::File;
use crate::permit::numbers;

/// How a date was computed.
pub(super) struct Clock {
    /// Headline: the date, or that the time stands still.
    pub headline: String,
    /// What is left of it.
    pub left: String,
    /// Name of the time limit.
    pub title: String,
    /// Steps of the computation.
    pub steps: Vec<String>,
    /// Rule by which days are counted.
    pub rule: String,
    /// What the limit means.
    pub basis: String,
    /// Whether the service still has to confirm the rule.
    pub unconfirmed: bool,
}

/// The clock of a file that was sent and not decided; none when no row gives a time.
pub(super) fn clock(
    state: &State,
    file: &File,
    events: &[event::Model],
    lang: Lang,
) -> Result<Option<Clock>> {
    let open = crate::permit::entity::State::parse(&file.row.state).is_some_and(|own| own.is_open());
    let received = events.iter().find(|event| event.kind == "received" && !event.deadline.is_empty());
    let (Some(received), true) = (received, open) else { return Ok(None) };
    let Some(standing) = desk::of_ledger(state, events, file.today)? else { return Ok(None) };
    let due = match &standing {
        Standing::Running { due, .. } | Standing::Overdue { due, .. } => Some(due.due),
        Standing::Still { .. } => None,
    };
    if due.is_some_and(|due| desk::is_decided(events, due)) {
        return Ok(None);
    }
    let law = state.law.on(numbers::day(&received.on_day).unwrap_or(file.today));
    let row = law.deadline(&received.deadline);
    let count = row.and_then(|row| law.day_count(&row.day_count));
    let days = |count: i32| usize::try_from(count).unwrap_or(0);
    let dated = |id: &str, day| lang.text_with(id, &Args::new().with("date", words::date(lang, day)));
    let (headline, left, steps) = match &standing {
        Standing::Running { due, days_left } => (
            dated("permits-clock-due", due.due),
            lang.count_text("permits-clock-days-left", days(*days_left - 1)),
            due.steps.as_slice(),
        ),
        Standing::Overdue { due, .. } => {
            (dated("permits-clock-was-due", due.due), lang.text("permits-clock-overdue"), &due.steps[..])
        }
        Standing::Still { since, days_left } => (
            dated("permits-clock-still", *since),
            lang.count_text("permits-clock-days-left", days(*days_left)),
            &[][..],
        ),
    };
    let extended = events.iter().find(|event| event.kind == "extended");
    let extended = extended.and_then(|event| numbers::day(&event.on_day));
    Ok(Some(Clock {
        headline,
        left,
        title: row.map(|row| row.title.get(lang).to_owned()).unwrap_or_default(),
        steps: steps.iter().flat_map(|one| step(state, lang, one, extended)).collect(),
        rule: count.map(|count| count.text.get(lang).to_owned()).unwrap_or_default(),
        basis: row.map(|row| row.text.get(lang).to_owned()).unwrap_or_default(),
        unconfirmed: count.is_some_and(|count| count.proof.is_unconfirmed()),
    }))
}

/// A step of the computation, in words.
fn step(state: &State, lang: Lang, step: &Step, extended: Option<jiff::civil::Date>) -> Vec<String> {
    let date = |day: jiff::civil::Date| words::date(lang, day);
    let say = |id: &str, args: Args| lang.text_with(id, &args);
    match step {
        Step::Start(day) => vec![say("permits-clock-received", Args::new().with("date", date(*day)))],
        Step::FirstDayLeftOut => vec![lang.text("permits-clock-first-day-out")],
        Step::FirstDayCounted => vec![lang.text("permits-clock-first-day-in")],
        Step::Added { period, to } => {
            let args = Args::new().with("period", length(lang, *period)).with("date", date(*to));
            vec![say("permits-clock-added", args)]
        }
        Step::MonthEnd { wanted, to } => {
            let args = Args::new().with("day", wanted.to_string()).with("date", date(*to));
            vec![say("permits-clock-month-end", args)]
        }
        Step::StoodStill { from, until, days, to } => {
            let args = Args::new().with("from", date(*from)).with("to", date(*until));
            let args = args.with("reason", lang.text("permits-clock-reason-items"));
            let period = Period { amount: *days, unit: Unit::Days };
            let added = Args::new().with("period", length(lang, period)).with("date", date(*to));
            vec![say("permits-clock-suspended", args), say("permits-clock-added", added)]
        }
        Step::Extended { period, to } => {
            let period = length(lang, *period);
            let on = extended.unwrap_or(*to);
            let args = Args::new().with("period", period.clone()).with("date", date(on));
            let added = Args::new().with("period", period).with("date", date(*to));
            vec![say("permits-clock-extended", args), say("permits-clock-added", added)]
        }
        Step::Rolled { why, to } => {
            let moved = say("permits-clock-rolled", Args::new().with("date", date(*to)));
            let holiday = match why {
                safe_casework::calendar::Rest::Holiday(id) => state.permits.holidays.name(id, lang),
                _ => None,
            };
            let holiday = holiday.map(|name| say("permits-clock-holiday", Args::new().with("name", name)));
            holiday.into_iter().chain([moved]).collect()
        }
    }
}

fn length(lang: Lang, period: Period) -> String {
    let unit = match period.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    };
    let amount = usize::try_from(period.amount).unwrap_or(0);
    lang.count_text(&format!("permits-period-{unit}"), amount)
}
