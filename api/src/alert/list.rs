//! `GET /alerts`, `/alerts.geojson`, `/alerts.atom`: the snapshot, whole or filtered.

use actix_web::http::Method;
use actix_web::http::header::{HeaderValue, ORIGIN, VARY};
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::rank;
use super::snapshot::{AlertList, Form, Snapshot};
use super::view::{Shown, public_state};
use super::wish::Wish;
use crate::app::State;
use crate::area::AreaSet;
use crate::error::{Error, Result};
use crate::http::Slice;

/// Which alerts.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// NIS code, police zone or postcode.
    municipality: Option<String>,
    /// Latitude, together with the longitude.
    #[param(value_type = Option<f64>, minimum = -90, maximum = 90)]
    lat: Option<String>,
    /// Longitude, together with the latitude.
    #[param(value_type = Option<f64>, minimum = -180, maximum = 180)]
    lon: Option<String>,
    /// Least severity: Minor, Moderate, Severe or Extreme.
    severity: Option<String>,
    /// CAP categories, with commas between them.
    category: Option<String>,
    /// States with commas between them: active, ended, cancelled, expired.
    state: Option<String>,
}

/// A filter, checked.
struct Wanted {
    areas: Option<AreaSet>,
    severity_rank: i32,
    categories: Option<i32>,
    states: Vec<String>,
}

/// States that the public knows.
const STATES: [&str; 4] = ["active", "ended", "cancelled", "expired"];

impl Filter {
    fn is_empty(&self) -> bool {
        self.municipality.is_none()
            && self.lat.is_none()
            && self.lon.is_none()
            && self.severity.is_none()
            && self.category.is_none()
            && self.state.is_none()
    }

    fn check(&self, state: &State) -> Result<Wanted> {
        let now = state.clock.now_ms();
        let mut areas = match &self.municipality {
            Some(code) => Some(
                state
                    .areas
                    .by_code(code, now)
                    .ok_or_else(|| Error::invalid("municipality", "area-unknown"))?,
            ),
            None => None,
        };
        if let Some(here) = state.areas.asked(self.lat.as_deref(), self.lon.as_deref())? {
            areas = Some(areas.map_or(here, |set| AreaSet(set.0 & here.0)));
        }
        let severity_rank = match &self.severity {
            Some(word) => rank::severity_of(word)
                .map(rank::severity_rank)
                .ok_or_else(|| Error::invalid("severity", "value-unknown"))?,
            None => 0,
        };
        let categories = match &self.category {
            Some(words) => Some(words.split(',').try_fold(0, |bits, word| {
                rank::category_of(word.trim())
                    .map(|category| bits | rank::category_bits(&[category]))
                    .ok_or_else(|| Error::invalid("category", "value-unknown"))
            })?),
            None => None,
        };
        let words = self.state.iter().flat_map(|words| words.split(',')).map(str::trim);
        let states: Vec<String> = words.map(str::to_ascii_lowercase).collect();
        if states.iter().any(|word| !STATES.contains(&word.as_str())) {
            return Err(Error::invalid("state", "value-unknown"));
        }
        Ok(Wanted { areas, severity_rank, categories, states })
    }
}

impl Wanted {
    fn keeps(&self, shown: &Shown) -> bool {
        let row = &shown.row;
        self.areas.is_none_or(|set| set.meets(AreaSet::from_i32(row.areas)))
            && row.severity_rank >= self.severity_rank
            && self.categories.is_none_or(|bits| bits & row.categories != 0)
            && (self.states.is_empty() || self.states.iter().any(|word| word == public_state(&row.state)))
    }
}

/// How long others may keep the answer: never past the next end of an alert.
pub(super) fn cache_header(snapshot: &Snapshot, state: &State) -> String {
    let left_s =
        (snapshot.stale_at_ms(state.config.alerts.ended_visible_h) - state.clock.now_ms()).max(0) / 1000;
    format!("public, max-age={}, must-revalidate", left_s.min(5))
}

