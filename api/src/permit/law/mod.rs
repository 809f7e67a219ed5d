//! The law as the applicant's pages read it: rows of `content/permits`, chosen
//! by the day on which they apply. Nothing of it is written in code.

mod asks;
mod confirm;
mod rows;
mod terms;

pub use asks::{Choice, DocumentPage, Field, Flow, List, Page, Section, Warning};
pub use confirm::unconfirmed;
pub use rows::{Age, Document, Exemption, Needed, Period, Procedure, Text, UploadLimits, Variant};
pub use terms::{Amount, DayCount, Deadline, Fee, Frame, Notification, Retention};

use std::path::Path;

use anyhow::Context;
use safe_casework::calendar::{Calendar, Holiday, When};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::i18n::Lang;

/// Every row that the applicant's pages read.
#[derive(Debug, Clone)]
pub struct Law {
    /// Procedures.
    pub procedures: Vec<Procedure>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Maximum ages.
    pub ages: Vec<Age>,
    /// Exemptions.
    pub exemptions: Vec<Exemption>,
    /// Limits of uploads.
    pub limits: UploadLimits,
    /// Groups.
    pub sections: Vec<Section>,
    /// Pages.
    pub pages: Vec<Page>,
    /// Lists.
    pub lists: Vec<List>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Warnings.
    pub warnings: Vec<Warning>,
    /// Words around documents.
    pub document_page: DocumentPage,
    /// Fees.
    pub fees: Vec<Fee>,
    /// Amounts.
    pub amounts: Vec<Amount>,
    /// Deadlines.
    pub deadlines: Vec<Deadline>,
    /// Rules of counting.
    pub day_counts: Vec<DayCount>,
    /// Mails.
    pub notifications: Vec<Notification>,
    /// Words around mails.
    pub frame: Frame,
    /// Periods of keeping.
    pub retention: Vec<Retention>,
    /// Days on which nobody works.
    pub calendar: Calendar,
}

#[derive(Deserialize)]
struct Holidays {
    holiday: Vec<HolidayRow>,
}

#[derive(Deserialize)]
struct HolidayRow {
    id: String,
    rule: String,
    #[serde(default)]
    month: i8,
    #[serde(default)]
    day: i8,
    #[serde(default)]
    days_after_easter: i32,
}

fn calendar(rows: Vec<HolidayRow>) -> Calendar {
    let holidays = rows.into_iter().map(|row| Holiday {
        when: if row.rule == "easter" {
            When::AfterEaster(row.days_after_easter)
        } else {
            When::Fixed { month: row.month, day: row.day }
        },
        id: row.id,
    });
    Calendar::new(holidays.collect())
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str) -> anyhow::Result<T> {
    let path = folder.join(file);
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} breaks its form", path.display()))
}

#[derive(Deserialize)]
struct Procedures {
    procedure: Vec<Procedure>,
}

#[derive(Deserialize)]
struct Documents {
    limits: UploadLimits,
    document: Vec<Document>,
    age: Vec<Age>,
    exemption: Vec<Exemption>,
}

#[derive(Deserialize)]
struct Form {
    section: Vec<Section>,
    page: Vec<Page>,
    list: Vec<List>,
    flow: Vec<Flow>,
    warning: Vec<Warning>,
    document_page: DocumentPage,
}

#[derive(Deserialize)]
struct Fees {
    fee: Vec<Fee>,
    amount: Vec<Amount>,
}

#[derive(Deserialize)]
struct Deadlines {
    deadline: Vec<Deadline>,
    day_count: Vec<DayCount>,
}

#[derive(Deserialize)]
struct Notifications {
    notification: Vec<Notification>,
    frame: Frame,
}

#[derive(Deserialize)]
struct Classes {
    class: Vec<Retention>,
}

impl Law {
    /// Reads the rows.
    ///
    /// # Errors
    /// A file is missing or breaks its form.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let folder = content.join("permits");
        let procedures: Procedures = read(&folder, "procedures.toml")?;
        let documents: Documents = read(&folder, "documents.toml")?;
        let mut form: Form = read(&folder, "form.toml")?;
        let fees: Fees = read(&folder, "fees.toml")?;
        let deadlines: Deadlines = read(&folder, "deadlines.toml")?;
        let notifications: Notifications = read(&folder, "notifications.toml")?;
        let classes: Classes = read(&folder, "retention.toml")?;
        let holidays: Holidays = read(content, "holidays.toml")?;
        form.section.sort_by_key(|section| section.order);
        Ok(Self {
            procedures: procedures.procedure,
            documents: documents.document,
            ages: documents.age,
            exemptions: documents.exemption,
            limits: documents.limits,
            sections: form.section,
            pages: form.page,
            lists: form.list,
            flows: form.flow,
            warnings: form.warning,
            document_page: form.document_page,
            fees: fees.fee,
            amounts: fees.amount,
            deadlines: deadlines.deadline,
            day_counts: deadlines.day_count,
            notifications: notifications.notification,
            frame: notifications.frame,
            retention: classes.class,
            calendar: calendar(holidays.holiday),
        })
    }

    /// The procedure of an id that applies on a day.
    #[must_use]
    pub fn procedure(&self, id: &str, day: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|row| row.id == id && row.period.holds(day))
    }

    /// A document that applies on a day.
    #[must_use]
    pub fn document(&self, id: &str, day: &str) -> Option<&Document> {
        self.documents.iter().find(|row| row.id == id && row.period.holds(day))
    }

    /// The maximum age of a document in a procedure.
    #[must_use]
    pub fn age(&self, document: &str, procedure: &str, day: &str) -> Option<&Age> {
        self.ages.iter().find(|row| {
            row.document == document && row.procedures.iter().any(|p| p == procedure) && row.period.holds(day)
        })
    }

    /// A page.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// A list.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The pages of a procedure.
    #[must_use]
    pub fn flow(&self, procedure: &Procedure) -> Vec<&Page> {
        let flow = self.flows.iter().find(|flow| flow.id == procedure.flow);
        flow.map(|flow| flow.pages.iter().filter_map(|id| self.page(id)).collect()).unwrap_or_default()
    }

    /// A warning.
    #[must_use]
    pub fn warning(&self, id: &str, lang: Lang) -> String {
        self.warnings.iter().find(|w| w.id == id).map(|w| w.text.get(lang).to_owned()).unwrap_or_default()
    }

    /// A deadline that applies on a day.
    #[must_use]
    pub fn deadline(&self, id: &str, day: &str) -> Option<&Deadline> {
        self.deadlines.iter().find(|row| row.id == id && row.period.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flow_is_whole() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let law = Law::load(&content).expect("law");
        let online: Vec<_> = law.procedures.iter().filter(|p| !p.flow.is_empty()).collect();
        assert!(online.len() >= 10);
        for procedure in online {
            let flow = law.flows.iter().find(|f| f.id == procedure.flow).expect("flow");
            assert_eq!(law.flow(procedure).len(), flow.pages.len(), "{}", procedure.id);
            for needed in &procedure.documents {
                assert!(law.documents.iter().any(|d| d.id == needed.id), "{}", needed.id);
            }
            for page in law.flow(procedure) {
                assert!(law.sections.iter().any(|s| s.id == page.section), "{}", page.id);
                for field in &page.fields {
                    assert!(field.list.as_ref().is_none_or(|id| law.list(id).is_some()), "{}", field.id);
                }
            }
        }
    }
}
