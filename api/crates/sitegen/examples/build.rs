//! Builds the site by hand:
//! `cargo run -p safe-sitegen --example build -- content locales site build/site`.

use std::path::PathBuf;

#[expect(clippy::disallowed_methods, reason = "a tool run by hand has no state to ask")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1).map(PathBuf::from);
    let mut next = |name: &str| args.next().unwrap_or_else(|| PathBuf::from(name));
    let (content, locales, site, out) = (next("content"), next("locales"), next("site"), next("build/site"));
    let options = safe_sitegen::Options {
        base_url: std::env::var("BASE_URL").unwrap_or_else(|_| "http://localhost:8080".to_owned()),
        zola: vec!["node".to_owned(), site.join("zola.mjs").to_string_lossy().into_owned()],
        today: time::OffsetDateTime::from(std::time::SystemTime::now()).date(),
        keep_going: std::env::var_os("KEEP_GOING").is_some(),
    };
    let started = std::time::Instant::now();
    let report = match safe_sitegen::build(&content, &locales, &site, &out, &options) {
        Ok(report) => report,
        Err(safe_sitegen::Error::Content(findings)) => {
            for f in &findings {
                eprintln!("{}:{} {} {:?}", f.file.display(), f.line, f.code, f.args);
            }
            return Err(format!("{} content errors", findings.len()).into());
        }
        Err(error) => return Err(error.into()),
    };
    println!(
        "{} pages, {} files, {} bytes, {} search documents, {} findings in {:?}",
        report.pages,
        report.files,
        report.bytes,
        report.search_documents,
        report.findings.len(),
        started.elapsed()
    );
    Ok(())
}
