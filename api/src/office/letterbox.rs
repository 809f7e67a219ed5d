//! `/office/boxes`: boxes that people write into: propose, open, sort, answer, close.

use std::collections::{BTreeMap, HashMap};

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::dashboard::{Told, names};
use super::faults::Wrongs;
use super::field::{Field, Kind};
use super::frame::{Frame, Section, answer, refused};
use super::{see_other, words};
use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;
use crate::letterbox::{self, Written, entity};

/// Who proposes, opens, sorts and answers; the rules of the noun ask for a second person.
const STAFF: [Role; 1] = [Role::Communications];
/// Languages that the service writes in.
const LANGS: [&str; 4] = ["fr", "nl", "en", "de"];

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/boxes").route(web::get().to(list)).route(web::post().to(propose)))
        .service(web::resource("/boxes/{id}").route(web::get().to(show)).route(web::post().to(act)))
        .service(web::resource("/boxes/{id}/answers").route(web::post().to(write_answer)))
        .service(web::resource("/boxes/{id}/answers/{answer}").route(web::post().to(decide_answer)))
        .service(web::resource("/boxes/{id}/messages/{message}").route(web::post().to(sort)));
}

type Given = HashMap<String, String>;

fn texts(given: &Given, field: &str) -> BTreeMap<&'static str, String> {
    let one = |code: &'static str| {
        let text = given.get(&format!("{field}_{code}")).map(String::as_str).unwrap_or_default();
        (code, text.replace("\r\n", "\n").trim().to_owned())
    };
    LANGS.map(one).into()
}

/// A field of text in each language of the service.
fn fields_of(f: &Frame, name: &str, rows: u8, given: &Given, wrongs: &Wrongs) -> Vec<Field> {
    let one = |code: &&str| {
        let lang = Lang::parse(code).unwrap_or(Lang::FR);
        let id = format!("{name}_{code}");
        let label = format!("{} ({})", f.t(&format!("letterbox-{name}")), lang.name());
        let mut field = Field::new(&id, &id, label).value(given.get(&id).cloned().unwrap_or_default());
        if rows > 1 {
            field = field.kind(Kind::Area(rows));
        }
        field.lang = Some((*code).to_owned());
        if lang != Lang::FR && lang != Lang::NL {
            field = field.optional(f.t("office-optional"));
        }
        field.check(wrongs)
    };
    LANGS.iter().map(one).collect()
}

struct Row {
    id: Uuid,
    title: String,
    kind: String,
    state: String,
    waiting: i64,
}

#[derive(Template)]
#[template(path = "office/boxes.html")]
struct ListPage {
    f: Frame,
    rows: Vec<Row>,
    fields: Vec<Field>,
    wrongs: Wrongs,
}

async fn list_page(
    state: &State,
    staff: &Staff,
    given: &Given,
    wrongs: Wrongs,
    done: Option<&str>,
) -> Result<ListPage> {
    let lang = staff.person.lang;
    let f = Frame::new(state, staff, Section::Boxes, "office-boxes", "/office/boxes").done(done);
    let mut rows = Vec::new();
    for row in entity::all(&state.db).await? {
        let counts = entity::counts(&state.db, row.id).await?;
        rows.push(Row {
            id: row.id,
            title: entity::text_in(&row.title, lang).1,
            kind: lang.text(&format!("letterbox-{}", row.kind)),
            state: lang.text(&format!("letterbox-state-{}", row.state)),
            waiting: counts.get("waiting").copied().unwrap_or(0),
        });
    }
    let value = |name: &str, or: &str| given.get(name).cloned().unwrap_or_else(|| or.to_owned());
    let kinds = ["question", "condolence"].map(|kind| (kind.to_owned(), f.t(&format!("letterbox-{kind}"))));
    let mut fields = vec![
        Field::new("kind", "kind", f.t("letterbox-kind"))
            .kind(Kind::Select(kinds.into()))
            .value(value("kind", "question"))
            .check(&wrongs),
    ];
    fields.extend(fields_of(&f, "title", 1, given, &wrongs));
    fields.extend(fields_of(&f, "intro", 4, given, &wrongs));
    for (name, or) in [("open_days", "30"), ("keep_days", "30")] {
        fields.push(
            Field::new(name, name, f.t(&format!("letterbox-{}", name.replace('_', "-"))))
                .hint(f.t("letterbox-days-hint"))
                .value(value(name, or))
                .shaped("input--s", "numeric", "off")
                .check(&wrongs),
        );
    }
    Ok(ListPage { rows, fields, wrongs, f })
}

