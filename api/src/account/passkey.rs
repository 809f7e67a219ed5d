//! Passkeys of members of staff: rows, challenges and the two ceremonies.
//!
//! A passkey whose owner was verified counts as two factors. The rules are in
//! the crate `safe-passkey`; here is what needs a database and a clock.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use safe_passkey::{Answer, Attestation, Credential, Refused, RelyingParty, challenge_of};
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, IntoActiveModel, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::manage::subject;
use super::{Account, Person, by_id, digest, sign_in};
use crate::app::State;
use crate::audit::{self, Act};
use crate::config::Config;
use crate::db;
use crate::error::{Error, Result};

/// How long a challenge may be answered.
const LIFE_MS: i64 = 5 * 60_000;
/// Most passkeys of one person.
pub const MOST: usize = 10;

/// One passkey.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    /// Id that the device chose, base64url.
    #[sea_orm(primary_key, auto_increment = false)]
    pub credential_id: String,
    /// Whose.
    pub account_id: Uuid,
    /// Name that its owner gave it.
    pub label: String,
    /// Public key and counter, as JSON.
    pub credential: String,
    /// When it was made.
    pub created_at_ms: i64,
    /// When it was last used.
    pub used_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Challenges that wait for their answer.
mod challenge {
    use sea_orm::entity::prelude::*;

    /// One challenge.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey_challenge")]
    pub struct Model {
        /// SHA-256 of the challenge.
        #[sea_orm(primary_key, auto_increment = false)]
        pub challenge_hash: String,
        /// Who may answer: somebody who adds a passkey, or none for a sign-in.
        pub account_id: Option<Uuid>,
        /// When it ends.
        pub expires_at_ms: i64,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a browser needs to begin a ceremony.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    /// Challenge, base64url.
    challenge: String,
    /// Domain of the service.
    rp_id: String,
    /// Milliseconds until it is over.
    timeout: i64,
    /// COSE numbers of the accepted algorithms.
    algorithms: [i64; 3],
    /// Handle of the person, base64url; only when a passkey is added.
    user_id: Option<String>,
    /// Address of the person; only when a passkey is added.
    user_name: Option<String>,
    /// Name of the person; only when a passkey is added.
    user_display_name: Option<String>,
    /// Ids of the passkeys that the person has, so that none is added twice.
    exclude: Vec<String>,
}

/// Answer of a device, every part in base64url.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// `rawId`.
    id: String,
    /// `clientDataJSON`.
    client_data: String,
    /// `attestationObject`, when a passkey is added.
    #[serde(default)]
    attestation_object: String,
    /// `authenticatorData`, at a sign-in.
    #[serde(default)]
    authenticator_data: String,
    /// `signature`, at a sign-in.
    #[serde(default)]
    signature: String,
    /// Name that the owner gives it.
    #[serde(default)]
    label: String,
}

fn relying_party(config: &Config) -> RelyingParty {
    let origin = config.http.base_url.clone();
    let host = origin.split_once("://").map_or(origin.as_str(), |(_, rest)| rest);
    let id = host.split([':', '/']).next().unwrap_or_default().to_owned();
    RelyingParty { id, origin }
}

fn bytes(text: &str) -> Result<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::invalid("passkey", "passkey"))
}

fn refused(reason: Refused) -> Error {
    tracing::warn!(%reason, "a passkey was refused");
    Error::invalid("passkey", "passkey")
}

/// Begins a ceremony: to add a passkey for a person, or to sign in.
///
/// # Errors
/// The database does not answer, or the person has too many passkeys.
pub async fn invite(state: &State, person: Option<&Person>) -> Result<Invitation> {
    let now_ms = state.clock.now_ms();
    challenge::Entity::delete_many()
        .filter(challenge::Column::ExpiresAtMs.lte(now_ms))
        .exec(&state.db)
        .await?;
    let challenge = super::random_token()?;
    let row = challenge::ActiveModel {
        challenge_hash: Set(digest(&challenge)),
        account_id: Set(person.map(|person| person.id)),
        expires_at_ms: Set(now_ms + LIFE_MS),
    };
    challenge::Entity::insert(row).exec_without_returning(&state.db).await?;
    let exclude: Vec<String> = match person {
        Some(person) => of(&state.db, person.id).await?.into_iter().map(|row| row.credential_id).collect(),
        None => Vec::new(),
    };
    if exclude.len() >= MOST {
        return Err(Error::Conflict("too-many-passkeys"));
    }
    Ok(Invitation {
        challenge,
        rp_id: relying_party(&state.config).id,
        timeout: LIFE_MS,
        algorithms: safe_passkey::ALGORITHMS,
        user_id: person.map(|person| URL_SAFE_NO_PAD.encode(person.id.as_bytes())),
        user_name: person.map(|person| person.email.clone()),
        user_display_name: person.map(|person| person.name.clone()),
        exclude,
    })
}

