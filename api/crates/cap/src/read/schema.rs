//! The sequences of the XML schemas of CAP 1.2 and 1.1.

/// An element that may stand in another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) many: bool,
}

const fn one(name: &'static str) -> Slot {
    Slot { name, required: true, many: false }
}

const fn maybe(name: &'static str) -> Slot {
    Slot { name, required: false, many: false }
}

const fn any(name: &'static str) -> Slot {
    Slot { name, required: false, many: true }
}

const fn some(name: &'static str) -> Slot {
    Slot { name, required: true, many: true }
}

/// Inside `alert`.
pub(super) const ALERT: &[Slot] = &[
    one("identifier"),
    one("sender"),
    one("sent"),
    one("status"),
    one("msgType"),
    maybe("source"),
    one("scope"),
    maybe("restriction"),
    maybe("addresses"),
    any("code"),
    maybe("note"),
    maybe("references"),
    maybe("incidents"),
    any("info"),
];

/// Inside `info`.
pub(super) const INFO: &[Slot] = &[
    maybe("language"),
    some("category"),
    one("event"),
    any("responseType"),
    one("urgency"),
    one("severity"),
    one("certainty"),
    maybe("audience"),
    any("eventCode"),
    maybe("effective"),
    maybe("onset"),
    maybe("expires"),
    maybe("senderName"),
    maybe("headline"),
    maybe("description"),
    maybe("instruction"),
    maybe("web"),
    maybe("contact"),
    any("parameter"),
    any("resource"),
    any("area"),
];

/// Inside `resource`.
pub(super) const RESOURCE: &[Slot] =
    &[one("resourceDesc"), one("mimeType"), maybe("size"), maybe("uri"), maybe("derefUri"), maybe("digest")];

/// Inside `resource` of CAP 1.1, where the media type may be absent.
pub(super) const RESOURCE_1_1: &[Slot] = &[
    one("resourceDesc"),
    maybe("mimeType"),
    maybe("size"),
    maybe("uri"),
    maybe("derefUri"),
    maybe("digest"),
];

/// Inside `area`.
pub(super) const AREA: &[Slot] =
    &[one("areaDesc"), any("polygon"), any("circle"), any("geocode"), maybe("altitude"), maybe("ceiling")];

/// Inside `eventCode`, `parameter` and `geocode`.
pub(super) const PAIR: &[Slot] = &[one("valueName"), one("value")];
