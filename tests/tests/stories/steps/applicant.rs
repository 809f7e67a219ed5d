//! What a person does who applies for a permit.

use reqwest::StatusCode;
use safe_api::permit::entity::application;
use safe_tests::System;
use safe_tests::citizen::{Browser, Page};
use sea_orm::EntityTrait;
use uuid::Uuid;

/// The smallest file that passes for a PDF.
pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

/// Begins a file; the answer is its id.
pub(crate) async fn begin(browser: &Browser<'_>, procedure: &str) -> String {
    let page = browser.fill(&format!("new/{procedure}"), &[("case-language", browser.lang)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
    page.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned()
}

/// Day, month and year some days ago.
pub(crate) fn ago(system: &System, days: i64) -> [String; 3] {
    let now = system.state().clock.now_ms() - days * 86_400_000;
    let at = safe_api::clock::brussels(now);
    [at.day().to_string(), u8::from(at.month()).to_string(), at.year().to_string()]
}

/// Answers a page.
pub(crate) async fn answer(browser: &Browser<'_>, id: &str, page: &str, fields: &[(&str, &str)]) {
    let taken = browser.fill(&format!("{id}/page/{page}"), fields).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{page}: {}", main_of(&taken));
}

/// The beginning of what a page says, for whoever reads a failure.
pub(crate) fn main_of(page: &Page) -> String {
    page.html.split("<main").nth(1).unwrap_or(&page.html).chars().take(3000).collect()
}

/// The letter of an appeal as it is printed; the number of its file breaks nowhere.
pub(crate) fn printed_letter(page: &Page) -> String {
    let inside = page.html.split("class=\"printed\"").nth(1).and_then(|rest| rest.split_once('>'));
    let letter = inside.and_then(|(_, rest)| rest.split("</div>").next());
    let letter = letter.unwrap_or_else(|| panic!("for paper: {}", main_of(page)));
    assert!(letter.contains("<span class=\"whole\">"), "{letter}");
    letter.replace("<span class=\"whole\">", "").replace("</span>", "")
}

/// Hands in a document, dated ten days ago.
pub(crate) async fn hand_in(system: &System, browser: &Browser<'_>, id: &str, document: &str, slot: &str) {
    let [d, m, y] = ago(system, 10);
    let path = format!("{id}/document/{document}/{slot}");
    let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
    let page = browser.upload(&path, &dated, "papier.pdf", PDF).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{document}: {}", main_of(&page));
}

/// Hands in whatever the check page still asks for.
pub(crate) async fn hand_in_all(system: &System, browser: &Browser<'_>, id: &str) {
    let html = browser.get(&format!("{id}/check")).await.html;
    let errors = html.split("error-summary").nth(1).unwrap_or_default();
    let errors = errors.split("</ul>").next().unwrap_or_default();
    let start = format!("/{id}/document/");
    for piece in errors.split(&start).skip(1) {
        let place = piece.split('"').next().expect("place");
        let (document, slot) = place.split_once('/').expect("slot");
        hand_in(system, browser, id, document, slot).await;
    }
}

const ADDRESS: [(&str, &str); 4] = [
    ("address-street", "Rue de la Loi"),
    ("address-number", "1"),
    ("address-postcode", "1000"),
    ("address-municipality", "Bruxelles"),
];

/// The pages about the applicant.
pub(crate) async fn about_me(browser: &Browser<'_>, id: &str, has_kind: bool, kind: &str) {
    if has_kind {
        answer(browser, id, "acting-for", &[("acting-for", kind)]).await;
    }
    answer(browser, id, "name", &[("family-name", "Exemple"), ("given-names", "Camille")]).await;
    let birth = [
        ("birth-date-d", "18"),
        ("birth-date-m", "5"),
        ("birth-date-y", "1993"),
        ("birth-place", "Namur"),
        ("nationality", "BE"),
    ];
    answer(browser, id, "birth", &birth).await;
    answer(browser, id, "address", &ADDRESS).await;
    answer(browser, id, "contact", &[("email", "camille@demo.invalid")]).await;
}

/// Ticks the declarations.
pub(crate) async fn declare(browser: &Browser<'_>, id: &str) {
    let ticks = ["true-and-complete", "inquiry-known", "fee-known", "privacy-read"];
    answer(browser, id, "declarations", &ticks.map(|tick| (tick, "yes"))).await;
}

/// A sport shooter's file, filled in and declared.
pub(crate) async fn shooter(system: &System, browser: &Browser<'_>, cohabitants: &str) -> String {
    let id = begin(browser, "detention").await;
    about_me(browser, &id, true, "self").await;
    let weapon =
        [("nature", "handgun"), ("calibre", "9 mm"), ("with-ammunition", "yes"), ("acquired", "belgium")];
    answer(browser, &id, "weapons-wanted/row/new", &weapon).await;
    answer(browser, &id, "reason", &[("reasons", "sport-shooting")]).await;
    answer(browser, &id, "reason-text", &[("reason-text", "Tir au club, deux fois par mois.")]).await;
    answer(browser, &id, "sport-licence", &[("sport-licence", "none")]).await;
    answer(browser, &id, "storage", &[("storage-at-home", "yes")]).await;
    answer(browser, &id, "cohabitants", &[("cohabitants", cohabitants)]).await;
    if cohabitants == "some" {
        let person = [
            ("family-name", "VOORBEELD"),
            ("given-names", "Sam Maria"),
            ("birth-date-d", "25"),
            ("birth-date-m", "1"),
            ("birth-date-y", "2000"),
            ("route", "online"),
            ("email", "sam@demo.invalid"),
        ];
        answer(browser, &id, "cohabitant-list/row/new", &person).await;
    }
    hand_in_all(system, browser, &id).await;
    declare(browser, &id).await;
    id
}

/// Sends a file that is complete.
pub(crate) async fn submit(browser: &Browser<'_>, id: &str) {
    let check = browser.get(&format!("{id}/check")).await;
    let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
    let sent = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
}

/// A sport shooter's file that was sent.
pub(crate) async fn sent(system: &System, browser: &Browser<'_>) -> String {
    let id = shooter(system, browser, "none").await;
    submit(browser, &id).await;
    id
}

/// The row of a file.
pub(crate) async fn row(system: &System, id: &str) -> application::Model {
    let id: Uuid = id.parse().expect("id");
    application::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("file")
}

/// The file of a company that sells weapons, filled in to the documents; its number is
/// first written wrongly.
pub(crate) async fn dealer(browser: &Browser<'_>) -> String {
    let id = begin(browser, "dealer").await;
    about_me(browser, &id, true, "company").await;
    let company = [
        ("enterprise-number", "0566.988.250"),
        ("company-name", "Voorbeeld nv"),
        ("company-seat-street", "Wetstraat"),
        ("company-seat-number", "1"),
        ("company-seat-postcode", "1000"),
        ("company-seat-municipality", "Brussel"),
    ];
    let wrong = browser.fill(&format!("{id}/page/company"), &company).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("href=\"#enterprise-number\""), "the summary leads to the field");
    assert!(wrong.html.contains("value=\"0566.988.250\""), "what was written is still there");
    let mut right = company;
    right[0].1 = "0566.988.259";
    answer(browser, &id, "company", &right).await;
    for (name, role) in [("Een", "director"), ("Twee", "auditor")] {
        let person = [
            ("family-name", name),
            ("given-names", "Persoon"),
            ("birth-date-d", "1"),
            ("birth-date-m", "2"),
            ("birth-date-y", "1970"),
            ("role", role),
        ];
        answer(browser, &id, "officers/row/new", &person).await;
    }
    let activity = [("variant", "dealer"), ("activity-text", "Verkoop en herstelling.")];
    answer(browser, &id, "dealer-activity", &activity).await;
    let place = [
        ("activity-address-street", "Wetstraat"),
        ("activity-address-number", "2"),
        ("activity-address-postcode", "1000"),
        ("activity-address-municipality", "Brussel"),
    ];
    answer(browser, &id, "activity-place", &place).await;
    answer(browser, &id, "person-in-charge", &[("person-in-charge", "me")]).await;
    id
}

/// The same, by its number.
pub(crate) async fn filed(system: &System, browser: &Browser<'_>) -> Uuid {
    sent(system, browser).await.parse().expect("id")
}
