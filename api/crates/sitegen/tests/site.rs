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

/// A page with its texts in French, Dutch and English.
fn item(root: &Path, folder: &str, fields: &str, text: &str) -> Outcome {
    write(root, &format!("{folder}/item.toml"), &format!("sources = [\"001:1\"]\n{fields}"))?;
    for lang in ["fr", "nl", "en"] {
        let text = format!("+++\ntitle = \"{folder} {lang}\"\nsummary = \"{folder}\"\n+++\n\n{text}\n");
        write(root, &format!("{folder}/{lang}.md"), &text)?;
    }
    Ok(())
}

#[test]
fn a_month_lasts_to_its_end_and_what_is_not_yet_public_is_not_linked() -> Outcome {
    let root = tempfile::tempdir()?;
    let text = "[De *demain*](@/campaigns/later) et [vol](@/advice/item-0#vol \"Le vol\").";
    item(root.path(), "advice/other", "subjects = [\"theft\"]\n", text)?;
    item(root.path(), "campaigns/later", "from = 2026-11-22\n", "Texte.")?;
    content(root.path(), 1)?;
    write(root.path(), "advice/item-0/pl.md", "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\nTekst.\n")?;
    let title = |word: &str| format!("title = {{ fr = \"{word}\", nl = \"{word}\", en = \"{word}\" }}\n");
    let event = format!("[[event]]\nid = \"month\"\n{}date = \"2026-11\"\n", title("Le mois"));
    write(root.path(), "events.toml", &event)?;
    let call =
        |id: &str, closes: &str| format!("[[call]]\nid = \"{id}\"\n{}closes = \"{closes}\"\n", title(id));
    write(root.path(), "calls.toml", &(call("open-call", "2026") + &call("past-call", "2026-10")))?;
    let out = root.path().join("out");
    run(root.path(), &out)?;
    let public = out.join("public");
    let page = |path: &str| fs::read_to_string(public.join(path).join("index.html"));
    let advice = page("fr/advice/other")?;
    assert!(advice.contains("De <em>demain</em> et <a href=\"/fr/advice/item-0/#vol\""), "{advice}");
    assert!(!advice.contains("campaigns/later"), "not before its day");
    let agenda = page("fr/agenda")?;
    let (coming, past) = (agenda.find("agenda-coming"), agenda.find("agenda-past"));
    let at = agenda.find("Le mois");
    assert!(coming < at && at < past, "{agenda}");
    assert!(!agenda.contains("agenda.ics") && !public.join("fr/agenda/agenda.ics").exists());
    let calls = page("fr/calls")?;
    let (open, past) = (calls.find("calls-open"), calls.find("calls-past"));
    assert!(open < calls.find("open-call") && calls.find("open-call") < past, "{calls}");
    assert!(past < calls.find("past-call"), "{calls}");
    let map = fs::read_to_string(public.join("sitemap.xml"))?;
    assert!(map.contains("/nl/advice/item-0/") && !map.contains("/pl/"));
    assert!(!page("ar/advice/item-0")?.contains("/pl/"));
    Ok(())
}

