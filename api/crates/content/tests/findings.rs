//! Faults in a content root are found with their file and line.

use std::error::Error;
use std::fs;
use std::path::Path;

use safe_content::{Content, Finding, Lang};

type Outcome = Result<(), Box<dyn Error>>;

fn write(root: &Path, path: &str, text: &str) -> Outcome {
    let file = root.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)?;
    Ok(())
}

fn found(findings: &[Finding], file: &str, line: usize, code: &str) -> bool {
    findings.iter().any(|f| f.file == Path::new(file) && f.line == line && f.code == code)
}

const BODY: &str = "+++\ntitle = \"Titre\"\nsummary = \"Une phrase.\"\n+++\n\n## Avant\n\nTexte.\n";

#[test]
fn a_clean_item_has_no_findings() -> Outcome {
    let root = tempfile::tempdir()?;
    write(
        root.path(),
        "guides/gas-leak/item.toml",
        "sources = [\"001:1-2\"]\nupdated = 2026-11-21\n[review]\nfr = \"reviewed\"\n",
    )?;
    for lang in ["fr", "nl", "en"] {
        write(root.path(), &format!("guides/gas-leak/{lang}.md"), BODY)?;
    }
    let (content, findings) = Content::load(root.path());
    assert_eq!(findings, []);
    let guide = content.article("guides", "gas-leak").ok_or("no guide")?;
    assert_eq!(guide.path(), "/guides/gas-leak/");
    assert_eq!(guide.bodies.get(&Lang::FR).map(|b| b.review.as_str()), Some("reviewed"));
    assert_eq!(content.resolve("@/guides/gas-leak#avant").as_deref(), Some("/guides/gas-leak/#avant"));
    assert_eq!(content.resolve("@/guides/nowhere"), None);
    Ok(())
}

#[test]
fn faults_name_their_file_and_line() -> Outcome {
    let root = tempfile::tempdir()?;
    write(
        root.path(),
        "advice/bicycle-theft/item.toml",
        "sources = [\n  \"001:9-3\",\n]\nsubjects = [\"bikes\"]\ncolour = \"red\"\n",
    )?;
    write(
        root.path(),
        "advice/bicycle-theft/fr.md",
        "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\n<b>gras</b>\n\n[x](@/advice/none)\n{{ secret }}\n",
    )?;
    let (_, findings) = Content::load(root.path());
    let item = "advice/bicycle-theft/item.toml";
    assert!(found(&findings, item, 2, "bad-source"));
    assert!(found(&findings, item, 4, "not-one-of"));
    assert!(found(&findings, item, 5, "unknown-key"));
    assert!(found(&findings, item, 0, "missing-body"));
    let body = "advice/bicycle-theft/fr.md";
    assert!(found(&findings, body, 6, "html"));
    assert!(found(&findings, body, 8, "link-broken"));
    assert!(found(&findings, body, 9, "template-syntax"));
    Ok(())
}

#[test]
fn texts_need_the_required_languages_and_rows_their_columns() -> Outcome {
    let root = tempfile::tempdir()?;
    let dataset = "title = { fr = \"A\", nl = \"A\" }\nreading = { fr = \"A\", nl = \"A\", en = \"<i>A</i>\" }\nperiod = \"2020\"\nchart = \"pie\"\n[[column]]\nid = \"year\"\nlabel = { fr = \"A\", nl = \"A\", en = \"A\" }\nkind = \"label\"\n[[row]]\nvalues = [\"2020\", 12]\n";
    write(root.path(), "datasets/one.toml", dataset)?;
    let (_, findings) = Content::load(root.path());
    let file = "datasets/one.toml";
    assert!(found(&findings, file, 1, "missing-language"));
    assert!(found(&findings, file, 2, "html"));
    assert!(found(&findings, file, 4, "not-one-of"));
    assert!(found(&findings, file, 9, "column-count"));
    Ok(())
}

#[test]
fn a_refuge_has_no_place_and_an_unproved_number_is_not_published() -> Outcome {
    let root = tempfile::tempdir()?;
    let texts =
        "[name]\nfr = \"A\"\nnl = \"A\"\nen = \"A\"\n[description]\nfr = \"A\"\nnl = \"A\"\nen = \"A\"\n";
    write(root.path(), "help/organizations.toml", "[[organization]]\nid = \"one\"\nname = \"One\"\n")?;
    let service = format!(
        "organization = \"one\"\nstatus = \"active\"\nshelter = true\n{texts}[[phone]]\nid = \"main\"\nnumber = \"02 000 00 00\"\nkind = \"voice\"\nmark = \"S\"\npublish = true\n[[place]]\nid = \"p\"\n"
    );
    write(root.path(), "help/services/one.toml", &service)?;
    let (content, findings) = Content::load(root.path());
    let file = "help/services/one.toml";
    assert!(findings.iter().any(|f| f.file == Path::new(file) && f.code == "must-not-be-stored"));
    assert!(found(&findings, file, 17, "may-not-be-published"));
    assert!(content.help.service("one").ok_or("no service")?.places.is_empty());
    Ok(())
}

