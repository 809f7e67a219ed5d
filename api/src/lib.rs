//! The safe.brussels portal: API, workers and back-office.
//!
//! One folder per noun, each of the same shape: what it is, its rows and named
//! queries, its wire types, one file per endpoint or page.
//!
//! # Invariants
//!
//! - Nothing a person reads is written in Rust: it has a Fluent id or lives in
//!   `content/`.
//! - Only [`error`] and `http::problem` turn errors into HTTP; only [`clock`]
//!   reads the clock; only [`push`], [`account`], [`feed`], [`link`], [`news`],
//!   [`search`] and `permit::vault` open connections outward.
//! - An endpoint never waits for a push, a mail, a site build or an index.
//! - Citizens' routes set no cookie, load nothing from elsewhere, and log
//!   neither address nor query. Only who applies for a permit signs in; that
//!   cookie goes to the pages of the files alone.
//! - Every list is bounded, every input limited, every wait timed.

pub mod account;
pub mod alert;
pub mod app;
pub mod area;
pub mod audit;
pub mod catalogue;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
mod docs;
pub mod error;
pub mod feed;
mod health;
pub mod help;
pub mod http;
pub mod i18n;
pub mod letterbox;
pub mod link;
mod metrics;
pub mod news;
mod office;
mod outward;
pub mod permit;
pub mod portal;
mod private;
pub mod push;
pub mod search;
