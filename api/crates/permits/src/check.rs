//! Whether every id names something, and every question ends.

use std::collections::BTreeSet;

use crate::eligibility::OutcomeKind;
use crate::form::{Field, FieldType};
use crate::law::Law;
use crate::reading::Faults;
use crate::reference::parted;
use crate::row::Proof;

type Ids<'l> = BTreeSet<&'l str>;

/// What begins a wait whose end the ledger of a file tells: what the applicant is asked, which is
/// answered or closed. Several opinions can be asked at once, and no line says which one came.
const ENDED_IN_LEDGER: [&str; 2] = ["request-sent", "notice-sent"];

struct Check<'l, 'f> {
    law: &'l Law,
    faults: &'f mut Faults,
    acts: Ids<'l>,
    procedures: Ids<'l>,
    documents: Ids<'l>,
    reasons: Ids<'l>,
    deadlines: Ids<'l>,
    fees: Ids<'l>,
    authorities: Ids<'l>,
}

fn ids<'l, T>(rows: &'l [T], id: fn(&'l T) -> &'l String) -> Ids<'l> {
    rows.iter().map(|row| id(row).as_str()).collect()
}

pub(crate) fn check(law: &Law, faults: &mut Faults) {
    let mut check = Check {
        acts: ids(&law.acts, |row| &row.id),
        procedures: ids(&law.procedures, |row| &row.id),
        documents: ids(&law.documents, |row| &row.id),
        reasons: ids(&law.reasons, |row| &row.id),
        deadlines: ids(&law.deadlines, |row| &row.id),
        fees: ids(&law.fees, |row| &row.id),
        authorities: ids(&law.authorities, |row| &row.id),
        law,
        faults,
    };
    check.bases();
    check.of_procedures();
    check.of_documents();
    check.of_fees();
    check.of_deadlines();
    check.of_eligibility();
    check.of_flows();
    check.of_fields();
}

