//! The steps of a build, in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use safe_content::{ARTICLE_SECTIONS, Content, Finding, Lang, Severity};
use tempfile::TempDir;

use crate::deliver::deliver;
use crate::page::{Page, SearchDoc};
use crate::pages::{
    areas, articles, datasets, frame, help, kit, listing, map_of_pages, permits, plans, registers,
};
use crate::settings::Settings;
use crate::site::{Site, day};
use crate::words::Words;
use crate::{
    Error, Options, Report, catalogue, csv, downloads, io, offline, output, outward, project, schedule, swap,
};

/// Files of a language folder whose words stand in built pages.
pub(crate) const WORD_FILES: &[&str] = &["portal.ftl", "vocabulary.ftl", "permits.ftl"];

/// Most bytes kept offline per language, before compression; they travel as about a fourth.
const OFFLINE_LIMIT: u64 = 700_000;

/// Builds the site from `content_root`, `locales_root` and `site_root` into `out`.
///
/// # Errors
///
/// When the content has errors, words are missing, Zola refuses the project or a file
/// cannot be written. `out` is then what it was before.
pub fn build(
    content_root: &Path,
    locales_root: &Path,
    site_root: &Path,
    out: &Path,
    options: &Options,
) -> Result<Report, Error> {
    let (mut content, mut findings) = Content::load(content_root);
    findings.extend(missing_images(&content, site_root));
    schedule::keep_to_dates(&mut content, &day(options.today));
    let errors: Vec<Finding> = findings.iter().filter(|f| f.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() && !options.keep_going {
        return Err(Error::Content(errors));
    }
    let settings = Settings::load(site_root)?;
    let words = Words::load(locales_root, &settings.languages, WORD_FILES)?;
    let site = Site {
        content: &content,
        words: &words,
        settings: &settings,
        base_url: options.base_url.trim_end_matches('/'),
        today: options.today,
    };
    let pages = all_pages(&site);
    let missing = words.missing();
    if !missing.is_empty() {
        return Err(Error::MissingWords(missing));
    }
    let work = work_folder()?;
    let root = work.path().join("site");
    let public = work.path().join("public");
    write_project(&site, &root, locales_root, site_root, &pages)?;
    run_zola(&options.zola, &root, &public)?;
    write_beside(&site, &public, &pages)?;
    let report = finish(&site, &public, out, &pages)?;
    Ok(Report { findings, ..report })
}

/// Pictures that a text shows and that stand nowhere among the static files.
fn missing_images(content: &Content, site_root: &Path) -> Vec<Finding> {
    let statics = site_root.join("static");
    let bodies = content.articles.iter().flat_map(|article| article.bodies.values());
    let images = bodies.flat_map(|body| body.images.iter().map(move |image| (body, image)));
    images
        .filter(|(_, image)| !statics.join(image.value.trim_start_matches('/')).is_file())
        .map(|(body, image)| {
            Finding::error(&body.file, image.line, "image-missing").with("link", &image.value)
        })
        .collect()
}

type Pages = BTreeMap<Lang, Vec<Page>>;

fn all_pages(site: &Site<'_>) -> Pages {
    let mut pages = Pages::new();
    for lang in &site.settings.languages {
        let mut list = frame::build(site, *lang);
        list.extend(listing::build(site, *lang));
        list.push(help::landing(site, *lang));
        list.push(help::services(site, *lang));
        list.push(permits::landing(site, *lang));
        list.extend(site.content.articles.iter().filter_map(|a| articles::build(site, *lang, a)));
        list.extend(site.content.articles.iter().filter_map(|a| kit::sheet(site, *lang, a)));
        list.extend(site.content.datasets.iter().map(|d| datasets::build(site, *lang, d)));
        list.extend(plans::build(site, *lang));
        list.extend(registers::build(site, *lang));
        list.extend(areas::build(site, *lang));
        let map = map_of_pages::build(site, *lang, &list);
        list.push(map);
        for page in &mut list {
            complete(site, *lang, page);
        }
        pages.insert(*lang, list);
    }
    pages
}

/// Fills what every page has: address, languages, canonical address.
fn complete(site: &Site<'_>, lang: Lang, page: &mut Page) {
    page.extra.path.clone_from(&page.path);
    let path = if page.extra.dynamic { "/SAFE_PATH" } else { page.path.as_str() };
    page.extra.alternates = site.alternates(path, &page.exists);
    page.extra.locale = format!("{lang}_BE");
    if page.extra.canonical.is_empty() {
        page.extra.canonical = format!("{}{}", site.base_url, site.url(lang, &page.path));
    }
}

/// A folder in memory where there is one: thousands of small files go to disk only once.
fn work_folder() -> Result<TempDir, Error> {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("safe-site-").tempdir_in(&parent).map_err(io(&parent))
}

fn write_project(
    site: &Site<'_>,
    root: &Path,
    locales: &Path,
    site_root: &Path,
    pages: &Pages,
) -> Result<(), Error> {
    let paths: BTreeSet<String> =
        pages.values().flatten().filter(|p| !p.hidden).map(|p| p.path.clone()).collect();
    project::copy_site(site_root, root)?;
    project::write_config(site, root, locales, &paths)?;
    for (lang, list) in pages {
        for page in list {
            project::write_page(root, Some(*lang), page)?;
        }
    }
    let mut entrance = Page {
        path: "/".to_owned(),
        template: "entrance.html",
        title: site.say(Lang::FR, "brand"),
        ..Page::default()
    };
    entrance.extra.languages = site.alternates("/", &site.settings.languages);
    for (alternate, lang) in entrance.extra.languages.iter_mut().zip(&site.settings.languages) {
        alternate.text = site.say(*lang, "entrance-text");
    }
    project::write_page(root, None, &entrance)
}

fn run_zola(command: &[String], root: &Path, public: &Path) -> Result<(), Error> {
    let (program, first) = command.split_first().ok_or_else(|| Error::Zola(String::new()))?;
    let program_path = PathBuf::from(program);
    let result = Command::new(program)
        .args(first)
        .arg("--root")
        .arg(root)
        .args(["build", "--force", "--output-dir"])
        .arg(public)
        .output()
        .map_err(io(&program_path))?;
    if result.status.success() {
        return Ok(());
    }
    let said = [result.stdout, result.stderr].concat();
    Err(Error::Zola(String::from_utf8_lossy(&said).trim().to_owned()))
}

fn write(public: &Path, path: &str, text: &str) -> Result<(), Error> {
    let file = public.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(io(folder))?;
    }
    fs::write(&file, text).map_err(io(&file))
}

