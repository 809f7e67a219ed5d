//! `/office/alerts/{id}`: everything about one alert.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use uuid::Uuid;

use super::compose::{name_faults, reach_sentence};
use super::dashboard::{Told, names};
use super::delivery::Progress;
use super::faults::Wrongs;
use super::frame::{Frame, Section, answer, refused};
use super::map::{Drawn, Map};
use super::reach::{self, Asked};
use super::versions::Versions;
use super::words::{self, cap_word};
use crate::account::{Role, Staff, holder};
use crate::alert::compose::LEVEL_PARAMETER;
use crate::alert::entity::{Entity, Model};
use crate::alert::{content, entity, lifecycle};
use crate::app::State;
use crate::area::AreaSet;
use crate::audit;
use crate::error::{Fault, Result};
use crate::i18n::Lang;
use crate::portal::level_word;

/// One step of its life, from the audit chain.
pub(super) struct Step {
    /// When, as RFC 3339.
    at: String,
    /// When, in words.
    when: String,
    /// What and who, in words.
    what: String,
}

/// What can be done with it now, by this person.
#[derive(Default)]
pub(super) struct Can {
    /// Change the text.
    edit: bool,
    /// Ask for approval.
    submit: bool,
    /// Approve it.
    approve: bool,
    /// Must leave the approval to somebody else.
    own: bool,
    /// Give it back or throw it away.
    discard: bool,
    /// Update, all-clear, cancel.
    change: bool,
    /// Write an update.
    update: bool,
}

#[derive(Template)]
#[template(path = "office/alert.html")]
pub(super) struct Page {
    f: Frame,
    id: Uuid,
    state: String,
    tag: &'static str,
    class: &'static str,
    severity: String,
    rehearsal: Option<String>,
    facts: Vec<(String, String)>,
    chain: Vec<(Uuid, String)>,
    can: Can,
    wrongs: Wrongs,
    versions: Versions,
    map: Map,
    reach: String,
    progress: Option<Progress>,
    steps: Vec<Step>,
    public: Option<String>,
}

#[get("/alerts/{id:[0-9a-f-]{36}}")]
pub(super) async fn alert(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor, Role::AlertApprover])?;
    let row = lifecycle::find(&state, *id).await?;
    answer(staff.person.lang, &page(&state, &staff, row, &[], told.done.as_deref()).await?)
}

/// The page of an alert that could not be submitted, with what is missing.
pub(super) async fn with_faults(
    state: &State,
    staff: &Staff,
    id: Uuid,
    faults: &[Fault],
) -> Result<HttpResponse> {
    let row = lifecycle::find(state, id).await?;
    refused(staff.person.lang, &page(state, staff, row, faults, None).await?)
}

/// `own` says whether who reads it wrote it, or may hold the keys of who did.
fn can(row: &Model, staff: &Staff, own: bool, now_ms: i64) -> Can {
    let (author, approver) =
        (staff.person.has(&[Role::AlertAuthor]), staff.person.has(&[Role::AlertApprover]));
    let open = row.state == "draft" || row.state == "submitted";
    let waits = row.state == "submitted" && approver;
    Can {
        edit: open && author,
        submit: row.state == "draft" && author,
        approve: waits && !own,
        own: waits && own,
        discard: open,
        change: row.is_active(now_ms),
        update: row.is_active(now_ms) && author,
    }
}

async fn page(
    state: &State,
    staff: &Staff,
    row: Model,
    faults: &[Fault],
    done: Option<&str>,
) -> Result<Page> {
    let lang = staff.person.lang;
    let cap = row.message()?;
    let here = format!("/office/alerts/{}", row.id);
    let headline = content::info_for(&cap, lang)
        .map(|info| info.headline.clone().unwrap_or_else(|| info.event.clone()))
        .unwrap_or_else(|| lang.text("office-no-headline"));
    let f = Frame::new(state, staff, Section::Alerts, "office-alert", &here).titled(headline).done(done);
    let set = AreaSet::from_i32(row.areas);
    let sent = row.published_at_ms.is_some();
    let own = holder::are_one(&state.db, row.author_id, staff.person.id).await?;
    let kind = match row.state.as_str() {
        "ended" | "cancelled" => row.state.as_str(),
        _ if row.predecessor_id.is_some() => "updated",
        _ => "published",
    };
    let public = (sent && row.channel() == crate::alert::Channel::Public)
        .then(|| format!("/{lang}/alerts/{}/", row.event_id));
    let wrongs = Wrongs::of_alert(faults, lang);
    if !wrongs.is_empty() {
        name_faults(state, &row, lang, &wrongs)?;
    }
    Ok(Page {
        id: row.id,
        state: words::state_word(&row.state, lang),
        tag: words::state_tag(&row.state),
        class: words::severity_class(row.severity_rank),
        severity: lang.text(words::severity_id(row.severity_rank)),
        rehearsal: words::is_rehearsal(&row.status).then(|| cap_word("status", &row.status, lang)),
        facts: facts(state, &row, &cap, lang).await?,
        chain: chain(state, &row, lang).await?,
        can: can(&row, staff, own, state.clock.now_ms()),
        wrongs,
        versions: Versions::new(&cap, kind, row.revision, lang, state),
        map: Map::new(
            state,
            set,
            &drawn(&cap),
            lang,
            &format!("is-alert {}", words::severity_class(row.severity_rank)),
        ),
        reach: reach_of(state, &row, set, lang).await?,
        progress: if sent { Some(Progress::of(state, &row, lang).await?) } else { None },
        steps: steps(state, &row, lang).await?,
        public,
        f,
    })
}

