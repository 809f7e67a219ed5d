//! The five lists: which entries a question means, and the page of them.

use serde::Serialize;
use uuid::Uuid;

use super::ask::{Ask, folded};
use super::view::{
    AtLocationView, Maker, OrganizationView, ServiceView, TaxonomyView, TermView, VOCABULARIES,
};
use crate::area::{AreaSet, Shape};
use crate::help::directory::{Directory, ShownEntry, Term, rank, uuid_of};
use crate::help::row::Place;
use crate::http::Paging;

/// A page of a list, with the names that the specification gives.
#[derive(Serialize)]
pub(super) struct Page<T> {
    total_items: usize,
    total_pages: usize,
    page_number: usize,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<T>,
}

impl<T> Page<T> {
    /// The page of a list that was asked for; a page after the last is empty.
    fn of<S>(items: Vec<S>, ask: &Ask, view: impl FnMut(S) -> T) -> Self {
        let total = items.len();
        let Paging { page, per_page } = ask.paging;
        let pages = ask.paging.pages(total).max(1);
        let contents: Vec<T> =
            items.into_iter().skip(ask.paging.skipped()).take(per_page).map(view).collect();
        Self {
            total_items: total,
            total_pages: pages,
            page_number: page,
            size: contents.len(),
            first_page: page == 1,
            last_page: page >= pages,
            empty: contents.is_empty(),
            contents,
        }
    }
}

/// Whether a service is meant by a question.
fn is_meant(directory: &Directory, shown: ShownEntry<'_>, ask: &Ask) -> bool {
    let (entry, service) = (shown.entry(), shown.service());
    let terms: Vec<&Term> = directory.terms_of(service).collect();
    let has = |id: &Uuid| terms.iter().any(|term| term.uuid == *id);
    let in_taxonomy = |id: &Uuid| terms.iter().any(|term| uuid_of("taxonomy", term.vocabulary) == *id);
    ask.terms.iter().all(has)
        && ask.taxonomies.iter().all(in_taxonomy)
        && ask.organization.is_none_or(|id| uuid_of("organization", &service.organization) == id)
        && ask.modified_after_ms.is_none_or(|after| entry.changed_at_ms > after)
        && (ask.search.is_empty() || holds_words(shown, &terms, &ask.search))
}

/// Whether every word stands somewhere in a service, in whatever language.
fn holds_words(shown: ShownEntry<'_>, terms: &[&Term], words: &[String]) -> bool {
    let text = shown.entry().searched.get_or_init(|| searched(shown, terms));
    words.iter().all(|word| text.contains(word.as_str()))
}

/// The public words of a service in every language, and its numbers, folded.
fn searched(shown: ShownEntry<'_>, terms: &[&Term]) -> String {
    let service = shown.service();
    let mut text = String::new();
    let texts = [Some(&service.name), Some(&service.description), service.alert.as_ref()];
    for part in texts.into_iter().flatten().chain(terms.iter().map(|term| &term.text)) {
        for words in part.0.values() {
            text.push_str(words);
            text.push(' ');
        }
    }
    for phone in shown.phones() {
        text.push_str(&phone.number);
        text.push(' ');
        text.push_str(&phone.number.replace(' ', ""));
        text.push(' ');
    }
    folded(&text)
}

fn sorted<'a>(maker: &Maker<'a>, ask: &Ask) -> Vec<ShownEntry<'a>> {
    let directory = maker.directory;
    let mut found: Vec<ShownEntry<'a>> =
        directory.shown(maker.today).filter(|shown| is_meant(directory, *shown, ask)).collect();
    found.sort_by_key(|shown| rank(shown.service(), maker.lang));
    found
}

/// `/services`.
pub(super) fn services(maker: &Maker<'_>, ask: &Ask) -> Page<ServiceView> {
    Page::of(sorted(maker, ask), ask, |shown| maker.service(shown, ask))
}

/// `/organizations`: those of the services that are meant.
pub(super) fn organizations(maker: &Maker<'_>, ask: &Ask) -> Page<OrganizationView> {
    let meant = sorted(maker, ask);
    let known = maker.directory.organizations.iter();
    let found: Vec<_> = known
        .filter(|organization| meant.iter().any(|shown| shown.service().organization == organization.id))
        .collect();
    Page::of(found, ask, |organization| maker.organization(organization, ask.full))
}

