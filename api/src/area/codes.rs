//! Codes of places in the lists that systems of others use: which municipalities they name, and
//! which of them are known to lie elsewhere.

use super::{AreaSet, Areas, REGION_NIS, REGION_NUTS};

/// Names under which systems put a NIS code.
const NIS_NAMES: [&str; 5] = ["nis", "nis5", "ins", "refnis", "niscode"];
/// Names under which systems put a code of the European classification of territories.
const NUTS_NAMES: [&str; 6] = ["nuts", "nuts0", "nuts1", "nuts2", "nuts3", "nuts_code"];
/// Names under which systems put a postcode.
const POSTCODE_NAMES: [&str; 4] = ["postcode", "postalcode", "postal_code", "zip"];

/// Belgium in the list of the statistical office, the Region, and the arrondissement of the nineteen
/// municipalities.
const AROUND_NIS: [&str; 3] = ["01000", REGION_NIS, "21000"];
/// Belgium in the European list.
const AROUND_NUTS: &str = "BE";

/// A list of codes that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeList {
    /// Of the Belgian statistical office.
    Nis,
    /// The European classification of territories.
    Nuts,
    /// Of the post.
    Postcode,
}

impl CodeList {
    /// The list that a name stands for.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        let is_in = |names: &[&str]| names.contains(&name.as_str());
        if is_in(&NIS_NAMES) {
            Some(Self::Nis)
        } else if is_in(&NUTS_NAMES) {
            Some(Self::Nuts)
        } else if is_in(&POSTCODE_NAMES) {
            Some(Self::Postcode)
        } else {
            None
        }
    }

    /// Whether a code that names no place of the Region is known to name one elsewhere.
    fn is_elsewhere(self, code: &str) -> bool {
        let digits = |count: usize| code.len() == count && code.bytes().all(|byte| byte.is_ascii_digit());
        let begins = |with: &[&str]| with.iter().any(|with| code.starts_with(with));
        match self {
            // The first digit is the province. That of Brabant was divided: its former code
            // holds the Region, those of its parts do not. 21 is the Region; 02000 and 03000
            // are the two others.
            Self::Nis => {
                digits(5)
                    && (begins(&["1", "3", "4", "5", "6", "7", "8", "9", "23", "24", "25"])
                        || ["02000", "03000", "20001", "20002"].contains(&code))
            }
            // Two letters of a country, and up to three signs. BE1 is the Region, BEZ what lies
            // in no region.
            Self::Nuts => {
                let code = code.to_ascii_uppercase();
                let is_code = (2..=5).contains(&code.len())
                    && code.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
                    && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
                let is_part = ["BE2", "BE3", "BEZ"].iter().any(|part| code.starts_with(part));
                is_code && (!code.starts_with("BE") || is_part)
            }
            // 1000 to 1299 belong to the Region, or to houses of their own in it.
            Self::Postcode => digits(4) && !begins(&["0", "10", "11", "12"]),
        }
    }
}

impl Areas {
    /// The municipalities that a code of others names in its list: none of them when it is known to
    /// name a place elsewhere. Nothing is said of a code that nobody here knows. The same digits
    /// may be a postcode in the Ardennes and a police zone of the Region.
    #[must_use]
    pub fn by_code_of_others(&self, list: CodeList, code: &str) -> Option<AreaSet> {
        let code = code.trim();
        let everywhere = |holds: bool| holds.then(|| self.everywhere());
        let found = match list {
            CodeList::Nis => {
                let one = self.by_nis(code).map(|index| AreaSet(1 << index));
                one.or_else(|| everywhere(AROUND_NIS.contains(&code)))
            }
            CodeList::Nuts => {
                let mut around = REGION_NUTS.into_iter().chain([AROUND_NUTS]);
                everywhere(around.any(|nuts| code.eq_ignore_ascii_case(nuts)))
            }
            CodeList::Postcode => self.by_postcode.get(code).copied(),
        };
        found.or_else(|| list.is_elsewhere(code).then_some(AreaSet::NONE))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::areas;
    use super::*;

    #[test]
    fn what_holds_the_region_is_the_region() {
        let areas = areas();
        let read = |list, code| areas.by_code_of_others(list, code);
        let everywhere = Some(areas.everywhere());
        for nuts in ["BE", "be", "BE1", "BE10", " BE100 "] {
            assert_eq!(read(CodeList::Nuts, nuts), everywhere, "{nuts}");
        }
        for nis in ["01000", "04000", "21000"] {
            assert_eq!(read(CodeList::Nis, nis), everywhere, "{nis}");
        }
        assert_eq!(read(CodeList::Nis, "21004"), Some(AreaSet(1 << 3)));
        assert_eq!(read(CodeList::Postcode, "1050").map(AreaSet::len), Some(2));
    }

    #[test]
    fn a_code_is_looked_for_in_its_own_list() {
        let areas = areas();
        // A police zone of the Region, and the postcode of Gesves.
        assert_eq!(areas.by_code("5340", 1_790_000_000_000).map(AreaSet::len), Some(5));
        assert_eq!(areas.by_code_of_others(CodeList::Postcode, "5340"), Some(AreaSet::NONE));
        for (list, code) in [
            (CodeList::Nis, "1050"),
            (CodeList::Nis, "BE10"),
            (CodeList::Nuts, "21004"),
            (CodeList::Nuts, "04000"),
            (CodeList::Postcode, "21004"),
        ] {
            assert_eq!(areas.by_code_of_others(list, code), None, "{list:?} {code}");
        }
    }

    #[test]
    fn elsewhere_is_told_from_unknown() {
        let areas = areas();
        let all = [
            (
                CodeList::Nis,
                &["11002", "23088", "25112", "44021", "62063", "20001", "03000", "10000"][..],
                &["21099", "20000", "22000", "05000", "00000", "1100", "21004A00-", ""][..],
            ),
            (
                CodeList::Nuts,
                &["BE2", "BE24", "BE241", "be310", "BEZZZ", "FR", "NL4", "DEA22", "EL30"],
                &["BE4", "BE101", "B", "1299", "BELGIUM", "FR-75", ""],
            ),
            (CodeList::Postcode, &["1300", "1931", "4000", "9000"], &["1299", "0999", "75001", "B-1050", ""]),
        ];
        for (list, elsewhere, unknown) in all {
            for code in elsewhere {
                let read = areas.by_code_of_others(list, code);
                assert_eq!(read, Some(AreaSet::NONE), "{list:?} {code}");
            }
            for code in unknown {
                assert_eq!(areas.by_code_of_others(list, code), None, "{list:?} {code:?}");
            }
        }
    }

    #[test]
    fn lists_have_names() {
        assert_eq!(CodeList::of_name("NUTS3"), Some(CodeList::Nuts));
        assert_eq!(CodeList::of_name("refNIS"), Some(CodeList::Nis));
        assert_eq!(CodeList::of_name("postal_code"), Some(CodeList::Postcode));
        assert_eq!(CodeList::of_name("EMMA_ID"), None);
    }
}