/// The shapes of a message that draws more than outlines of municipalities.
fn drawn(cap: &safe_cap::Alert) -> Drawn {
    let areas = cap.info.first().map(|info| info.area.as_slice()).unwrap_or_default();
    let coded = areas.iter().any(|area| !area.geocode.is_empty() && area.circle.is_empty());
    Drawn {
        circles: areas
            .iter()
            .flat_map(|area| &area.circle)
            .map(|circle| (circle.center.lat, circle.center.lon, circle.radius))
            .collect(),
        polygons: areas
            .iter()
            .filter(|_| !coded)
            .flat_map(|area| &area.polygon)
            .map(|polygon| polygon.positions.iter().map(|p| (p.lat, p.lon)).collect())
            .collect(),
    }
}

async fn reach_of(state: &State, row: &Model, set: AreaSet, lang: Lang) -> Result<String> {
    let asked = Asked {
        channel: row.channel(),
        areas: AreaSet::from_i32(row.reach_areas),
        severity_rank: row.reach_severity_rank,
        categories: row.reach_categories,
    };
    Ok(reach_sentence(state, set, reach::estimate(state, asked).await?, lang))
}

pub(super) async fn facts(
    state: &State,
    row: &Model,
    cap: &safe_cap::Alert,
    lang: Lang,
) -> Result<Vec<(String, String)>> {
    let names = names(state).await?;
    let who = |id: &Uuid| names.get(id).cloned().unwrap_or_else(|| lang.text("office-nobody"));
    let when = |ms: i64| words::when(ms, lang, state);
    let info = content::info_for(cap, lang);
    let word = |element: &str, value: &str| cap_word(element, value, lang);
    let draft: Option<crate::alert::draft::Draft> = serde_json::from_str(&row.compose).ok();
    let mut facts = vec![
        ("office-status", Some(word("status", &row.status))),
        ("office-scenario", row.scenario.as_ref().map(|id| lang.text(&format!("scenario-{id}-name")))),
    ];
    if let Some(info) = info {
        let categories: Vec<_> = info.category.iter().map(|c| word("category", c.as_str())).collect();
        let onset = info.onset.as_ref().map(|at| when(crate::clock::ms_of(at.instant())));
        facts.extend([
            ("office-severity", Some(word("severity", info.severity.as_str()))),
            ("office-urgency", Some(word("urgency", info.urgency.as_str()))),
            ("office-certainty", Some(word("certainty", info.certainty.as_str()))),
            ("office-category", Some(categories.join(", "))),
            ("office-authority", info.sender_name.clone()),
            (
                "office-level",
                content::parameter(info, LEVEL_PARAMETER).map(|level| lang.text(level_word(level))),
            ),
            ("office-onset", onset),
        ]);
    }
    facts.extend([
        ("office-expires", Some(when(row.expires_at_ms))),
        ("office-next", draft.as_ref().and_then(|d| d.next_update).map(|at| when(crate::clock::ms_of(at)))),
        ("office-author", Some(who(&row.author_id))),
        ("office-approver", row.approver_id.as_ref().map(who)),
        ("office-published", row.published_at_ms.map(when)),
        ("office-ended-at", row.ended_at_ms.map(when)),
        ("office-contact", cap.info.first().and_then(|info| info.contact.clone())),
        ("office-reference", draft.as_ref().map(|d| d.reference.clone()).filter(|r| !r.is_empty())),
        ("office-note", cap.note.clone()),
        ("office-also-names", also_names(state, row, lang).await?),
        ("office-origin", Some(row.origin.clone()).filter(|origin| origin != "office")),
        ("office-source", cap.source.clone()),
        ("office-identifier", Some(row.identifier.clone())),
    ]);
    Ok(facts.into_iter().filter_map(|(id, value)| value.map(|value| (lang.text(id), value))).collect())
}

/// Headlines of the active alerts that its message names besides the one whose place it takes.
async fn also_names(state: &State, row: &Model, lang: Lang) -> Result<Option<String>> {
    let mut headlines = Vec::new();
    for other in lifecycle::beside(state, row).await? {
        let cap = other.message()?;
        let Some(info) = content::info_for(&cap, lang) else { continue };
        headlines.push(info.headline.clone().unwrap_or_else(|| info.event.clone()));
    }
    Ok(Some(headlines.join("; ")).filter(|said| !said.is_empty()))
}

/// The other alerts of its chain.
async fn chain(state: &State, row: &Model, lang: Lang) -> Result<Vec<(Uuid, String)>> {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
    let rows = Entity::find()
        .filter(entity::Column::EventId.eq(row.event_id))
        .filter(entity::Column::Id.ne(row.id))
        .order_by_asc(entity::Column::Revision)
        .all(&state.db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|other| {
            let state_word = words::state_word(&other.state, lang);
            let when = words::when(other.changed_at_ms, lang, state);
            (other.id, format!("{} · {state_word} · {when}", other.revision))
        })
        .collect())
}

/// Steps of an alert that are told: the newest.
const MOST_STEPS: u64 = 500;

async fn steps(state: &State, row: &Model, lang: Lang) -> Result<Vec<Step>> {
    let acts = audit::of_subject(&state.db, &row.subject(), None, MOST_STEPS).await?;
    Ok(acts
        .into_iter()
        .rev()
        .map(|act| Step {
            at: crate::clock::rfc3339(act.at_ms),
            when: words::when(act.at_ms, lang, state),
            what: format!("{} – {}", super::audit::action_word(&act.action, lang), act.actor),
        })
        .collect())
}
