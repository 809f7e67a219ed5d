//! Roles of the service.

use std::fmt;
use std::str::FromStr;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// What a member of staff may do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $($(#[$doc])* $name,)+
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name on the command line; its words are `role-<name>`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

roles! {
    /// Writes alerts.
    AlertAuthor = "alert-author",
    /// Approves the alerts of others.
    AlertApprover = "alert-approver",
    /// Campaigns, news, content.
    Communications = "communications",
    /// Handles permit files.
    WeaponsClerk = "weapons-clerk",
    /// Checks decisions in law.
    Legal = "legal",
    /// Decides.
    HighOfficial = "high-official",
    /// Police or prosecutor: answers what is asked.
    Adviser = "adviser",
    /// Keeps the help directory.
    HelpEditor = "help-editor",
    /// Listens at a help service.
    HelpListener = "help-listener",
    /// Accounts and settings.
    Administrator = "administrator",
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|role| role.as_str() == text).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|role| role.as_str()).collect();
            format!("roles are: {}", known.join(", "))
        })
    }
}
