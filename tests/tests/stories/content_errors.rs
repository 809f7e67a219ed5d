//! An editor's mistakes: each is named with file, line and what to write instead, and the
//! portal that stands stays up.

use std::fs;
use std::path::Path;

use safe_api::config::Config;
use safe_content::{Content, Severity};
use safe_tests::content::copy;
use safe_tests::root;

/// Changes a file and gives the line of the change.
fn change(content: &Path, file: &str, old: &str, new: &str) -> usize {
    let path = content.join(file);
    let text = fs::read_to_string(&path).expect(file);
    let at = text.find(old).unwrap_or_else(|| panic!("{file} has no {old}"));
    let line = text[..at].matches('\n').count() + 1;
    fs::write(path, text.replacen(old, new, 1)).expect(file);
    line
}

/// Adds a paragraph and gives its line.
fn add(content: &Path, file: &str, text: &str) -> usize {
    let path = content.join(file);
    let old = fs::read_to_string(&path).expect(file);
    fs::write(path, format!("{old}\n{text}\n")).expect(file);
    old.matches('\n').count() + 2
}

/// File, line, code and a piece of the advice for each mistake.
type Wanted = Vec<(&'static str, usize, &'static str, &'static str)>;

fn mistakes(content: &Path) -> Wanted {
    let mut wanted = Wanted::new();
    let mut edit = |file, old, new, code, advice| {
        wanted.push((file, change(content, file, old, new), code, advice));
    };
    edit(
        "events.toml",
        "nl = \"International Cybersecurity Forum\", ",
        "",
        "missing-language",
        "Add the translation",
    );
    edit("events.toml", "date = 2022-06-07", "date = \"2022-02-30\"", "bad-date", "2026-11-21");
    edit(
        "events.toml",
        "id = \"study-day-victims-2022\"",
        "id = \"fic-2022\"",
        "duplicate-id",
        "Choose another id",
    );
    edit("events.toml", "fr = \"Paris\"", "fr = \"Pa\u{200b}ris\"", "text-has-control", "Delete it");
    edit(
        "events.toml",
        "until = 2022-10-06",
        "until = 2022-10-03",
        "end-before-beginning",
        "one of the two dates",
    );
    edit("events.toml", "\"secu4all-conference-2022\"", "\"Secu4All\"", "bad-id", "lower-case letters");
    edit("sources.toml", "url = \"https://", "url = \"www.", "address-form", "https://");
    edit("advice/burglary/fr.md", "title = \"", "title = \"\u{200b}", "text-has-control", "Delete it");
    edit(
        "projects.toml",
        "measures = [\"",
        "measures = [\"pgsp-2021-2024/99.9\", \"",
        "unknown-reference",
        "Correct the name",
    );
    edit("glossary.toml", "definition = { fr = \"", "definition = { fr = \"<b>", "html", "Write Markdown");
    let bag = "advice/bag-theft/item.toml";
    edit(bag, "order = ", "ordre = ", "unknown-key", "Correct its name");
    edit("advice/burglary/item.toml", "order = ", "order = \"x\" # ", "wrong-type", "integer");
    edit(
        "advice/car-theft/item.toml",
        "places = [\"",
        "places = [\"strete\", \"",
        "not-one-of",
        "Choose from",
    );
    edit(
        "advice/children/item.toml",
        "sources = [\"",
        "sources = [\"statbell\", \"",
        "bad-source",
        "sources.toml",
    );
    edit("advice/seniors/fr.md", "+++\ntitle", "title", "front-matter-missing", "+++");
    edit(
        "datasets/ca-crisis-communication-2020.toml",
        "[[row]]\nvalues = [{ fr = \"Réunions",
        "[[row]]\nvalues = [\"y\", { fr = \"Réunions",
        "column-count",
        "Add what is missing",
    );
    edit(
        "redirects.toml",
        "to = \"@/publications/focus",
        "to = \"@/publications/xfocus",
        "link-broken",
        "create the page",
    );
    let mut write =
        |file, text: &str, code, advice| wanted.push((file, add(content, file, text), code, advice));
    write("calls.toml", "[[call", "bad-toml", "Check quotes");
    write("advice/bicycle-theft/fr.md", "[ici](@/advice/no-such)", "link-broken", "Correct the address");
    write("advice/bicycle-theft/fr.md", "[ici](/fr/nulle-part/)", "link-form", "@/section/id");
    write("advice/bicycle-theft/fr.md", "[ici](javascript:alert(1))", "link-form", "https://");
    write(
        "advice/bicycle-theft/fr.md",
        "[ici][lieu]\n\n[lieu]: @/advice/burglary",
        "inner-link-form",
        "[text](@/advice/burglary)",
    );
    write("advice/bicycle-theft/fr.md", "Un {{ mot }}.", "template-syntax", "Write it differently");
    write("advice/bicycle-theft/nl.md", "Een <b>woord</b>.", "html", "Write Markdown");
    write("advice/bicycle-theft/nl.md", "![](/icon.svg)", "image-without-alt", "![text](image)");
    write(
        "advice/bicycle-theft/nl.md",
        "![Een fiets](https://example.org/x.png)",
        "image-form",
        "site/static",
    );
    write("advice/bicycle-theft/nl.md", "# Fiets", "heading-level", "##");
    fs::remove_file(content.join("advice/drugs-users/nl.md")).expect("removed");
    wanted.push(("advice/drugs-users/item.toml", 0, "missing-body", "nl.md"));
    wanted
}

#[test]
fn every_mistake_is_named_with_its_line_and_its_remedy() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy(&root().join("content"), &content);
    let wanted = mistakes(&content);
    // The mistakes of one file are looked for by what they say: a later one moves lines.
    let (_, findings) = Content::load(&content);
    let errors: Vec<_> = findings.iter().filter(|one| one.severity == Severity::Error).collect();
    for (file, line, code, advice) in wanted {
        let said: Vec<String> = errors
            .iter()
            .filter(|one| one.file == Path::new(file) && one.line == line && one.code == code)
            .map(|one| safe_api::portal::said(one))
            .collect();
        let place = if line == 0 { format!("{file}: ") } else { format!("{file}:{line}: ") };
        let named = said.iter().any(|said| said.starts_with(&place) && said.contains(advice));
        assert!(named, "{file}:{line} {code}: {said:?} of {errors:#?}");
    }
}