#[test]
fn a_feed_has_the_newest_by_their_own_date() -> Outcome {
    let root = tempfile::tempdir()?;
    for month in 1..=12 {
        for half in ["a", "b"] {
            let fields = format!("date = \"2025-{month:02}\"\nupdated = 2026-11-21\n");
            item(root.path(), &format!("news/{half}-{month:02}"), &fields, "Texte.")?;
        }
    }
    item(root.path(), "news/z-today", "date = 2026-11-20\n", "Texte.")?;
    let report = "series = \"report\"\nplanned = true\ndate = \"2023\"\nupdated = 2026-11-21\n";
    item(root.path(), "publications/planned", report, "Texte.")?;
    let out = root.path().join("out");
    run(root.path(), &out)?;
    let feed = |section: &str| fs::read_to_string(out.join(format!("public/fr/{section}/atom.xml")));
    let news = feed("news")?;
    let ids: Vec<&str> = news
        .split("<id>https://portal.test/fr/news/")
        .skip(2)
        .filter_map(|rest| rest.split_once("/</id>").map(|(id, _)| id))
        .collect();
    assert_eq!(ids.len(), 20);
    assert_eq!(ids[..4], ["z-today", "a-12", "b-12", "a-11"]);
    let day = "<published>2026-11-20T00:00:00Z</published>\n<updated>2026-11-20T00:00:00Z</updated>";
    assert!(news.contains(day), "{news}");
    assert!(news.contains("<published>2025-12-01T00:00:00Z</published>\n<updated>2026-11-21T00:00:00Z"));
    let head = news.split("<entry>").next().unwrap_or_default();
    assert!(head.contains("<updated>2026-11-21T00:00:00Z</updated>"), "the last change of any: {head}");
    assert!(!feed("publications")?.contains("<published>"), "what is planned has not appeared");
    Ok(())
}

#[test]
fn linked_data_is_in_the_language_of_its_words() -> Outcome {
    let root = tempfile::tempdir()?;
    item(root.path(), "news/one", "date = \"2026-11-20\"\n", "Texte.")?;
    let text = "{ fr = \"A\", nl = \"A\", en = \"A\" }";
    let dataset = format!(
        "title = {text}\nreading = {text}\nperiod = \"2018-2022\"\nchart = \"none\"\n\
         [[column]]\nid = \"year\"\nlabel = {text}\nkind = \"label\"\n[[row]]\nvalues = [\"2018\"]\n"
    );
    write(root.path(), "datasets/figures.toml", &dataset)?;
    let out = root.path().join("out");
    run(root.path(), &out)?;
    let linked = |path: &str| -> Result<(String, serde_json::Value), Box<dyn Error>> {
        let html = fs::read_to_string(out.join("public").join(path).join("index.html"))?;
        let (_, rest) = html.split_once("application/ld+json\">").ok_or("no linked data")?;
        let json = rest.split("</script>").next().unwrap_or_default();
        Ok((html.clone(), serde_json::from_str(json)?))
    };
    for (path, found) in
        [("news/one", "fr"), ("datasets/figures", "fr"), ("news/one", "ar"), ("datasets/figures", "ar")]
    {
        let own = if found == "ar" { "en" } else { found };
        let (html, json) = linked(&format!("{found}/{path}"))?;
        let address = format!("https://portal.test/{own}/{path}/");
        assert_eq!(json["inLanguage"], own, "{path}");
        assert_eq!(json["url"], address.as_str());
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{address}\"")), "{html}");
    }
    assert_eq!(linked("fr/news/one")?.1["datePublished"], "2026-11-20");
    assert_eq!(linked("fr/datasets/figures")?.1["temporalCoverage"], "2018/2022");
    Ok(())
}

#[test]
fn an_empty_folder_does_not_take_the_place_of_the_site() -> Outcome {
    let root = tempfile::tempdir()?;
    let (good, empty, out) = (root.path().join("good"), root.path().join("empty"), root.path().join("out"));
    content(&good, 1)?;
    run(&good, &out)?;
    let hashes = fs::read_to_string(out.join("files.sha256"))?;
    fs::create_dir(&empty)?;
    for folder in [&empty, &root.path().join("nowhere")] {
        assert!(matches!(run(folder, &out), Err(safe_sitegen::Error::Content(_))), "{}", folder.display());
        assert_eq!(hashes, fs::read_to_string(out.join("files.sha256"))?);
    }
    Ok(())
}

#[test]
fn every_finding_has_words_in_the_languages_of_the_back_office() -> Outcome {
    let langs = [Lang::FR, Lang::NL, Lang::EN];
    let words = Words::load(&repository().join("locales"), &langs, &["content.ftl"])?;
    let names = [
        "key", "value", "lang", "id", "reason", "found", "expected", "date", "tag", "link", "mark",
        "allowed", "length", "limit", "sign", "kind", "row", "what", "from",
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
