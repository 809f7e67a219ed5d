//! What is public on the day of a build.

use safe_content::{Content, Kind, is_past};

/// News and campaigns appear on their day; a campaign whose last day is past is archived.
/// A reminder written ahead is cancelled by taking it away before its day.
pub fn keep_to_dates(content: &mut Content, today: &str) {
    content.articles.retain(|article| match &article.kind {
        Kind::News { date, .. } => date.as_str() <= today,
        Kind::Campaign(campaign) => campaign.from.as_deref().is_none_or(|from| from <= today),
        _ => true,
    });
    for article in &mut content.articles {
        if let Kind::Campaign(campaign) = &mut article.kind {
            campaign.archived |= campaign.until.as_deref().is_some_and(|until| is_past(until, today));
        }
    }
}