#[test]
fn a_term_in_the_form_of_another_language_is_flagged() -> Outcome {
    let root = tempfile::tempdir()?;
    let definition = "definition = { fr = \"A\", nl = \"A\", en = \"A\" }\nsources = [\"001:112\"]\n";
    let term = "[[term]]\nid = \"one\"\nterm = { fr = \"Haut fonctionnaire\", nl = \"Hoge ambtenaar\", en = \"High Official\" }\n";
    write(root.path(), "glossary.toml", &format!("{term}{definition}"))?;
    let item = "source_lang = \"fr\"\n[review]\nfr = \"unreviewed\"\nnl = \"unreviewed\"\n";
    let text = |words: &str| format!("+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\n{words}\n");
    for (name, words) in [
        ("wrong", "De Haut fonctionnaire beslist."),
        ("right", "De Hoge ambtenaar (Haut fonctionnaire) beslist."),
    ] {
        write(root.path(), &format!("pages/about/{name}/item.toml"), item)?;
        write(root.path(), &format!("pages/about/{name}/fr.md"), &text("Le Haut fonctionnaire décide."))?;
        write(root.path(), &format!("pages/about/{name}/nl.md"), &text(words))?;
    }
    let (_, findings) = Content::load(root.path());
    let flagged: Vec<&Finding> = findings.iter().filter(|f| f.code == "term-language").collect();
    assert_eq!(flagged.len(), 1, "{flagged:?}");
    assert_eq!(flagged[0].file, Path::new("pages/about/wrong/nl.md"));
    Ok(())
}

#[test]
fn the_front_matter_follows_the_rules_of_every_text() -> Outcome {
    let root = tempfile::tempdir()?;
    write(root.path(), "pages/help/one/item.toml", "sources = [\"001:1\"]\n")?;
    let front = "+++\ntitle = \"  \"\nsummary = \"Un {{ mot }}\u{200b} <b>gras</b>.\"\nneutral_title = \"<i>A</i>\"\n+++\n\nTexte.\n";
    write(root.path(), "pages/help/one/fr.md", front)?;
    write(
        root.path(),
        "pages/help/one/nl.md",
        "+++\ntitle = \" Titel \"\nsummary = \" Zin.\\n\"\n+++\n\nTekst.\n",
    )?;
    let (content, findings) = Content::load(root.path());
    let file = "pages/help/one/fr.md";
    for (line, code) in
        [(2, "empty-text"), (3, "template-syntax"), (3, "html"), (3, "text-has-control"), (4, "html")]
    {
        assert!(found(&findings, file, line, code), "{line} {code}: {findings:?}");
    }
    let dutch = &content.article("help", "one").ok_or("no page")?.bodies[&Lang::NL];
    assert_eq!((dutch.title.as_str(), dutch.summary.as_str()), ("Titel", "Zin."));
    Ok(())
}

#[test]
fn rows_have_ids_addresses_and_periods_that_hold() -> Outcome {
    let root = tempfile::tempdir()?;
    let text = "{ fr = \"A\", nl = \"A\", en = \"A\" }";
    let event = format!(
        "[[event]]\nid = \"Grand Rendez-vous\"\ntitle = {text}\ndate = 2026-11-21\nuntil = 2026-11-20\nurl = \"www.example.be\"\n\
         [[event]]\nid = \"two\"\ntitle = {text}\ndate = 2026-11-21\nuntil = \"2026-11\"\nurl = \"https://www.example.be\"\n"
    );
    write(root.path(), "events.toml", &event)?;
    let call = format!("[[call]]\nid = \"a/b\"\ntitle = {text}\nopens = \"2026-05\"\ncloses = 2026-04-30\n");
    write(root.path(), "calls.toml", &call)?;
    write(root.path(), "projects.toml", &format!("[[project]]\nid = \"É\"\ntitle = {text}\n"))?;
    write(
        root.path(),
        "glossary.toml",
        &format!("[[term]]\nid = \"-a\"\nterm = {text}\ndefinition = {text}\n"),
    )?;
    let bulletin = format!(
        "[[bulletin]]\nid = \"a b\"\nkind = \"rule\"\nlevel = \"regional\"\nissuer = \"A\"\ntitle = {text}\ntext = {text}\n\
         date = 2026-11-21\nuntil = \"2026-10\"\nurl = \"@/rules\"\n"
    );
    write(root.path(), "bulletins.toml", &bulletin)?;
    write(
        root.path(),
        "advisers.toml",
        "[[adviser]]\nnis = \"21001\"\nknown = true\nweb = \"anderlecht.be\"\n",
    )?;
    write(
        root.path(),
        "help/organizations.toml",
        "[[organization]]\nid = \"one\"\nname = \"One\"\nwebsite = \"one.be\"\n",
    )?;
    write(root.path(), "sources.toml", "[[source]]\nid = \"one\"\ntitle = \"One\"\nurl = \"one.be\"\n")?;
    let campaign = "from = \"2020-06\"\nuntil = \"2020-05-31\"\n[[link]]\nurl = \"/fr/\"\n";
    write(root.path(), "campaigns/one/item.toml", campaign)?;
    let (_, findings) = Content::load(root.path());
    for (file, line, code) in [
        ("events.toml", 2, "bad-id"),
        ("events.toml", 5, "end-before-beginning"),
        ("events.toml", 6, "address-form"),
        ("calls.toml", 2, "bad-id"),
        ("calls.toml", 5, "end-before-beginning"),
        ("projects.toml", 2, "bad-id"),
        ("glossary.toml", 2, "bad-id"),
        ("bulletins.toml", 2, "bad-id"),
        ("bulletins.toml", 9, "end-before-beginning"),
        ("bulletins.toml", 10, "address-form"),
        ("advisers.toml", 4, "address-form"),
        ("help/organizations.toml", 4, "address-form"),
        ("sources.toml", 4, "address-form"),
        ("campaigns/one/item.toml", 2, "end-before-beginning"),
        ("campaigns/one/item.toml", 4, "address-form"),
    ] {
        assert!(found(&findings, file, line, code), "{file}:{line} {code}: {findings:?}");
    }
    let events = findings.iter().filter(|f| f.file == Path::new("events.toml"));
    assert_eq!(events.count(), 3, "the second event is in order: {findings:?}");
    Ok(())
}

