//! What would go out, and to how many: with the page, or live while somebody
//! writes.

use actix_web::{HttpResponse, post, web};
use serde::Serialize;

use super::super::faults::Wrongs;
use super::super::map::Drawn;
use super::super::reach::{self, Asked};
use super::super::versions::{self, Notification, Version};
use super::filled::{self, Filled};
use crate::account::{OfficeForm, Role};
use crate::alert::draft::Draft;
use crate::alert::scenario::Scenario;
use crate::alert::{Channel, content};
use crate::app::State;
use crate::area::AreaSet;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang, grouped};

/// A preview.
#[derive(Serialize)]
pub(super) struct Preview {
    /// Texts of every language that is whole.
    pub versions: Vec<Version>,
    /// The push as phones in French and Dutch show it.
    pub notifications: Vec<Notification>,
    /// NIS codes reached.
    pub reached: Vec<String>,
    /// Where and how many, as a sentence.
    pub reach: String,
    /// What is still missing, as a sentence.
    pub missing: Option<String>,
    #[serde(skip)]
    pub set: AreaSet,
    #[serde(skip)]
    pub drawn: Drawn,
}

/// The preview of a draft. Texts are shown only when the fields that they need
/// are right: half a sentence would be read as a whole one.
pub(super) async fn of(
    state: &State,
    draft: &Draft,
    scenario: &Scenario,
    wrongs: &Wrongs,
    lang: Lang,
) -> Result<Preview> {
    let set = draft.areas(&state.areas, state.clock.now_ms());
    let alert = filled::message(draft, scenario, state);
    let asked = Asked {
        channel: Channel::kept(draft.status()),
        areas: set,
        severity_rank: content::severity_rank(&alert),
        categories: content::categories(&alert),
    };
    let phones = reach::estimate(state, asked).await?;
    let needs =
        wrongs.0.iter().filter(|wrong| wrong.id.starts_with("p-") || wrong.id.starts_with("t-")).count();
    let missing = i64::try_from(needs).unwrap_or(0);
    let hidden = missing > 0 || alert.info.is_empty();
    Ok(Preview {
        versions: if hidden { Vec::new() } else { versions::of(&alert) },
        notifications: if hidden {
            Vec::new()
        } else {
            versions::notifications(&alert, "published", 1, &[Lang::FR, Lang::NL], state)
        },
        reached: state.areas.members(set).map(|m| m.nis.clone()).collect(),
        reach: reach_sentence(state, set, phones, lang),
        missing: hidden.then(|| lang.text("office-preview-missing")),
        drawn: drawn(draft),
        set,
    })
}

/// Where an alert holds and how many phones it tells.
pub(in crate::office) fn reach_sentence(
    state: &State,
    set: AreaSet,
    phones: Option<i64>,
    lang: Lang,
) -> String {
    if set.is_empty() {
        return lang.text("office-reach-none");
    }
    let args = Args::new()
        .with("areas", state.areas.phrase(set, lang))
        .number("count", i64::try_from(set.len()).unwrap_or(0))
        .with("phones", phones.map_or_else(String::new, grouped));
    let id = if phones.is_some() { "office-reach" } else { "office-reach-unknown" };
    lang.text_with(id, &args)
}

/// Shapes of a draft, for the map.
pub(super) fn drawn(draft: &Draft) -> Drawn {
    Drawn {
        circles: draft.circles.iter().map(|c| (c.lat, c.lon, c.radius_km)).collect(),
        polygons: draft.polygons.clone(),
    }
}

/// The preview as JSON, for the script that shows it while somebody writes.
#[post("/alerts/preview")]
pub(super) async fn live(
    state: web::Data<State>,
    form: OfficeForm<Vec<(String, String)>>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::AlertAuthor])?;
    let filled = Filled(form.fields);
    let lang = form.staff.person.lang;
    let scenario = state.scenarios.get(filled.get("scenario")).ok_or(Error::NotFound)?;
    let (draft, mut faults) = filled.draft(scenario);
    faults.extend(draft.faults(&state.scenarios, &state.areas, state.clock.now_ms()));
    let wrongs = Wrongs::of_alert(&faults, lang);
    Ok(HttpResponse::Ok().json(of(&state, &draft, scenario, &wrongs, lang).await?))
}
