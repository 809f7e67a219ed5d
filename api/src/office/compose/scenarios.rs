//! `/office/alerts/new`: which scenario.

use actix_web::{HttpResponse, get, web};
use askama::Template;

use super::super::frame::{Frame, Section, answer};
use crate::account::{Role, Staff};
use crate::alert::scenario::{FREE_TEXT, Scenario};
use crate::app::State;
use crate::error::Result;
use crate::i18n::Lang;

struct Offer {
    id: String,
    name: String,
    hint: String,
}

struct Group {
    title: String,
    offers: Vec<Offer>,
}

#[derive(Template)]
#[template(path = "office/scenarios.html")]
struct Page {
    f: Frame,
    groups: Vec<Group>,
}

#[get("/alerts/new")]
pub(super) async fn choose(state: web::Data<State>, staff: Staff) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor])?;
    let f = Frame::new(&state, &staff, Section::Compose, "office-new-alert", "/office/alerts/new");
    let groups = groups(&state.scenarios.0, f.lang);
    answer(f.lang, &Page { f, groups })
}

/// The heading under which a scenario stands: sudden ones by what they are,
/// then those known ahead, then one's own words.
fn heading(scenario: &Scenario, lang: Lang) -> String {
    if scenario.id == FREE_TEXT {
        return lang.text("office-group-own");
    }
    if scenario.planned {
        return lang.text("office-group-planned");
    }
    let first = scenario.category.first().map_or("other", |category| category.as_str());
    super::super::words::cap_word("category", first, lang)
}

fn groups(scenarios: &[Scenario], lang: Lang) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let sudden = scenarios.iter().filter(|s| !s.planned && s.id != FREE_TEXT);
    let planned = scenarios.iter().filter(|s| s.planned);
    let own = scenarios.iter().filter(|s| s.id == FREE_TEXT);
    for scenario in sudden.chain(planned).chain(own) {
        let title = heading(scenario, lang);
        let offer = Offer {
            id: scenario.id.clone(),
            name: lang.text(&format!("scenario-{}-name", scenario.id)),
            hint: lang.text(&format!("scenario-{}-hint", scenario.id)),
        };
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { title, offers: vec![offer] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::scenario::Scenarios;
    use std::path::Path;

    #[test]
    fn every_scenario_is_offered_once_and_own_words_last() {
        let scenarios = Scenarios::load(Path::new("../content")).expect("scenarios").0;
        let groups = groups(&scenarios, Lang::FR);
        let offered: usize = groups.iter().map(|group| group.offers.len()).sum();
        assert_eq!(offered, scenarios.len());
        assert_eq!(groups.last().and_then(|g| g.offers.last()).map(|o| o.id.as_str()), Some(FREE_TEXT));
    }
}
