//! `/office/audit`: who did what in the last 24 hours, as a page and as CSV,
//! and whether the chain is whole.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use serde_json::json;

use super::frame::{Frame, Section, answer};
use super::words;
use crate::account::{Role, Staff, by_id, sign_in};
use crate::app::State;
use crate::audit::{self, Model};
use crate::clock;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};

/// What is shown and exported.
const WINDOW_MS: i64 = 24 * 3_600_000;
/// Rows of one page.
const PER_PAGE: usize = 200;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/audit").route(web::get().to(show)))
        .service(web::resource("/audit.csv").route(web::get().to(export)));
}

/// The words of an act; an act without words keeps its code.
pub(super) fn action_word(action: &str, lang: Lang) -> String {
    lang.find(&format!("audit-{}", action.replace('.', "-"))).unwrap_or_else(|| action.to_owned())
}

struct Row {
    seq: i64,
    when: String,
    who: String,
    what: String,
    on: String,
    href: Option<String>,
    more: String,
}

#[derive(Template)]
#[template(path = "office/audit.html")]
struct Page {
    f: Frame,
    chain: Option<(bool, String)>,
    rows: Vec<Row>,
    count: i64,
    pages: usize,
    this: usize,
}

#[derive(Deserialize)]
struct Asked {
    verify: Option<String>,
    page: Option<usize>,
}

async fn show(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let lang = staff.person.lang;
    let mut acts = audit::since(&state.db, state.clock.now_ms() - WINDOW_MS).await?;
    acts.reverse();
    let this = asked.page.unwrap_or(1).max(1);
    let page = Page {
        f: Frame::new(&state, &staff, Section::Audit, "office-nav-audit", "/office/audit"),
        chain: if asked.verify.is_some() { Some(verified(&state, lang).await?) } else { None },
        count: i64::try_from(acts.len()).unwrap_or(i64::MAX),
        pages: acts.len().div_ceil(PER_PAGE),
        rows: acts
            .iter()
            .skip((this - 1).saturating_mul(PER_PAGE))
            .take(PER_PAGE)
            .map(|act| row(&state, act, lang))
            .map(|row| Row { href: row.href.filter(|href| opens(&staff, href)), ..row })
            .collect(),
        this,
    };
    answer(lang, &page)
}

/// Whether a person may open what an act was about: a link never leads to a refusal.
fn opens(staff: &Staff, href: &str) -> bool {
    !href.starts_with("/office/alerts/") || staff.person.has(&[Role::AlertAuthor, Role::AlertApprover])
}

fn row(state: &State, act: &Model, lang: Lang) -> Row {
    let alert = act.subject.strip_prefix("alert/").map(|id| format!("/office/alerts/{id}"));
    let permit = || act.subject.strip_prefix("permit/").map(|id| format!("/office/permits/{id}/audit"));
    let href = alert.or_else(permit);
    Row {
        seq: act.seq,
        when: words::when(act.at_ms, lang, state),
        who: words::actor(&act.actor, lang),
        what: action_word(&act.action, lang),
        on: act.subject.clone(),
        href,
        more: words::detail(&act.detail, lang),
    }
}

async fn verified(state: &State, lang: Lang) -> Result<(bool, String)> {
    Ok(match audit::verify(&state.db).await? {
        Ok(count) => (true, lang.text_with("office-audit-whole", &Args::new().number("count", count))),
        Err(broken) => (false, lang.text_with("office-audit-broken", &Args::new().number("seq", broken.seq))),
    })
}

async fn export(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let now_ms = state.clock.now_ms();
    let acts = audit::since(&state.db, now_ms - WINDOW_MS).await?;
    let account = by_id(&state.db, staff.person.id).await?.ok_or(Error::Unauthorised)?;
    let detail = json!({ "rows": acts.len() });
    sign_in::note(&state, &staff.person.email, "audit.export", &account, detail).await?;
    let name = format!("attachment; filename=\"audit-{}.csv\"", &clock::rfc3339(now_ms)[..10]);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(csv(&acts)))
}

/// Rows as CSV (RFC 4180), with the hashes that prove their order.
fn csv(acts: &[Model]) -> String {
    let mut out = String::from("seq,at,actor,action,subject,detail,previous_hash,hash\r\n");
    for act in acts {
        let (seq, at) = (act.seq.to_string(), clock::rfc3339(act.at_ms));
        let parts = [
            seq.as_str(),
            &at,
            &act.actor,
            &act.action,
            &act.subject,
            &act.detail,
            &act.previous_hash,
            &act.hash,
        ];
        out.push_str(&parts.map(cell).join(","));
        out.push_str("\r\n");
    }
    out
}

/// One cell. What a spreadsheet would take for a formula is kept from being one.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell(r#"{"a":1}"#), r#""{""a"":1}""#);
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("@x"), "\"'@x\"");
    }
}
