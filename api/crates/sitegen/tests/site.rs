//! The whole build with the real templates and the real Zola.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use safe_content::{CODES, Content, Lang};
use safe_sitegen::{Options, Report, Words, build, condition_message};
use time::macros::date;

type Outcome = Result<(), Box<dyn Error>>;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn options() -> Options {
    Options {
        base_url: "https://portal.test".to_owned(),
        zola: vec!["node".to_owned(), repository().join("site/zola.mjs").to_string_lossy().into_owned()],
        today: date!(2026 - 11 - 21),
        keep_going: false,
    }
}

fn run(content: &Path, out: &Path) -> Result<Report, safe_sitegen::Error> {
    build(content, &repository().join("locales"), &repository().join("site"), out, &options())
}

fn write(root: &Path, path: &str, text: &str) -> Outcome {
    let file = root.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)?;
    Ok(())
}

/// `count` pieces of advice in French, Dutch and English.
fn content(root: &Path, count: usize) -> Outcome {
    for at in 0..count {
        write(
            root,
            &format!("advice/item-{at}/item.toml"),
            "sources = [\"001:1\"]\nsubjects = [\"theft\"]\nupdated = 2026-11-21\n",
        )?;
        for (lang, word) in [("fr", "vol"), ("nl", "diefstal"), ("en", "theft")] {
            let text = format!(
                "+++\ntitle = \"{word} {at}\"\nsummary = \"{word} & <{at}>\"\n+++\n\n## {word}\n\n{}\n",
                "Texte. ".repeat(60)
            );
            write(root, &format!("advice/item-{at}/{lang}.md"), &text)?;
        }
    }
    Ok(())
}

#[test]
fn pages_have_their_slots_and_languages() -> Outcome {
    let root = tempfile::tempdir()?;
    content(root.path(), 1)?;
    let out = root.path().join("out");
    let report = run(root.path(), &out)?;
    assert!(report.search_documents >= 3);
    let page = |path: &str| fs::read_to_string(out.join("public").join(path).join("index.html"));
    let french = page("fr/advice/item-0")?;
    assert!(french.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert_eq!(french.matches("<!--safe:banner-->").count(), 1);
    assert!(french.contains("vol &amp; &lt;0&gt;"));
    assert!(french.contains("hreflang=\"nl\" href=\"https://portal.test/nl/advice/item-0/\""));
    assert!(!french.contains("hreflang=\"ar\" href=\"https://portal.test"));
    let arabic = page("ar/advice/item-0")?;
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(arabic.contains("<h1 lang=\"en\" dir=\"ltr\">"));
    assert!(arabic.contains("content=\"noindex\""));
    for lang in ["fr", "nl", "ar"] {
        for (path, slot) in [("", "now"), ("alerts", "alerts")] {
            let list = page(&format!("{lang}/{path}"))?;
            assert!(
                list.contains(&format!("<!--safe:{slot}-->"))
                    && list.contains(&format!("<!--/safe:{slot}-->"))
            );
        }
        let shell = page(&format!("{lang}/shell"))?;
        for slot in ["<title>SAFE_TITLE</title>", "<!--safe:head-->", "<!--safe:main-->", "/nl/SAFE_PATH\""] {
            assert!(shell.contains(slot), "{lang}: {slot}");
        }
        let help = page(&format!("{lang}/help/shell"))?;
        assert!(help.contains("no-referrer") && help.contains(&format!("/exit?lang={lang}")));
        assert!(!help.contains("manifest") && !help.contains("live.js"));
    }
    let docs = fs::read_to_string(out.join("search.jsonl"))?;
    assert!(
        docs.lines().any(|l| l.contains("\"topic_id\":\"advice/item-0\"") && l.contains("\"lang\":\"nl\""))
    );
    assert!(
        !docs.lines().any(|l| l.contains("\"topic_id\":\"advice/item-0\"") && l.contains("\"lang\":\"ar\""))
    );
    let read = |name: &str| -> Result<serde_json::Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&fs::read_to_string(out.join(name))?)?)
    };
    let catalogue = read("catalogue.json")?;
    let entry = |lang: &str| &catalogue["advice"][lang][0];
    assert_eq!(entry("nl")["title"], "diefstal 0");
    assert_eq!(entry("nl")["url"], "/nl/advice/item-0/");
    assert_eq!(entry("nl")["subjects"][0], "theft");
    assert_eq!(entry("ar")["lang"], "en", "a text that is missing says which language it is in");
    assert!(read("redirects.json")?.is_array());
    Ok(())
}

