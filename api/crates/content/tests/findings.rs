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
