//! What a reader, an archive and an attacker find in the documents.

mod hostile;
mod reader;
mod specimen;
mod structure;
