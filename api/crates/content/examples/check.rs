//! Lists what is wrong with a content root: `cargo run -p safe-content --example check -- content`.

use std::path::Path;

fn main() {
    let root = std::env::args().nth(1).unwrap_or_else(|| "content".to_owned());
    let (content, findings) = safe_content::Content::load(Path::new(&root));
    for f in &findings {
        println!("{}:{} {} {:?}", f.file.display(), f.line, f.code, f.args);
    }
    println!(
        "{} articles, {} datasets, {} findings",
        content.articles.len(),
        content.datasets.len(),
        findings.len()
    );
}