fn write_beside(site: &Site<'_>, public: &Path, pages: &Pages) -> Result<(), Error> {
    for lang in &site.settings.languages {
        for dataset in &site.content.datasets {
            let path = format!("{lang}{}{}.csv", datasets::path(dataset), dataset.id);
            write(public, &path, &csv::write(site, *lang, dataset))?;
        }
        for article in site.content.section("campaigns") {
            if let Some(kit) = kit::file(site, *lang, article) {
                write(public, &format!("{lang}{}kit.txt", article.path()), &kit)?;
            }
        }
        write(public, &offline::index_name(*lang), &offline::index(site, *lang))?;
        for (path, text) in downloads::files(site, *lang) {
            write(public, &path, &text)?;
        }
        for municipality in &site.content.areas.municipalities {
            let path = format!("{lang}{}", areas::feed_path(municipality));
            write(public, &path, &output::notices(site, *lang, municipality))?;
        }
        write(public, &format!("manifest-{lang}.webmanifest"), &output::web_manifest(site, Some(*lang)))?;
    }
    for section in ARTICLE_SECTIONS {
        for (path, feed) in output::feeds(site, section) {
            write(public, &path, &feed)?;
        }
    }
    write(public, "manifest.webmanifest", &output::web_manifest(site, None))?;
    let first = pages.values().next().map(Vec::as_slice).unwrap_or_default();
    write(public, "sitemap.xml", &output::sitemap(site, first))?;
    let robots = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /office/\nSitemap: {}/sitemap.xml\n",
        site.base_url
    );
    write(public, "robots.txt", &robots)
}

fn finish(site: &Site<'_>, public: &Path, out: &Path, pages: &Pages) -> Result<Report, Error> {
    let fresh = swap::beside(out);
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(io(&fresh))?;
    }
    let target = fresh.join("public");
    let (mut files, leads) = deliver(public, &target, site.base_url)?;
    for lang in &site.settings.languages {
        let name = format!("offline-{lang}.json");
        let list = offline::list(*lang, &files, OFFLINE_LIMIT, site.settings.offline);
        write(&target, &name, &list)?;
        files.insert(name, (list.len() as u64, output::sha256(list.as_bytes())));
    }
    let docs: Vec<&SearchDoc> = pages.values().flatten().filter_map(|p| p.search.as_ref()).collect();
    let services = crate::pages::service_docs(site);
    let docs: Vec<&SearchDoc> = docs.into_iter().chain(&services).collect();
    write(&fresh, "search.jsonl", &output::search_lines(&docs))?;
    let catalogue = serde_json::to_string(&catalogue::build(site)).unwrap_or_default();
    write(&fresh, "catalogue.json", &catalogue)?;
    write(&fresh, "redirects.json", &output::redirects(site))?;
    write(&fresh, "links.json", &outward::json(&leads))?;
    let hashes: String = files.iter().map(|(name, (_, hash))| format!("{hash}  public/{name}\n")).collect();
    write(&fresh, "files.sha256", &hashes)?;
    swap::into_place(&fresh, out)?;
    Ok(Report {
        pages: pages.values().map(Vec::len).sum(),
        files: files.len(),
        bytes: files.values().map(|(size, _)| size).sum(),
        search_documents: docs.len(),
        findings: Vec::new(),
    })
}
