//! Whole answers to the form of a procedure, made from its own rows: every page that is asked
//! is answered, so that pages of the archive weigh what pages of real files weigh.

use anyhow::{Context as _, ensure};
use jiff::civil::Date;
use safe_permits::form::{Answers, Context, Field, FieldType, Identity, check, needs};
use safe_permits::procedure::Procedure;
use safe_permits::{Dated, Law};
use serde_json::{Value, json};

/// A document that the answers call for.
pub(super) struct Need {
    pub document: String,
    pub slot: String,
    pub data_class: String,
}

/// The whole form of a procedure, answered.
pub(super) struct Form {
    pub procedure: String,
    pub variant: String,
    pub model: String,
    /// Whether it ends with a note and not with a decision.
    pub noted: bool,
    pub consent: bool,
    pub pages: Vec<(String, Answers)>,
    pub needs: Vec<Need>,
}

/// Answers every question of a procedure.
///
/// # Errors
/// The rows have no such procedure, or its own checks find a fault in the answers.
pub(super) fn answered(law: &Law, id: &str, today: Date) -> anyhow::Result<Form> {
    let procedure = law.on(today).procedure(id).with_context(|| format!("no procedure {id}"))?;
    let mut answers = Answers::new();
    // An answer may bring further pages, so this goes on until nothing new is asked.
    for _ in 0..40 {
        let fresh = unanswered(law, &context(law, procedure, &answers, today), today);
        if fresh.is_empty() {
            break;
        }
        answers.extend(fresh);
    }
    let form = context(law, procedure, &answers, today);
    let mut pages = Vec::new();
    for page in form.pages() {
        let wrong = check(&form, &page.fields, &answers, false);
        ensure!(wrong.is_empty(), "{id}: page {}: {wrong:?}", page.id);
        let asked =
            page.fields.iter().filter_map(|field| Some((field.id.clone(), answers.get(&field.id)?.clone())));
        pages.push((page.id.clone(), asked.collect()));
    }
    let need = |slot: safe_permits::form::Slot<'_>| Need {
        document: slot.document.id.clone(),
        slot: slot.slot,
        data_class: slot.document.data_class.clone(),
    };
    Ok(Form {
        procedure: id.to_owned(),
        variant: answers.get("variant").and_then(Value::as_str).unwrap_or_default().to_owned(),
        model: procedure.model.clone(),
        noted: procedure.online == safe_permits::procedure::Online::Declaration,
        consent: procedure.consent,
        needs: needs(&form, &[]).into_iter().map(need).collect(),
        pages,
    })
}

fn context<'a>(
    law: &'a Law,
    procedure: &'a Dated<Procedure>,
    answers: &'a Answers,
    today: Date,
) -> Context<'a> {
    let identity = Identity { official: true, has_number: true };
    Context::new(law.on(today), procedure, answers, identity, today)
}

/// Answers to what is asked and not answered yet.
fn unanswered(law: &Law, form: &Context<'_>, today: Date) -> Answers {
    let fields = form.pages().into_iter().flat_map(|page| &page.fields);
    let open =
        fields.filter(|field| form.asks(field, Some(form.answers)) && !form.answers.contains_key(&field.id));
    open.map(|field| (field.id.clone(), answer(law, form, field, today))).collect()
}

fn answer(law: &Law, form: &Context<'_>, field: &Field, today: Date) -> Value {
    let option = || json!(field.options.first().map(|option| option.id.as_str()).unwrap_or_default());
    match field.kind {
        FieldType::Text => json!("Exemple"),
        FieldType::Textarea => {
            json!("Une réponse de longueur moyenne, comme on en lit souvent. ".repeat(5).trim())
        }
        FieldType::Email => json!("personne@exemple.invalid"),
        FieldType::Phone => json!("+32 2 000 00 00"),
        FieldType::Date if field.future => {
            json!(today.saturating_add(jiff::Span::new().days(40)).to_string())
        }
        FieldType::Date => json!("1985-05-18"),
        FieldType::NationalNumber => json!("93051822361"),
        FieldType::EnterpriseNumber => json!("0566988259"),
        FieldType::Address => json!({
            "street": "Rue de la Loi", "number": "1", "box": "", "postcode": "1000", "municipality": "Bruxelles",
        }),
        FieldType::Country => json!("BE"),
        FieldType::Countries => json!(["FR", "DE"]),
        FieldType::Choice | FieldType::YesNo => option(),
        FieldType::Choices => json!([option()]),
        FieldType::Attestation => json!(true),
        FieldType::File => Value::Null,
        FieldType::List => {
            let Some(list) = field.list.as_ref().and_then(|id| law.list(id)) else { return Value::Null };
            let row = |number: usize| {
                let mut row = Answers::new();
                row.insert("row".to_owned(), json!(format!("r{number}")));
                for one in &list.fields {
                    if one.kind != FieldType::File && form.asks(one, Some(&row)) {
                        let said = match one.kind {
                            // Somebody else's address: the same one twice is a fault.
                            FieldType::Email => json!(format!("autre{number}@exemple.invalid")),
                            _ => answer(law, form, one, today),
                        };
                        row.insert(one.id.clone(), said);
                    }
                }
                Value::Object(row)
            };
            Value::Array((0..list.minimum.max(2).min(list.maximum)).map(row).collect())
        }
    }
}
