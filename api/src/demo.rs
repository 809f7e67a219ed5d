//! Realistic demonstration data, marked as such.

use anyhow::Context;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde::Deserialize;

use crate::account::{Person, Role, by_email, manage};
use crate::alert::compose::Ending;
use crate::alert::draft::Draft;
use crate::alert::entity;
use crate::alert::lifecycle::{self, Input, Seen};
use crate::app::State;

/// Members of staff of the demonstration: one for each person who takes part in an
/// alert or in a permit, and two who keep accounts, so that whoever tries a walk meets its rules about who may do
/// what. Their passwords are no secret and `safe check` refuses them in production.
pub const STAFF: [(&str, &str, &[Role]); 8] = [
    ("author@demo.safe.brussels", "Alex Auteur", &[Role::AlertAuthor, Role::Communications]),
    ("approver@demo.safe.brussels", "Noor Goedkeur", &[Role::AlertApprover]),
    ("clerk@demo.safe.brussels", "Dani Dossier", &[Role::WeaponsClerk]),
    ("adviser@demo.safe.brussels", "Sacha Avis", &[Role::Adviser]),
    ("jurist@demo.safe.brussels", "Jules Juriste", &[Role::Legal]),
    ("official@demo.safe.brussels", "Kim Beslis", &[Role::HighOfficial]),
    ("admin@demo.safe.brussels", "Ada Beheer", &[Role::Administrator, Role::HelpEditor]),
    ("second@demo.safe.brussels", "Bo Gestion", &[Role::Administrator]),
];

/// Password of every member of staff of the demonstration.
pub const PASSWORD: &str = "demonstration-brussels";

/// Somebody who applies in the demonstration; no such person exists. The numbers
/// are the test numbers of public libraries.
pub struct DemoCitizen {
    /// Stable name.
    pub subject: &'static str,
    /// Family name.
    pub family_name: &'static str,
    /// Given names.
    pub given_names: &'static str,
    /// National register or BIS number with a right checksum.
    pub national_number: &'static str,
}

/// People who apply in the demonstration.
pub const CITIZENS: [DemoCitizen; 3] = [
    DemoCitizen {
        subject: "camille",
        family_name: "Exemple",
        given_names: "Camille",
        national_number: "93051822361",
    },
    DemoCitizen {
        subject: "sam",
        family_name: "Voorbeeld",
        given_names: "Sam",
        national_number: "00012556777",
    },
    DemoCitizen {
        subject: "robin",
        family_name: "Beispiel",
        given_names: "Robin",
        national_number: "88222999936",
    },
];

/// Fills an empty system.
///
/// # Errors
/// The system is not in demonstration mode, or the database does not answer.
pub async fn fill(state: &State) -> anyhow::Result<()> {
    anyhow::ensure!(
        state.config.mode == crate::config::Mode::Demo,
        "demonstration data belongs into demonstration mode only"
    );
    for (email, name, roles) in STAFF {
        let password = Some(PASSWORD.to_owned());
        manage::add(state, email, Some(name), roles, password, state.clock.now_ms()).await?;
    }
    alerts(state).await
}

/// `content/demo.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alert: Vec<DemoAlert>,
}

/// One alert and how far it goes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoAlert {
    then: Then,
    draft: Draft,
}

#[derive(Deserialize, PartialEq, PartialOrd)]
#[serde(rename_all = "lowercase")]
enum Then {
    Draft,
    Submitted,
    Published,
    Ended,
}

async fn member(state: &State, email: &str) -> anyhow::Result<Person> {
    let row = by_email(&state.db, email).await?.context("a member of the demonstration is missing")?;
    Ok(Person::from(&row))
}

/// Alerts at every step of their life, in a system that has none.
async fn alerts(state: &State) -> anyhow::Result<()> {
    if entity::Entity::find().count(&state.db).await? > 0 {
        return Ok(());
    }
    let path = state.config.site.content_dir.join("demo.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
    let file: File = toml::from_str(&text).context("demo.toml")?;
    let author = member(state, STAFF[0].0).await?;
    let approver = member(state, STAFF[1].0).await?;
    for DemoAlert { then, draft } in file.alert {
        let wrong = |error| anyhow::anyhow!("demo.toml: {error:?}");
        let input = Input::Draft(Box::new(draft));
        let id = lifecycle::create(state, &author, input, None, "demo").await.map_err(wrong)?.id;
        if then >= Then::Submitted {
            lifecycle::submit(state, &author, id).await.map_err(wrong)?;
        }
        if then >= Then::Published {
            lifecycle::approve(state, &approver, id, Seen::default()).await.map_err(wrong)?;
        }
        if then == Then::Ended {
            lifecycle::end(state, &approver, id, Ending::AllClear).await.map_err(wrong)?;
        }
    }
    Ok(())
}
