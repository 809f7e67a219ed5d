//! `GET /areas`: municipalities, zones, postcodes and names.

use actix_web::{get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::State;
use crate::error::Result;
use crate::http::{Cached, Reader};
use crate::i18n::Lang;

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(areas);
}

/// Where the caller is, if asked.
#[derive(Deserialize)]
struct AreaQuery {
    lat: Option<String>,
    lon: Option<String>,
}

/// All areas, or those at one point.
#[derive(Serialize, ToSchema)]
pub struct AreasView {
    region: RegionView,
    municipalities: Vec<MunicipalityView>,
    zones: Vec<ZoneView>,
}

/// The Region.
#[derive(Serialize, ToSchema)]
struct RegionView {
    nis: &'static str,
    name: String,
}

/// One municipality.
#[derive(Serialize, ToSchema)]
struct MunicipalityView {
    nis: String,
    name: String,
    name_fr: String,
    name_nl: String,
    /// Postcodes that lie in it whole.
    postcodes: Vec<String>,
    /// Postcodes shared with a neighbour.
    partly: Vec<String>,
    /// Number of its police zone.
    zone: Option<String>,
}

/// One police zone in force today.
#[derive(Serialize, ToSchema)]
struct ZoneView {
    id: String,
    name: String,
    municipalities: Vec<String>,
}

/// Municipalities, police zones, postcodes and their names. With `lat` and
/// `lon`, only the municipality there and its zone; both lists are empty for a
/// point outside the Region.
#[utoipa::path(tag = "areas", params(("lat" = Option<f64>, Query), ("lon" = Option<f64>, Query), ("lang" = Option<String>, Query)),
    responses((status = 200, body = AreasView), (status = 422, body = crate::http::ProblemView)))]
#[get("/areas")]
async fn areas(state: web::Data<State>, reader: Reader, query: web::Query<AreaQuery>) -> Result<Cached> {
    let now = state.clock.now_ms();
    let chosen = state.areas.asked(query.lat.as_deref(), query.lon.as_deref())?;
    let chosen = chosen.unwrap_or_else(|| state.areas.everywhere());
    let zones: Vec<_> = state.areas.zones.iter().filter(|z| z.holds_at(now)).collect();
    let zone_of = |nis: &String| zones.iter().find(|z| z.municipalities.contains(nis));
    let municipalities: Vec<_> = state
        .areas
        .members(chosen)
        .map(|m| MunicipalityView {
            nis: m.nis.clone(),
            name: m.name.read_by(reader.0),
            name_fr: m.name.fr.clone(),
            name_nl: m.name.nl.clone(),
            postcodes: m.postcodes.clone(),
            partly: m.partly.clone(),
            zone: zone_of(&m.nis).map(|z| z.id.clone()),
        })
        .collect();
    let zones = zones
        .iter()
        .filter(|z| municipalities.iter().any(|m| m.zone.as_ref() == Some(&z.id)))
        .map(|z| ZoneView {
            id: z.id.clone(),
            name: z.name.read_by(reader.0),
            municipalities: z.municipalities.clone(),
        })
        .collect();
    let name = |lang: Lang| lang.text("area-region");
    let both = || format!("{} / {}", name(Lang::FR), name(Lang::NL));
    let region = RegionView { nis: super::REGION_NIS, name: reader.0.map_or_else(both, name) };
    Cached::json(&AreasView { region, municipalities, zones }, reader.content_language(), 3600)
}