impl<'l> Check<'l, '_> {
    fn known<'i>(
        &mut self,
        (file, row, field): (&str, &str, &str),
        known: &Ids<'l>,
        named: impl IntoIterator<Item = &'i String>,
    ) {
        for id in named {
            if !known.contains(id.as_str()) {
                self.faults.add(file, row, format!("{field}: nothing is called `{id}`"));
            }
        }
    }

    fn basis(&mut self, file: &str, row: &str, proof: &Proof) {
        for basis in &proof.legal_basis {
            if !self.acts.contains(parted(basis).0) {
                self.faults.add(file, row, format!("legal_basis: no act is called `{basis}`"));
            }
        }
    }

    fn bases(&mut self) {
        let law = self.law;
        law.procedures.iter().for_each(|row| self.basis("procedures.toml", &row.id, &row.proof));
        law.documents.iter().for_each(|row| self.basis("documents.toml", &row.id, &row.proof));
        law.ages.iter().for_each(|row| self.basis("documents.toml", &row.id, &row.proof));
        law.exemptions.iter().for_each(|row| self.basis("documents.toml", &row.id, &row.proof));
        law.fees.iter().for_each(|row| self.basis("fees.toml", &row.id, &row.proof));
        law.amounts.iter().for_each(|row| self.basis("fees.toml", &row.id, &row.proof));
        law.deadlines.iter().for_each(|row| self.basis("deadlines.toml", &row.id, &row.proof));
        law.limits.iter().for_each(|row| self.basis("limits.toml", &row.id, &row.proof));
        law.reasons.iter().for_each(|row| self.basis("reasons.toml", &row.id, &row.proof));
        law.authorities.iter().for_each(|row| self.basis("authorities.toml", &row.id, &row.proof));
    }

    fn of_procedures(&mut self) {
        let file = "procedures.toml";
        let (authorities, procedures) = (self.authorities.clone(), self.procedures.clone());
        let (documents, reasons) = (self.documents.clone(), self.reasons.clone());
        let (deadlines, fees) = (self.deadlines.clone(), self.fees.clone());
        let flows = ids(&self.law.flows, |row| &row.id);
        let limits = ids(&self.law.limits, |row| &row.id);
        let open = ids(&self.law.open_questions, |row| &row.id);
        for row in &self.law.procedures {
            let id = row.id.as_str();
            let whom = [&row.authority].into_iter().chain(&row.first_contact).chain(&row.delivered_by);
            self.known((file, id, "authority"), &authorities, whom);
            self.known((file, id, "reasons"), &reasons, &row.reasons);
            let before = row.requires.iter().chain(&row.requires_any).chain(&row.next).chain(&row.after);
            self.known((file, id, "requires, next, after"), &procedures, before);
            self.known((file, id, "limits"), &limits, &row.limits);
            self.known((file, id, "open_questions"), &open, &row.open_questions);
            self.known((file, id, "deadlines"), &deadlines, row.deadlines.iter().chain(&row.appeal));
            self.known((file, id, "fees"), &fees, &row.fees);
            self.known((file, id, "flow"), &flows, Some(&row.flow).filter(|flow| !flow.is_empty()));
            let variants = ids(&row.variants, |one| &one.id);
            for variant in &row.variants {
                let of_fees = row.fees.iter().map(String::as_str).collect();
                self.known((file, id, "variant.fee"), &of_fees, [&variant.fee]);
                self.known((file, id, "replaces_deadline"), &deadlines, variant.replaces_deadline.values());
            }
            for asked in &row.documents {
                let named = [&asked.id].into_iter().chain(&asked.replaces).chain(&asked.unless);
                self.known((file, id, "document"), &documents, named);
                self.known((file, id, "document.reasons"), &reasons, &asked.reasons);
                self.known((file, id, "document.variants"), &variants, &asked.variants);
            }
        }
    }

    fn of_documents(&mut self) {
        let (documents, procedures) = (self.documents.clone(), self.procedures.clone());
        for row in &self.law.documents {
            self.known(("documents.toml", &row.id, "exempts"), &documents, &row.exempts);
        }
        for row in &self.law.ages {
            self.known(("documents.toml", &row.id, "document"), &documents, [&row.document]);
            self.known(("documents.toml", &row.id, "procedures"), &procedures, &row.procedures);
        }
        for row in &self.law.exemptions {
            self.known(("documents.toml", &row.id, "documents"), &documents, &row.documents);
        }
        for row in &self.law.reasons {
            self.known(("reasons.toml", &row.id, "proof"), &documents, &row.shown_by);
        }
    }

    fn of_fees(&mut self) {
        let fees = self.fees.clone();
        for (place, row) in self.law.amounts.iter().enumerate() {
            self.known(("fees.toml", &row.id, "fee"), &fees, [&row.fee]);
            let twice = self.law.amounts[..place].iter().any(|other| {
                other.fee == row.fee && other.stage == row.stage && other.proof.overlaps(&row.proof)
            });
            if twice {
                self.faults.add("fees.toml", row.id.clone(), "two amounts of one stage on the same day");
            }
        }
    }

    fn of_deadlines(&mut self) {
        let deadlines = self.deadlines.clone();
        let counts = ids(&self.law.day_counts, |row| &row.id);
        for row in &self.law.deadlines {
            let named = row.extension.iter().chain(&row.alternative).chain(&row.next);
            self.known(("deadlines.toml", &row.id, "extension, alternative, next"), &deadlines, named);
            self.known(("deadlines.toml", &row.id, "day_count"), &counts, [&row.day_count]);
            if row.amount.is_some() != row.unit.is_some() {
                self.faults.add("deadlines.toml", row.id.clone(), "amount and unit go together");
            }
            if row.suspends && !ENDED_IN_LEDGER.contains(&row.from.as_str()) {
                let what = format!("suspends: nobody can tell when a time from `{}` ends", row.from);
                self.faults.add("deadlines.toml", row.id.clone(), what);
            }
        }
    }

    fn of_eligibility(&mut self) {
        let file = "eligibility.toml";
        let eligibility = &self.law.eligibility;
        let (procedures, authorities) = (self.procedures.clone(), self.authorities.clone());
        let questions = ids(&eligibility.questions, |row| &row.id);
        let outcomes = ids(&eligibility.outcomes, |row| &row.id);
        self.known((file, "start", "start"), &questions, [&eligibility.start]);
        for question in &eligibility.questions {
            for choice in &question.options {
                self.known((file, &question.id, "next"), &questions, &choice.next);
                self.known((file, &question.id, "outcome"), &outcomes, &choice.outcome);
                if choice.next.is_some() == choice.outcome.is_some() {
                    let what = format!("option {}: either next or outcome", choice.id);
                    self.faults.add(file, question.id.clone(), what);
                }
            }
        }
        for row in &eligibility.outcomes {
            let file_all_the_same = Some(&row.file).filter(|id| !id.is_empty());
            let named = row.procedure.iter().chain(file_all_the_same);
            self.known((file, &row.id, "procedure, file"), &procedures, named);
            self.known((file, &row.id, "authority"), &authorities, &row.authority);
            let there = match row.kind {
                OutcomeKind::Procedure => row.procedure.is_some(),
                OutcomeKind::Authority => row.authority.is_some() && row.page.is_some(),
                OutcomeKind::Page => row.page.is_some(),
            };
            if !there {
                self.faults.add(file, row.id.clone(), "says its kind but not where it points");
            }
        }
        self.every_way_ends();
    }

    /// Follows every way; a question met twice on one way would never end.
    fn every_way_ends(&mut self) {
        let eligibility = &self.law.eligibility;
        let mut ways = vec![vec![eligibility.start.as_str()]];
        let mut seen: Ids<'_> = Ids::new();
        while let Some(way) = ways.pop() {
            let Some(question) = way.last().and_then(|id| eligibility.question(id)) else { continue };
            seen.insert(&question.id);
            for choice in &question.options {
                seen.extend(choice.outcome.as_deref());
                let Some(next) = choice.next.as_deref() else { continue };
                if way.contains(&next) {
                    self.faults.add("eligibility.toml", next, "this way never ends");
                } else {
                    ways.push(way.iter().copied().chain([next]).collect());
                }
            }
        }
        let all = eligibility.questions.iter().map(|row| &row.id);
        for id in all.chain(eligibility.outcomes.iter().map(|row| &row.id)) {
            if !seen.contains(id.as_str()) {
                self.faults.add("eligibility.toml", id.clone(), "no way leads here");
            }
        }
    }

    fn of_flows(&mut self) {
        let pages = ids(&self.law.pages, |row| &row.id);
        let procedures = self.procedures.clone();
        for flow in &self.law.flows {
            self.known(("form.toml", &flow.id, "procedure"), &procedures, [&flow.procedure]);
            self.known(("form.toml", &flow.id, "pages"), &pages, &flow.pages);
        }
    }

    fn of_fields(&mut self) {
        let sections = ids(&self.law.sections, |row| &row.id);
        for page in &self.law.pages {
            self.known(("form.toml", &page.id, "section"), &sections, [&page.section]);
            page.fields.iter().for_each(|field| self.of_field(&page.id, field));
        }
        for list in &self.law.lists {
            list.fields.iter().for_each(|field| self.of_field(&list.id, field));
        }
    }

    fn of_field(&mut self, owner: &str, field: &Field) {
        let file = "form.toml";
        let (documents, procedures) = (self.documents.clone(), self.procedures.clone());
        let lists = ids(&self.law.lists, |row| &row.id);
        let warnings = ids(&self.law.warnings, |row| &row.id);
        let row = format!("{owner}.{}", field.id);
        self.known((file, &row, "list"), &lists, &field.list);
        self.known((file, &row, "document"), &documents, &field.document);
        self.known((file, &row, "procedures"), &procedures, &field.procedures);
        let warns = field.warn_if_minor.iter().chain(&field.warn_if_empty);
        let warns = warns.chain(&field.warn_if_no).chain(&field.warn_outside);
        self.known((file, &row, "warning"), &warnings, warns);
        let chooses = matches!(field.kind, FieldType::Choice | FieldType::Choices | FieldType::YesNo);
        if chooses == field.options.is_empty() {
            self.faults.add(file, row.clone(), "options and type do not fit");
        }
        if (field.kind == FieldType::List) != field.list.is_some() {
            self.faults.add(file, row.clone(), "list and type do not fit");
        }
        if field.required && field.missing.is_empty() && field.kind != FieldType::File {
            self.faults.add(file, row, "required, but no error is written for it");
        }
    }
}