#[test]
fn links_lead_to_pages_that_are_built_and_stand_in_one_piece() -> Outcome {
    let root = tempfile::tempdir()?;
    write(root.path(), "advice/one/item.toml", "sources = [\"001:1\"]\n")?;
    let text = "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n[a](@/data)\n\n[b][c]\n\n[d](@/advice/one)\n\n[c]: @/advice/one\n";
    write(root.path(), "advice/one/fr.md", text)?;
    let (_, findings) = Content::load(root.path());
    let file = "advice/one/fr.md";
    let told: Vec<(usize, &str)> =
        findings.iter().filter(|f| f.file == Path::new(file)).map(|f| (f.line, f.code)).collect();
    assert_eq!(told, [(5, "link-broken"), (7, "inner-link-form")]);
    Ok(())
}

#[test]
fn a_root_that_is_not_the_content_is_a_fault() -> Outcome {
    let root = tempfile::tempdir()?;
    let missing = root.path().join("none");
    let (_, findings) = Content::load(&missing);
    assert!(findings.iter().any(|f| f.file == missing && f.code == "unreadable"), "{findings:?}");
    let (_, findings) = Content::load(root.path());
    assert!(findings.iter().any(|f| f.file == root.path() && f.code == "no-article"), "{findings:?}");
    write(root.path(), "guides", "a file where a folder should be")?;
    let (_, findings) = Content::load(root.path());
    assert!(found(&findings, "guides", 0, "unreadable"), "{findings:?}");
    Ok(())
}

#[test]
fn what_ends_in_a_month_holds_until_its_last_day() -> Outcome {
    let root = tempfile::tempdir()?;
    let text = "{ fr = \"A\", nl = \"A\", en = \"A\" }";
    let rule = format!(
        "[[bulletin]]\nid = \"one\"\nkind = \"rule\"\nlevel = \"regional\"\nissuer = \"A\"\ntitle = {text}\ntext = {text}\n\
         date = 2026-11-01\nuntil = \"2026-11\"\n"
    );
    write(root.path(), "bulletins.toml", &rule)?;
    let zone = "[[zone]]\nid = \"1\"\nname = { fr = \"A\", nl = \"A\" }\nmunicipalities = []\nvalid_from = 2020\nvalid_to = 2026\n";
    write(root.path(), "areas/zones.toml", zone)?;
    let (content, _) = Content::load(root.path());
    assert!(!content.bulletins[0].is_over("2026-11-30") && content.bulletins[0].is_over("2026-12-01"));
    assert!(
        content.areas.zones[0].is_valid_on("2026-12-31") && !content.areas.zones[0].is_valid_on("2027-01-01")
    );
    Ok(())
}

#[test]
fn the_repository_s_own_content_loads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../content");
    let (content, findings) = Content::load(&root);
    let broken: Vec<&Finding> = findings
        .iter()
        .filter(|f| matches!(f.code, "bad-toml" | "front-matter-missing" | "unreadable"))
        .collect();
    assert_eq!(broken, Vec::<&Finding>::new());
    assert_eq!(content.areas.municipalities.len(), 19);
    assert_eq!(content.areas.outlines.len(), 19);
}
