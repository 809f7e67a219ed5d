//! Bodies in JSON that are read after other things were looked at.

use serde::de::DeserializeOwned;

use crate::error::{Error, Fault, Result};

/// Reads an object. A list is none: it would fill the fields one after the other.
///
/// # Errors
/// It is no JSON, no object, or a field is not what it should be.
pub fn object<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'[') {
        return Err(shape("invalid type: sequence, expected an object", None));
    }
    serde_json::from_slice(bytes).map_err(|error| fault(&error))
}

/// What is wrong with the shape of a body.
pub fn fault(error: &serde_json::Error) -> Error {
    shape(&error.to_string(), u64::try_from(error.line()).ok().filter(|line| *line > 0))
}

/// Technical words of a parser, shortened; they help the programmer who sent it.
fn shape(reason: &str, line: Option<u64>) -> Error {
    let reason: String = reason.chars().filter(|c| !c.is_control()).take(200).collect();
    let mut fault = Fault::new("body", "json-shape").arg("reason", reason);
    fault.line = line;
    Error::Invalid(vec![fault])
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::object;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Named {
        name: String,
    }

    #[test]
    fn a_list_fills_no_fields() {
        assert_eq!(object::<Named>(b" {\"name\":\"x\"}").expect("read").name, "x");
        for bad in [&b"[\"x\"]"[..], b" \n[]", b"", b"3", b"{\"name\":3}", b"{"] {
            assert!(object::<Named>(bad).is_err(), "{}", String::from_utf8_lossy(bad));
        }
    }
}