#[test]
fn a_work_keeps_its_language_and_one_is_no_plural() -> Outcome {
    let root = tempfile::tempdir()?;
    content(root.path(), 1)?;
    let item = "sources = [\"001:1\"]\nsource_lang = \"fr\"\nseries = \"annual-report\"\nupdated = 2026-11-21\n\
        citation = { fr = \"*Rapport 2022*. Bruxelles : nous\", nl = \"*Rapport 2022*. Brussel: wij\", en = \"*Rapport 2022*. Brussels: us\" }\n";
    write(root.path(), "publications/report/item.toml", item)?;
    for (lang, title) in [("fr", "Le rapport"), ("nl", "Het verslag"), ("en", "The report")] {
        let text =
            format!("+++\ntitle = \"{title}\"\nsummary = \"{title}\"\n+++\n\n## Sur rendez-vous\n\nTexte.\n");
        write(root.path(), &format!("publications/report/{lang}.md"), &text)?;
    }
    for file in ["municipalities.toml", "zones.toml", "outlines.geojson"] {
        let source = repository().join("content/areas").join(file);
        write(root.path(), &format!("areas/{file}"), &fs::read_to_string(source)?)?;
    }
    let out = root.path().join("out");
    run(root.path(), &out)?;
    let page = |path: &str| fs::read_to_string(out.join("public").join(path).join("index.html"));
    let dutch = page("nl/publications/report")?;
    assert_eq!(
        dutch.matches("<cite lang=\"fr\" dir=\"ltr\">Rapport 2022</cite>. Brussel: wij</dd>").count(),
        1
    );
    let french = page("fr/publications/report")?;
    assert!(french.contains("<cite>Rapport 2022</cite>. Bruxelles\u{a0}: nous</dd>"));
    assert!(french.contains("Sur <span class=\"whole\">rendez-vous</span></h2>"), "a heading keeps it whole");
    assert!(page("ar/publications/report")?.contains("<span lang=\"en\" dir=\"ltr\">Rapport 2022. Brussels"));
    let catalogue: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("catalogue.json"))?)?;
    assert_eq!(catalogue["publications"]["nl"][0]["citation"], "Rapport 2022. Bruxelles : nous");
    // Anderlecht has one code, the City of Brussels several.
    for (lang, one, several) in [("fr", "Code postal", "Codes postaux"), ("nl", "Postcode", "Postcodes")] {
        assert!(page(&format!("{lang}/areas/21001"))?.contains(&format!("<dt>{one}</dt>")));
        assert!(page(&format!("{lang}/areas/21004"))?.contains(&format!("<dt>{several}</dt>")));
    }
    Ok(())
}

#[test]
fn the_same_input_gives_the_same_bytes_and_a_fault_changes_nothing() -> Outcome {
    let root = tempfile::tempdir()?;
    content(root.path(), 2)?;
    let (one, two) = (root.path().join("one"), root.path().join("two"));
    run(root.path(), &one)?;
    run(root.path(), &two)?;
    let hashes = fs::read_to_string(one.join("files.sha256"))?;
    assert_eq!(hashes, fs::read_to_string(two.join("files.sha256"))?);
    write(
        root.path(),
        "advice/item-0/fr.md",
        "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\n<script>x</script>\n",
    )?;
    let refused = run(root.path(), &one);
    assert!(
        matches!(refused, Err(safe_sitegen::Error::Content(findings)) if findings.iter().any(|f| f.code == "html" && f.line == 6))
    );
    assert_eq!(hashes, fs::read_to_string(one.join("files.sha256"))?);
    Ok(())
}

