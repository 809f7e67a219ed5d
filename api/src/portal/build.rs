//! `safe site build`.

use std::path::Path;

use anyhow::Context;
use safe_content::Finding;
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
    check_words_of_search(config)?;
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

/// The word lists of the search are content as well, and a process that cannot read them
/// does not start: the build refuses them first.
fn check_words_of_search(config: &Config) -> anyhow::Result<()> {
    let content = &config.site.content_dir;
    let lists = content.join("search");
    let lexicon = safe_search::Lexicon::load(&lists, &content.join("areas/municipalities.toml"));
    let findings = match lexicon {
        Ok(lexicon) => {
            let unknown = lexicon.unknown_concepts().into_iter().map(|id| {
                let line = line_of(&lists.join("pages.toml"), &id);
                Finding::error(Path::new("search/pages.toml"), line, "unknown-reference")
                    .with("value", id)
                    .with("kind", "synonyms.toml")
            });
            let conflicts = lexicon.conflicts().into_iter().map(|row| {
                let term = row.split(": ").next().and_then(|row| row.split_once(' ')).map_or("", |(_, t)| t);
                let line = line_of(&lists.join("synonyms.toml"), term);
                Finding::error(Path::new("search/synonyms.toml"), line, "bad-row")
                    .with("row", &row)
                    .with("what", "protected.toml")
            });
            unknown.chain(conflicts).collect()
        }
        Err(safe_search::Error::File { path, line, reason }) => {
            let file = path.strip_prefix(content).unwrap_or(&path);
            vec![Finding::error(file, line, "bad-toml").with("reason", reason)]
        }
        Err(other) => return Err(other.into()),
    };
    if findings.is_empty() {
        return Ok(());
    }
    for finding in &findings {
        eprintln!("{}", said(finding));
    }
    Err(anyhow::Error::new(safe_sitegen::Error::Content(findings)).context("the old portal stays as it was"))
}

/// The first line that holds a quoted word, or 0.
fn line_of(file: &Path, word: &str) -> usize {
    let quoted = format!("\"{word}\"");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().position(|line| line.contains(&quoted)).map_or(0, |at| at + 1)
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
    let file = finding.file.display();
    // A fault of a whole file has no line.
    if finding.line == 0 { format!("{file}: {text}") } else { format!("{file}:{}: {text}", finding.line) }
}
