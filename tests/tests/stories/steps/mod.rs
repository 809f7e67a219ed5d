//! Steps of people that several stories of permits share.

pub(crate) mod applicant;
pub(crate) mod bank;
pub(crate) mod desk;
pub(crate) mod held;
