//! All lanes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use safe_sealing::Origin;

use crate::dial::Dialer;
use crate::lane::{Lane, LaneState};
use crate::settings::Settings;

/// One lane per push origin. Dropping it stops all lanes.
pub struct Courier {
    settings: Arc<Settings>,
    dialer: Arc<Dialer>,
    lanes: Mutex<HashMap<Origin, Lane>>,
}

/// Why a courier could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The file of extra certificates cannot be read.
    #[error("the file of trusted certificates cannot be read")]
    Roots(#[source] std::io::Error),
    /// The file of extra certificates holds something else.
    #[error("the file of trusted certificates is not valid")]
    Certificate,
}

impl Courier {
    /// Reads the trusted certificates; connects nowhere yet.
    ///
    /// # Errors
    /// [`CourierError`] if the extra certificates cannot be used.
    pub fn new(settings: Settings) -> Result<Self, CourierError> {
        Ok(Self {
            dialer: Arc::new(Dialer::new(&settings)?),
            settings: Arc::new(settings),
            lanes: Mutex::default(),
        })
    }

    /// The lane of an origin, made when it is first asked for.
    #[must_use]
    pub fn lane(&self, origin: &Origin) -> Lane {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lane) = lanes.get(origin) {
            return lane.clone();
        }
        let lane = Lane::new(origin.clone(), Arc::clone(&self.settings), Arc::clone(&self.dialer));
        lanes.insert(origin.clone(), lane.clone());
        lane
    }

    /// The state of every lane, for metrics; in order of origins.
    #[must_use]
    pub fn states(&self) -> Vec<LaneState> {
        let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut states: Vec<LaneState> = lanes.values().map(Lane::state).collect();
        states.sort_by(|a, b| a.origin.cmp(&b.origin));
        states
    }

    /// Takes no more messages and waits until those in flight are settled, but
    /// not longer than `limit`. Says whether all were settled.
    pub async fn close(&self, limit: Duration) -> bool {
        let lanes: Vec<Lane> = {
            let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
            lanes.values().cloned().collect()
        };
        for lane in &lanes {
            lane.close();
        }
        let settled = async {
            while lanes.iter().any(|lane| lane.state().in_flight > 0) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(limit, settled).await.is_ok()
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        let lanes = self.lanes.get_mut().unwrap_or_else(PoisonError::into_inner);
        for lane in lanes.values() {
            lane.close();
        }
    }
}

impl std::fmt::Debug for Courier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Courier").finish_non_exhaustive()
    }
}
