//! QR codes for credit transfers (EPC069-12, version 002), as text and as a drawing.

use std::fmt::Write as _;

use qrcode::{EcLevel, QrCode, Version};

/// A transfer that a phone's banking app fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// BIC; may be empty inside the European Economic Area.
    pub bic: String,
    /// Who receives it, at most 70 characters.
    pub name: String,
    /// Account, without spaces.
    pub iban: String,
    /// Cents of euro.
    pub cents: i64,
    /// What it is for.
    pub remittance: Remittance,
}

/// What a transfer is for: a reference or words, never both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remittance {
    /// Structured reference, at most 35 characters.
    Structured(String),
    /// Free words, at most 140 characters; Belgian communications stand here.
    Text(String),
}

/// Why a transfer has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The account fails the check of ISO 13616.
    #[error("the account number is wrong")]
    Iban,
    /// Not between one cent and 999,999,999.99 euro.
    #[error("the amount cannot be transferred")]
    Amount,
    /// A field is too long or holds a line break.
    #[error("a field is empty, too long or has a line break")]
    Field,
    /// More bytes than a code of version 13 holds.
    #[error("the code would be too large")]
    TooLarge,
}

/// Whether an account number passes the check of ISO 13616 (remainder 1 modulo 97).
#[must_use]
pub fn is_iban(iban: &str) -> bool {
    passes_97(iban, 15, 34)
}

/// Whether a creditor reference passes the check of ISO 11649 (`RF…`).
#[must_use]
pub fn is_creditor_reference(reference: &str) -> bool {
    reference.starts_with("RF") && passes_97(reference, 5, 25)
}

fn passes_97(text: &str, least: usize, most: usize) -> bool {
    let alphanumeric = text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if !alphanumeric || !(least..=most).contains(&text.len()) {
        return false;
    }
    let turned = text[4..].bytes().chain(text[..4].bytes());
    let rest = turned.fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    rest == 1
}

impl Transfer {
    /// The text of the code: lines without one after the last that is filled in.
    ///
    /// # Errors
    /// A field breaks the rules of the standard.
    pub fn payload(&self) -> Result<String, Refused> {
        if !is_iban(&self.iban) {
            return Err(Refused::Iban);
        }
        if !(1..=99_999_999_999).contains(&self.cents) {
            return Err(Refused::Amount);
        }
        let fits = |text: &str, most: usize| text.chars().count() <= most && !text.contains(['\n', '\r']);
        let (reference, words) = match &self.remittance {
            Remittance::Structured(reference) => (reference.as_str(), ""),
            Remittance::Text(words) => ("", words.as_str()),
        };
        let name_fits = !self.name.trim().is_empty() && fits(&self.name, 70);
        if !name_fits || !fits(&self.bic, 11) || !fits(reference, 35) || !fits(words, 140) {
            return Err(Refused::Field);
        }
        let amount = format!("EUR{}.{:02}", self.cents / 100, self.cents % 100);
        let lines =
            ["BCD", "002", "1", "SCT", &self.bic, &self.name, &self.iban, &amount, "", reference, words];
        Ok(lines.join("\n").trim_end_matches('\n').to_owned())
    }

    /// The code as an SVG of black squares on white with the quiet zone, one unit per
    /// module, without words: the page names it.
    ///
    /// # Errors
    /// As [`Transfer::payload`], or the code would be larger than version 13.
    pub fn svg(&self) -> Result<String, Refused> {
        let payload = self.payload()?;
        let code = QrCode::with_error_correction_level(payload.as_bytes(), EcLevel::M)
            .map_err(|_| Refused::TooLarge)?;
        if matches!(code.version(), Version::Normal(version) if version > 13) {
            return Err(Refused::TooLarge);
        }
        let width = code.width();
        let mut path = String::new();
        for (at, color) in code.to_colors().iter().enumerate() {
            if *color == qrcode::Color::Dark {
                let _ = write!(path, "M{},{}h1v1h-1z", at % width + 4, at / width + 4);
            }
        }
        let side = width + 8;
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0,0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer() -> Transfer {
        Transfer {
            bic: String::new(),
            name: "Région de Bruxelles-Capitale".to_owned(),
            iban: "BE68539007547034".to_owned(),
            cents: 12_770,
            remittance: Remittance::Text("+++010/8068/17183+++".to_owned()),
        }
    }

    #[test]
    fn the_text_of_a_known_code() {
        let text = transfer().payload().expect("payload");
        assert_eq!(
            text,
            "BCD\n002\n1\nSCT\n\nRégion de Bruxelles-Capitale\nBE68539007547034\nEUR127.70\n\n\n+++010/8068/17183+++"
        );
        assert_eq!((text.len(), text.lines().count()), (94, 11));
        let structured = Remittance::Structured("RF18539007547034".to_owned());
        let text = Transfer { remittance: structured, ..transfer() }.payload().expect("payload");
        assert!(text.ends_with("\nRF18539007547034"));
    }

    #[test]
    fn wrong_fields_are_refused() {
        let with = |change: fn(&mut Transfer)| {
            let mut one = transfer();
            change(&mut one);
            one.payload().err()
        };
        assert_eq!(with(|one| one.iban = "BE68539007547035".to_owned()), Some(Refused::Iban));
        assert_eq!(with(|one| one.iban = "É".repeat(16)), Some(Refused::Iban));
        assert_eq!(with(|one| one.cents = 0), Some(Refused::Amount));
        assert_eq!(with(|one| one.name = "x\nBCD".to_owned()), Some(Refused::Field));
        assert_eq!(with(|one| one.name = "x".repeat(71)), Some(Refused::Field));
        assert!(is_creditor_reference("RF18539007547034") && !is_creditor_reference("RF19539007547034"));
    }

    #[test]
    fn the_drawing_is_one_code() {
        let svg = transfer().svg().expect("svg");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.contains("h1v1h-1z"));
    }
}
