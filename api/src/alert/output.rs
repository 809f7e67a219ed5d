//! A message of others as one of ours: what goes out under our name keeps the rules of our own
//! output, so that whoever relays it can read and draw it.

use safe_cap::{
    Alert, Area, Category, Certainty, Info, Level, Polygon, Profile, Severity, Urgency, validate,
};

use super::{import, remark};
use crate::area::Areas;
use crate::error::Fault;

/// Rules of our own output that CAP does not ask of others: their messages are theirs.
const THEIRS: [&str; 9] = [
    "exercise-note-missing",
    "language-assumed",
    "language-overrides",
    "languages-differ",
    "headline-missing",
    "expires-missing",
    "expires-before-sent",
    "expires-before-effective",
    "expires-before-onset",
];

fn profile() -> Profile {
    let mut profile = Profile::output();
    for code in THEIRS {
        // The names stand in a test: a rule that is gone weighs nothing.
        let _ = profile.set(code, Level::Warning);
    }
    profile
}

/// What keeps a message, stamped as it would go out, from being one of ours.
pub(super) fn faults(stamped: &Alert) -> Vec<Fault> {
    let found = validate(stamped, &profile());
    found.errors.iter().map(|finding| import::fault(&remark::of_finding(finding))).collect()
}

/// Puts sound polygons in the place of those that cross themselves or are otherwise not simple:
/// what they cover in the Region, as it was read when the message came. Whether there were any.
pub(super) fn mend(alert: &mut Alert, areas: &Areas) -> bool {
    let mut mended = false;
    for area in alert.info.iter_mut().flat_map(|info| &mut info.area) {
        let polygons = std::mem::take(&mut area.polygon);
        for polygon in polygons {
            match sound(&polygon, areas) {
                Some(parts) => {
                    mended = true;
                    area.polygon.extend(parts);
                }
                None => area.polygon.push(polygon),
            }
        }
    }
    mended
}

/// The sound polygons of one that is not; none when it is, or when nothing can be made of it.
fn sound(polygon: &Polygon, areas: &Areas) -> Option<Vec<Polygon>> {
    if is_sound(polygon) {
        return None;
    }
    let points: Vec<_> = polygon.positions.iter().map(|p| (p.lat, p.lon)).collect();
    let shape = areas.polygon_of_others(&points).ok()?;
    let parts: Vec<Polygon> = shape.outer_rings().iter().map(|ring| Polygon::from_lat_lon(ring)).collect();
    parts.iter().all(is_sound).then_some(parts)
}

/// Whether a polygon keeps the rules, judged alone.
fn is_sound(polygon: &Polygon) -> bool {
    let mut area = Area::new("area");
    area.polygon.push(polygon.clone());
    let judged = (Urgency::Unknown, Severity::Unknown, Certainty::Unknown);
    let mut info = Info::new("en", Category::Other, "event", judged);
    info.area.push(area);
    let mut alert = Alert::new("polygon", "polygon", safe_cap::DateTime::new(crate::clock::utc(0)));
    alert.info.push(info);
    !validate(&alert, &profile()).errors.iter().any(|finding| finding.element == "polygon")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const BOW: [(f64, f64); 5] = [(50.84, 4.34), (50.86, 4.37), (50.86, 4.34), (50.84, 4.37), (50.84, 4.34)];

    #[test]
    fn the_rules_that_are_ours_alone_have_names() {
        for code in THEIRS {
            assert_eq!(profile().level(code), Level::Warning, "{code}");
        }
    }

    #[test]
    fn what_is_not_simple_is_made_sound_and_the_rest_stays() {
        let areas = Areas::load(Path::new("../content")).expect("areas");
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = Alert::new("storm", "warnings@example.org", sent);
        let judged = (Urgency::Expected, Severity::Severe, Certainty::Likely);
        let mut info = Info::new("fr-BE", Category::Met, "Orage", judged);
        let square = Polygon::from_lat_lon(&[BOW[0], BOW[2], BOW[1], BOW[3], BOW[0]]);
        let line = Polygon::from_lat_lon(&[(50.80, 4.30), (50.85, 4.35), (50.90, 4.40), (50.80, 4.30)]);
        let mut area = Area::new("ici");
        area.polygon = vec![square.clone(), Polygon::from_lat_lon(&BOW)];
        info.area.push(area);
        alert.info.push(info);
        let crossing =
            |alert: &Alert| faults(alert).iter().any(|fault| fault.code == "cap-polygon-self-crossing");
        assert!(crossing(&alert) && mend(&mut alert, &areas));
        let mended = &alert.info[0].area[0].polygon;
        assert_eq!((mended.len(), &mended[0]), (3, &square), "both wings of the bow");
        assert!(!crossing(&alert) && !mend(&mut alert, &areas));
        // Nothing can be made of a line: a person is told.
        alert.info[0].area[0].polygon.push(line);
        assert!(!mend(&mut alert, &areas));
        assert!(faults(&alert).iter().any(|fault| fault.code == "cap-polygon-zero-area"));
    }
}
