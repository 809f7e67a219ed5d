//! What the API says of a row of the law: its words in one language, its proof.

use safe_permits::reference::{Authority, parted};
use safe_permits::{Confidence, Dated, On, Proof, Words};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::Reader;
use crate::i18n::Lang;

/// A text in the reader's language, else in the next that has it.
#[must_use]
pub fn said(lang: Lang, words: &Words) -> String {
    spoken(lang, words).1.to_owned()
}

/// A text with the language it is in.
#[must_use]
pub fn spoken(lang: Lang, words: &Words) -> (Lang, &str) {
    let found = lang.chain().into_iter().find_map(|one| Some((one, words.find(one.code())?)));
    found.unwrap_or((Lang::FR, &words.fr))
}

/// The languages of an answer: the reader's, or French and Dutch together.
#[must_use]
pub fn languages(reader: Reader) -> Vec<Lang> {
    reader.0.map_or_else(|| vec![Lang::FR, Lang::NL], |lang| vec![lang])
}

/// Address of a guide page, without host.
#[must_use]
pub fn guide(lang: Lang, page: &str) -> String {
    format!("/{lang}/permits/{page}/")
}

/// Address where a file of a procedure begins, without host. The form speaks the
/// languages of the office; others are led to it in English.
#[must_use]
pub fn apply(lang: Lang) -> String {
    let spoken = if Lang::office().contains(&lang) { lang } else { Lang::EN };
    format!("/{spoken}/permits/apply/")
}

/// A page or text that a row rests on.
#[derive(Serialize, ToSchema)]
pub struct PermitSource {
    /// Id of the source, or lines of a source document.
    id: String,
    title: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    /// Year and month of the last check.
    checked: Option<String>,
}

/// A legal text that a row rests on.
#[derive(Serialize, ToSchema)]
pub struct PermitLegalBasis {
    /// `act`, or `act:article`.
    id: String,
    title: String,
    /// As it is cited.
    short: String,
    /// Article, as the text numbers it.
    article: Option<String>,
    url: Option<String>,
    /// Day of the act; one without a known day is null.
    #[schema(value_type = Option<String>, format = Date)]
    date: Option<String>,
    /// First day from which the row rests on it.
    #[schema(value_type = String, format = Date)]
    valid_from: String,
    source: Vec<PermitSource>,
    #[schema(value_type = String)]
    confidence: Confidence,
}

/// Where a row comes from and when it applies.
#[derive(Serialize, ToSchema)]
pub struct PermitProof {
    /// First day on which it applies.
    #[schema(value_type = String, format = Date)]
    valid_from: String,
    /// Last day on which it applies.
    valid_to: Option<String>,
    /// `A` official page or legal text read, `B` secondary source, `C` derived, `unconfirmed`.
    #[schema(value_type = String)]
    confidence: Confidence,
    /// Whether the service still has to confirm it.
    to_be_confirmed: bool,
    source: Vec<PermitSource>,
    legal_basis: Vec<PermitLegalBasis>,
    /// What still has to be confirmed.
    note: Option<String>,
}

/// An authority.
#[derive(Serialize, ToSchema)]
pub struct PermitAuthority {
    id: String,
    title: String,
    /// What it does.
    text: String,
    url: Option<String>,
    #[serde(flatten)]
    proof: PermitProof,
}

/// Makes the parts of an answer in one language.
#[derive(Clone, Copy)]
pub struct Printer<'l> {
    /// The rows of the day.
    pub law: On<'l>,
    /// The language.
    pub lang: Lang,
}

impl Printer<'_> {
    /// A text in the language.
    pub fn say(&self, words: &Words) -> String {
        said(self.lang, words)
    }

    /// Sources by their ids.
    pub fn sources(&self, ids: &[String]) -> Vec<PermitSource> {
        let source = |id: &String| {
            let found = self.law.source(id);
            PermitSource {
                id: id.clone(),
                title: found.map(|source| source.title.clone()),
                publisher: found.map(|source| source.publisher_in(self.lang.code()).to_owned()),
                url: found.and_then(|source| source.url.clone()),
                checked: found.map(|source| source.checked.clone()),
            }
        };
        ids.iter().map(source).collect()
    }

    /// The legal texts that a row rests on.
    pub fn basis(&self, proof: &Proof) -> Vec<PermitLegalBasis> {
        let basis = |id: &String| {
            let (act, article) = parted(id);
            let act = self.law.act(act)?;
            Some(PermitLegalBasis {
                id: id.clone(),
                title: self.say(&act.title),
                short: self.say(&act.short),
                article: article.map(str::to_owned),
                url: act.url.clone(),
                date: act.date.map(|day| day.to_string()),
                valid_from: proof.valid_from.to_string(),
                source: self.sources(&act.source),
                confidence: act.confidence,
            })
        };
        proof.legal_basis.iter().filter_map(basis).collect()
    }

    /// Where a row comes from.
    pub fn proof(&self, proof: &Proof) -> PermitProof {
        PermitProof {
            valid_from: proof.valid_from.to_string(),
            valid_to: proof.valid_to.map(|day| day.to_string()),
            confidence: proof.confidence,
            to_be_confirmed: proof.is_unconfirmed(),
            source: self.sources(&proof.source),
            legal_basis: self.basis(proof),
            note: proof.note.as_ref().map(|note| self.say(note)),
        }
    }

    /// An authority.
    pub fn authority(&self, row: &Dated<Authority>) -> PermitAuthority {
        PermitAuthority {
            id: row.id.clone(),
            title: self.say(&row.title),
            text: self.say(&row.text),
            url: row.url.clone(),
            proof: self.proof(&row.proof),
        }
    }
}
