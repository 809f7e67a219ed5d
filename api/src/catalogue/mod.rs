//! The portal's content as data: advice, publications, measures of the plans, campaigns,
//! datasets. The site generator writes the lists beside the pages, so that both say the
//! same; this noun (`store`, `routes`) keeps them in memory and hands them out page by page.

mod routes;
mod store;

pub use routes::configure;
pub use store::Catalogue;
