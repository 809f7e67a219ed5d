//! Salts: 16 fresh random bytes per message (RFC 8188 section 2.1).

use aws_lc_rs::rand;

use crate::{CryptoFailure, SALT_LEN};

const POOL: usize = 256 * SALT_LEN;

/// A supply of salts from the system's random generator.
///
/// Asking the generator for 16 bytes at a time costs more than deriving the
/// keys, so 256 salts are drawn together. A salt is public (it is sent in
/// clear), so holding some in advance gives nothing away; each is handed out
/// once. Keep one supply per sending task.
pub struct Salts {
    pool: [u8; POOL],
    next: usize,
}

impl Salts {
    /// An empty supply; the first draw fills it.
    #[must_use]
    pub fn new() -> Self {
        Self { pool: [0; POOL], next: POOL }
    }

    /// The next salt, never given before.
    ///
    /// # Errors
    /// [`CryptoFailure`] if the system's random generator fails.
    pub fn draw(&mut self) -> Result<[u8; SALT_LEN], CryptoFailure> {
        if self.next == POOL {
            rand::fill(&mut self.pool)?;
            self.next = 0;
        }
        let mut salt = [0; SALT_LEN];
        salt.copy_from_slice(&self.pool[self.next..self.next + SALT_LEN]);
        self.next += SALT_LEN;
        Ok(salt)
    }
}

impl Default for Salts {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Salts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Salts").finish_non_exhaustive()
    }
}
