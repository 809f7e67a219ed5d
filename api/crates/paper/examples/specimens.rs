//! Writes the specimens into a folder, to look at them or to give them to a
//! validator: `cargo run -p safe-paper --example specimens -- FOLDER`.

#[path = "../tests/papers/specimen.rs"]
mod specimen;

use std::error::Error;
use std::path::PathBuf;

use safe_paper::{brochure, letter};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("letter-fr.pdf"), letter(&specimen::letter())?)?;
    for words in &specimen::WORDS {
        let name = format!("brochure-{}.pdf", words.lang.tag());
        std::fs::write(folder.join(name), brochure(&specimen::brochure(words, 10))?)?;
    }
    Ok(())
}
