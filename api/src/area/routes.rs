//! `GET /areas`: municipalities, zones, postcodes and names.

use actix_web::{get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Cached, Reader};

/// Registers the routes of this noun.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(areas);
}

/// Where the caller is, if asked.
#[derive(Deserialize)]
struct AreaQuery {
    lat: Option<f64>,
    lon: Option<f64>,
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
    let lang = reader.first();
    let chosen = match (query.lat, query.lon) {
        (None, None) => state.areas.everywhere(),
        (Some(lat), Some(lon)) => {
            state.areas.around(lat, lon).map_err(|f| Error::invalid("lat", f.code()))?
        }
        _ => return Err(Error::invalid("lat", "point-needs-both")),
    };
    let zones: Vec<_> = state.areas.zones.iter().filter(|z| z.holds_at(now)).collect();
    let zone_of = |nis: &String| zones.iter().find(|z| z.municipalities.contains(nis));
    let municipalities: Vec<_> = state
        .areas
        .members(chosen)
        .map(|m| MunicipalityView {
            nis: m.nis.clone(),
            name: m.name.in_lang(lang),
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
            name: z.name.in_lang(lang),
            municipalities: z.municipalities.clone(),
        })
        .collect();
    let region = RegionView { nis: super::REGION_NIS, name: lang.text("area-region") };
    Cached::json(&AreasView { region, municipalities, zones }, reader.content_language(), 3600)
}