fn answer(
    form: Form,
    state: &State,
    wish: &Wish,
    filter: &Filter,
    request: &HttpRequest,
) -> Result<HttpResponse> {
    let snapshot = state.public.load();
    let slice = Slice::of(request)?;
    // What every reader of a language of the portal gets is made once.
    if filter.is_empty()
        && slice.0.is_none()
        && !snapshot.alerts.iter().any(|shown| wish.block(&shown.cap).is_some())
    {
        let (body, spoken) = snapshot.body(form, wish.lang, &state.world);
        return Ok(body.answer(request, spoken, &cache_header(&snapshot, state)));
    }
    let wanted = filter.check(state)?;
    let mut list = snapshot.list(wish, &state.world, |shown| wanted.keeps(shown));
    list.alerts = slice.part(list.alerts);
    let query = match (request.query_string(), wish.other()) {
        ("", Some(other)) => format!("lang={other}"),
        (query, _) => query.to_owned(),
    };
    let (body, spoken) = form.render(&list, wish.lang, &query, &state.world);
    Ok(body.answer(request, &spoken, "no-cache"))
}

/// The address of the whole list.
pub const LIST: &str = "/api/v1/alerts";

/// The whole list for a page or program that asks this host alone and for nothing in
/// particular: what every phone does within the seconds after a push. Everything else has to be
/// looked up, read and checked by [`alerts`], which answers the same.
#[must_use]
pub fn list_at_once(state: &State, request: &HttpRequest) -> Option<HttpResponse> {
    let is_plain = request.path() == LIST
        && request.query_string().is_empty()
        && request.method() == Method::GET
        && !request.headers().contains_key(ORIGIN);
    if !is_plain {
        return None;
    }
    let wish = Wish::of(request).ok()?;
    let mut response = answer(Form::Json, state, &wish, &Filter::default(), request).ok()?;
    // The answer to another host's page differs, and a cache in between has to know it.
    let varies = HeaderValue::from_static("Accept-Language, Accept-Encoding, Origin");
    response.headers_mut().insert(VARY, varies);
    Some(response)
}

/// Current alerts and those ended in the last 24 hours, newest first, all from
/// one version of the snapshot.
#[utoipa::path(tag = "alerts", params(Filter, ("page" = Option<usize>, Query, minimum = 1, description = "Without it and per_page the list is whole"),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100), ("lang" = Option<String>, Query, description = "Language of the texts: one of the portal, or another one where an alert has it")),
    responses((status = 200, body = AlertList), (status = 304), (status = 422, body = crate::http::ProblemView)))]
#[get("/alerts")]
pub(super) async fn alerts(
    state: web::Data<State>,
    wish: Wish,
    filter: web::Query<Filter>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    answer(Form::Json, &state, &wish, &filter, &request)
}

/// The same set as GeoJSON; a geometry is never null.
#[utoipa::path(tag = "alerts", params(Filter, ("page" = Option<usize>, Query, minimum = 1, description = "Without it and per_page the list is whole"),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/geo+json", body = Object)))]
#[get("/alerts.geojson")]
pub(super) async fn alerts_geojson(
    state: web::Data<State>,
    wish: Wish,
    filter: web::Query<Filter>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    answer(Form::GeoJson, &state, &wish, &filter, &request)
}

/// The same set as Atom, with links to the CAP messages.
#[utoipa::path(tag = "alerts", params(Filter, ("page" = Option<usize>, Query, minimum = 1, description = "Without it and per_page the list is whole"),
    ("per_page" = Option<usize>, Query, minimum = 1, maximum = 100), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/atom+xml")))]
#[get("/alerts.atom")]
pub(super) async fn alerts_atom(
    state: web::Data<State>,
    wish: Wish,
    filter: web::Query<Filter>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    answer(Form::Atom, &state, &wish, &filter, &request)
}
