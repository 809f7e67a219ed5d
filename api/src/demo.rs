//! Realistic demonstration data, marked as such.

use crate::account::{Role, manage};
use crate::app::State;

/// Members of staff of the demonstration. Their passwords are no secret and
/// `safe check` refuses them in production.
pub const STAFF: [(&str, &str, &[Role]); 3] = [
    ("author@demo.safe.brussels", "Alex Auteur", &[Role::AlertAuthor, Role::Communications]),
    ("approver@demo.safe.brussels", "Noor Goedkeur", &[Role::AlertApprover, Role::Legal]),
    ("admin@demo.safe.brussels", "Ada Beheer", &[Role::Administrator, Role::HelpEditor]),
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
        manage::add(&state.db, email, Some(name), roles, password, state.clock.now_ms()).await?;
    }
    Ok(())
}
