//! Weapons permits online: a file from the first answer to the years after the
//! grant. The law is data (`content/permits`); this noun keeps what people hand
//! in, lets them follow it, and gives the back-office its rows.
//!
//! - `entity`: the tables;
//! - `vault`: documents, encrypted at rest;
//! - `sealed`: small texts, encrypted with the key of their file.

pub mod entity;
