//! `{id}/fee/{stage}`: how much, to whom, with which communication.

use actix_web::{HttpResponse, web};
use askama::Template;
use qrcode::{Color, EcLevel, QrCode};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::sheet::{Sheet, lang_of, show};
use super::words;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::entity::fee;
use crate::permit::file::File;
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
    code: Option<(usize, String)>,
    paid: bool,
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
        _ => lang.text("permits-payment-open"),
    }
}

/// The code as a picture: its width in modules and a path of its dark ones.
fn picture(payload: &str) -> Option<(usize, String)> {
    use std::fmt::Write;
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).ok()?;
    let width = code.width();
    // A banking application reads up to version 13 (EPC069-12).
    if width > 17 + 4 * 13 {
        return None;
    }
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", at % width + 4, at / width + 4);
        }
    }
    Some((width + 8, path))
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, String)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &citizen, path.1).await?;
    let row = fee::Entity::find()
        .filter(fee::Column::ApplicationId.eq(path.1))
        .filter(fee::Column::Stage.eq(&path.2))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    let s = Sheet::new(
        &state,
        &citizen,
        lang,
        lang.text("permits-payment-title"),
        &format!("{}/fee/{}", path.1, path.2),
    )?;
    let settings = &state.config.payments;
    let open = row.amount_cents.filter(|_| row.state == "requested" && !settings.iban.is_empty());
    let code = open
        .map(|cents| numbers::epc(&settings.payee, &settings.iban, cents - row.paid_cents, &row.ogm))
        .and_then(|payload| picture(&payload));
    let view = Fee {
        id: path.1,
        state: state_word(&row, lang),
        amount: row.amount_cents.map(|cents| words::money(lang, cents)),
        frozen: words::stored(lang, file.row.received_on.as_deref()),
        communication: numbers::printed(&row.ogm),
        payee: settings.payee.clone(),
        iban: settings.iban.clone(),
        paid: row.state == "paid",
        code,
        s,
    };
    show(&state, &view.s, &view).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_small_enough_for_a_banking_application() {
        let payload =
            numbers::epc("Région de Bruxelles-Capitale", "BE68539007547034", 12_770, "010806817183");
        let (width, path) = picture(&payload).expect("code");
        assert!(width <= 77 && path.starts_with('M'));
    }
}
