//! The statistics as a page.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{counted, limited};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// Registers the page.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/{lang:fr|nl|en|de}/permits/statistics/").route(web::get().to(page)));
}

#[derive(Default)]
struct Line {
    year: String,
    procedure: String,
    /// State or step.
    what: String,
    reason: String,
    files: String,
    days: String,
}

#[derive(Template)]
#[template(path = "permits/statistics.html")]
struct View {
    lang: Lang,
    least: i64,
    files: Vec<Line>,
    steps: Vec<Line>,
    refusals: Vec<Line>,
    overdue: Vec<Line>,
}

impl View {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    fn n(&self, id: &str, count: &i64) -> String {
        self.lang.text_with(id, &crate::i18n::Args::new().number("count", *count))
    }
}

async fn page(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    limited(&state, &request)?;
    let lang = Lang::parse(&path).filter(|lang| lang.code() == path.as_str()).ok_or(Error::NotFound)?;
    let view = counted(&state).await?;
    let law = &state.law;
    let title = |id: &str| {
        let row = law.procedures.iter().find(|row| row.id == id);
        row.map_or_else(|| id.to_owned(), |row| row.title.get(lang.code()).to_owned())
    };
    let few = lang.text("permits-statistics-few");
    let number = |value: Option<i64>| value.map_or_else(|| few.clone(), |value| value.to_string());
    let point = lang.text("permits-statistics-decimal");
    let days = |value: Option<f64>| value.map(|v| format!("{v:.1}").replace('.', &point));
    let main = View {
        lang,
        least: view.least,
        files: view
            .files
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                what: lang.text(&format!("permits-statistics-state-{}", row.state)),
                files: number(row.files),
                ..Line::default()
            })
            .collect(),
        steps: view
            .steps
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                what: lang.text(&format!("permits-statistics-step-{}", row.step)),
                files: number(row.files),
                days: days(row.mean_days).unwrap_or_else(|| few.clone()),
                ..Line::default()
            })
            .collect(),
        refusals: view
            .refusals
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                what: lang.text(&format!("permits-statistics-state-{}", row.state)),
                reason: state.permits.rows.reason(&row.reason, lang),
                files: number(row.files),
                ..Line::default()
            })
            .collect(),
        overdue: view
            .overdue
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                files: number(row.files),
                ..Line::default()
            })
            .collect(),
    };
    let main = main.render().map_err(|error| Error::Internal(error.into()))?;
    let title = lang.text("permits-statistics-title");
    let page = Page { lang, title: &title, path: "permits/statistics/", head: String::new(), main };
    let mut response = portal::answer(lang, portal::pour(&state, page).await);
    let value = actix_web::http::header::HeaderValue::from_static("public, max-age=60");
    response.headers_mut().insert(CACHE_CONTROL, value);
    Ok(response)
}
