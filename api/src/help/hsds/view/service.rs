//! A service: its name alone, what people need to be helped, or all that is known.

use super::provenance::provenance;
use super::terms::translations;
use super::{AttributeView, Contact, Depth, Maker, OrganizationView, PhoneView, ServiceView};
use crate::clock;
use crate::help::directory::{ShownEntry, uuid_of};
use crate::help::hsds::ask::Ask;

impl Maker<'_> {
    /// A service, as much of it as was asked.
    pub(in super::super) fn service(&self, shown: ShownEntry<'_>, ask: &Ask) -> ServiceView {
        let entry = shown.entry();
        let service = shown.service();
        ServiceView {
            id: entry.uuid,
            name: self.words(&service.name),
            status: service.status.clone(),
            organization_id: uuid_of("organization", &service.organization),
            last_modified: clock::rfc3339(entry.changed_at_ms),
            contact: (!ask.minimal).then(|| self.contact(shown)),
            depth: (ask.full && !ask.minimal).then(|| self.depth(shown)),
        }
    }

    pub(super) fn contact(&self, shown: ShownEntry<'_>) -> Contact {
        let (entry, service) = (shown.entry(), shown.service());
        let eligible = service.eligibility.as_ref().filter(|e| e.known.mark == crate::help::Mark::P);
        let price = service.cost.as_ref().filter(|c| c.known.mark == crate::help::Mark::P);
        let fee = price.and_then(|cost| match cost.value.as_str() {
            "free" => Some(self.text("help-cost-free")),
            "paid" => Some(self.text("help-cost-not-free")),
            _ => None,
        });
        let phones: Vec<PhoneView> = shown.phones().map(|phone| self.phone(&entry.id, phone)).collect();
        let channels = service.channels.iter().filter(|c| c.known.publish).map(|c| c.id.as_str());
        let reached: Vec<&str> = shown.phones().map(|p| p.id.as_str()).chain(channels).collect();
        let rows = service.hours.iter().enumerate();
        let rows = rows.filter(|(_, row)| row.known.publish && reached.contains(&row.channel.as_str()));
        Contact {
            description: self.words(&service.description),
            alert: service.alert.as_ref().map(|text| self.words(text)),
            url: shown.website().map(str::to_owned),
            email: shown.address("mail").filter(|address| address.contains('@')).map(str::to_owned),
            fees_description: fee,
            eligibility_description: eligible.and_then(|e| e.text.as_ref()).map(|text| self.words(text)),
            minimum_age: eligible.and_then(|e| e.min_age),
            maximum_age: eligible.and_then(|e| e.max_age),
            assured_date: service.assured_date.clone(),
            phones,
            schedules: rows.flat_map(|(n, row)| self.schedules(shown, n, row)).collect(),
            languages: self.languages(&format!("{}/language", entry.id), shown.languages()),
            additional_urls: self.urls(shown),
            service_at_locations: shown.places().map(|place| self.at_location(shown, place)).collect(),
            audience: service.audiences.clone(),
            unconfirmed: service.unconfirmed.clone(),
            expires_on: entry.expires_on.filter(|_| !service.emergency).map(|day| day.to_string()),
            stale: entry.is_stale(self.today),
        }
    }

    pub(super) fn depth(&self, shown: ShownEntry<'_>) -> Depth {
        let (entry, service) = (shown.entry(), shown.service());
        let organization = self.directory.organization(&service.organization);
        let attributes = self.directory.terms_of(service).map(|term| AttributeView {
            id: uuid_of("attribute", &format!("{}/{}/{}", entry.id, term.vocabulary, term.id)),
            link_id: entry.uuid,
            link_type: term.vocabulary,
            link_entity: "service",
            taxonomy_term_id: term.uuid,
            taxonomy_term: self.term(term, false),
        });
        let flags =
            service.flags.iter().filter(|(_, flag)| flag.value && flag.known.mark == crate::help::Mark::P);
        Depth {
            organization: match organization {
                Some(organization) => self.organization(organization, true),
                None => self.nameless(shown),
            },
            attributes: attributes.collect(),
            service_areas: service.coverage.iter().map(|code| self.area(&entry.id, code)).collect(),
            translations: translations(&[
                ("name", Some(&service.name)),
                ("description", Some(&service.description)),
                ("alert", service.alert.as_ref()),
            ]),
            provenance: provenance(shown),
            checked: service.checked.clone(),
            referral_only: false,
            flags: flags.map(|(name, _)| name.clone()).collect(),
        }
    }

    pub(super) fn nameless(&self, shown: ShownEntry<'_>) -> OrganizationView {
        let service = shown.service();
        let name = self.words(&service.name);
        let id = uuid_of("organization", &service.organization);
        OrganizationView { id, description: name.clone(), name, website: None, translations: None }
    }
}