#[test]
fn the_old_portal_stays_and_word_lists_and_pictures_are_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy(&root().join("content"), &content);
    let mut config = Config::load(None).expect("defaults");
    config.site.content_dir = content.clone();
    config.site.locales_dir = root().join("locales");
    config.site.source_dir = root().join("site");
    config.site.dir = folder.path().join("site");
    let page = config.site.dir.join("public/index.html");
    fs::create_dir_all(page.parent().expect("folder")).expect("folder");
    fs::write(&page, "the old one").expect("page");
    let refused = |what: &str| {
        let error = format!("{:#}", safe_api::portal::build(&config).expect_err(what));
        assert!(error.contains(what) && error.contains("the old portal stays"), "{what}: {error}");
        assert_eq!(fs::read_to_string(&page).expect("page"), "the old one");
    };
    let line = add(&content, "advice/bicycle-theft/fr.md", "![Un vélo](/photos/velo.jpg)");
    refused(&format!("advice/bicycle-theft/fr.md:{line} (image-missing)"));
    let line = add(&content, "search/pages.toml", "\"advice/burglary\" = [\"no-such-concept\"]");
    refused(&format!("search/pages.toml:{line} (unknown-reference)"));
    let line = add(&content, "search/synonyms.toml", "[[concept");
    refused(&format!("search/synonyms.toml:{line} (bad-toml)"));
}
