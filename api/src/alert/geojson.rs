//! The snapshot as GeoJSON (RFC 7946).

use serde_json::{Value, json};

use super::snapshot::AlertList;

/// A feature per alert; the geometry is never null.
#[must_use]
pub fn collection(list: &AlertList) -> Value {
    let features: Vec<Value> = list
        .alerts
        .iter()
        .map(|alert| {
            let mut properties = serde_json::to_value(alert).unwrap_or_default();
            let geometry = properties.as_object_mut().and_then(|map| map.remove("geometry"));
            json!({
                "type": "Feature",
                "id": alert.id,
                "geometry": geometry.unwrap_or_default(),
                "properties": properties,
            })
        })
        .collect();
    json!({
        "type": "FeatureCollection",
        "version": list.version,
        "generated_at": list.generated_at,
        "features": features,
    })
}
