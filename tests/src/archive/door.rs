//! Open doors: sessions of some people and of every role, and the addresses behind them.

use std::collections::BTreeMap;

use safe_api::account::session::{self, Stage};
use safe_api::account::{Role, by_id, digest, random_token};
use safe_api::app;
use safe_api::permit::entity::{State, session as citizen_session};
use safe_api::{account::citizen, db};
use serde_json::{Value, json};

use super::batch::{Batch, row};
use super::shelf::{Archive, Card};

/// Addresses of one kind.
const MOST: usize = 200;
/// A session lasts long enough for any measurement.
const OPEN_MS: i64 = 8 * 3_600_000;

struct Doors<'d> {
    archive: &'d Archive,
    /// Name of the cookie of applicants.
    name: &'static str,
    tokens: BTreeMap<usize, String>,
    batch: Batch,
    /// Addresses and cookies by kind of page.
    kinds: BTreeMap<&'static str, Vec<Value>>,
}

impl Doors<'_> {
    /// The session of a person, begun when it is first needed.
    fn cookie(&mut self, person: usize) -> anyhow::Result<String> {
        if let Some(token) = self.tokens.get(&person) {
            return Ok(format!("{}={token}", self.name));
        }
        let token = random_token()?;
        self.batch.session.push(row!(citizen_session {
            token_hash: digest(&token),
            applicant_id: self.archive.people[person].id,
            csrf: digest(&format!("csrf/{token}")),
            assurance: "archive".to_owned(),
            created_at_ms: self.archive.now_ms,
            expires_at_ms: self.archive.now_ms + OPEN_MS,
        }));
        self.tokens.insert(person, token.clone());
        Ok(format!("{}={token}", self.name))
    }

    fn add(&mut self, kind: &'static str, path: String, cookie: &str) {
        let list = self.kinds.entry(kind).or_default();
        if list.len() < MOST {
            list.push(json!([path, cookie]));
        }
    }

    fn is_wanted(&self, kind: &'static str) -> bool {
        self.kinds.get(kind).is_none_or(|list| list.len() < MOST)
    }

    /// A page of the applicant's, unless there are enough of its kind.
    fn own(&mut self, kind: &'static str, person: usize, path: String) -> anyhow::Result<()> {
        if self.is_wanted(kind) {
            let cookie = self.cookie(person)?;
            self.add(kind, path, &cookie);
        }
        Ok(())
    }

    fn applicant(&mut self, card: &Card) -> anyhow::Result<()> {
        let base = format!("/{}/permits/apply", card.lang);
        let file = format!("{base}/{}", card.id);
        let who = card.person;
        self.own("applicant-home", who, format!("{base}/"))?;
        self.own("api-applications", who, "/api/v1/permits/applications".to_owned())?;
        if card.state == "erased" {
            return Ok(());
        }
        let can_end = card.state == "draft" || State::parse(card.state).is_some_and(|state| state.is_open());
        if can_end && card.grant.is_none() {
            self.own("applicant-withdraw", who, format!("{file}/withdraw"))?;
        }
        if card.state == "draft" {
            self.own("applicant-tasks", who, format!("{file}/"))?;
            self.own("applicant-check", who, format!("{file}/check"))?;
            self.own("applicant-question", who, format!("{file}/page/{}", card.first_page))?;
            // A half draft does not ask for every document yet.
            if let Some((_, document, slot)) = card.papers.first().filter(|_| card.number % 2 == 1) {
                self.own("applicant-document", who, format!("{file}/document/{document}/{slot}"))?;
            }
            return Ok(());
        }
        let decided = card.decision.is_some() && card.code.is_some();
        let kind = if decided { "applicant-status-decided" } else { "applicant-status-open" };
        self.own(kind, who, format!("{file}/"))?;
        self.own("api-application", who, format!("/api/v1/permits/applications/{}", card.id))?;
        if card.has_fee {
            self.own("applicant-fee", who, format!("{file}/fee/filing"))?;
        }
        if let Some(notice) = card.notice {
            self.own("applicant-notice", who, format!("{file}/notice/{notice}"))?;
        }
        if card.can_appeal {
            self.own("applicant-appeal", who, format!("{file}/appeal"))?;
        }
        if let Some(letter) = card.letter {
            self.own("applicant-letter", who, format!("{file}/file/{letter}"))?;
        }
        if let Some(grant) = card.grant {
            self.own("applicant-permit", who, format!("{base}/permit/{grant}"))?;
        }
        if let Some((token, other)) = &card.consent {
            self.own("applicant-consent", *other, format!("{base}/consent/{token}"))?;
        }
        Ok(())
    }

    fn office(&mut self, card: &Card, cookies: &BTreeMap<&'static str, String>) {
        let clerk = cookies.get(Role::WeaponsClerk.as_str()).cloned().unwrap_or_default();
        let legal = cookies.get(Role::Legal.as_str()).cloned().unwrap_or_default();
        let adviser = cookies.get(Role::Adviser.as_str()).cloned().unwrap_or_default();
        let file = format!("/office/permits/{}", card.id);
        if !["draft", "erased"].contains(&card.state) {
            self.add("office-file", file.clone(), &clerk);
            self.add("office-file-acts", format!("{file}/audit"), &legal);
        }
        if let Some(decision) = card.decision {
            self.add("office-decision", format!("{file}/decisions/{decision}"), &legal);
        }
        if let Some(letter) = card.letter {
            self.add("office-letter", format!("{file}/documents/{letter}"), &clerk);
        }
        let first = self.archive.of(Role::Adviser, 0).id;
        if let Some(opinion) = card.opinion.filter(|_| self.archive.adviser(card.number).1 == first) {
            self.add("adviser-question", format!("/office/advice/{opinion}"), &adviser);
        }
        if let Some(code) = &card.code {
            self.add("public-verify", format!("/{}/permits/verify/{code}", card.lang), "");
            self.add("api-verify", format!("/api/v1/permits/verify/{code}"), "");
        }
    }
}

