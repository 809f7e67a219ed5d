//! `/office/accounts`: everybody who works here, and newcomers.

use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::dashboard::Told;
use super::faults::Wrongs;
use super::field::{Choice, Choices, Field, Kind};
use super::frame::{Frame, Section, answer, refused};
use super::requests::{self, Waiting};
use super::words;
use crate::account::{Account, OfficeForm, Role, Staff, change, everybody, manage, power};
use crate::app::State;
use crate::error::{Fault, Result};
use crate::i18n::{Args, Lang};

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/accounts").route(web::get().to(list)).route(web::post().to(add)));
}

struct Row {
    id: Uuid,
    email: String,
    name: String,
    roles: String,
    made: String,
    closed: Option<String>,
}

#[derive(Template)]
#[template(path = "office/accounts.html")]
struct Page {
    f: Frame,
    requests: Vec<Waiting>,
    /// Whether nobody else could confirm a request.
    alone: bool,
    rows: Vec<Row>,
    fields: Vec<Field>,
    roles: Choices,
    wrongs: Wrongs,
}

/// The roles as choices.
pub(super) fn role_choices(lang: Lang, chosen: &[Role], wrongs: &Wrongs) -> Choices {
    let items = Role::ALL.iter().map(|role| {
        let choice =
            Choice::new("role", role.as_str(), lang.text(&format!("role-{role}")), chosen.contains(role));
        choice.hint(lang.text(&format!("role-{role}-hint")))
    });
    let guarded = power::GUARDED.map(|role| lang.text(&format!("role-{role}"))).join(", ");
    let second = lang.text_with("office-roles-second", &Args::new().with("roles", guarded));
    let legend = lang.text("office-roles");
    Choices {
        error: wrongs.at("roles", &legend),
        id: "roles".to_owned(),
        name: "role".to_owned(),
        legend,
        hint: Some(format!("{} {second}", lang.text("office-roles-hint"))),
        many: true,
        columns: true,
        items: items.collect(),
    }
}

/// Roles of a form; an unknown word is none.
pub(super) fn roles_of(fields: &[(String, String)]) -> Vec<Role> {
    let given = fields.iter().filter(|(name, _)| name == "role");
    given.filter_map(|(_, value)| value.parse().ok()).collect()
}

/// The value of a field.
pub(super) fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

async fn page(
    state: &State,
    staff: &Staff,
    given: &[(String, String)],
    wrongs: Wrongs,
    done: Option<&str>,
) -> Result<Page> {
    let lang = staff.person.lang;
    let f = Frame::new(state, staff, Section::Accounts, "office-nav-accounts", "/office/accounts").done(done);
    let everybody = everybody(&state.db).await?;
    let keeps = |row: &&Account| row.disabled_at_ms.is_none() && row.roles().contains(&Role::Administrator);
    let alone = everybody.iter().filter(keeps).count() < 2;
    let requests = requests::waiting(state, staff, None).await?;
    let rows = everybody.into_iter().map(|row| {
        let roles: Vec<_> = row.roles().iter().map(|role| f.t(&format!("role-{role}"))).collect();
        Row {
            id: row.id,
            roles: roles.join(", "),
            made: words::when(row.created_at_ms, lang, state),
            closed: row.disabled_at_ms.map(|ms| words::when(ms, lang, state)),
            email: row.email,
            name: row.name,
        }
    });
    let rows = rows.collect();
    let fields = vec![
        Field::new("email", "email", f.t("office-email"))
            .kind(Kind::Input("email"))
            .value(value(given, "email"))
            .check(&wrongs),
        Field::new("name", "name", f.t("office-name-of")).value(value(given, "name")).check(&wrongs),
    ];
    Ok(Page {
        roles: role_choices(lang, &roles_of(given), &wrongs),
        requests,
        alone,
        rows,
        fields,
        wrongs,
        f,
    })
}

async fn list(state: web::Data<State>, staff: Staff, told: web::Query<Told>) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let page = page(&state, &staff, &[], Wrongs::default(), told.done.as_deref()).await?;
    answer(staff.person.lang, &page)
}

async fn faults(state: &State, email: &str, name: &str, roles: &[Role]) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    if !manage::is_address(email) {
        faults.push(Fault::new("email", "address"));
    } else if everybody(&state.db).await?.iter().any(|row| row.email == email.to_lowercase()) {
        faults.push(Fault::new("email", "address-taken"));
    }
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        faults.push(Fault::new("name", "required"));
    }
    if roles.is_empty() {
        faults.push(Fault::new("roles", "role-missing"));
    }
    Ok(faults)
}

async fn add(state: web::Data<State>, form: OfficeForm<Vec<(String, String)>>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::Administrator])?;
    let lang = staff.person.lang;
    let (email, name, roles) = (value(&fields, "email"), value(&fields, "name"), roles_of(&fields));
    let faults = faults(&state, email, name, &roles).await?;
    if !faults.is_empty() {
        let wrongs = Wrongs::plain(&faults, lang);
        return refused(lang, &page(&state, &staff, &fields, wrongs, None).await?);
    }
    let issued = change::add(&state, &staff.person, email, name, &roles).await?;
    requests::given_out(&state, &staff, "office-account-made", issued)
}
