//! Organisations, vocabularies and their terms.

use super::{Maker, OrganizationView, TaxonomyView, TermView, Translations};
use crate::help::directory::{Organization, Term, uuid_of};
use crate::help::row::Text;

impl Maker<'_> {
    /// An organisation; a missing description is that of its first service.
    pub(in super::super) fn organization(&self, organization: &Organization, full: bool) -> OrganizationView {
        let name = self.words(&organization.name);
        let first =
            self.directory.shown(self.today).find(|shown| shown.service().organization == organization.id);
        let description = first.map(|shown| self.words(&shown.service().description));
        OrganizationView {
            id: organization.uuid,
            description: description.filter(|text| !text.is_empty()).unwrap_or_else(|| name.clone()),
            name,
            website: organization.website.clone(),
            translations: full.then(|| translations(&[("name", Some(&organization.name))])),
        }
    }

    /// A vocabulary.
    pub(in super::super) fn taxonomy(&self, name: &str) -> TaxonomyView {
        TaxonomyView {
            id: uuid_of("taxonomy", name),
            name: self.text(&format!("help-taxonomy-{name}")),
            description: self.text(&format!("help-taxonomy-{name}-text")),
        }
    }

    /// A term.
    pub(in super::super) fn term(&self, term: &Term, full: bool) -> TermView {
        let (language, words) = (term.text.best(self.lang).0.to_owned(), self.words(&term.text));
        let vocabulary = self.text(&format!("help-taxonomy-{}", term.vocabulary));
        TermView {
            id: term.uuid,
            code: term.id.clone(),
            description: format!("{vocabulary}: {words}"),
            name: words,
            language,
            taxonomy_id: uuid_of("taxonomy", term.vocabulary),
            translations: full.then(|| translations(&[("name", Some(&term.text))])),
        }
    }
}

/// Texts in every language that has them.
pub(super) fn translations(fields: &[(&'static str, Option<&Text>)]) -> Translations {
    fields.iter().filter_map(|(name, text)| Some((*name, text.as_ref()?.0.clone()))).collect()
}
