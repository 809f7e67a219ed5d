//! Who somebody is, as an identity provider says, and how that is kept.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::app::State;
use crate::error::Result;
use crate::permit::entity::applicant;

/// Where an identity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A provider of the state.
    Official,
    /// Nobody: an identity of the demonstration.
    Demo,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Demo => "demo",
        }
    }
}

/// A person, as a provider says.
pub struct Identity {
    /// Provider.
    pub issuer: String,
    /// The person, in the provider's words.
    pub subject: String,
    /// Official or not.
    pub kind: Kind,
    /// Family name.
    pub family_name: String,
    /// Given names.
    pub given_names: String,
    /// Eleven digits.
    pub national_number: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Preferred language.
    pub lang: Option<String>,
    /// Level of the sign-in.
    pub assurance: String,
}

/// What is kept sealed of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Family name.
    pub family_name: String,
    /// Given names.
    pub given_names: String,
    /// Eleven digits.
    pub national_number: Option<String>,
    /// Mail address.
    pub email: Option<String>,
}

/// A name made comparable: without accents, case, and signs.
#[must_use]
pub fn plain(name: &str) -> String {
    let folded: String = name
        .nfd()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || "-'’".contains(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value behind `person_hmac`: family name, first given name, date of birth.
/// Other given names are written on some papers and not on others.
#[must_use]
pub fn person_value(family_name: &str, given_names: &str, birth_date: &str) -> String {
    let given = plain(given_names);
    let first = given.split(' ').next().unwrap_or_default();
    format!("{}|{first}|{birth_date}", plain(family_name))
}

/// Date of birth in a national register or BIS number, `YYYY-MM-DD`, when the
/// number is right and tells one: BIS adds 20 or 40 to the month.
#[must_use]
pub fn birth_date(number: &str) -> Option<String> {
    let number = safe_permits::numbers::national(number).ok()?;
    number.births.first().map(ToString::to_string)
}

fn about(id: Uuid) -> String {
    format!("applicant/{id}")
}

/// Finds the person of an identity, or takes them up; the row as it stands now.
///
/// # Errors
/// The database does not answer.
pub async fn take_up(state: &State, identity: &Identity) -> Result<applicant::Model> {
    let keys = &state.permits.keys;
    let known = applicant::Entity::find()
        .filter(applicant::Column::Issuer.eq(&identity.issuer))
        .filter(applicant::Column::Subject.eq(&identity.subject))
        .one(&state.db)
        .await?;
    let id = known.as_ref().map_or_else(Uuid::now_v7, |row| row.id);
    let kept = Kept {
        family_name: identity.family_name.clone(),
        given_names: identity.given_names.clone(),
        national_number: identity.national_number.clone(),
        email: identity.email.clone(),
    };
    let json = serde_json::to_vec(&kept).map_err(|error| crate::error::Error::Internal(error.into()))?;
    let birth = identity.national_number.as_deref().and_then(birth_date).unwrap_or_default();
    let person = person_value(&identity.family_name, &identity.given_names, &birth);
    let now_ms = state.clock.now_ms();
    let row = applicant::Model {
        id,
        issuer: identity.issuer.clone(),
        subject: identity.subject.clone(),
        kind: identity.kind.as_str().to_owned(),
        national_hmac: identity.national_number.as_deref().map(|number| keys.hash("national-number", number)),
        person_hmac: keys.hash("person", &person),
        lang: identity.lang.clone().unwrap_or_else(|| "fr".to_owned()),
        sealed: keys.wrap(&about(id), &json)?,
        created_at_ms: known.as_ref().map_or(now_ms, |row| row.created_at_ms),
        seen_at_ms: now_ms,
    };
    let active = applicant::ActiveModel {
        id: Set(row.id),
        issuer: Set(row.issuer.clone()),
        subject: Set(row.subject.clone()),
        kind: Set(row.kind.clone()),
        national_hmac: Set(row.national_hmac.clone()),
        person_hmac: Set(row.person_hmac.clone()),
        lang: Set(row.lang.clone()),
        sealed: Set(row.sealed.clone()),
        created_at_ms: Set(row.created_at_ms),
        seen_at_ms: Set(row.seen_at_ms),
    };
    if known.is_some() {
        applicant::Entity::update(active).exec(&state.db).await?;
    } else {
        applicant::Entity::insert(active).exec_without_returning(&state.db).await?;
    }
    Ok(row)
}

/// The row that stands in place of everybody who was erased: what is kept without a person
/// points to it, and nobody can sign in as it.
///
/// # Errors
/// The database does not answer.
pub async fn nobody(state: &State, db: &impl ConnectionTrait) -> Result<Uuid> {
    let id = Uuid::nil();
    let json =
        serde_json::to_vec(&Kept::default()).map_err(|error| crate::error::Error::Internal(error.into()))?;
    let now_ms = state.clock.now_ms();
    let row = applicant::ActiveModel {
        id: Set(id),
        issuer: Set(String::new()),
        subject: Set("erased".to_owned()),
        kind: Set(Kind::Official.as_str().to_owned()),
        national_hmac: Set(None),
        person_hmac: Set(String::new()),
        lang: Set("fr".to_owned()),
        sealed: Set(state.permits.keys.wrap(&about(id), &json)?),
        created_at_ms: Set(now_ms),
        seen_at_ms: Set(now_ms),
    };
    let once = OnConflict::column(applicant::Column::Id).do_nothing().to_owned();
    applicant::Entity::insert(row).on_conflict(once).exec_without_returning(db).await?;
    Ok(id)
}

/// What is kept sealed of a person.
///
/// # Errors
/// The bytes were altered, or their key is gone.
pub fn kept(state: &State, row: &applicant::Model) -> Result<Kept> {
    let json = state.permits.keys.unwrap(&about(row.id), &row.sealed)?;
    serde_json::from_slice(&json).map_err(|error| crate::error::Error::Internal(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_the_same_however_the_name_is_written() {
        let one = person_value("De Bruÿn-Étienne", "Zoé Marie", "1993-05-18");
        assert_eq!(one, person_value("DE BRUYN ETIENNE", "zoe", "1993-05-18"));
        assert_ne!(one, person_value("De Bruyn-Etienne", "Marie", "1993-05-18"));
        assert_ne!(one, person_value("De Bruyn-Etienne", "Zoe", "1993-05-19"));
    }

    #[test]
    fn a_number_tells_the_date_of_birth() {
        for (number, date) in [
            ("93051822361", Some("1993-05-18")),
            ("00012556777", Some("2000-01-25")),
            ("88222999936", Some("1988-02-29")),
            ("08422999977", Some("2008-02-29")),
            ("66041066600", None),
            ("x", None),
        ] {
            assert_eq!(birth_date(number).as_deref(), date, "{number}");
        }
    }
}