async fn list(state: web::Data<State>, staff: Staff, told: web::Query<Told>) -> Result<HttpResponse> {
    staff.must(&STAFF)?;
    let page = list_page(&state, &staff, &Given::new(), Wrongs::default(), told.done.as_deref()).await?;
    answer(staff.person.lang, &page)
}

async fn propose(state: web::Data<State>, form: OfficeForm<Given>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields: given } = form;
    staff.must(&STAFF)?;
    let number = |name: &str| given.get(name).and_then(|text| text.trim().parse::<i32>().ok()).unwrap_or(0);
    let written = Written {
        kind: given.get("kind").cloned().unwrap_or_default(),
        title: texts(&given, "title"),
        intro: texts(&given, "intro"),
        keep_days: number("keep_days"),
        open_days: i64::from(number("open_days")),
    };
    match letterbox::propose(&state, &staff.person, written).await {
        Ok(id) => Ok(see_other(format!("/office/boxes/{id}?done=letterbox-proposed"))),
        Err(Error::Invalid(faults)) => {
            let wrongs = Wrongs::plain(&faults, staff.person.lang);
            refused(staff.person.lang, &list_page(&state, &staff, &given, wrongs, None).await?)
        }
        Err(other) => Err(other),
    }
}

struct Message {
    id: Uuid,
    words: String,
    lang: String,
    when: String,
    state: String,
    acts: Vec<(&'static str, String)>,
}

struct Answer {
    id: Uuid,
    question: String,
    answer: String,
    note: String,
    acts: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "office/box.html")]
