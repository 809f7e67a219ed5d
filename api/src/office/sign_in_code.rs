//! `/office/sign-in/code`: the second factor.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::field::Field;
use super::frame::{Frame, answer, refused};
use super::sign_in::{To, cookie};
use super::{office_lang, see_other};
use crate::account::session::{self, Open, Stage};
use crate::account::{own_page, session_token, sign_in};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::Reader;
use crate::i18n::Lang;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/code").route(web::get().to(show)).route(web::post().to(check)));
}

#[derive(Template)]
#[template(path = "office/sign_in_code.html")]
struct Code {
    f: Frame,
    to: String,
    wrong: bool,
    field: Field,
    code: Option<String>,
}

async fn view(state: &State, lang: Lang, to: &To, open: &Open, wrong: bool) -> Result<Code> {
    let f = Frame::outside(state, lang, &lang.text("office-code-title"));
    let field = Field::new("code", "code", f.t("office-code")).hint(f.t("office-code-hint")).shaped(
        "input--s",
        "numeric",
        "one-time-code",
    );
    let code = sign_in::demonstration_code(state, &open.account).await?;
    Ok(Code { f, to: to.address(), wrong, field, code })
}

/// The sign-in that has passed its first step.
async fn begun(state: &State, request: &HttpRequest) -> Result<(String, Open)> {
    let token = session_token(request).ok_or(Error::Unauthorised)?;
    let open = session::find(state, &token, Stage::Second).await?;
    Ok((token, open))
}

async fn show(
    state: web::Data<State>,
    reader: Reader,
    to: web::Query<To>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let lang = office_lang(reader.0);
    let Ok((_, open)) = begun(&state, &request).await else {
        return Ok(see_other(format!("/office/sign-in?lang={lang}")));
    };
    answer(lang, &view(&state, lang, &to, &open, false).await?)
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
    #[serde(flatten)]
    to: To,
}

async fn check(
    state: web::Data<State>,
    reader: Reader,
    request: HttpRequest,
    form: web::Form<Given>,
) -> Result<HttpResponse> {
    if !own_page(&request, &state) {
        return Err(Error::Forbidden("other-site"));
    }
    let lang = office_lang(reader.0);
    let Ok((token, open)) = begun(&state, &request).await else {
        return Ok(see_other(format!("/office/sign-in?lang={lang}")));
    };
    if !sign_in::code(&state, &open.account, &form.code).await? {
        return refused(lang, &view(&state, lang, &form.to, &open, true).await?);
    }
    let token = sign_in::finish(&state, &open.account, Some(&token), "code").await?;
    let mut response = see_other(form.to.address());
    response.add_cookie(&cookie(&state.config, Some(token))).map_err(|e| Error::Internal(e.into()))?;
    Ok(response)
}
