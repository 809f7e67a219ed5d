//! Choices above a list: which values occur, in whose words. The list is complete without
//! them; a script hides what was not asked for.

use safe_content::Lang;

use crate::page::{Choice, Filter, Group};
use crate::site::{Site, Spoken};

/// A field to type in, which looks at every word of an entry.
#[must_use]
pub fn words(site: &Site<'_>, lang: Lang) -> Filter {
    Filter { key: "q".to_owned(), title: site.say(lang, "filter-words"), choices: Vec::new() }
}

/// A choice among the values of `key` that occur in the groups, in the order of `names`:
/// pairs of a value and its words.
#[must_use]
pub fn choice(key: &str, title: String, names: &[(String, Spoken)], groups: &[Group]) -> Option<Filter> {
    let occurs = |value: &str| {
        let facet = format!("{key}:{value}");
        groups.iter().flat_map(|g| &g.items).any(|i| i.facets.split(' ').any(|f| f == facet))
    };
    let mut choices: Vec<Choice> = Vec::new();
    for (value, words) in names {
        if occurs(value) && !choices.iter().any(|c| c.value == *value) {
            choices.push(Choice { value: value.clone(), title: words.clone(), hint: String::new() });
        }
    }
    (choices.len() > 1).then(|| Filter { key: key.to_owned(), title, choices })
}

/// Facets of one key, ready to stand in [`crate::page::Item::facets`].
#[must_use]
pub fn facets<'a>(key: &str, values: impl IntoIterator<Item = &'a str>) -> String {
    values.into_iter().map(|v| format!("{key}:{v} ")).collect()
}

/// Values and their words from messages `prefix-value`.
#[must_use]
pub fn named(site: &Site<'_>, lang: Lang, prefix: &str, values: &[&str]) -> Vec<(String, Spoken)> {
    values.iter().map(|v| ((*v).to_owned(), site.say(lang, &format!("{prefix}-{v}")).into())).collect()
}
