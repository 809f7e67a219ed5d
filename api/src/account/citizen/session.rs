//! Sessions of citizens, apart from those of the staff.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, web};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, Set};

use super::SIGN_IN;
use crate::account::{digest, random_token};
use crate::app::State;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::{applicant, session, sign_in};

/// Name of the cookie. With TLS no page without it can set one; it goes to a few addresses
/// alone, so it cannot also be bound to the whole host by its name.
#[must_use]
pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Secure-safe_file" } else { "safe_file" }
}

/// A session that is over is remembered this long: what somebody sends with it
/// is saved in their own draft before they sign in again.
const REMEMBERED_MS: i64 = 12 * 3_600_000;

/// A sign-in that was too late is remembered this long: its language and its page are known when
/// the person comes back from the provider.
pub(super) const LATE_MS: i64 = 3_600_000;

/// Addresses that the cookie is for: nobody else's page ever receives it. Those of the sign-in
/// are among them, so that a new one ends the session before it.
fn paths() -> impl Iterator<Item = String> {
    let pages = Lang::office().into_iter().map(|lang| format!("/{lang}/permits/apply"));
    pages.chain(["/api/v1/permits/applications", SIGN_IN].map(str::to_owned))
}

/// The cookies of a session; without a token, those that take it away.
pub(super) fn cookies(config: &Config, token: Option<&str>) -> Vec<Cookie<'static>> {
    paths()
        .map(|path| {
            let mut cookie = Cookie::build(cookie_name(config), token.unwrap_or_default().to_owned())
                .path(path)
                .http_only(true)
                .same_site(SameSite::Lax)
                .secure(config.is_https())
                .finish();
            if token.is_none() {
                cookie.make_removal();
            }
            cookie
        })
        .collect()
}

/// The token of a request.
pub(crate) fn token(request: &HttpRequest) -> Option<String> {
    let name = cookie_name(&request.app_data::<web::Data<State>>()?.config);
    request.cookie(name).map(|cookie| cookie.value().to_owned())
}

/// Begins a session; the answer is its token, given out once.
pub(super) async fn begin(state: &State, person: &applicant::Model, assurance: &str) -> Result<String> {
    let token = random_token()?;
    let now_ms = state.clock.now_ms();
    let row = session::ActiveModel {
        token_hash: Set(digest(&token)),
        applicant_id: Set(person.id),
        csrf: Set(random_token()?),
        assurance: Set(assurance.to_owned()),
        created_at_ms: Set(now_ms),
        expires_at_ms: Set(now_ms + state.config.citizens.idle_min * 60_000),
    };
    session::Entity::insert(row).exec_without_returning(&state.db).await?;
    Ok(token)
}

/// The session of a token, with its person, open or just over.
pub(super) async fn find(state: &State, token: &str) -> Result<(session::Model, applicant::Model, bool)> {
    let row = session::Entity::find_by_id(digest(token)).one(&state.db).await?.ok_or(Error::Unauthorised)?;
    let person =
        applicant::Entity::find_by_id(row.applicant_id).one(&state.db).await?.ok_or(Error::Unauthorised)?;
    let open = row.expires_at_ms > state.clock.now_ms();
    if open {
        prolong(state, &row).await?;
    }
    Ok((row, person, open))
}

/// Most sessions of one person whose forms are looked at: the newest.
const MOST_OF_PERSON: u64 = 50;

/// What the forms of a person carry, of every session that is open or remembered.
pub(super) async fn tokens_of_forms(state: &State, person: Uuid) -> Result<Vec<String>> {
    let rows = session::Entity::find()
        .filter(session::Column::ApplicantId.eq(person))
        .filter(session::Column::ExpiresAtMs.gt(state.clock.now_ms() - REMEMBERED_MS))
        .order_by_desc(session::Column::CreatedAtMs)
        .limit(MOST_OF_PERSON)
        .all(&state.db)
        .await?;
    Ok(rows.into_iter().map(|row| row.csrf).collect())
}

/// Moves the end on, at most once a minute, never past the longest life.
async fn prolong(state: &State, row: &session::Model) -> Result<()> {
    let settings = &state.config.citizens;
    let longest = row.created_at_ms + settings.max_h * 3_600_000;
    let end = (state.clock.now_ms() + settings.idle_min * 60_000).min(longest);
    if end > row.expires_at_ms + 60_000 {
        session::Entity::update_many()
            .col_expr(session::Column::ExpiresAtMs, end.into())
            .filter(session::Column::TokenHash.eq(&row.token_hash))
            // One that has just given way to another does not come back.
            .filter(session::Column::ExpiresAtMs.eq(row.expires_at_ms))
            .exec(&state.db)
            .await?;
    }
    Ok(())
}

/// Ends a session.
pub(super) async fn end(state: &State, token: &str) -> Result<()> {
    session::Entity::delete_by_id(digest(token)).exec(&state.db).await?;
    Ok(())
}

/// Ends the session that a new one of a person takes the place of. Of the same person it is over
/// and stays remembered: what is filled in in another tab is taken. Of somebody else nothing stays.
pub(super) async fn give_way(state: &State, token: &str, person: Uuid) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let hash = digest(token);
    session::Entity::delete_many()
        .filter(session::Column::TokenHash.eq(&hash))
        .filter(session::Column::ApplicantId.ne(person))
        .exec(&state.db)
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::ExpiresAtMs, now_ms.into())
        .filter(session::Column::TokenHash.eq(&hash))
        .filter(session::Column::ExpiresAtMs.gt(now_ms))
        .exec(&state.db)
        .await?;
    Ok(())
}

/// Forgets sessions and sign-ins that are over.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(state: &State) -> Result<()> {
    let now_ms = state.clock.now_ms();
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAtMs.lte(now_ms - REMEMBERED_MS))
        .exec(&state.db)
        .await?;
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::ExpiresAtMs.lte(now_ms - LATE_MS))
        .exec(&state.db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_goes_to_the_files_alone() {
        let mut config = Config::load(None).expect("defaults");
        config.http.base_url = "https://safe.example".to_owned();
        let cookies = cookies(&config, Some("x"));
        assert!(cookies.iter().any(|cookie| cookie.path() == Some(SIGN_IN)), "a new sign-in ends it");
        for cookie in cookies {
            let text = cookie.to_string();
            assert!(text.starts_with("__Secure-safe_file=x;"), "{text}");
            for part in ["HttpOnly", "SameSite=Lax", "; Secure"] {
                assert!(text.contains(part), "{text}");
            }
            let path = cookie.path().unwrap_or_default();
            let ends = ["/permits/apply", "/permits/applications", SIGN_IN];
            assert!(ends.iter().any(|end| path.ends_with(end)), "{path}");
            assert!(cookie.domain().is_none(), "this host alone");
        }
    }
}
