//! Whether a text can be a mail address or a telephone number.

/// Longest mail address (RFC 5321, 4.5.3.1).
const MAIL: usize = 254;

/// Something before an @, a domain with a dot after it, no space. Whether the box exists
/// only a mail can tell.
pub(super) fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let labels = domain.split('.').collect::<Vec<_>>();
    !local.is_empty()
        && text.len() <= MAIL
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
        && !local.contains('@')
        && labels.len() > 1
        && labels.iter().all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// Eight to fifteen digits (ITU-T E.164), with what people write between them.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text
        .chars()
        .enumerate()
        .all(|(at, c)| c.is_ascii_digit() || " ./-()".contains(c) || (c == '+' && at == 0));
    plain && (8..=15).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses() {
        for good in ["a@b.be", "ana.d'or+x@mail.example.org", "é@exemple.be"] {
            assert!(is_mail(good), "{good}");
        }
        let long = format!("{}@example.be", "a".repeat(250));
        for bad in
            ["", "a", "a@b", "@b.be", "a@@b.be", "a b@c.be", "a@b..be", "a@-b.be", "a@b.be,c@d.be", &long]
        {
            assert!(!is_mail(bad), "{bad}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for good in ["+32 2 000 00 00", "0470/00.00.00", "(02) 000-00-00"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "112", "02+000000000", "call me 02 000 00 00", "1234567890123456"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }
}
