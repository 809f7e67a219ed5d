//! The safety rules of the help section: each is held by something, and what is said on
//! its pages keeps to them.

story!(the_notice_stands_on_every_page_of_the_server);

use std::path::{Path, PathBuf};

use safe_api::i18n::{Args, Lang};
use safe_tests::root;
use serde_json::Value;

const LANGS: [&str; 8] = ["fr", "nl", "en", "de", "ar", "tr", "es", "uk"];

mod tell {
    use safe_api::i18n::{Args, Lang};
    use safe_tests::{Engine, System};

    pub async fn the_notice_stands_on_every_page_of_the_server(engine: Engine) {
        let system = System::start(engine).await;
        let codes: Vec<String> =
            system.state().help.load().entries.iter().map(|entry| entry.code.clone()).take(6).collect();
        for code in super::LANGS {
            let lang = Lang::parse(code).expect("language");
            let notice = lang.own("help-notice", &Args::new()).expect("notice");
            let notice = notice.replace('\'', "&#39;");
            let sheets = codes.iter().map(|service| format!("/{code}/help/services/{service}/"));
            for path in std::iter::once(format!("/{code}/help/services/")).chain(sheets) {
                let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
                let page = request.send().await.expect("answer").text().await.expect("page");
                assert!(page.contains(&notice), "{path} lacks the notice");
                assert!(page.contains(&format!("/exit?lang={code}")), "{path} cannot be left");
            }
            let form = system.form(&format!("/{code}/help/services/"), &[("situation", "nothing")]);
            let page = form.send().await.expect("answer").text().await.expect("page");
            assert!(page.contains(&notice), "an answer to a choice lacks the notice in {code}");
        }
        system.stop().await;
    }
}

/// Rows of the table: name, and the lists and texts of it.
fn rules() -> Vec<(String, Vec<(String, Value)>)> {
    let text = std::fs::read_to_string(root().join("tests/coverage/safety.toml")).expect("table");
    let mut rules: Vec<(String, Vec<(String, Value)>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            rules.push((name.to_owned(), Vec::new()));
            continue;
        }
        let (key, value) = line.split_once(" = ").expect("key = value");
        let value = serde_json::from_str(value).expect("a value that is JSON as well");
        rules.last_mut().expect("a row").1.push((key.to_owned(), value));
    }
    rules
}

fn list(row: &[(String, Value)], key: &str) -> Vec<String> {
    let value = row.iter().find(|(name, _)| name == key).map(|(_, value)| value);
    let items = value.and_then(Value::as_array).into_iter().flatten();
    items.map(|item| item.as_str().expect("text").to_owned()).collect()
}

/// Whether a test of this name stands in a file and is run.
fn stands(file: &str, name: &str) -> bool {
    let Ok(text) = std::fs::read_to_string(root().join(file)) else { return false };
    if Path::new(file).extension().is_some_and(|end| end == "rs") {
        let function = format!("fn {name}(");
        let before = text.split(&function).next().unwrap_or_default();
        return text.contains(&format!("story!({name});"))
            || text.contains(&function) && before.trim_end().ends_with("#[test]");
    }
    let walk = std::fs::read_to_string(root().join("tests/web/help.mjs")).expect("walk");
    let make = std::fs::read_to_string(root().join("Makefile")).expect("Makefile");
    let own = file.rsplit('/').next().unwrap_or_default();
    let walks = make.split("\nwalks:").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
    text.contains(name) && walk.contains(&format!("./e2e/{own}")) && walks.contains("run help")
}

#[test]
fn each_rule_is_held_by_a_test_that_exists() {
    let rules = rules();
    for number in 1..=19 {
        let name = format!("rule-{number:02}");
        assert!(rules.iter().any(|(rule, _)| *rule == name), "{name} is missing");
    }
    for (name, row) in &rules {
        for file in list(row, "held") {
            assert!(root().join(&file).exists(), "{name} is said to be held by {file}");
        }
        let tests = list(row, "tests");
        assert!(!tests.is_empty(), "{name} is held by no test");
        for test in tests {
            let (file, wanted) = test.split_once('#').expect("file#name");
            assert!(stands(file, wanted), "{name}: no test {test}");
        }
    }
    // The check itself can fail.
    assert!(!stands("tests/tests/stories/help_rules.rs", "a_test_that_nobody_wrote"));
    assert!(!stands("tests/web/e2e/help.mjs", "a check that nobody wrote"));
    assert!(!stands("tests/tests/stories/help_rules.rs", "stands"));
}

