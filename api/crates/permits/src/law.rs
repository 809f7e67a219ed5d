//! All rows, and those of one day.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use crate::Words;
use crate::deadline::{DayCount, Deadline, Limit, OpenQuestion};
use crate::eligibility::Eligibility;
use crate::form::{Country, DocumentPage, Flow, List, Page, Section, Warning};
use crate::guide::Guide;
use crate::mails::{Frame, Mail};
use crate::procedure::{Age, Document, Exemption, Procedure, UploadLimits};
use crate::reading::{DataError, Faults, File};
use crate::reference::{Act, Amount, Authority, Fee, Reason, Rule, Source};
use crate::retention::Class;
use crate::row::Dated;

/// Everything that `content/permits` says of procedures, of every day.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Law {
    /// Procedures.
    pub procedures: Vec<Dated<Procedure>>,
    /// Documents.
    pub documents: Vec<Dated<Document>>,
    /// Largest ages of documents.
    pub ages: Vec<Dated<Age>>,
    /// Who need not hand in what.
    pub exemptions: Vec<Dated<Exemption>>,
    /// Limits of uploads.
    pub uploads: UploadLimits,
    /// Fees.
    pub fees: Vec<Dated<Fee>>,
    /// What they cost.
    pub amounts: Vec<Dated<Amount>>,
    /// Rules about fees.
    pub fee_rules: Vec<Dated<Rule>>,
    /// Time limits.
    pub deadlines: Vec<Dated<Deadline>>,
    /// Rules by which days are counted.
    pub day_counts: Vec<Dated<DayCount>>,
    /// What is not settled.
    pub open_questions: Vec<OpenQuestion>,
    /// Numbers of the law.
    pub limits: Vec<Dated<Limit>>,
    /// Legitimate reasons.
    pub reasons: Vec<Dated<Reason>>,
    /// Rules about reasons.
    pub reason_rules: Vec<Dated<Rule>>,
    /// Authorities.
    pub authorities: Vec<Dated<Authority>>,
    /// Legal texts.
    pub acts: Vec<Act>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Questions that lead to a procedure.
    pub eligibility: Eligibility,
    /// Parts of the task list.
    pub sections: Vec<Section>,
    /// Pages of the forms.
    pub pages: Vec<Page>,
    /// Lists of the forms.
    pub lists: Vec<List>,
    /// Forms.
    pub flows: Vec<Dated<Flow>>,
    /// Warnings of the forms.
    pub warnings: Vec<Warning>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Words of the page of a document.
    pub document_page: DocumentPage,
    /// Mails.
    pub mails: Vec<Mail>,
    /// Words around every mail.
    pub frame: Frame,
    /// How long things are kept.
    pub classes: Vec<Dated<Class>>,
    /// What guide pages print.
    pub guides: Vec<Guide>,
}

impl Law {
    /// Reads the folder `content/permits`.
    ///
    /// # Errors
    /// Every fault of the data at once, each with its file and row: what cannot be read,
    /// rows of one id on a same day, and ids that name nothing.
    pub fn load(dir: &Path) -> Result<Self, DataError> {
        let mut faults = Faults::default();
        let mut law = Self::default();
        law.read_procedures(dir, &mut faults);
        law.read_periods(dir, &mut faults);
        law.read_references(dir, &mut faults);
        law.read_eligibility(dir, &mut faults);
        law.read_form(dir, &mut faults);
        law.read_rest(dir, &mut faults);
        // References of unreadable rows would only hide the first fault.
        if faults.0.is_empty() {
            crate::check::check(&law, &mut faults);
        }
        if faults.0.is_empty() { Ok(law) } else { Err(DataError(faults.0)) }
    }

