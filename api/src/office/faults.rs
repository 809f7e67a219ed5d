//! Refused fields on a page: beside the field and in the summary above.

use std::cell::OnceCell;

use crate::error::Fault;
use crate::http::{fault_line, fault_text};
use crate::i18n::Lang;

/// One refused field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Id of the element that is to be mended.
    pub id: String,
    /// What is wrong and how to mend it.
    pub message: String,
    /// What the field is called: known once the field has asked what is wrong with it.
    name: OnceCell<String>,
    lang: Lang,
}

impl Wrong {
    /// The line of the summary, which is read far from the field: which one, and what is wrong.
    pub fn line(&self) -> String {
        self.name
            .get()
            .map_or_else(|| self.message.clone(), |name| fault_line(self.lang, name, &self.message))
    }
}

/// All refused fields of a page, in the order of the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Wrongs(pub Vec<Wrong>);

impl Wrongs {
    /// The faults of an alert's form.
    pub fn of_alert(faults: &[Fault], lang: Lang) -> Self {
        Self::of(faults, lang, element_id)
    }

    /// The faults of a form whose elements have the ids of the fields.
    pub fn plain(faults: &[Fault], lang: Lang) -> Self {
        Self::of(faults, lang, str::to_owned)
    }

    fn of(faults: &[Fault], lang: Lang, id: impl Fn(&str) -> String) -> Self {
        let mut list: Vec<Wrong> = Vec::new();
        for fault in faults {
            let message = fault_text(fault, lang);
            let wrong = Wrong { id: id(&fault.field), message, name: OnceCell::new(), lang };
            if !list.contains(&wrong) {
                list.push(wrong);
            }
        }
        Self(list)
    }

    /// What is wrong with one element. Its label goes into the summary as well, unless the
    /// element has got a name before.
    pub fn at(&self, id: &str, label: &str) -> Option<String> {
        self.name(id, label);
        self.0.iter().find(|wrong| wrong.id == id).map(|wrong| wrong.message.clone())
    }

    /// Names an element for the summary, where its label alone would not tell which one it is.
    pub fn name(&self, id: &str, name: &str) {
        for wrong in self.0.iter().filter(|wrong| wrong.id == id) {
            // The first name stays: it was given by who knows more than the label.
            wrong.name.get_or_init(|| name.to_owned());
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The element of the form that a field of the model is filled in with.
fn element_id(field: &str) -> String {
    let parts: Vec<&str> = field.split('.').collect();
    match parts.as_slice() {
        ["params", name] => format!("p-{name}"),
        ["municipalities", ..] => "areas".to_owned(),
        ["circles", number, ..] => format!("circle-{number}-lat"),
        ["polygons", ..] => "polygons".to_owned(),
        ["texts", lang] => format!("t-{lang}-headline"),
        ["texts", lang, part] => format!("t-{lang}-{part}"),
        _ => field.replace(['.', '_'], "-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_leads_to_its_element() {
        for (field, id) in [
            ("params.place", "p-place"),
            ("municipalities.3", "areas"),
            ("municipalities", "areas"),
            ("circles.0", "circle-0-lat"),
            ("polygons.1", "polygons"),
            ("texts.nl", "t-nl-headline"),
            ("texts.nl.instruction", "t-nl-instruction"),
            ("next_update", "next-update"),
            ("expires", "expires"),
        ] {
            assert_eq!(element_id(field), id);
        }
    }

    #[test]
    fn the_same_fault_is_told_once() {
        let faults =
            [Fault::new("municipalities.0", "area-missing"), Fault::new("municipalities", "area-missing")];
        assert_eq!(Wrongs::of_alert(&faults, Lang::FR).0.len(), 1);
    }

    #[test]
    fn a_line_of_the_summary_names_its_field() {
        for lang in Lang::office() {
            let wrongs =
                Wrongs::plain(&[Fault::new("text", "required"), Fault::new("day", "required")], lang);
            wrongs.name("day", "First");
            assert_eq!(wrongs.at("day", "Second").as_deref(), Some(wrongs.0[1].message.as_str()));
            assert!(wrongs.at("other", "Other").is_none());
            assert_eq!(wrongs.0[0].line(), wrongs.0[0].message, "{lang}: nobody named it");
            let line = wrongs.0[1].line();
            assert!(line.starts_with("First") && line.ends_with(&wrongs.0[1].message), "{lang}: {line}");
        }
    }
}