/// `/taxonomies`.
pub(super) fn taxonomies(maker: &Maker<'_>, ask: &Ask) -> Page<TaxonomyView> {
    let meant = |name: &&str| {
        let view = folded(&maker.lang.text(&format!("help-taxonomy-{name}")));
        (ask.taxonomies.is_empty() || ask.taxonomies.contains(&uuid_of("taxonomy", name)))
            && ask.search.iter().all(|word| view.contains(word.as_str()))
    };
    Page::of(VOCABULARIES.into_iter().filter(meant).collect(), ask, |name| maker.taxonomy(name))
}

/// `/taxonomy_terms`.
pub(super) fn terms(maker: &Maker<'_>, ask: &Ask) -> Page<TermView> {
    let meant = |term: &&Term| {
        let words: String = term.text.0.values().map(|text| format!("{} ", folded(text))).collect();
        (ask.terms.is_empty() || ask.terms.contains(&term.uuid))
            && (ask.taxonomies.is_empty() || ask.taxonomies.contains(&uuid_of("taxonomy", term.vocabulary)))
            && ask.search.iter().all(|word| words.contains(word.as_str()))
    };
    Page::of(maker.directory.terms.iter().filter(meant).collect(), ask, |term| maker.term(term, ask.full))
}

/// `/service_at_locations`. Whoever lodges people has no place, so no distance tells of it.
pub(super) fn at_locations(maker: &Maker<'_>, ask: &Ask) -> Page<AtLocationView> {
    let around = ask.postcode.as_ref().map(|postcode| reached(maker, postcode, ask.proximity_m));
    let near = |place: &Place| match (&around, &ask.postcode) {
        (Some(set), Some(postcode)) => {
            let town = place.municipality.as_deref().and_then(|nis| maker.state.areas.by_nis(nis));
            place.postcode.as_ref() == Some(postcode) || town.is_some_and(|index| set.has(index))
        }
        _ => true,
    };
    let found: Vec<(ShownEntry<'_>, &Place)> = sorted(maker, ask)
        .into_iter()
        .flat_map(|shown| {
            shown.places().filter(|place| near(place)).map(move |place| (shown, place)).collect::<Vec<_>>()
        })
        .collect();
    Page::of(found, ask, |(shown, place)| maker.at_location(shown, place))
}

/// An organisation that has a service which the public may see.
pub(super) fn organization(maker: &Maker<'_>, id: Uuid) -> Option<OrganizationView> {
    let known = maker.directory.organizations.iter().find(|organization| organization.uuid == id)?;
    let seen = |shown: ShownEntry<'_>| shown.service().organization == known.id;
    maker.directory.shown(maker.today).any(seen).then(|| maker.organization(known, true))
}

/// A vocabulary.
pub(super) fn taxonomy(maker: &Maker<'_>, id: Uuid) -> Option<TaxonomyView> {
    let name = VOCABULARIES.into_iter().find(|name| uuid_of("taxonomy", name) == id)?;
    Some(maker.taxonomy(name))
}

/// A term.
pub(super) fn term(maker: &Maker<'_>, id: Uuid) -> Option<TermView> {
    maker.directory.terms.iter().find(|term| term.uuid == id).map(|term| maker.term(term, true))
}

/// A service at a place that everybody may know.
pub(super) fn at_location(maker: &Maker<'_>, id: Uuid) -> Option<AtLocationView> {
    maker.directory.shown(maker.today).find_map(|shown| {
        let key = |place: &Place| format!("{}/{}", shown.entry().id, place.id);
        let place = shown.places().find(|place| uuid_of("service_at_location", &key(place)) == id)?;
        Some(maker.at_location(shown, place))
    })
}

/// Municipalities of a postcode, or those that a circle around them touches. Distances
/// are known to the municipality, not to the door.
fn reached(maker: &Maker<'_>, postcode: &str, metres: Option<f64>) -> AreaSet {
    let areas = &maker.state.areas;
    let own = areas.by_code(postcode, maker.state.clock.now_ms()).unwrap_or(AreaSet::NONE);
    let Some(metres) = metres else { return own };
    let mut set = own;
    for index in (0..areas.municipalities.len()).filter(|index| own.has(*index)) {
        let points: Vec<(f64, f64)> = areas.rings(index).into_iter().flatten().collect();
        let count = f64::from(u32::try_from(points.len()).unwrap_or(1).max(1));
        let lat = points.iter().map(|point| point.0).sum::<f64>() / count;
        let lon = points.iter().map(|point| point.1).sum::<f64>() / count;
        if let Ok(circle) = Shape::circle(lat, lon, metres / 1000.0) {
            set = set.union(areas.reached_by(&circle));
        }
    }
    set
}
