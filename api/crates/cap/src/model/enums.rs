//! The closed lists of CAP 1.2.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is not a value of the closed list it was read for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value:?} is not one of {allowed}")]
pub struct UnknownValue {
    /// The text that was read.
    pub value: String,
    /// The values of the list, separated by a comma and a space.
    pub allowed: String,
}

/// What all closed lists have in common.
pub(crate) trait Enumeration: Sized + Copy + 'static {
    /// Every value, in the order of the standard.
    const ALL: &'static [Self];

    /// The value as it stands in XML.
    fn as_str(self) -> &'static str;

    /// The value with exactly this text.
    fn exact(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text)
    }

    /// The value with this text in any letter case.
    fn any_case(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.as_str().eq_ignore_ascii_case(text))
    }

    /// All values in one line.
    fn allowed() -> String {
        Self::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", ")
    }
}

macro_rules! enumeration {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $name {
            /// Every value, in the order of the standard.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The value as it stands in XML and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => stringify!($value),)+
                }
            }
        }

        impl Enumeration for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::exact(text).ok_or_else(|| UnknownValue {
                    value: text.to_owned(),
                    allowed: <Self as Enumeration>::allowed(),
                })
            }
        }
    };
}

enumeration! {
    /// How a message is to be handled.
    Status {
        /// To be acted on by all it is meant for.
        Actual,
        /// For the participants of an exercise only.
        Exercise,
        /// For the alerting network itself.
        System,
        /// A technical test, to be ignored by all.
        Test,
        /// A template or draft, not to be acted on.
        Draft,
    }
}

enumeration! {
    /// What a message does.
    MsgType {
        /// Announces.
        Alert,
        /// Replaces the messages it names.
        Update,
        /// Revokes the messages it names.
        Cancel,
        /// Acknowledges the messages it names.
        Ack,
        /// Refuses the messages it names.
        Error,
    }
}

enumeration! {
    /// For whom a message is meant.
    Scope {
        /// Everybody.
        Public,
        /// People with an operational need, by the rule in `restriction`.
        Restricted,
        /// The receivers in `addresses`.
        Private,
    }
}

enumeration! {
    /// Kind of event.
    Category {
        /// Geophysical, landslides included.
        Geo,
        /// Weather, floods included.
        Met,
        /// General emergency and public safety.
        Safety,
        /// Police, military, private security.
        Security,
        /// Rescue and recovery.
        Rescue,
        /// Fire suppression and rescue.
        Fire,
        /// Medical and public health.
        Health,
        /// Pollution and other harm to the environment.
        Env,
        /// Transport, public and private.
        Transport,
        /// Utilities, telecommunication and other infrastructure.
        Infra,
        /// Chemical, biological, radiological, nuclear, explosive.
        CBRNE,
        /// Anything else.
        Other,
    }
}

enumeration! {
    /// What people are asked to do.
    ResponseType {
        /// Take shelter.
        Shelter,
        /// Leave the place.
        Evacuate,
        /// Prepare.
        Prepare,
        /// Carry out a prepared plan.
        Execute,
        /// Keep away.
        Avoid,
        /// Follow the news.
        Monitor,
        /// Judge the message; not for public warnings.
        Assess,
        /// The danger is over.
        AllClear,
        /// Nothing.
        None,
    }
}

enumeration! {
    /// How soon people should act.
    Urgency {
        /// Now.
        Immediate,
        /// Soon, within the next hour.
        Expected,
        /// In the near future.
        Future,
        /// No longer.
        Past,
        /// Not known.
        Unknown,
    }
}

enumeration! {
    /// How grave the event is.
    Severity {
        /// Extraordinary threat to life or property.
        Extreme,
        /// Significant threat.
        Severe,
        /// Possible threat.
        Moderate,
        /// Little or no threat.
        Minor,
        /// Not known.
        Unknown,
    }
}

enumeration! {
    /// How sure the sender is.
    Certainty {
        /// Has happened or is happening.
        Observed,
        /// More than one chance in two.
        Likely,
        /// Possible, but not likely.
        Possible,
        /// Not expected.
        Unlikely,
        /// Not known.
        Unknown,
    }
}