struct BoxPage {
    f: Frame,
    id: Uuid,
    state: String,
    intro: String,
    public: Option<String>,
    acts: Vec<(&'static str, String)>,
    own: bool,
    counts: Vec<(String, i64)>,
    question: bool,
    messages: Vec<Message>,
    answers: Vec<Answer>,
    fields: Vec<Field>,
    wrongs: Wrongs,
}

async fn box_page(
    state: &State,
    staff: &Staff,
    id: Uuid,
    given: &Given,
    wrongs: Wrongs,
    done: Option<&str>,
) -> Result<BoxPage> {
    let lang = staff.person.lang;
    let row = letterbox::find(&state.db, id).await?;
    let here = format!("/office/boxes/{id}");
    let title = entity::text_in(&row.title, lang).1;
    let f = Frame::new(state, staff, Section::Boxes, "office-boxes", &here).titled(title).done(done);
    let names = names(state).await?;
    let question = row.kind == "question";
    let own = row.author_id == staff.person.id;
    let say = |acts: &[&'static str]| -> Vec<(&'static str, String)> {
        acts.iter().map(|act| (*act, f.t(&format!("letterbox-act-{act}")))).collect()
    };
    let acts = match row.state.as_str() {
        "proposed" if !own => say(&["open", "refuse"]),
        "open" => say(&["close"]),
        _ => Vec::new(),
    };
    let sorting: &[&str] = if question {
        &["common", "passed", "personal", "refused"]
    } else {
        &["accepted", "personal", "refused"]
    };
    let seen = ["waiting", "accepted", "common", "passed"];
    let messages = entity::messages(&state.db, id, &seen, 0).await?.into_iter().map(|one| Message {
        id: one.id,
        words: one.words,
        lang: one.lang,
        when: words::when(one.at_ms, lang, state),
        acts: say(&sorting.iter().copied().filter(|act| *act != one.state).collect::<Vec<_>>()),
        state: f.t(&format!("letterbox-state-{}", one.state)),
    });
    let answers = entity::answers(&state.db, id, &["proposed", "public"]).await?.into_iter().map(|one| {
        let mine = one.author_id == staff.person.id;
        let author = names.get(&one.author_id).cloned().unwrap_or_default();
        Answer {
            id: one.id,
            question: entity::text_in(&one.question, lang).1,
            answer: entity::text_in(&one.answer, lang).1,
            note: format!("{} · {} · {author}", one.owner, f.t(&format!("letterbox-state-{}", one.state))),
            acts: match one.state.as_str() {
                "proposed" if !mine => say(&["public", "refused"]),
                "public" => say(&["withdrawn"]),
                _ => Vec::new(),
            },
        }
    });
    let counts = entity::counts(&state.db, id).await?;
    let counts = counts.into_iter().map(|(word, count)| (f.t(&format!("letterbox-state-{word}")), count));
    let mut fields = fields_of(&f, "question", 2, given, &wrongs);
    fields.extend(fields_of(&f, "answer", 4, given, &wrongs));
    fields.push(
        Field::new("owner", "owner", f.t("letterbox-owner"))
            .value(given.get("owner").cloned().unwrap_or_default())
            .check(&wrongs),
    );
    Ok(BoxPage {
        id,
        state: f.t(&format!("letterbox-state-{}", row.state)),
        intro: entity::text_in(&row.intro, lang).1,
        public: matches!(row.state.as_str(), "open" | "closed")
            .then(|| format!("/{lang}/emergency/boxes/{id}/")),
        acts,
        own: own && row.state == "proposed",
        counts: counts.collect(),
        question,
        messages: messages.collect(),
        answers: answers.collect(),
        fields: if question { fields } else { Vec::new() },
        wrongs,
        f,
    })
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    staff.must(&STAFF)?;
    let done = told.done.as_deref();
    let page = box_page(&state, &staff, *id, &Given::new(), Wrongs::default(), done).await?;
    answer(staff.person.lang, &page)
}

#[derive(Deserialize)]
struct Act {
    #[serde(default)]
    act: String,
}

async fn act(state: web::Data<State>, id: web::Path<Uuid>, form: OfficeForm<Act>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&STAFF)?;
    match fields.act.as_str() {
        "open" => letterbox::decide(&state, &staff.person, *id, true).await?,
        "refuse" => letterbox::decide(&state, &staff.person, *id, false).await?,
        "close" => letterbox::close(&state, &staff.person, *id).await?,
        _ => return Err(Error::invalid("act", "value-unknown")),
    }
    Ok(see_other(format!("/office/boxes/{id}?done=letterbox-{}", fields.act)))
}

async fn sort(
    state: web::Data<State>,
    path: web::Path<(Uuid, Uuid)>,
    form: OfficeForm<Act>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&STAFF)?;
    let (id, message) = path.into_inner();
    letterbox::sort(&state, &staff.person, id, message, &fields.act).await?;
    Ok(see_other(format!("/office/boxes/{id}?done=letterbox-sorted#messages")))
}

async fn write_answer(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Given>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields: given } = form;
    staff.must(&STAFF)?;
    let owner = given.get("owner").map(|owner| owner.trim().to_owned()).unwrap_or_default();
    let (question, text) = (texts(&given, "question"), texts(&given, "answer"));
    match letterbox::answer(&state, &staff.person, *id, question, text, &owner).await {
        Ok(()) => Ok(see_other(format!("/office/boxes/{id}?done=letterbox-answered#answers"))),
        Err(Error::Invalid(faults)) => {
            let faults: Vec<Fault> = faults;
            let wrongs = Wrongs::plain(&faults, staff.person.lang);
            refused(staff.person.lang, &box_page(&state, &staff, *id, &given, wrongs, None).await?)
        }
        Err(other) => Err(other),
    }
}

async fn decide_answer(
    state: web::Data<State>,
    path: web::Path<(Uuid, Uuid)>,
    form: OfficeForm<Act>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&STAFF)?;
    let (id, one) = path.into_inner();
    letterbox::decide_answer(&state, &staff.person, id, one, &fields.act).await?;
    Ok(see_other(format!("/office/boxes/{id}?done=letterbox-decided#answers")))
}
