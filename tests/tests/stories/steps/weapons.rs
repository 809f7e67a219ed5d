//! A permit for a handgun and a rifle.

use safe_api::account::Person;
use safe_api::permit::entity::{grant, mail};
use safe_tests::System;
use safe_tests::citizen::{Browser, Page};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::applicant::{ago, answer, hand_in_all, shooter, submit};
use super::desk::{Three, grant_of, open};

/// The only permit that there is.
pub(crate) async fn permit(system: &System) -> grant::Model {
    grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit")
}

/// How many mails of a kind were written.
pub(crate) async fn mails(system: &System, notification: &str) -> usize {
    let find = mail::Entity::find().filter(mail::Column::Notification.eq(notification));
    find.all(&system.state().db).await.expect("db").len()
}

/// The day so many days ago.
pub(crate) fn iso(system: &System, days_ago: i64) -> String {
    let [d, m, y] = ago(system, days_ago);
    format!("{y}-{m:0>2}-{d:0>2}")
}

/// The file of somebody who asks for both.
pub(crate) async fn both_wanted(system: &System, browser: &Browser<'_>) -> Uuid {
    let id = shooter(system, browser, "none").await;
    let rifle =
        [("nature", "long"), ("calibre", ".22 LR"), ("with-ammunition", "no"), ("acquired", "import")];
    answer(browser, &id, "weapons-wanted/row/new", &rifle).await;
    hand_in_all(system, browser, &id).await;
    submit(browser, &id).await;
    id.parse().expect("id")
}

/// The same, with the permit.
pub(crate) async fn two_weapons(system: &System, browser: &Browser<'_>, three: &Three) -> Uuid {
    let id = both_wanted(system, browser).await;
    grant_of(system, three, id).await;
    three.issue(system, id).await;
    id
}

/// Tells that a weapon was acquired so many days ago.
pub(crate) async fn tell(
    system: &System,
    browser: &Browser<'_>,
    weapon: &str,
    days_ago: i64,
    serial: &str,
) -> Page {
    let [d, m, y] = ago(system, days_ago);
    let path = format!("permit/{}", permit(system).await.id);
    let said = [("weapon", weapon), ("on-d", &d), ("on-m", &m), ("on-y", &y), ("serial", serial)];
    browser.fill(&path, &said).await
}

/// The slots of the weapons, the handgun first.
pub(crate) async fn slots(system: &System, person: &Person, id: Uuid) -> [String; 2] {
    let case = open(system, person, id).await;
    let slots: Vec<String> = case.held.iter().map(|one| one.slot.clone()).collect();
    let calibre = |at: usize| case.held[at].said[0]["calibre"].as_str().expect("a calibre").to_owned();
    assert_eq!((calibre(0).as_str(), calibre(1).as_str()), ("9 mm", ".22 LR"));
    slots.try_into().expect("two")
}
