//! Structured communications of Belgian transfers (OGM / VCS).

use std::fmt;
use std::str::FromStr;

/// Twelve digits, the last two being the first ten modulo 97, or 97 for a remainder of 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ogm(u64);

/// A text is no structured communication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOgm {
    /// Not twelve digits, or a serial number beyond ten.
    #[error("a structured communication has twelve digits")]
    Length,
    /// The check digits are wrong.
    #[error("the check digits are wrong")]
    Check,
}

impl Ogm {
    /// The communication of a serial number.
    ///
    /// # Errors
    /// The number has more than ten digits.
    pub fn of(serial: u64) -> Result<Self, NotAnOgm> {
        if serial >= 10_000_000_000 {
            return Err(NotAnOgm::Length);
        }
        let check = match serial % 97 {
            0 => 97,
            rest => rest,
        };
        Ok(Self(serial * 100 + check))
    }

    /// The twelve digits alone, as bank files write them.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:012}", self.0)
    }
}

impl fmt::Display for Ogm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        write!(f, "+++{}/{}/{}+++", &digits[..3], &digits[3..7], &digits[7..])
    }
}

impl FromStr for Ogm {
    type Err = NotAnOgm;

    /// Reads `+++010/8068/17183+++`, `***…***` and twelve digits with or without separators.
    fn from_str(text: &str) -> Result<Self, NotAnOgm> {
        let separators = |c: char| matches!(c, '+' | '*' | '/' | ' ' | '.' | '-');
        let digits: String = text.chars().filter(|c| !separators(*c)).collect();
        if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnOgm::Length);
        }
        let value: u64 = digits.parse().map_err(|_| NotAnOgm::Length)?;
        if Self::of(value / 100)? == Self(value) { Ok(Self(value)) } else { Err(NotAnOgm::Check) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_communications() {
        for text in
            ["+++010/8068/17183+++", "+++120/0000/00002+++", "+++000/0000/09797+++", "+++000/0000/00101+++"]
        {
            let ogm: Ogm = text.parse().expect(text);
            assert_eq!(ogm.to_string(), text);
            assert_eq!(ogm.digits().parse::<Ogm>(), Ok(ogm));
        }
        assert_eq!("010806817184".parse::<Ogm>(), Err(NotAnOgm::Check));
        assert_eq!("+++000/0000/00000+++".parse::<Ogm>(), Err(NotAnOgm::Check));
        assert_eq!("01080681718".parse::<Ogm>(), Err(NotAnOgm::Length));
        assert_eq!(Ogm::of(10_000_000_000), Err(NotAnOgm::Length));
    }

    #[test]
    fn one_wrong_digit_never_passes() {
        let right = Ogm::of(123_456_789).expect("serial").digits();
        for place in 0..12 {
            for digit in b'0'..=b'9' {
                let mut wrong = right.clone().into_bytes();
                if wrong[place] == digit {
                    continue;
                }
                wrong[place] = digit;
                let wrong = String::from_utf8(wrong).expect("digits");
                assert!(wrong.parse::<Ogm>().is_err(), "{wrong}");
            }
        }
    }
}
