//! `{id}/fee/{stage}`: how much, to whom, with which communication.

use actix_web::{HttpResponse, web};
use askama::Template;
use safe_casework::epc::{Remittance, Transfer};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::opened::Opened;
use super::sheet::{Sheet, show};
use super::words;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::entity::fee;
use crate::permit::numbers;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.route("/{id:[0-9a-f-]{36}}/fee/{stage:filing|grant}", web::get().to(page));
}

#[derive(Template)]
#[template(path = "permits/fee.html")]
struct Fee {
    s: Sheet,
    id: Uuid,
    state: String,
    amount: Option<String>,
    frozen: String,
    communication: String,
    payee: String,
    iban: String,
    code: Option<String>,
    /// Whether it is settled: paid, or not to be paid at all.
    settled: bool,
    waived: bool,
    /// Whether it has been asked for and is still to be paid.
    asked: bool,
    /// Whether a refusal can still be the end, or was: the second part comes after a grant.
    refusable: bool,
}

/// Whether it is paid, in words.
pub(super) fn state_word(row: &fee::Model, lang: Lang) -> String {
    let one = |id: &str, name: &str, value: String| lang.text_with(id, &Args::new().with(name, value));
    match (row.state.as_str(), row.amount_cents) {
        ("paid", _) => one("permits-payment-received", "date", words::stored(lang, row.paid_on.as_deref())),
        ("waived", _) => lang.text("permits-fact-fee-free"),
        (_, Some(cents)) if row.paid_cents > 0 => {
            one("permits-payment-partial", "amount", words::money(lang, cents - row.paid_cents))
        }
        ("open", _) => lang.text("permits-payment-not-asked"),
        _ => lang.text("permits-payment-open"),
    }
}

/// The code that a banking application reads, as a drawing. The Belgian
/// structured communication goes on the line of free text: it is no ISO 11649
/// reference. An account that fails its check has no code.
fn drawing(state: &State, cents: i64, communication: &str) -> Option<String> {
    let settings = &state.config.payments;
    let transfer = Transfer {
        bic: String::new(),
        name: settings.payee.clone(),
        iban: settings.iban.chars().filter(|c| !c.is_whitespace()).collect(),
        cents,
        remittance: Remittance::Text(communication.to_owned()),
    };
    transfer.svg().ok()
}

/// An account number in groups of four, as people read and compare it.
fn grouped(iban: &str) -> String {
    let plain: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).collect();
    plain.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, String)>,
    opened: Opened,
) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    let row = fee::Entity::find()
        .filter(fee::Column::ApplicationId.eq(path.1))
        .filter(fee::Column::Stage.eq(&path.2))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    let asked = row.state == "requested";
    let title = lang.text(if asked { "permits-payment-title" } else { "permits-fact-fee" });
    let s = Sheet::new(&state, &citizen, lang, title, &format!("{}/fee/{}", path.1, path.2))?;
    let s = s.about(&file);
    let settings = &state.config.payments;
    let open = row.amount_cents.filter(|_| asked && !settings.iban.is_empty());
    let communication = numbers::printed(&row.ogm);
    let code = open.and_then(|cents| drawing(&state, cents - row.paid_cents, &communication));
    let view = Fee {
        id: path.1,
        state: state_word(&row, lang),
        amount: row.amount_cents.map(|cents| words::money(lang, cents)),
        frozen: words::stored(lang, file.row.received_on.as_deref()),
        communication,
        payee: settings.payee.clone(),
        iban: grouped(&settings.iban),
        settled: matches!(row.state.as_str(), "paid" | "waived"),
        waived: row.state == "waived",
        asked,
        refusable: row.stage == "filing" && !file.row.state.starts_with("granted"),
        code,
        s,
    };
    show(&state, &view.s, &view).await
}
