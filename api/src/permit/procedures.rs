//! `GET /permits/procedures`: the procedures of a day, with the rows they rest on.

use actix_web::{HttpRequest, get, web};
use jiff::civil::Date;
use safe_permits::deadline::{Deadline, DeadlineKind, Period};
use safe_permits::procedure::{Asked, Kind, Need, Online, Procedure, Variant};
use safe_permits::reference::Fee;
use safe_permits::{Applicant, Confidence, Dated};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::view::{PermitAuthority, PermitProof, PermitSource, Printer, apply, guide};
use super::view::{languages, spoken};
use crate::app::State;
use crate::clock;
use crate::error::{Error, Result};
use crate::http::{Cached, Rate, Reader, Slice, client_address};

/// Seconds that others may keep an answer: a new row is live within a minute.
const MAX_AGE_S: u32 = 60;

/// Registers the route.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(procedures);
}

/// Which day is asked for.
#[derive(Deserialize)]
struct DayQuery {
    date: Option<String>,
}

/// The procedures of a day.
#[derive(Serialize, ToSchema)]
struct PermitProceduresView {
    /// The day whose rows these are.
    #[schema(format = Date)]
    date: String,
    /// One entry for each procedure and language.
    items: Vec<PermitProcedure>,
}

/// A procedure of the weapons service.
#[derive(Serialize, ToSchema)]
struct PermitProcedure {
    id: String,
    /// Language of the texts.
    lang: String,
    /// Number of the model; none when the procedure has none.
    model: Option<String>,
    /// `permit`, `approval`, `notice`, `pass`, `declaration`, `control`, `report`, `guidance`.
    #[schema(value_type = String)]
    kind: Kind,
    /// `application` ends in a decision, `declaration` in a record, `information` has no form.
    #[schema(value_type = String)]
    online: Online,
    /// `person`, `company`.
    #[schema(value_type = Vec<String>)]
    applicants: Vec<Applicant>,
    title: String,
    summary: String,
    /// Address of the guide page, without host.
    url: String,
    /// Address where a file begins, without host; none when there is no form.
    apply_url: Option<String>,
    /// Who decides.
    authority: Option<PermitAuthority>,
    /// Authority to see before.
    first_contact: Option<PermitAuthority>,
    /// Legitimate reasons that can be given.
    reasons: Vec<String>,
    variants: Vec<PermitVariant>,
    fees: Vec<PermitFee>,
    documents: Vec<PermitDocument>,
    deadlines: Vec<PermitDeadline>,
    /// Time limits of appeals.
    appeals: Vec<PermitDeadline>,
    #[serde(flatten)]
    proof: PermitProof,
}

/// A form of a procedure.
#[derive(Serialize, ToSchema)]
struct PermitVariant {
    id: String,
    title: String,
    /// Its fee, among those of the procedure.
    fee: String,
}

/// A fee of a procedure.
#[derive(Serialize, ToSchema)]
struct PermitFee {
    id: String,
    title: String,
    refundable: bool,
    /// What is paid, stage by stage; empty when it is free.
    stages: Vec<PermitFeeStage>,
    #[serde(flatten)]
    proof: PermitProof,
}

/// A stage of a fee on the day.
#[derive(Serialize, ToSchema)]
struct PermitFeeStage {
    /// `filing`, `grant`.
    stage: String,
    /// Cents of euro; none while the amount is not confirmed.
    amount_cents: Option<i64>,
    /// The part for the municipality.
    municipality_cents: Option<i64>,
    /// The row of the amount; none when there is no row for the day.
    row: Option<PermitProof>,
}

/// A document that a procedure asks for.
#[derive(Serialize, ToSchema)]
struct PermitDocument {
    id: String,
    title: String,
    hint: String,
    /// `required`, `optional`, `alternative`.
    #[schema(value_type = String)]
    need: Need,
    /// Only for these reasons; empty for all.
    reasons: Vec<String>,
    /// Only for these variants; empty for all.
    variants: Vec<String>,
    /// Only when this holds, for example `applicant:company`.
    when: Option<String>,
    /// Documents that it stands for.
    replaces: Vec<String>,
    /// Documents that make it unnecessary.
    unless: Vec<String>,
    maximum_age: Option<PermitAge>,
    /// How sure it is that this procedure asks for it.
    #[schema(value_type = String)]
    asked_confidence: Confidence,
    asked_source: Vec<PermitSource>,
    #[serde(flatten)]
    proof: PermitProof,
}

/// How old a document may be on the day of application.
#[derive(Serialize, ToSchema)]
struct PermitAge {
    amount: i32,
    /// `days`, `weeks`, `months`, `years`.
    unit: String,
    #[serde(flatten)]
    proof: PermitProof,
}

/// A time limit.
#[derive(Serialize, ToSchema)]
struct PermitDeadline {
    id: String,
    title: String,
    text: String,
    /// `statutory`, `working-rule`.
    #[schema(value_type = String)]
    kind: DeadlineKind,
    /// Who must act.
    acts: String,
    /// Event that starts the clock.
    from: String,
    /// None when the length is not known.
    amount: Option<i32>,
    /// `days`, `weeks`, `months`, `years`.
    unit: Option<String>,
    /// Whether the amount is a ceiling.
    maximum: bool,
    /// Length from which something must be done.
    #[schema(value_type = Option<Object>)]
    threshold: Option<Period>,
    /// Row with which the sources disagree.
    alternative: Option<String>,
    #[serde(flatten)]
    proof: PermitProof,
}

