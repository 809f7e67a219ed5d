//! Steps that several stories share: of people around permits, of phones, and of the schema.

pub(crate) mod applicant;
pub(crate) mod bank;
pub(crate) mod desk;
pub(crate) mod held;
pub(crate) mod phones;
pub(crate) mod schema;
pub(crate) mod weapons;
