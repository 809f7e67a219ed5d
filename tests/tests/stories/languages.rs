//! Every text exists, with the same arguments, in every language that claims it.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use safe_tests::root;

type Messages = BTreeMap<String, BTreeSet<String>>;

fn variables(pattern: &ast::Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &ast::Expression<String>, found: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => of_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                variables(&variant.value, found);
            }
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<String>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        ast::InlineExpression::Placeable { expression } => of_expression(expression, found),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, found);
            }
        }
        _ => {}
    }
}

/// The messages of a language, by file.
fn read(lang: &str) -> BTreeMap<String, Messages> {
    let folder = root().join("locales").join(lang);
    let mut files = BTreeMap::new();
    let mut everywhere = BTreeSet::new();
    for entry in std::fs::read_dir(&folder).expect("folder") {
        let path = entry.expect("entry").path();
        let text = std::fs::read_to_string(&path).expect("text");
        let resource = fluent_syntax::parser::parse(text)
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        let mut messages = Messages::new();
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                let mut found = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    variables(pattern, &mut found);
                }
                let id = message.id.name;
                assert!(everywhere.insert(id.clone()), "{lang}: {id} exists twice");
                messages.insert(id, found);
            }
        }
        let name = path.file_name().expect("name").to_string_lossy().into_owned();
        files.insert(name, messages);
    }
    files
}

/// A file that several languages have holds the same messages with the same
/// arguments in each; French and Dutch have every file that anybody has.
#[test]
fn the_same_texts_in_every_language() {
    let langs: Vec<String> = std::fs::read_dir(root().join("locales"))
        .expect("locales")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(langs.len() >= 8, "{langs:?}");
    let french = read("fr");
    let dutch = read("nl");
    assert_eq!(french.keys().collect::<Vec<_>>(), dutch.keys().collect::<Vec<_>>());
    for lang in &langs {
        let partial = !["fr", "nl", "en", "de"].contains(&lang.as_str());
        for (file, messages) in read(lang) {
            let Some(base) = french.get(&file) else { panic!("{lang}/{file} has no French") };
            for (id, args) in &messages {
                let expected = base.get(id).or_else(|| french.values().find_map(|messages| messages.get(id)));
                let Some(expected) = expected else { panic!("{lang}/{file}: {id} is not French") };
                assert_eq!(args, expected, "{lang}/{file}: arguments of {id}");
            }
            let may_lack = partial && file == "portal.ftl";
            for id in base.keys() {
                assert!(may_lack || messages.contains_key(id), "{lang}/{file}: {id} is missing");
            }
        }
    }
    for lang in ["en", "de"] {
        assert_eq!(read(lang).keys().collect::<Vec<_>>(), french.keys().collect::<Vec<_>>(), "{lang}");
    }
}

/// Every id named in the program exists.
#[test]
fn no_text_is_missing() {
    let known: BTreeSet<String> =
        read("fr").into_values().flat_map(|messages| messages.into_keys().collect::<Vec<_>>()).collect();
    let mut missing = BTreeSet::new();
    let mut folders = vec![root().join("api/src"), root().join("api/templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            for call in [".text(\"", ".text_with(\"", ".count_text(\""] {
                for (at, _) in text.match_indices(call) {
                    let rest = &text[at + call.len()..];
                    let id = rest.split('"').next().unwrap_or_default();
                    let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                    if plain && !id.is_empty() && !known.contains(id) {
                        missing.insert(format!("{id} ({})", path.display()));
                    }
                }
            }
        }
    }
    let mut expect = |id: String| {
        if !known.contains(&id) {
            missing.insert(id);
        }
    };
    for (code, _) in safe_api::error::Error::CODES {
        expect(format!("error-{code}"));
        expect(format!("error-{code}-detail"));
    }
    for (code, _) in safe_cap::CODES {
        expect(format!("cap-{code}"));
    }
    for code in safe_api::alert::import::CODES {
        expect(format!("cap-{code}"));
    }
    for role in safe_api::account::Role::ALL {
        expect(format!("role-{role}"));
    }
    for month in 1..=12 {
        expect(format!("month-{month}"));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
