//! The page that lists every other page, by section.

use std::collections::BTreeMap;

use safe_content::Lang;

use super::listing;
use crate::order;
use crate::page::{Group, Item, Page};
use crate::site::{Site, Spoken};
use crate::spoken::pieces;

/// A page of the list and the part of the navigation that it belongs to.
struct Entry {
    item: Item,
    area: String,
    kicker: String,
}

/// The page that lists every other page, by section, under a heading that leads to the first
/// page of the section. A section of one page stands with the
/// part of the navigation that it belongs to, each plan under its own name.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang, pages: &[Page]) -> Page {
    let mut page = listing::frame(site, lang, "sitemap", "about");
    let mut sections: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for other in pages.iter().filter(|p| !p.hidden && p.path != "/") {
        sections.entry(section(site, &other.path)).or_default().push(entry(site, lang, other));
    }
    merge_single(&mut sections);
    for (section, mut entries) in sections {
        let own = site.url(lang, &format!("/{section}/"));
        let title = entries.iter().find(|e| e.item.url == own).map(|e| title(&e.item)).unwrap_or_default();
        tell_apart(&mut entries);
        let mut items: Vec<Item> = entries.into_iter().map(|e| e.item).filter(|i| i.url != own).collect();
        let order = order::names(lang);
        items.sort_by(|a, b| order(&a.title, &b.title));
        page.extra.groups.push(Group {
            id: format!("s-{}", section.replace('/', "-")),
            title: title.words.clone(),
            url: own,
            pieces: pieces([title].into_iter().filter(|t| !t.lang.is_empty())),
            layout: "index".to_owned(),
            items,
            ..Group::default()
        });
    }
    page.search = None;
    page
}

/// The title of an entry in its own language.
fn title(item: &Item) -> Spoken {
    Spoken { words: item.title.clone(), lang: item.lang.clone(), dir: item.dir.clone() }
}

/// The first step of an address; for the pages of a plan, its own address.
fn section(site: &Site<'_>, path: &str) -> String {
    let path = path.trim_matches('/');
    let plan = |id: &str| format!("plans/{id}");
    let inside =
        |own: &String| path == own || path.strip_prefix(own.as_str()).is_some_and(|r| r.starts_with('/'));
    let plans = site.content.plans.iter().map(|p| plan(&p.id));
    plans.into_iter().find(inside).unwrap_or_else(|| path.split('/').next().unwrap_or_default().to_owned())
}

fn entry(site: &Site<'_>, lang: Lang, page: &Page) -> Entry {
    let item = Item {
        lang: page.extra.body_lang.clone(),
        dir: page.extra.body_dir.clone(),
        ..site.link(lang, &page.path, page.title.clone())
    };
    Entry { item, area: page.extra.area.clone(), kicker: page.extra.kicker.clone() }
}

/// Moves the only page of a section to the section of its part of the navigation.
fn merge_single(sections: &mut BTreeMap<String, Vec<Entry>>) {
    let single: Vec<String> =
        sections.iter().filter(|(_, entries)| entries.len() == 1).map(|(name, _)| name.clone()).collect();
    for name in single {
        let area = sections.get(&name).map(|entries| entries[0].area.clone()).unwrap_or_default();
        if area != name
            && sections.contains_key(&area)
            && let Some(entries) = sections.remove(&name)
        {
            sections.entry(area).or_default().extend(entries);
        }
    }
}

/// Says of pages with the same name which is which.
fn tell_apart(entries: &mut [Entry]) {
    let titles: Vec<String> = entries.iter().map(|e| e.item.title.clone()).collect();
    for entry in entries {
        let is_double = titles.iter().filter(|t| **t == entry.item.title).count() > 1;
        if is_double && !entry.kicker.is_empty() {
            entry.item.meta = vec![std::mem::take(&mut entry.kicker).into()];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str, area: &str, kicker: &str) -> Entry {
        let item = Item { title: title.to_owned(), ..Item::default() };
        Entry { item, area: area.to_owned(), kicker: kicker.to_owned() }
    }

    #[test]
    fn the_only_page_of_a_section_stands_with_its_part_of_the_navigation() {
        let mut sections = BTreeMap::from([
            ("alerts".to_owned(), vec![page("Alerts", "alerts", "")]),
            ("receive-alerts".to_owned(), vec![page("Receive", "alerts", "")]),
            ("calls".to_owned(), vec![page("Calls", "nowhere", "")]),
            ("news".to_owned(), vec![page("News", "alerts", ""), page("One", "alerts", "")]),
        ]);
        merge_single(&mut sections);
        let found: Vec<(&str, usize)> =
            sections.iter().map(|(name, list)| (name.as_str(), list.len())).collect();
        assert_eq!(found, [("alerts", 2), ("calls", 1), ("news", 2)]);
    }

    #[test]
    fn pages_of_one_name_say_which_is_which() {
        let mut entries = [
            page("Train", "", "Measure 3.3"),
            page("Train", "", "Measure 4.2"),
            page("Other", "", "Measure 1.1"),
        ];
        tell_apart(&mut entries);
        let told = entries.map(|e| e.item.meta.first().map(|m| m.words.clone()).unwrap_or_default());
        assert_eq!(told, ["Measure 3.3", "Measure 4.2", ""]);
    }
}
