//! `/office/account`: one's own language, password and passkeys.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::dashboard::Told;
use super::faults::Wrongs;
use super::field::{Field, Kind};
use super::frame::{Frame, Section, answer, refused};
use super::see_other;
use super::sign_in::{To, cookie};
use super::words;
use crate::account::{OfficeForm, Staff, by_id, manage, own_page, passkey, sign_in};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::http::client_address;
use crate::i18n::Lang;

/// Fewest characters of a password.
const FEWEST: usize = 12;
/// Longest time after a sign-in in which a passkey can be added: it opens the account for ever,
/// so a desk that was left open must not be enough.
const FRESH_MIN: i64 = 15;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/account").route(web::get().to(show)))
        .service(web::resource("/account/language").route(web::post().to(language)))
        .service(web::resource("/account/password").route(web::post().to(password)))
        .service(web::resource("/account/passkeys").route(web::get().to(show)).route(web::post().to(add)))
        .service(web::resource("/account/passkeys/begin").route(web::post().to(begin)))
        .service(web::resource("/account/passkeys/remove").route(web::post().to(remove)));
}

struct Key {
    id: String,
    label: String,
    made: String,
    used: String,
}

#[derive(Template)]
#[template(path = "office/account.html")]
struct Page {
    f: Frame,
    email: String,
    roles: String,
    keys: Vec<Key>,
    fields: Vec<Field>,
    wrongs: Wrongs,
}

async fn page(state: &State, staff: &Staff, wrongs: Wrongs, done: Option<&str>) -> Result<Page> {
    let lang = staff.person.lang;
    let f = Frame::new(state, staff, Section::Account, "office-account", "/office/account").done(done);
    let when = |ms: i64| words::when(ms, lang, state);
    let keys = passkey::of(&state.db, staff.person.id).await?;
    let secret = |id: &str, label: &str, complete: &'static str| {
        let field = Field::new(id, id, f.t(label)).kind(Kind::Input("password"));
        field.shaped("", "", complete).check(&wrongs)
    };
    let fields = vec![
        secret("old", "office-password-old", "current-password"),
        secret("new", "office-password-new", "new-password").hint(f.t("office-password-hint")),
    ];
    let roles: Vec<_> = staff.person.roles.iter().map(|role| f.t(&format!("role-{role}"))).collect();
    Ok(Page {
        email: staff.person.email.clone(),
        roles: roles.join(", "),
        keys: keys
            .into_iter()
            .map(|key| Key {
                id: key.credential_id,
                label: key.label,
                made: when(key.created_at_ms),
                used: key.used_at_ms.map_or_else(|| f.t("office-never"), when),
            })
            .collect(),
        fields,
        wrongs,
        f,
    })
}

async fn show(state: web::Data<State>, staff: Staff, told: web::Query<Told>) -> Result<HttpResponse> {
    answer(staff.person.lang, &page(&state, &staff, Wrongs::default(), told.done.as_deref()).await?)
}

#[derive(Deserialize)]
struct Chosen {
    lang: String,
    #[serde(flatten)]
    to: To,
}

async fn language(state: web::Data<State>, form: OfficeForm<Chosen>) -> Result<HttpResponse> {
    let lang = Lang::parse(&form.fields.lang)
        .filter(|lang| Lang::office().contains(lang))
        .ok_or_else(|| Error::invalid("lang", "language-unknown"))?;
    manage::prefer_language(&state.db, form.staff.person.id, lang).await?;
    Ok(see_other(form.fields.to.address()))
}

#[derive(Deserialize)]
struct Passwords {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
}

async fn password(
    state: web::Data<State>,
    request: HttpRequest,
    form: OfficeForm<Passwords>,
) -> Result<HttpResponse> {
    let Passwords { old, new } = form.fields;
    let lang = form.staff.person.lang;
    let account = by_id(&state.db, form.staff.person.id).await?.ok_or(Error::Unauthorised)?;
    let mut faults = Vec::new();
    let client = client_address(&request, &state.config.http.trusted_proxies);
    if sign_in::password(&state, client, &account.email, &old).await?.is_none() {
        faults.push(Fault::new("old", "password-wrong"));
    }
    if new.chars().count() < FEWEST || new.len() > 1024 || new == old {
        faults.push(Fault::new("new", "password-weak").arg("fewest", FEWEST));
    }
    if !faults.is_empty() {
        return refused(lang, &page(&state, &form.staff, Wrongs::plain(&faults, lang), None).await?);
    }
    let token = manage::set_password(&state, &account, new).await?;
    let mut response = see_other("/office/account?done=password");
    response.add_cookie(&cookie(&state.config, Some(token))).map_err(|e| Error::Internal(e.into()))?;
    Ok(response)
}

/// A script of ours sends the token of the page in a header.
fn check_script(request: &HttpRequest, state: &State, staff: &Staff) -> Result<()> {
    let given = request.headers().get("x-csrf").and_then(|value| value.to_str().ok());
    if own_page(request, state) && given.is_some_and(|given| staff.wrote(given.as_bytes())) {
        Ok(())
    } else {
        Err(Error::Forbidden("form-expired"))
    }
}

async fn begin(state: web::Data<State>, staff: Staff, request: HttpRequest) -> Result<HttpResponse> {
    check_script(&request, &state, &staff)?;
    if state.clock.now_ms() - staff.since_ms > FRESH_MIN * 60_000 {
        return Err(Error::Forbidden("sign-in-fresh"));
    }
    Ok(HttpResponse::Ok().json(passkey::invite(&state, Some(&staff.person)).await?))
}

async fn add(
    state: web::Data<State>,
    staff: Staff,
    request: HttpRequest,
    given: web::Json<passkey::Given>,
) -> Result<HttpResponse> {
    check_script(&request, &state, &staff)?;
    passkey::add(&state, &staff.person, &given).await?;
    Ok(HttpResponse::Created().json(serde_json::json!({ "ok": true })))
}

#[derive(Deserialize)]
struct Gone {
    id: String,
}

async fn remove(state: web::Data<State>, form: OfficeForm<Gone>) -> Result<HttpResponse> {
    passkey::remove(&state, &form.staff.person, &form.fields.id).await?;
    Ok(see_other("/office/account?done=passkey-removed"))
}
