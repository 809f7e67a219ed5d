//! The relay kit of a campaign: on its page, as a text file, as a sheet to print. The words
//! are the same everywhere.

use safe_content::{Article, Campaign, Kind, Lang};

use crate::page::{Item, Kit, Page};
use crate::site::{Site, Spoken};

/// Kind of the kit piece that is printed on a sheet.
const POSTER: &str = "poster-text";

fn sheet_path(article: &Article) -> String {
    format!("{}sheet/", article.path())
}

/// A piece in every language there is, the reader's first; a required language without
/// words says so.
fn kit(site: &Site<'_>, lang: Lang, piece: &safe_content::KitPiece) -> Kit {
    let required = Lang::REQUIRED.into_iter().filter(|l| piece.text.get(*l).is_none());
    let mut langs: Vec<Lang> = piece.text.langs().chain(required).collect();
    langs.sort_by_key(|l| (*l != lang, site.settings.languages.iter().position(|s| s == l)));
    let item = |l: Lang| {
        let kicker = site.say(l, "language-name");
        match piece.text.get(l) {
            Some(words) => Item {
                title: crate::typography::set(l, words).into_owned(),
                lang: l.to_string(),
                dir: l.dir().to_owned(),
                kicker,
                ..Item::default()
            },
            None => Item { title: site.say(lang, "kit-missing"), kicker, ..Item::default() },
        }
    };
    Kit {
        title: site.say(lang, &format!("kit-{}", piece.kind)),
        texts: langs.into_iter().map(item).collect(),
    }
}

/// The poster text of a campaign as a page to print: the same words as its page.
#[must_use]
pub fn sheet(site: &Site<'_>, lang: Lang, article: &Article) -> Option<Page> {
    let Kind::Campaign(campaign) = &article.kind else {
        return None;
    };
    let posters: Vec<Kit> =
        campaign.kit.iter().filter(|p| p.kind == POSTER).map(|p| kit(site, lang, p)).collect();
    if posters.is_empty() {
        return None;
    }
    let (found, body) = article.best(lang)?;
    let mut page = site.page(lang, &sheet_path(article), "sheet.html", site.say(lang, "kit-sheet"), "advice");
    page.extra.lede = format!("{}{}", site.base_url, site.url(lang, &article.path())).into();
    page.extra.noindex = true;
    page.hidden = true;
    page.extra.crumbs = site.crumbs(
        lang,
        &[
            ("/campaigns/", site.say(lang, "campaigns-title").into()),
            (&article.path(), Spoken::new(lang, found, &body.title)),
        ],
    );
    page.extra.kit = posters;
    Some(page)
}

/// Puts the kit on the page of its campaign.
pub fn fill(site: &Site<'_>, lang: Lang, article: &Article, campaign: &Campaign, page: &mut Page) {
    page.extra.kit = campaign.kit.iter().map(|piece| kit(site, lang, piece)).collect();
    page.extra.kit_file = site.url(lang, &format!("{}kit.txt", article.path()));
    if campaign.kit.iter().any(|piece| piece.kind == POSTER) {
        page.extra.kit_sheet = site.url(lang, &sheet_path(article));
    }
}

/// The relay kit as a text file for those who pass it on.
#[must_use]
pub fn file(site: &Site<'_>, lang: Lang, article: &Article) -> Option<String> {
    let Kind::Campaign(campaign) = &article.kind else {
        return None;
    };
    if campaign.kit.is_empty() {
        return None;
    }
    let (_, body) = article.best(lang)?;
    let mut text = format!("{}\n{}{}\n", body.title, site.base_url, site.url(lang, &article.path()));
    for piece in &campaign.kit {
        text.push_str(&format!("\n## {}\n", site.say(lang, &format!("kit-{}", piece.kind))));
        for (l, words) in piece.text.iter() {
            text.push_str(&format!("\n[{l}] {words}\n"));
        }
    }
    Some(text)
}