/// Takes the challenge that an answer names: it can be answered once, in time,
/// by whom it was given to.
async fn take(state: &State, client_data: &[u8], account_id: Option<Uuid>) -> Result<Vec<u8>> {
    let challenge = challenge_of(client_data).map_err(refused)?;
    let text = URL_SAFE_NO_PAD.encode(&challenge);
    let whose = match account_id {
        Some(id) => challenge::Column::AccountId.eq(id),
        None => challenge::Column::AccountId.is_null(),
    };
    let taken = challenge::Entity::delete_many()
        .filter(challenge::Column::ChallengeHash.eq(digest(&text)))
        .filter(challenge::Column::ExpiresAtMs.gt(state.clock.now_ms()))
        .filter(whose)
        .exec(&state.db)
        .await?;
    if taken.rows_affected == 1 { Ok(challenge) } else { Err(refused(Refused::Challenge)) }
}

/// Keeps a new passkey of a person.
///
/// # Errors
/// It breaks a rule, or somebody has it already.
pub async fn add(state: &State, person: &Person, given: &Given) -> Result<()> {
    let client_data = bytes(&given.client_data)?;
    let object = bytes(&given.attestation_object)?;
    let challenge = take(state, &client_data, Some(person.id)).await?;
    let attestation = Attestation { client_data: &client_data, object: &object };
    let credential = relying_party(&state.config).register(&challenge, attestation).map_err(refused)?;
    let label: String = given.label.trim().chars().filter(|c| !c.is_control()).take(60).collect();
    let id = URL_SAFE_NO_PAD.encode(&credential.id);
    if id != given.id || Entity::find_by_id(id.clone()).one(&state.db).await?.is_some() {
        return Err(refused(Refused::Credential));
    }
    let row = ActiveModel {
        credential_id: Set(id),
        account_id: Set(person.id),
        label: Set(label.clone()),
        credential: Set(to_json(&credential)?),
        created_at_ms: Set(state.clock.now_ms()),
        used_at_ms: Set(None),
    };
    let tx = db::begin(&state.db).await?;
    Entity::insert(row).exec_without_returning(&tx).await?;
    noted(state, tx, person, "passkey.add", json!({ "label": label })).await
}

/// Writes down what a person did with a passkey, and ends the transaction in which it was done.
async fn noted(
    state: &State,
    tx: DatabaseTransaction,
    person: &Person,
    action: &'static str,
    detail: serde_json::Value,
) -> Result<()> {
    let account = by_id(&tx, person.id).await?.ok_or(Error::Unauthorised)?;
    let act = Act { actor: &person.email, action, subject: subject(&account), detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(())
}

/// The account whose passkey answers.
///
/// # Errors
/// It breaks a rule, or nobody has this passkey.
pub async fn answer(state: &State, given: &Given) -> Result<Account> {
    let (id, client_data) = (bytes(&given.id)?, bytes(&given.client_data)?);
    let (data, signature) = (bytes(&given.authenticator_data)?, bytes(&given.signature)?);
    let challenge = take(state, &client_data, None).await?;
    let row = Entity::find_by_id(URL_SAFE_NO_PAD.encode(&id)).one(&state.db).await?;
    let row = row.ok_or_else(|| refused(Refused::Credential))?;
    let mut known: Credential =
        serde_json::from_str(&row.credential).map_err(|error| Error::Internal(error.into()))?;
    let answer = Answer {
        credential_id: &id,
        client_data: &client_data,
        authenticator_data: &data,
        signature: &signature,
    };
    let account = by_id(&state.db, row.account_id).await?.ok_or(Error::Unauthorised)?;
    let assertion = match relying_party(&state.config).assert(&challenge, &known, answer) {
        Ok(assertion) => assertion,
        Err(reason) => {
            let detail = json!({ "step": "passkey", "reason": reason.to_string() });
            sign_in::note(state, "system", "session.refused", &account, detail).await?;
            return Err(refused(reason));
        }
    };
    known.counter = assertion.counter;
    known.synced = assertion.synced;
    let mut change = row.into_active_model();
    change.credential = Set(to_json(&known)?);
    change.used_at_ms = Set(Some(state.clock.now_ms()));
    change.update(&state.db).await?;
    Ok(account)
}

fn to_json(credential: &Credential) -> Result<String> {
    serde_json::to_string(credential).map_err(|error| Error::Internal(error.into()))
}

/// The passkeys of a person, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn of(db: &impl ConnectionTrait, account_id: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::AccountId.eq(account_id)).order_by_asc(Column::CreatedAtMs).all(db).await
}

/// Removes a passkey of a person.
///
/// # Errors
/// There is none, or the database does not answer.
pub async fn remove(state: &State, person: &Person, id: &str) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let gone = Entity::delete_many()
        .filter(Column::AccountId.eq(person.id))
        .filter(Column::CredentialId.eq(id))
        .exec(&tx)
        .await?;
    if gone.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    noted(state, tx, person, "passkey.remove", json!({})).await
}

/// Removes every passkey of a person.
///
/// # Errors
/// The database does not answer.
pub async fn remove_all(db: &impl ConnectionTrait, account_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_relying_party_is_the_host_without_its_port() {
        let mut config = Config::load(None).expect("defaults");
        config.http.base_url = "https://safe.example:8443".to_owned();
        let party = relying_party(&config);
        assert_eq!((party.id.as_str(), party.origin.as_str()), ("safe.example", "https://safe.example:8443"));
    }
}
