//! Answers kept ready: the directory changes seldom, and a question comes often.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::error::Result;
use crate::http::Body;

/// Most answers kept at once; beyond it all are let go.
const MOST: usize = 256;

/// One answer, and the languages of its words as `Content-Language` names them.
pub(super) type Answer = (Body, String);

/// Answers to questions, for one state of the directory and one day.
#[derive(Default)]
pub struct Answers(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    of: (i64, Option<Date>),
    bodies: HashMap<String, Arc<Answer>>,
}

impl Answers {
    /// The answer of a question, made if it is not there.
    ///
    /// # Errors
    /// That of `make`.
    pub(super) fn get(
        &self,
        version: i64,
        today: Date,
        key: String,
        make: impl FnOnce() -> Result<Answer>,
    ) -> Result<Arc<Answer>> {
        let of = (version, Some(today));
        {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.of != of {
                *kept = Kept { of, bodies: HashMap::new() };
            }
            if let Some(body) = kept.bodies.get(&key) {
                return Ok(body.clone());
            }
        }
        let body = Arc::new(make()?);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.bodies.len() >= MOST {
            kept.bodies.clear();
        }
        if kept.of == of {
            kept.bodies.insert(key, body.clone());
        }
        Ok(body)
    }
}