/// Pages of the help section in a language, with their text in lower case.
fn pages(lang: &str) -> Vec<(PathBuf, String)> {
    let folder = std::fs::read_dir(root().join("content/pages/help")).expect("pages");
    let files = folder.map(|entry| entry.expect("page").path().join(format!("{lang}.md")));
    files
        .filter_map(|file| std::fs::read_to_string(&file).ok().map(|text| (file, text.to_lowercase())))
        .collect()
}

/// Words in each language: orders that raise suspicion or destroy evidence, and what the
/// page on devices names.
fn words(what: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(root().join("tests/fixtures/help-words.json")).expect("words");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let found: Vec<(String, Vec<String>)> =
        serde_json::from_value::<std::collections::BTreeMap<_, _>>(all[what].clone())
            .expect("words by language")
            .into_iter()
            .collect();
    assert_eq!(found.len(), LANGS.len(), "{what}");
    found
}

#[test]
fn no_page_tells_to_wipe_or_change_everything() {
    for (lang, orders) in words("orders") {
        let pages = pages(&lang);
        assert!(pages.len() >= 12, "{lang}: {} pages", pages.len());
        for (file, text) in pages {
            let text = text.replace('’', "'");
            for order in &orders {
                assert!(!text.contains(order.as_str()), "{}: “{order}”", file.display());
            }
        }
    }
}

/// What the page on devices names in each language: router, account, keyboard, app
#[test]
fn what_no_page_can_hide_is_said() {
    for (lang, named) in words("hidden_from_nobody") {
        let file = root().join(format!("content/pages/help/p12/{lang}.md"));
        let text = std::fs::read_to_string(file).expect("page").to_lowercase();
        for word in named {
            assert!(text.contains(&word), "{lang}: {word}");
        }
    }
}

#[test]
fn the_help_section_has_no_host_of_its_own() {
    let settings = std::fs::read_to_string(root().join("api/config.toml")).expect("settings");
    let portal = std::fs::read_to_string(root().join("site/portal.toml")).expect("settings");
    assert!(portal.contains("key = \"help\"\npath = \"/help/\""), "a path like every other section");
    for word in ["help_host", "help_url", "help_domain"] {
        assert!(!settings.contains(word) && !portal.contains(word), "{word}");
    }
    let headers = std::fs::read_to_string(root().join("api/src/http/headers.rs")).expect("headers");
    assert!(!headers.contains("/help"), "no header of its own by which a visit could be told");
}

#[test]
fn the_way_out_knows_the_languages_of_the_region() {
    let http = safe_api::config::Config::load(None).expect("settings").http;
    assert!(http.exit_url.starts_with("https://"));
    for lang in ["fr", "nl", "en"] {
        let target = http.exit_urls.get(lang).expect("a target of its own");
        assert!(target.starts_with("https://") && target.contains(&format!("/{lang}/")), "{lang}: {target}");
    }
    for target in http.exit_urls.values().chain([&http.exit_url]) {
        for word in ["google", "bing.", "duckduckgo", "qwant", "ecosia", "safe.brussels", "?"] {
            assert!(!target.contains(word), "{target}");
        }
    }
}

#[test]
fn each_number_says_what_a_call_leaves_behind() {
    let folder = std::fs::read_dir(root().join("content/help/services")).expect("services");
    let mut numbers = 0;
    for file in folder {
        let file = file.expect("service").path();
        let text = std::fs::read_to_string(&file).expect("text");
        for phone in text.split("[[phone]]").skip(1) {
            let phone = phone.split("\n[[").next().unwrap_or_default();
            if phone.contains("kind = \"voice\"") && phone.contains("publish = true") {
                numbers += 1;
                assert!(phone.contains("\"in_call_log\""), "{}: a number without it", file.display());
            }
        }
    }
    assert!(numbers > 10, "{numbers}");
    for code in LANGS {
        let lang = Lang::parse(code).expect("language");
        for id in ["help-in-call-log", "help-cost-bill-unknown"] {
            assert!(lang.own(id, &Args::new()).is_some(), "{code} {id}");
        }
    }
}