/// Begins the sessions; the answer is the pages by kind, each with its cookie, and the cookies
/// of the roles.
pub(super) async fn open(state: &app::State, archive: &Archive) -> anyhow::Result<Value> {
    let name = citizen::session::cookie_name(&state.config);
    let mut cookies = BTreeMap::new();
    for member in &archive.staff {
        if cookies.contains_key(member.role.as_str()) {
            continue;
        }
        let account =
            by_id(&state.db, member.id).await?.ok_or_else(|| anyhow::anyhow!("an account is missing"))?;
        let token = session::begin(state, &account, Stage::Full).await?;
        cookies.insert(member.role.as_str(), format!("{}={token}", session::cookie_name(&state.config)));
    }
    let mut doors =
        Doors { archive, name, tokens: BTreeMap::new(), batch: Batch::default(), kinds: BTreeMap::new() };
    // One file in seven, so that the pages are of all years and persons.
    for card in archive.cards.iter().filter(|card| card.number % 7 < 2 || card.letter.is_some()) {
        doors.applicant(card)?;
        doors.office(card, &cookies);
    }
    doors.firm(archive)?;
    let Doors { batch, kinds, .. } = doors;
    let tx = db::begin(&state.db).await?;
    batch.write(&tx).await?;
    tx.commit().await?;
    Ok(json!({ "pages": kinds, "roles": cookies }))
}

impl Doors<'_> {
    /// The person with hundreds of files, and the file that everybody looked at.
    fn firm(&mut self, archive: &Archive) -> anyhow::Result<()> {
        self.own("applicant-home-of-a-firm", 0, "/fr/permits/apply/".to_owned())?;
        let looked_at = archive.cards.iter().find(|card| !["draft", "erased"].contains(&card.state));
        if let Some(card) = looked_at {
            let path = format!("/{}/permits/apply/{}/", card.lang, card.id);
            self.own("applicant-status-looked-at", card.person, path)?;
        }
        Ok(())
    }
}
