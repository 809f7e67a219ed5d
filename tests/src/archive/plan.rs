//! What becomes of a file, and when: years of them, the open ones among the youngest.

use super::random::Random;

pub(super) const DAY_MS: i64 = 86_400_000;
/// Days that the archive goes back.
const YEARS_IN_DAYS: i64 = 5 * 365;

/// How a file ended, or where it stands.
const ENDS: [(&str, u64); 8] = [
    ("granted", 58),
    ("granted-conditions", 9),
    ("refused", 9),
    ("inadmissible", 4),
    ("withdrawn", 8),
    ("appealed", 1),
    ("erased", 3),
    ("granted", 8),
];
/// Where an open file stands.
const OPEN: [(&str, u64); 6] = [
    ("submitted", 20),
    ("completeness", 25),
    ("missing-items", 15),
    ("advice", 20),
    ("notice", 5),
    ("drafting", 15),
];

/// The life of a file. Moments that did not come are absent.
pub(super) struct Plan {
    pub state: &'static str,
    pub created_ms: i64,
    pub submitted_ms: Option<i64>,
    pub assigned_ms: Option<i64>,
    pub items_ms: Option<i64>,
    pub examined_ms: Option<i64>,
    pub advice_ms: Option<i64>,
    pub heard_ms: Option<i64>,
    pub drafted_ms: Option<i64>,
    pub issued_ms: Option<i64>,
    pub closed_ms: Option<i64>,
}

/// Share of drafts and of open files, in percent.
const DRAFTS: u64 = 4;
const OPENED: u64 = 16;

impl Plan {
    /// A life by chance. `noted` files are declarations: nobody decides about them.
    pub fn new(random: &mut Random, now_ms: i64, noted: bool) -> Self {
        let lot = random.next() % 100;
        if lot < DRAFTS {
            return Self::draft(now_ms - random.between(0, 140 * DAY_MS));
        }
        let mut plan = if lot < DRAFTS + OPENED {
            let state = if noted { "submitted" } else { random.weighted(&OPEN) };
            let age = random_age(random, 3, 125);
            Self::sent(random, state, now_ms - age)
        } else {
            let state = match (noted, random.weighted(&ENDS)) {
                (true, state) if !["withdrawn", "erased"].contains(&state) => "recorded",
                (_, state) => state,
            };
            let age = random_age(random, 135, YEARS_IN_DAYS);
            Self::sent(random, state, now_ms - age)
        };
        plan.never_ahead(now_ms);
        plan
    }

    fn draft(created_ms: i64) -> Self {
        Self {
            state: "draft",
            created_ms,
            submitted_ms: None,
            assigned_ms: None,
            items_ms: None,
            examined_ms: None,
            advice_ms: None,
            heard_ms: None,
            drafted_ms: None,
            issued_ms: None,
            closed_ms: None,
        }
    }

    fn sent(random: &mut Random, state: &'static str, at_ms: i64) -> Self {
        let mut plan =
            Self { state, submitted_ms: Some(at_ms), ..Self::draft(at_ms - random.between(1, 20) * DAY_MS) };
        let mut at = at_ms;
        let mut later = |random: &mut Random, from: i64, to: i64| {
            at += random.between(from * DAY_MS, to * DAY_MS);
            Some(at)
        };
        if matches!(state, "submitted" | "withdrawn" | "erased") {
            plan.closed_ms = if state == "submitted" { None } else { later(random, 5, 40) };
            return plan;
        }
        plan.assigned_ms = later(random, 1, 8);
        if state == "completeness" {
            return plan;
        }
        if state == "recorded" {
            plan.closed_ms = later(random, 2, 20);
            return plan;
        }
        if state == "missing-items" || random.percent(30) {
            plan.items_ms = later(random, 1, 5);
            if state == "missing-items" {
                return plan;
            }
        }
        plan.examined_ms = later(random, 5, 20);
        if state != "inadmissible" {
            plan.advice_ms = later(random, 1, 4);
        }
        if state == "advice" {
            return plan;
        }
        if matches!(state, "refused" | "notice" | "appealed") {
            plan.heard_ms = later(random, 15, 30);
            if state == "notice" {
                return plan;
            }
        }
        plan.drafted_ms = later(random, 10, 30);
        if state == "drafting" {
            return plan;
        }
        plan.issued_ms = later(random, 3, 12);
        plan.closed_ms = plan.issued_ms;
        plan
    }

    /// A young file may be further than its days allow: what would lie ahead happens now.
    fn never_ahead(&mut self, now_ms: i64) {
        for moment in [
            &mut self.assigned_ms,
            &mut self.items_ms,
            &mut self.examined_ms,
            &mut self.advice_ms,
            &mut self.heard_ms,
            &mut self.drafted_ms,
            &mut self.issued_ms,
            &mut self.closed_ms,
        ] {
            *moment = moment.map(|at| at.min(now_ms - 60_000));
        }
    }

    /// Whether the office still has to do with it.
    pub fn is_open(&self) -> bool {
        OPEN.iter().any(|(state, _)| *state == self.state)
    }

    /// The last change.
    pub fn touched_ms(&self) -> i64 {
        let moments = [
            self.submitted_ms,
            self.assigned_ms,
            self.items_ms,
            self.examined_ms,
            self.advice_ms,
            self.heard_ms,
            self.drafted_ms,
            self.closed_ms,
        ];
        moments.into_iter().flatten().max().unwrap_or(self.created_ms)
    }
}

/// An age in milliseconds between two numbers of days; young files are more frequent.
fn random_age(random: &mut Random, from: i64, to: i64) -> i64 {
    let one = random.between(from * DAY_MS, to * DAY_MS);
    one.min(random.between(from * DAY_MS, to * DAY_MS))
}
