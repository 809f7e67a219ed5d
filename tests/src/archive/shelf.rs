//! The archive while it is made: people, members of staff, files, and the vault.

use std::io::Write as _;
use std::sync::Arc;

use safe_api::account::Role;
use safe_api::permit::desk::letter::Letter;
use safe_api::permit::keys::Keys;
use safe_api::permit::vault::{SealWriter, Store};
use uuid::Uuid;

use super::chain::Act;
use super::random::Random;

/// A person of the archive.
pub(super) struct Holder {
    pub id: Uuid,
    pub hmac: String,
}

/// A file as those who open it need it.
pub(super) struct Card {
    pub number: usize,
    pub id: Uuid,
    pub person: usize,
    pub lang: &'static str,
    pub state: &'static str,
    pub first_page: String,
    pub key_wrapped: Vec<u8>,
    pub reference: String,
    pub papers: Vec<(Uuid, String, String)>,
    pub consent: Option<(String, usize)>,
    pub notice: Option<Uuid>,
    pub opinion: Option<Uuid>,
    pub decision: Option<Uuid>,
    pub code: Option<String>,
    pub letter: Option<Uuid>,
    pub grant: Option<Uuid>,
    pub has_fee: bool,
    pub can_appeal: bool,
}

/// A member of staff.
pub(super) struct Member {
    pub role: Role,
    pub email: String,
    pub id: Uuid,
}

/// The archive while it is made.
pub(super) struct Archive {
    pub random: Random,
    pub now_ms: i64,
    pub staff: Vec<Member>,
    pub people: Vec<Holder>,
    pub files: Vec<Uuid>,
    pub cards: Vec<Card>,
    pub acts: Vec<Act>,
    pub references: i64,
    pub payments: i64,
    pub letter: Letter,
    pub letter_bytes: Vec<u8>,
    pub letter_sha256: String,
    pub vault: Vault,
}

/// Makes keys of documents, and writes those whose bytes are wanted.
pub(super) struct Vault {
    pub store: Arc<dyn Store>,
    pub keys: Keys,
}

impl Archive {
    pub fn of(&self, role: Role, number: usize) -> &Member {
        let all: Vec<_> = self.staff.iter().filter(|member| member.role == role).collect();
        all[number % all.len()]
    }

    pub fn clerk(&self, number: usize) -> Uuid {
        self.of(Role::WeaponsClerk, number).id
    }

    /// Place among those who act, and address.
    pub fn clerk_name(&self, number: usize) -> (usize, String) {
        let clerk = self.of(Role::WeaponsClerk, number);
        let place = self.staff.iter().position(|member| member.id == clerk.id).unwrap_or(0);
        (place + 2, clerk.email.clone())
    }

    pub fn adviser(&self, number: usize) -> (String, Uuid) {
        let adviser = self.of(Role::Adviser, number);
        (adviser.email.clone(), adviser.id)
    }

    pub fn three(&self, number: usize) -> (Uuid, Uuid, Uuid) {
        let one = |role| self.of(role, number).id;
        (one(Role::WeaponsClerk), one(Role::Legal), one(Role::HighOfficial))
    }

    /// The key of a document, as its row holds it, and the size of its bytes.
    pub fn keep(&self, id: Uuid, with_bytes: bool) -> anyhow::Result<(Vec<u8>, i64)> {
        let (key, wrapped) = self.vault.keys.fresh(&format!("document/{id}"))?;
        if with_bytes {
            let mut writer = SealWriter::new(self.vault.store.begin(&id.to_string())?, &key)?;
            writer.write_all(&self.letter_bytes)?;
            writer.finish()?.keep()?;
        }
        Ok((wrapped, i64::try_from(self.letter_bytes.len())?))
    }
}
