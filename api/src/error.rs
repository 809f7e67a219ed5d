//! What can go wrong, by what the caller can do about it, and its one way out.
//!
//! Every variant has one row in the table below: status and code. The code is
//! also the Fluent id of the title (`error-<code>`). `http::problem` is the only
//! place that turns an [`Error`] into an answer, in the reader's language.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

/// One refused field: where, which rule, and what the rule needs to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Path of the field as the caller wrote it, for example `keys.p256dh`.
    pub field: String,
    /// Rule that was broken; the Fluent id is `fault-<code>`, and the code
    /// itself for the rules of CAP (`cap-…`).
    pub code: String,
    /// Values named by the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, String)>,
    /// Line of the input, where it has lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

impl Fault {
    /// A fault without arguments.
    #[must_use]
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into(), args: Vec::new(), line: None }
    }

    /// A choice that is none of those offered. Nothing chosen is told apart from a value that
    /// no list has: the first is what a person does, the second what a program gets wrong.
    #[must_use]
    pub fn choice(field: impl Into<String>, given: &str) -> Self {
        Self::new(field, if given.trim().is_empty() { "choice-missing" } else { "value-unknown" })
    }

    /// Adds a value named by the text.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Why a request was not served.
#[derive(Debug)]
pub enum Error {
    /// Nothing is at this address, or the caller may not know that something is.
    NotFound,
    /// The address exists, the method does not; these do.
    MethodNotAllowed(&'static str),
    /// The body is in a form that is not read here.
    UnsupportedMedia,
    /// The input breaks rules; each is listed.
    Invalid(Vec<Fault>),
    /// The body is larger than allowed.
    TooLarge,
    /// Nobody is signed in, or the token is wrong.
    Unauthorised,
    /// The person is known and may not do this. The code says which rule.
    Forbidden(&'static str),
    /// The state of the thing does not allow this. The code says which rule.
    Conflict(&'static str),
    /// Too many requests; seconds to wait.
    TooMany(u64),
    /// A part of the system is away; try again.
    Unavailable,
    /// A fault of ours; the chain is logged, the caller gets the request id.
    Internal(anyhow::Error),
}

/// Result of a handler.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Two checks of one form: what is wrong with it is told at once, in the order of its fields.
///
/// # Errors
/// One of the two failed; when both found faults of the input, all of them.
pub fn both<A, B>(one: Result<A>, other: Result<B>) -> Result<(A, B)> {
    match (one, other) {
        (Err(Error::Invalid(mut faults)), Err(Error::Invalid(more))) => {
            faults.extend(more);
            Err(Error::Invalid(faults))
        }
        (one, other) => Ok((one?, other?)),
    }
}

impl Error {
    /// One broken rule.
    #[must_use]
    pub fn invalid(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self::Invalid(vec![Fault::new(field, code)])
    }

    /// A choice that is none of those offered, or none at all.
    #[must_use]
    pub fn choice(field: impl Into<String>, given: &str) -> Self {
        Self::Invalid(vec![Fault::choice(field, given)])
    }

    /// Status and code.
    #[must_use]
    pub fn row(&self) -> (StatusCode, &'static str) {
        let code = match self {
            Self::NotFound => "not-found",
            Self::MethodNotAllowed(_) => "method-not-allowed",
            Self::UnsupportedMedia => "unsupported-media-type",
            Self::Invalid(_) => "invalid",
            Self::TooLarge => "too-large",
            Self::Unauthorised => "unauthorised",
            Self::Forbidden(_) => "forbidden",
            Self::Conflict(_) => "conflict",
            Self::TooMany(_) => "too-many",
            Self::Unavailable => "unavailable",
            Self::Internal(_) => "internal",
        };
        (Self::status_of(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), code)
    }

    /// Statuses by code, for the test that walks the translations and the description of
    /// each kind of problem.
    pub const CODES: [(&'static str, StatusCode); 11] = [
        ("not-found", StatusCode::NOT_FOUND),
        ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED),
        ("unsupported-media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("invalid", StatusCode::UNPROCESSABLE_ENTITY),
        ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
        ("unauthorised", StatusCode::UNAUTHORIZED),
        ("forbidden", StatusCode::FORBIDDEN),
        ("conflict", StatusCode::CONFLICT),
        ("too-many", StatusCode::TOO_MANY_REQUESTS),
        ("unavailable", StatusCode::SERVICE_UNAVAILABLE),
        ("internal", StatusCode::INTERNAL_SERVER_ERROR),
    ];

    /// The status of a code; none when no problem has it.
    #[must_use]
    pub fn status_of(code: &str) -> Option<StatusCode> {
        Self::CODES.iter().find(|(known, _)| *known == code).map(|(_, status)| *status)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(faults) => {
                write!(f, "invalid:")?;
                for fault in faults {
                    write!(f, " {} {}", fault.field, fault.code)?;
                }
                Ok(())
            }
            Self::Forbidden(rule) | Self::Conflict(rule) => write!(f, "{}: {rule}", self.row().1),
            Self::Internal(source) => write!(f, "internal: {source:#}"),
            _ => f.write_str(self.row().1),
        }
    }
}

impl std::error::Error for Error {}

impl From<anyhow::Error> for Error {
    fn from(source: anyhow::Error) -> Self {
        match source.downcast::<sea_orm::DbErr>() {
            Ok(error) => error.into(),
            Err(source) => Self::Internal(source),
        }
    }
}

impl From<sea_orm::DbErr> for Error {
    /// A database that is away is told apart from a query that is wrong: the
    /// caller can wait for the first.
    fn from(error: sea_orm::DbErr) -> Self {
        if crate::db::is_away(&error) {
            tracing::error!(error = %error, "the database cannot serve");
            return Self::Unavailable;
        }
        match error {
            sea_orm::DbErr::RecordNotFound(_) => Self::NotFound,
            other => Self::Internal(anyhow::Error::new(other).context("a query failed")),
        }
    }
}

/// The error as it travels to the one place that renders it.
#[derive(Debug)]
pub struct Problem {
    /// Status of the answer.
    pub status: StatusCode,
    /// Stable code.
    pub code: &'static str,
    /// The rule behind a refusal, when one is named.
    pub rule: Option<&'static str>,
    /// Refused fields.
    pub faults: Vec<Fault>,
    /// Seconds to wait.
    pub retry_after_s: Option<u64>,
    /// Methods that the address does answer to.
    pub allow: Option<&'static str>,
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.row().0
    }

    fn error_response(&self) -> HttpResponse {
        let (status, code) = self.row();
        if let Self::Internal(source) = self {
            tracing::error!(error = format!("{source:#}"), "a request failed");
        }
        let problem = Problem {
            status,
            code,
            rule: match self {
                Self::Forbidden(rule) | Self::Conflict(rule) => Some(rule),
                _ => None,
            },
            faults: match self {
                Self::Invalid(faults) => faults.clone(),
                _ => Vec::new(),
            },
            retry_after_s: match self {
                Self::TooMany(seconds) => Some(*seconds),
                Self::Unavailable => Some(5),
                _ => None,
            },
            allow: match self {
                Self::MethodNotAllowed(methods) => Some(methods),
                _ => None,
            },
        };
        let mut response = HttpResponse::new(status);
        response.extensions_mut().insert(problem);
        response
    }
}
