//! What is wrong with a form: beside its field, and in the list above the form, where it is
//! read far from the field and has to name it.

use crate::http::fault_line;
use crate::i18n::Lang;

/// What is wrong with one field.
pub(super) struct Fault {
    /// Id of the element that is to be mended.
    pub target: String,
    /// The words beside the field.
    pub text: String,
    /// The words in the list: the label of the field, and what is wrong with it.
    pub line: String,
}

impl Fault {
    /// A fault of the field with this label.
    pub fn new(lang: Lang, target: impl Into<String>, label: &str, text: String) -> Self {
        Self { target: target.into(), line: fault_line(lang, label, &text), text }
    }

    /// A fault whose words name the field by themselves: said twice it would read worse.
    pub fn named(target: impl Into<String>, text: String) -> Self {
        Self { target: target.into(), line: text.clone(), text }
    }
}

/// What is wrong with one field of a form, for the words beside it.
pub(super) fn fault_of<'a>(faults: &'a [Fault], field: &str) -> Option<&'a str> {
    faults.iter().find(|fault| fault.target == field).map(|fault| fault.text.as_str())
}
