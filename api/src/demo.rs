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