    /// The rows that apply on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> On<'_> {
        On { law: self, day }
    }

    /// The rows of a day that the service still has to confirm, as `table id`. Production
    /// waits for them.
    #[must_use]
    pub fn unconfirmed(&self, day: Date) -> Vec<String> {
        fn of<T>(table: &str, rows: &[Dated<T>], day: Date) -> Vec<String> {
            let open = |row: &&Dated<T>| row.proof.is_valid_on(day) && row.proof.is_unconfirmed();
            rows.iter().filter(open).map(|row| format!("{table} {}", row.id)).collect()
        }
        [
            of("procedure", &self.procedures, day),
            of("document", &self.documents, day),
            of("age", &self.ages, day),
            of("exemption", &self.exemptions, day),
            of("fee", &self.fees, day),
            of("amount", &self.amounts, day),
            of("deadline", &self.deadlines, day),
            of("day_count", &self.day_counts, day),
            of("limit", &self.limits, day),
            of("reason", &self.reasons, day),
            of("authority", &self.authorities, day),
            of("flow", &self.flows, day),
            of("class", &self.classes, day),
        ]
        .concat()
    }

    fn read_procedures(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "procedures.toml", faults);
        self.procedures = file.dated("procedure");
        drop(file);
        let mut file = File::open(dir, "documents.toml", faults);
        self.documents = file.dated("document");
        self.exemptions = file.dated("exemption");
        self.uploads = file.one("limits").unwrap_or_default();
        // An age has no id of its own: its document and procedures name it.
        self.ages = file.dated_by("age", |row| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let list = row.get("procedures").and_then(Value::as_array);
            let procedures: Vec<String> = list.into_iter().flatten().map(text).collect();
            format!("{}/{}", row.get("document").map(text).unwrap_or_default(), procedures.join("+"))
        });
    }

    fn read_periods(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "deadlines.toml", faults);
        self.deadlines = file.dated("deadline");
        self.day_counts = file.dated("day_count");
        self.open_questions = file.rows("open_question");
        drop(file);
        self.limits = File::open(dir, "limits.toml", faults).dated("limit");
        let mut file = File::open(dir, "fees.toml", faults);
        self.fees = file.dated("fee");
        self.amounts = file.dated("amount");
        self.fee_rules = file.dated("rule");
        file.ignore(&["indexation", "observation"]);
    }

    fn read_references(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "reasons.toml", faults);
        self.reasons = file.dated("reason");
        self.reason_rules = file.dated("rule");
        drop(file);
        self.authorities = File::open(dir, "authorities.toml", faults).dated("authority");
        self.acts = File::open(dir, "legal.toml", faults).rows("act");
        self.sources = File::open(dir, "sources.toml", faults).rows("source");
    }

    fn read_eligibility(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "eligibility.toml", faults);
        self.eligibility = Eligibility {
            start: file.one("start").unwrap_or_default(),
            questions: file.rows("question"),
            outcomes: file.rows("outcome"),
        };
        file.ignore(&["stored"]);
    }

    fn read_form(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "form.toml", faults);
        self.sections = file.rows("section");
        self.sections.sort_by_key(|section| section.order);
        self.pages = file.rows("page");
        self.lists = file.rows("list");
        self.flows = file.dated("flow");
        self.warnings = file.rows("warning");
        self.document_page = file.one("document_page").unwrap_or_default();
        drop(file);
        self.countries = File::open(dir, "countries.toml", faults).rows("country");
    }

    fn read_rest(&mut self, dir: &Path, faults: &mut Faults) {
        let mut file = File::open(dir, "notifications.toml", faults);
        self.mails = file.rows("notification");
        self.frame = file.one("frame").unwrap_or_default();
        drop(file);
        self.classes = File::open(dir, "retention.toml", faults).dated("class");
        self.guides = File::open(dir, "pages.toml", faults).rows("page");
    }

    /// A page of the forms.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// A list of the forms.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// A warning of the forms.
    #[must_use]
    pub fn warning(&self, id: &str) -> Option<&Warning> {
        self.warnings.iter().find(|warning| warning.id == id)
    }

    /// A mail.
    #[must_use]
    pub fn mail(&self, id: &str) -> Option<&Mail> {
        self.mails.iter().find(|mail| mail.id == id)
    }

    /// The name of a procedure, also of one that has ended since.
    #[must_use]
    pub fn title(&self, procedure: &str) -> Option<&Words> {
        self.procedures.iter().rev().find(|row| row.id == procedure).map(|row| &row.row.title)
    }
}

/// The rows that apply on one day.
#[derive(Debug, Clone, Copy)]
pub struct On<'l> {
    /// All rows.
    pub law: &'l Law,
    /// The day.
    pub day: Date,
}

/// One getter for all rows of a table on the day, one for a row of an id.
macro_rules! tables {
    ($($all:ident, $one:ident, $table:ident: $row:ty;)*) => {
        impl<'l> On<'l> {
            $(
                #[doc = concat!("The rows of `", stringify!($table), "` that apply, in the order of the file.")]
                pub fn $all(&self) -> impl Iterator<Item = &'l Dated<$row>> + use<'l> {
                    let day = self.day;
                    self.law.$table.iter().filter(move |row| row.proof.is_valid_on(day))
                }

                #[doc = concat!("The row of `", stringify!($table), "` with an id that applies.")]
                #[must_use]
                pub fn $one(&self, id: &str) -> Option<&'l Dated<$row>> {
                    self.law.$table.iter().find(|row| row.id == id && row.proof.is_valid_on(self.day))
                }
            )*
        }
    };
}

tables! {
    procedures, procedure, procedures: Procedure;
    documents, document, documents: Document;
    ages, age, ages: Age;
    exemptions, exemption, exemptions: Exemption;
    fees, fee, fees: Fee;
    fee_rules, fee_rule, fee_rules: Rule;
    amounts, amount_row, amounts: Amount;
    deadlines, deadline, deadlines: Deadline;
    day_counts, day_count, day_counts: DayCount;
    limits, limit, limits: Limit;
    reasons, reason, reasons: Reason;
    authorities, authority, authorities: Authority;
    flows, flow, flows: Flow;
    classes, class, classes: Class;
}

impl<'l> On<'l> {
    /// What a stage of a fee costs.
    #[must_use]
    pub fn amount(&self, fee: &str, stage: &str) -> Option<&'l Dated<Amount>> {
        self.amounts().find(|row| row.fee == fee && row.stage == stage)
    }

    /// How old a document of a procedure may be on the day of application.
    #[must_use]
    pub fn age_of(&self, procedure: &str, document: &str) -> Option<&'l Dated<Age>> {
        self.ages().find(|row| row.document == document && row.procedures.iter().any(|id| id == procedure))
    }

    /// A legal text.
    #[must_use]
    pub fn act(&self, id: &str) -> Option<&'l Act> {
        self.law.acts.iter().find(|act| act.id == id)
    }

    /// A country.
    #[must_use]
    pub fn country(&self, id: &str) -> Option<&'l Country> {
        self.law.countries.iter().find(|country| country.id == id)
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&'l Source> {
        self.law.sources.iter().find(|source| source.id == id)
    }
}
