//! The fields that editors may change.

use std::fmt;

use crate::help::row::Service;
use crate::i18n::Lang;

/// A field that editors may change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A number; needs a second person.
    Phone(String),
    /// What calling it leaves behind.
    Cost(String),
    /// Hours of a phone, channel or place.
    Hours(String),
    /// Address of a channel.
    Channel(String),
    /// The owner's site.
    Website,
    /// Languages offered.
    Languages,
    /// Free or not.
    Price,
    /// Sentence above the number, in a language.
    Alert(String),
    /// Description, in a language.
    Description(String),
    /// `active`, `inactive`, `defunct`, `temporarily closed`.
    Status,
    /// `shown`, `flagged`, `hidden`.
    Shown,
}

impl Field {
    /// Reads the name of a field, as stored and as in a CSV file.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, part) = text.split_once('.').unwrap_or((text, ""));
        let part_of = |make: fn(String) -> Self| {
            safe_content::is_id(&part.replace('_', "-")).then(|| make(part.to_owned()))
        };
        let lang_of = |make: fn(String) -> Self| {
            Lang::parse(part).filter(|lang| lang.code() == part).map(|_| make(part.to_owned()))
        };
        match (name, part) {
            ("phone", _) => part_of(Self::Phone),
            ("cost", _) => part_of(Self::Cost),
            ("hours", _) => part_of(Self::Hours),
            ("channel", _) => part_of(Self::Channel),
            ("alert", _) => lang_of(Self::Alert),
            ("description", _) => lang_of(Self::Description),
            ("website", "") => Some(Self::Website),
            ("languages", "") => Some(Self::Languages),
            ("price", "") => Some(Self::Price),
            ("status", "") => Some(Self::Status),
            ("shown", "") => Some(Self::Shown),
            _ => None,
        }
    }

    /// Which rule the database holds it to.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone",
            Self::Status | Self::Shown => "state",
            _ => "plain",
        }
    }

    /// Its name without the part, for its words.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone",
            Self::Cost(_) => "cost",
            Self::Hours(_) => "hours",
            Self::Channel(_) => "channel",
            Self::Website => "website",
            Self::Languages => "languages",
            Self::Price => "price",
            Self::Alert(_) => "alert",
            Self::Description(_) => "description",
            Self::Status => "status",
            Self::Shown => "shown",
        }
    }

    /// Which of several: an id or a language.
    #[must_use]
    pub fn part(&self) -> &str {
        match self {
            Self::Phone(part)
            | Self::Cost(part)
            | Self::Hours(part)
            | Self::Channel(part)
            | Self::Alert(part)
            | Self::Description(part) => part,
            _ => "",
        }
    }

    /// Whether a service has this field.
    #[must_use]
    pub fn fits(&self, service: &Service) -> bool {
        let phone = |id: &String| service.phones.iter().any(|phone| phone.id == *id);
        let channel = |id: &String| service.channels.iter().any(|channel| channel.id == *id);
        // The way to a service for professionals is the partners' own: no contact is kept.
        let contact = !service.referral_only;
        match self {
            Self::Phone(id) => contact && (phone(id) || id == "main"),
            Self::Cost(id) => contact && phone(id),
            Self::Channel(id) => contact && channel(id),
            Self::Hours(id) => {
                contact && (phone(id) || channel(id) || service.places.iter().any(|place| place.id == *id))
            }
            Self::Website => contact,
            _ => true,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part() {
            "" => f.write_str(self.name()),
            part => write!(f, "{}.{part}", self.name()),
        }
    }
}

/// The fields of a service, in the order of the form.
#[must_use]
pub fn fields(service: &Service) -> Vec<Field> {
    let mut all = Vec::new();
    for phone in &service.phones {
        all.extend([
            Field::Phone(phone.id.clone()),
            Field::Cost(phone.id.clone()),
            Field::Hours(phone.id.clone()),
        ]);
    }
    if service.phones.is_empty() {
        all.push(Field::Phone("main".to_owned()));
    }
    for channel in &service.channels {
        all.push(Field::Channel(channel.id.clone()));
        if !matches!(channel.kind.as_str(), "web" | "mail") {
            all.push(Field::Hours(channel.id.clone()));
        }
    }
    all.extend(service.places.iter().map(|place| Field::Hours(place.id.clone())));
    all.extend([Field::Website, Field::Languages, Field::Price]);
    all.extend(Lang::all().map(|lang| Field::Alert(lang.code().to_owned())));
    all.extend(Lang::all().map(|lang| Field::Description(lang.code().to_owned())));
    all.extend([Field::Status, Field::Shown]);
    all.retain(|field| field.fits(service));
    all.dedup();
    all
}
