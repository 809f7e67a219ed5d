//! `/office/audit`: who did what in the last 24 hours, as a page and as CSV,
//! and whether the chain is whole.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use askama::Template;
use bytes::Bytes;
use futures_util::stream::{self, Stream, StreamExt};
use serde::Deserialize;
use serde_json::json;

use super::frame::{Frame, Section, answer};
use super::{noted, words};
use crate::account::{Role, Staff, by_id, sign_in};
use crate::app::State;
use crate::audit::{self, Model};
use crate::clock;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};

/// What is shown and exported.
const WINDOW_MS: i64 = 24 * 3_600_000;
/// Rows of one page.
const PER_PAGE: u64 = 200;
/// Rows of one piece of the report.
const PIECE: u64 = 5_000;

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
    pages: u64,
    this: u64,
}

#[derive(Deserialize)]
struct Asked {
    verify: Option<String>,
    page: Option<u64>,
}

async fn show(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let lang = staff.person.lang;
    let from_ms = state.clock.now_ms() - WINDOW_MS;
    let count = audit::count_since(&state.db, from_ms).await?;
    let pages = count.div_ceil(PER_PAGE);
    let this = asked.page.unwrap_or(1).clamp(1, pages.max(1));
    let acts = audit::page_since(&state.db, from_ms, (this - 1) * PER_PAGE, PER_PAGE).await?;
    let page = Page {
        f: Frame::new(&state, &staff, Section::Audit, "office-nav-audit", "/office/audit"),
        chain: if asked.verify.is_some() { Some(verified(&state, lang).await?) } else { None },
        count: i64::try_from(count).unwrap_or(i64::MAX),
        pages,
        rows: acts
            .iter()
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
        more: noted::detail(state, &act.detail, lang),
    }
}

async fn verified(state: &State, lang: Lang) -> Result<(bool, String)> {
    Ok(match audit::verify(&state.db).await? {
        Ok(head) => (true, lang.text_with("office-audit-whole", &Args::new().number("count", head.seq))),
        Err(broken) => (false, lang.text_with("office-audit-broken", &Args::new().number("seq", broken.seq))),
    })
}

async fn export(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let now_ms = state.clock.now_ms();
    let from_ms = now_ms - WINDOW_MS;
    let rows = audit::count_since(&state.db, from_ms).await?;
    let account = by_id(&state.db, staff.person.id).await?.ok_or(Error::Unauthorised)?;
    let detail = json!({ "rows": rows });
    sign_in::note(&state, &staff.person.email, "audit.export", &account, detail).await?;
    let name = format!("attachment; filename=\"audit-{}.csv\"", &clock::rfc3339(now_ms)[..10]);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(report(state, from_ms)))
}

/// The acts since a moment as CSV, piece by piece: a busy day does not have to fit into memory.
fn report(state: web::Data<State>, from_ms: i64) -> impl Stream<Item = Result<Bytes>> {
    let head = "seq,at,actor,action,subject,detail,previous_hash,hash\r\n";
    let pieces = stream::try_unfold((from_ms, 0), move |behind| {
        let state = state.clone();
        async move {
            let acts = audit::since(&state.db, behind, PIECE).await?;
            let last = acts.last().map(|act| (act.at_ms, act.seq));
            Ok(last.map(|last| (Bytes::from(csv(&acts)), last)))
        }
    });
    stream::once(async move { Ok(Bytes::from(head)) }).chain(pieces)
}

/// Rows as CSV (RFC 4180), with the hashes that prove their order.
fn csv(acts: &[Model]) -> String {
    let mut out = String::new();
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
    use std::path::Path;

    use super::*;

    /// Every text of this shape in the program: acts are written as `noun.verb`.
    fn acts(folder: &Path, found: &mut Vec<String>) {
        const NOUNS: [&str; 9] =
            ["account", "alert", "audit", "help", "letterbox", "passkey", "permit", "session", "token"];
        for entry in std::fs::read_dir(folder).expect("sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                acts(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a source");
            let is_act = |text: &&str| {
                text.split_once('.').is_some_and(|(noun, verb)| {
                    NOUNS.contains(&noun) && verb.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                })
            };
            found.extend(text.split('"').filter(is_act).map(str::to_owned));
        }
    }

    #[test]
    fn every_act_has_its_words() {
        let mut found = Vec::new();
        acts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.len() > 80, "{}", found.len());
        for act in found {
            for lang in [Lang::FR, Lang::NL, Lang::EN, Lang::DE] {
                assert_ne!(action_word(&act, lang), act, "in {lang}");
            }
        }
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell(r#"{"a":1}"#), r#""{""a"":1}""#);
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("@x"), "\"'@x\"");
    }
}
