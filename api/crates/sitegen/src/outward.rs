//! Addresses of others that the built pages lead to, for the question whether they still
//! answer. They are read from the pages themselves: what a reader can follow is asked,
//! whatever text, register or template it came from.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// Pages named for one address; a link of the footer stands on all of them.
const MOST_PAGES: usize = 20;

/// Public files by the address that they lead to.
pub(crate) type Leads = BTreeMap<String, BTreeSet<String>>;

#[derive(Serialize)]
struct Page<'a> {
    path: String,
    langs: Vec<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    pages: Vec<Page<'a>>,
    count: usize,
}

/// Adds the outward addresses of a page.
pub(crate) fn collect(leads: &mut Leads, name: &str, html: &str, base_url: &str) {
    for piece in html.split("href=\"").skip(1) {
        let Some((address, _)) = piece.split_once('"') else { continue };
        let is_own =
            address.strip_prefix(base_url).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if is_own || !(address.starts_with("https://") || address.starts_with("http://")) {
            continue;
        }
        leads.entry(plain(address)).or_default().insert(name.to_owned());
    }
}

/// An attribute's value as the browser reads it.
fn plain(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&")
}

/// `links.json`: each address with its pages, the languages of a page together.
pub(crate) fn json(leads: &Leads) -> String {
    let places: BTreeMap<&str, Place<'_>> =
        leads.iter().map(|(url, files)| (url.as_str(), place(files))).collect();
    serde_json::to_string_pretty(&places).unwrap_or_default() + "\n"
}

fn place(files: &BTreeSet<String>) -> Place<'_> {
    let mut by_path: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for file in files {
        let (lang, rest) = file.split_once('/').unwrap_or(("", file));
        let rest = rest.strip_suffix("index.html").unwrap_or(rest);
        by_path.entry(format!("/{rest}")).or_default().push(lang);
    }
    let pages = by_path.into_iter().take(MOST_PAGES).map(|(path, langs)| Page { path, langs }).collect();
    Place { pages, count: files.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gives_its_outward_addresses_alone() {
        let html = r##"<link href="https://own.example/fr/"><a href="https://own.example">1</a>
            <a href="https://own.example.org/?a=1&amp;b=2">2</a> <a href="/fr/">3</a>
            <a href="tel:112">4</a> <a href="#x">5</a>"##;
        let mut leads = Leads::new();
        collect(&mut leads, "fr/advice/x/index.html", html, "https://own.example");
        collect(&mut leads, "nl/advice/x/index.html", html, "https://own.example");
        let found: Vec<&String> = leads.keys().collect();
        assert_eq!(found, ["https://own.example.org/?a=1&b=2"]);
        let json: serde_json::Value = serde_json::from_str(&json(&leads)).expect("JSON");
        let place = &json["https://own.example.org/?a=1&b=2"];
        assert_eq!(place["count"], 2);
        assert_eq!(place["pages"][0]["path"], "/advice/x/");
        assert_eq!(place["pages"][0]["langs"], serde_json::json!(["fr", "nl"]));
    }
}
