//! Steps that several stories share: of people around permits, and of phones.

pub(crate) mod applicant;
pub(crate) mod bank;
pub(crate) mod desk;
pub(crate) mod held;
pub(crate) mod phones;
