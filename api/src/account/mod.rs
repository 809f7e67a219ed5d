//! Who works here: accounts, sign-in, roles, sessions and tokens.
//!
//! A handler that needs a role takes it as an argument: `Approver` cannot be
//! made without somebody who is one. Citizens have no account here: who applies for
//! a permit signs in with an official identity (`citizen`).
//!
//! - `entity`, `role`: the rows, and what each role may do;
//! - `sign_in`, `password`, `pause`, `totp`, `passkey`, `secret`: the ways in, and what keeps
//!   strangers out;
//! - `session`, `token`, `extract`: how somebody who is in proves it to a handler;
//! - `manage`: what the machine and the owner of an account do with it;
//! - `change`, `request`, `power`, `holder`: what one administrator does alone, what a second one
//!   confirms, the roles that wait for it, and who may hold the keys of others;
//! - `territory`: the places where somebody is competent.

pub mod change;
pub mod citizen;
mod entity;
mod extract;
pub mod holder;
pub mod manage;
pub mod passkey;
mod password;
mod pause;
pub mod power;
pub mod request;
mod role;
mod secret;
pub mod session;
pub mod sign_in;
pub mod territory;
pub mod token;
pub mod totp;

pub use entity::{Model as Account, any_by_id, by_email, by_id, everybody};
pub use extract::{
    Administrator, Approver, Author, AuthorOrApprover, OfficeForm, Staff, own_page, session_token,
};
pub use password::{check as check_password, hash as hash_password};
pub use role::Role;
pub use secret::seal_open_ones;
pub(crate) use secret::{rewrap as rewrap_secrets, wrapped_by as secrets_wrapped_by};

use uuid::Uuid;

use crate::i18n::Lang;

/// A member of staff who is signed in.
#[derive(Debug, Clone)]
pub struct Person {
    /// Id of the account.
    pub id: Uuid,
    /// E-mail address, also the name in the audit chain.
    pub email: String,
    /// Name shown to colleagues.
    pub name: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Language in which the back-office speaks to the person.
    pub lang: Lang,
}

impl Person {
    /// Whether the person has one of these roles.
    #[must_use]
    pub fn has(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

impl From<&Account> for Person {
    fn from(row: &Account) -> Self {
        Self {
            id: row.id,
            email: row.email.clone(),
            name: row.name.clone(),
            roles: row.roles(),
            lang: row.lang(),
        }
    }
}

/// Random bytes as base64url text, for tokens.
///
/// # Errors
/// The system has no randomness.
pub fn random_token() -> anyhow::Result<String> {
    use base64::Engine;
    let mut bytes = [0u8; 32];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow::anyhow!("no randomness"))?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

/// SHA-256 of a secret, as kept in the database.
#[must_use]
pub fn digest(secret: &str) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, secret.as_bytes());
    crate::audit::hex(digest.as_ref())
}
