//! Where a service is: a public place, and the area that it serves.

use super::{AddressView, AreaView, AtLocationView, LocationView, Maker};
use crate::help::directory::{ShownEntry, uuid_of};
use crate::help::row::Place;

impl Maker<'_> {
    /// A service at one of its public places.
    pub(in super::super) fn at_location(&self, shown: ShownEntry<'_>, place: &Place) -> AtLocationView {
        let entry = shown.entry();
        let key = format!("{}/{}", entry.id, place.id);
        let town = place.municipality.as_deref().and_then(|nis| self.state.areas.by_nis(nis));
        let town = town.map(|index| self.state.areas.municipalities[index].name.in_lang(self.lang));
        let address = AddressView {
            id: uuid_of("address", &key),
            address_1: place.address_1.clone().unwrap_or_default(),
            city: town.unwrap_or_default(),
            state_province: self.text("area-region"),
            postal_code: place.postcode.clone().unwrap_or_default(),
            country: "BE",
            address_type: "physical",
        };
        let phones: Vec<&str> = shown.phones().map(|phone| phone.id.as_str()).collect();
        let rows = entry.service.hours.iter().enumerate();
        let rows = rows.filter(|(_, row)| {
            row.known.publish && row.channel == place.id && !phones.contains(&row.channel.as_str())
        });
        AtLocationView {
            id: uuid_of("service_at_location", &key),
            service_id: entry.uuid,
            location_id: uuid_of("place", &key),
            schedules: rows.flat_map(|(n, row)| self.schedules(shown, n, row)).collect(),
            location: LocationView {
                id: uuid_of("place", &key),
                location_type: "physical",
                name: place.name.clone(),
                description: place.access.as_ref().map(|text| self.words(text)),
                addresses: vec![address],
                visibility: place.visibility.as_str(),
            },
        }
    }

    pub(super) fn area(&self, service: &str, code: &str) -> AreaView {
        let index = self.state.areas.by_nis(code);
        let name = match (code, index) {
            (_, Some(index)) => self.state.areas.municipalities[index].name.in_lang(self.lang),
            ("region", None) => self.text("area-region"),
            _ => self.text("help-area-country"),
        };
        let id = uuid_of("service_area", &format!("{service}/{code}"));
        AreaView { id, name, uri: index.map(|_| format!("urn:nis:{code}")) }
    }
}
