//! The published JSON schemas, and the document that declares the profile.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

/// Definitions of all objects, written from the field definitions of HSDS 3.1 and those
/// of the profile.
static DEFINITIONS: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    serde_json::from_str::<Map<String, Value>>(include_str!("definitions.json")).unwrap_or_default()
});

/// Schemas of whole answers; the others are objects inside them.
const LISTS: [(&str, &str); 5] = [
    ("service_list", "service"),
    ("organization_list", "organization"),
    ("taxonomy_list", "taxonomy"),
    ("taxonomy_term_list", "taxonomy_term"),
    ("service_at_location_list", "service_at_location"),
];

/// The schema with this name.
#[must_use]
pub fn one(name: &str, base: &str) -> Option<Value> {
    let body = match LISTS.iter().find(|(list, _)| *list == name) {
        Some((_, of)) => list(of),
        None => DEFINITIONS.get(name).map(|_| json!({ "$ref": format!("#/$defs/{name}") }))?,
    };
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("{base}/api/v1/hsds/schemas/{name}.json"),
        "title": name,
        "$defs": Value::Object(DEFINITIONS.clone()),
    });
    if let (Value::Object(schema), Value::Object(body)) = (&mut schema, body) {
        schema.extend(body);
    }
    Some(schema)
}

fn list(of: &str) -> Value {
    json!({
        "type": "object",
        "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
        "properties": {
            "total_items": { "type": "integer", "minimum": 0 },
            "total_pages": { "type": "integer", "minimum": 1 },
            "page_number": { "type": "integer", "minimum": 1 },
            "size": { "type": "integer", "minimum": 0, "maximum": 100 },
            "first_page": { "type": "boolean" },
            "last_page": { "type": "boolean" },
            "empty": { "type": "boolean" },
            "contents": { "type": "array", "maxItems": 100, "items": { "$ref": format!("#/$defs/{of}") } },
        },
        "additionalProperties": false,
    })
}

/// The document at the address that `GET /` names as the profile.
#[must_use]
pub fn profile(base: &str) -> Value {
    let names = LISTS.iter().map(|(list, _)| (*list).to_owned()).chain(DEFINITIONS.keys().cloned());
    let schemas: Map<String, Value> =
        names.map(|name| (name.clone(), json!(format!("{base}/api/v1/hsds/schemas/{name}.json")))).collect();
    let mut profile = serde_json::from_str::<Value>(include_str!("profile.json")).unwrap_or_default();
    if let Some(fields) = profile.as_object_mut() {
        fields.insert("schemas".to_owned(), Value::Object(schemas));
        fields.insert("openapi_url".to_owned(), json!(format!("{base}/api/v1/openapi.json")));
    }
    profile
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_is_defined() {
        assert!(DEFINITIONS.len() > 10, "the definitions can be read");
        let text = include_str!("definitions.json");
        for part in text.split("\"#/$defs/").skip(1) {
            let name = part.split('"').next().unwrap_or_default();
            assert!(DEFINITIONS.contains_key(name), "{name}");
        }
        assert!(profile("http://localhost").get("additions").is_some());
        assert!(one("service_list", "http://localhost").is_some());
        assert!(one("nothing", "http://localhost").is_none());
    }
}
