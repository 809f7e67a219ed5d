//! What went wrong with a bucket, said without the name of an object, without a key, and
//! without what the server answered: S3 servers repeat the request in their errors.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicU8, Ordering};

use object_store::client::{HttpError, HttpErrorKind};

/// What is asked of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Write = 1,
    Read = 2,
    Remove = 4,
}

impl Act {
    fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::Remove => "remove",
        }
    }
}

/// What the bucket did not do when it was last asked. Changes are logged once.
#[derive(Default)]
pub(super) struct Watch {
    failing: AtomicU8,
}

impl Watch {
    pub(super) fn is_well(&self) -> bool {
        self.failing.load(Ordering::Relaxed) == 0
    }

    pub(super) fn answered(&self, act: Act) {
        let before = self.failing.fetch_and(!(act as u8), Ordering::Relaxed);
        if before == act as u8 {
            tracing::info!("the bucket of the documents can be used again");
        }
    }

    pub(super) fn silent(&self, act: Act) -> io::Error {
        self.failed(act, ErrorKind::TimedOut, "it did not answer in time")
    }

    /// What an error means to whoever asked.
    pub(super) fn judge(&self, act: Act, error: &object_store::Error) -> io::Error {
        use object_store::Error as E;
        match error {
            // The server works; there is nothing under the name.
            E::NotFound { .. } if act != Act::Write => {
                self.answered(act);
                io::Error::new(ErrorKind::NotFound, "the bucket does not hold it")
            }
            E::NotFound { .. } => {
                self.failed(act, ErrorKind::NotConnected, "it does not know the bucket or the upload")
            }
            E::PermissionDenied { .. } | E::Unauthenticated { .. } => {
                self.failed(act, ErrorKind::PermissionDenied, "it refuses the access key")
            }
            _ => {
                let (kind, words) = cause(error);
                self.failed(act, kind, &words)
            }
        }
    }

    fn failed(&self, act: Act, kind: ErrorKind, words: &str) -> io::Error {
        let before = self.failing.fetch_or(act as u8, Ordering::Relaxed);
        if before & act as u8 == 0 {
            tracing::error!(act = act.name(), cause = words, "the bucket of the documents cannot be used");
        }
        io::Error::new(kind, format!("the bucket of the documents, {}: {words}", act.name()))
    }
}

/// The kind of a failure, and words for the log.
fn cause(error: &(dyn Error + 'static)) -> (ErrorKind, String) {
    let mut next = Some(error);
    let mut found = (ErrorKind::Other, "an answer that is not understood".to_owned());
    while let Some(error) = next {
        if let Some(status) = status(error) {
            return (ErrorKind::NotConnected, format!("it answered with status {status}"));
        }
        if let Some(http) = error.downcast_ref::<HttpError>() {
            found = match http.kind() {
                HttpErrorKind::Timeout => (ErrorKind::TimedOut, "it did not answer in time".to_owned()),
                HttpErrorKind::Connect => (ErrorKind::NotConnected, "it cannot be connected to".to_owned()),
                _ => (ErrorKind::NotConnected, "the connection broke".to_owned()),
            };
        }
        if let Some(io) = error.downcast_ref::<io::Error>() {
            found.1 = format!("{} ({})", found.1, io.kind());
        }
        next = error.source();
    }
    found
}

/// The status in the words of the client: its type does not tell.
fn status(error: &dyn Error) -> Option<u16> {
    let text = error.to_string();
    let (_, after) = text.split_once("status code: ")?;
    after.get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generic(text: &str) -> object_store::Error {
        object_store::Error::Generic { store: "S3", source: text.to_owned().into() }
    }

    #[test]
    fn what_the_server_says_is_not_repeated() {
        let watch = Watch::default();
        let error = watch.judge(
            Act::Write,
            &generic("Error performing PUT http://127.0.0.1/b/018f in 1s - Server returned non-2xx status code: 503 Service Unavailable: <AWSAccessKeyId>key</AWSAccessKeyId>"),
        );
        assert_eq!(error.kind(), ErrorKind::NotConnected);
        assert_eq!(error.to_string(), "the bucket of the documents, write: it answered with status 503");
        assert!(!watch.is_well());
        watch.answered(Act::Read);
        assert!(!watch.is_well(), "that it reads does not mean that it writes");
        watch.answered(Act::Write);
        assert!(watch.is_well());
    }

    #[test]
    fn an_object_that_is_not_there_is_no_failure_of_the_server() {
        let watch = Watch::default();
        let absent = object_store::Error::NotFound { path: "018f".to_owned(), source: "gone".into() };
        assert_eq!(watch.judge(Act::Read, &absent).kind(), ErrorKind::NotFound);
        assert!(watch.is_well());
        assert_eq!(watch.silent(Act::Read).kind(), ErrorKind::TimedOut);
        assert!(!watch.is_well());
    }
}