/// Procedures of the weapons service on a day, with documents, fees, time limits and
/// legal bases. What the service still has to confirm is marked.
#[utoipa::path(tag = "permits", params(("date" = Option<String>, Query, description = "2026-11-21; today when it is not given"),
    ("lang" = Option<String>, Query), ("page" = Option<usize>, Query, minimum = 1, description = "Without it and per_page the list is whole"),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100)),
    responses((status = 200, body = PermitProceduresView), (status = 422, body = crate::http::ProblemView)))]
#[get("/permits/procedures")]
async fn procedures(
    state: web::Data<State>,
    request: HttpRequest,
    reader: Reader,
    slice: Slice,
    query: web::Query<DayQuery>,
) -> Result<Cached> {
    state.limiter.check(Rate::Read, client_address(&request, &state.config.http.trusted_proxies))?;
    let day = match query.date.as_deref().filter(|text| !text.is_empty()) {
        None => clock::today(state.clock.now_ms()),
        Some(text) => text.parse::<Date>().map_err(|_| Error::invalid("date", "permits-day"))?,
    };
    let law = state.law.on(day);
    let langs = languages(reader);
    let items = law.procedures().flat_map(|row| {
        let view = |lang: &_| Printer { law, lang: *lang }.procedure(row);
        langs.iter().map(view).collect::<Vec<_>>()
    });
    let view = PermitProceduresView { date: day.to_string(), items: slice.part(items.collect()) };
    Cached::json(&view, reader.content_language(), MAX_AGE_S)
}

impl Printer<'_> {
    fn procedure(&self, row: &Dated<Procedure>) -> PermitProcedure {
        let authority = |id: &String| self.law.authority(id).map(|row| self.authority(row));
        let deadlines = |ids: &[String]| -> Vec<PermitDeadline> {
            ids.iter().filter_map(|id| Some(self.deadline(self.law.deadline(id)?))).collect()
        };
        let documents = row.documents.iter().filter_map(|asked| self.document(&row.id, asked));
        PermitProcedure {
            id: row.id.clone(),
            lang: spoken(self.lang, &row.title).0.code().to_owned(),
            model: Some(row.model.clone()).filter(|model| !model.is_empty()),
            kind: row.kind,
            online: row.online,
            applicants: row.applicants.clone(),
            title: self.say(&row.title),
            summary: self.say(&row.summary),
            url: guide(self.lang, &row.page),
            apply_url: (row.online != Online::Information).then(|| apply(self.lang)),
            authority: authority(&row.authority),
            first_contact: row.first_contact.as_ref().and_then(authority),
            reasons: row.reasons.clone(),
            variants: row.variants.iter().map(|variant| self.variant(variant)).collect(),
            fees: row.fees.iter().filter_map(|id| Some(self.fee(self.law.fee(id)?))).collect(),
            documents: documents.collect(),
            deadlines: deadlines(&row.deadlines),
            appeals: deadlines(&row.appeal),
            proof: self.proof(&row.proof),
        }
    }

    fn variant(&self, variant: &Variant) -> PermitVariant {
        PermitVariant { id: variant.id.clone(), title: self.say(&variant.title), fee: variant.fee.clone() }
    }

    fn fee(&self, row: &Dated<Fee>) -> PermitFee {
        let stage = |stage: &String| {
            let amount = self.law.amount(&row.id, stage);
            PermitFeeStage {
                stage: stage.clone(),
                amount_cents: amount.and_then(|amount| amount.amount_cents),
                municipality_cents: amount.and_then(|amount| amount.municipality_cents),
                row: amount.map(|amount| self.proof(&amount.proof)),
            }
        };
        PermitFee {
            id: row.id.clone(),
            title: self.say(&row.title),
            refundable: row.refundable,
            stages: row.stages.iter().map(stage).collect(),
            proof: self.proof(&row.proof),
        }
    }

    fn document(&self, procedure: &str, asked: &Asked) -> Option<PermitDocument> {
        let row = self.law.document(&asked.id)?;
        let age = self.law.age_of(procedure, &asked.id).map(|age| PermitAge {
            amount: age.maximum,
            unit: age.unit.code().to_owned(),
            proof: self.proof(&age.proof),
        });
        Some(PermitDocument {
            id: asked.id.clone(),
            title: self.say(&row.title),
            hint: self.say(&row.hint),
            need: asked.need,
            reasons: asked.reasons.clone(),
            variants: asked.variants.clone(),
            when: asked.when.as_ref().map(ToString::to_string),
            replaces: asked.replaces.clone(),
            unless: asked.unless.clone(),
            maximum_age: age,
            asked_confidence: asked.confidence,
            asked_source: self.sources(&asked.source),
            proof: self.proof(&row.proof),
        })
    }

    fn deadline(&self, row: &Dated<Deadline>) -> PermitDeadline {
        PermitDeadline {
            id: row.id.clone(),
            title: self.say(&row.title),
            text: self.say(&row.text),
            kind: row.kind,
            acts: row.acts.clone(),
            from: row.from.clone(),
            amount: row.amount,
            unit: row.unit.map(|unit| unit.code().to_owned()),
            maximum: row.maximum,
            threshold: row.threshold,
            alternative: row.alternative.clone(),
            proof: self.proof(&row.proof),
        }
    }
}
