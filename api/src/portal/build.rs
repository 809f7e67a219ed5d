//! `safe site build`.

use anyhow::Context;
use safe_sitegen::Options;

use crate::clock::{self, Clock};
use crate::config::Config;
use crate::i18n::{Args, Lang};

/// Generates the pages, runs Zola and swaps the new build in.
///
/// # Errors
/// A fault of the content, named by file and line; the old build stays.
pub fn build(config: &Config) -> anyhow::Result<()> {
    let options = Options {
        base_url: config.http.base_url.clone(),
        zola: config.site.zola.clone(),
        today: clock::brussels(Clock::default().now_ms()).date(),
        keep_going: false,
    };
    let out = config.site_dir();
    if let Some(parent) = out.parent() {
        std::fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    }
    let site = &config.site;
    let report = safe_sitegen::build(&site.content_dir, &site.locales_dir, &site.source_dir, &out, &options)
        .map_err(|error| {
            if let safe_sitegen::Error::Content(findings) = &error {
                for finding in findings {
                    eprintln!("{}", said(finding));
                }
            }
            anyhow::Error::new(error).context("the old portal stays as it was")
        })?;
    tracing::info!(
        pages = report.pages,
        files = report.files,
        bytes = report.bytes,
        search = report.search_documents,
        "the portal is built"
    );
    Ok(())
}

/// A fault of the content in one line: where, and what to write instead.
#[must_use]
pub fn said(finding: &safe_content::Finding) -> String {
    let args =
        finding.args.iter().fold(Args::new(), |args, (name, value)| args.with(name, value.to_string()));
    let id = format!("content-{}", finding.code);
    let text = Lang::EN.own(&id, &args).unwrap_or_else(|| {
        let named: Vec<String> = finding.args.iter().map(|(n, v)| format!("{n} {v}")).collect();
        format!("{} ({})", finding.code, named.join(", "))
    });
    format!("{}:{}: {text}", finding.file.display(), finding.line)
}