#[test]
fn every_finding_has_words_in_the_languages_of_the_back_office() -> Outcome {
    let langs = [Lang::FR, Lang::NL, Lang::EN];
    let words = Words::load(&repository().join("locales"), &langs, &["content.ftl"])?;
    let names = [
        "key", "value", "lang", "id", "reason", "found", "expected", "date", "tag", "link", "mark",
        "allowed", "length", "limit", "sign", "kind", "row", "what",
    ];
    let values: Vec<(&str, &str)> = names.iter().map(|n| (*n, "1")).collect();
    for lang in langs {
        for code in CODES {
            assert!(words.exact(lang, &format!("content-{code}"), &values).is_some(), "{lang} {code}");
        }
    }
    Ok(())
}

/// No word of the portal falls back to another language in silence.
#[test]
fn each_language_has_every_word() -> Outcome {
    let settings: toml::Table = fs::read_to_string(repository().join("site/portal.toml"))?.parse()?;
    let codes = settings["languages"].as_array().into_iter().flatten();
    let langs: Vec<Lang> = codes.filter_map(|l| l.as_str()?.parse().ok()).collect();
    let words = Words::load(&repository().join("locales"), &langs, &["portal.ftl"])?;
    let text = fs::read_to_string(repository().join("locales/fr/portal.ftl"))?;
    let ids = text
        .lines()
        .filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|l| l.split_once(" ="))
        .map(|(id, _)| id);
    let names = [
        "period", "source", "from", "until", "number", "themes", "measures", "date", "amount", "codes",
        "title", "lines", "count", "language", "day", "month", "year", "act", "article", "length", "reasons",
        "effect", "first", "list", "last", "numbers",
    ];
    let values: Vec<(&str, &str)> = names.iter().map(|n| (*n, "1")).collect();
    for id in ids {
        for lang in &langs {
            assert!(words.exact(*lang, id, &values).is_some(), "{lang} {id}");
        }
    }
    Ok(())
}

/// A document that is asked only of some is never shown as asked of everybody.
#[test]
fn each_condition_of_a_document_has_words() -> Outcome {
    let (content, _) = Content::load(&repository().join("content"));
    let settings: toml::Table = fs::read_to_string(repository().join("site/portal.toml"))?.parse()?;
    let codes = settings["languages"].as_array().into_iter().flatten();
    let langs: Vec<Lang> = codes.filter_map(|l| l.as_str()?.parse().ok()).collect();
    let words = Words::load(&repository().join("locales"), &langs, &["portal.ftl"])?;
    let law = content.permits.on("2026-11-21".parse()?);
    let asked = || law.procedures().flat_map(|row| &row.documents);
    let conditions: BTreeSet<String> =
        asked().filter_map(|asked| asked.when.as_ref()).map(condition_message).collect();
    assert!(conditions.contains("permits-when-applicant-company"));
    for lang in langs {
        for id in &conditions {
            assert!(words.exact(lang, id, &[]).is_some(), "{lang} {id}");
        }
    }
    Ok(())
}

/// Run with `cargo test --release -p safe-sitegen -- --ignored --nocapture`.
#[test]
#[ignore = "measures; takes several seconds"]
fn five_thousand_pages_take_less_than_ten_seconds() -> Outcome {
    let root = tempfile::tempdir()?;
    content(root.path(), 610)?;
    let started = std::time::Instant::now();
    let report = run(root.path(), &root.path().join("out"))?;
    let elapsed = started.elapsed();
    println!("{} pages in {elapsed:?}", report.pages);
    assert!(report.pages >= 5000);
    assert!(elapsed.as_secs() < 10, "{elapsed:?}");
    Ok(())
}
