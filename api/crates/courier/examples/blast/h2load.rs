//! What `h2load` needs to post the same message to the same stand-in.

use std::path::Path;

use anyhow::Context as _;
use safe_sealing::{Agreement, Padding, Salts};

use crate::targets::Target;

/// Writes a body and a script that posts it.
pub fn write(folder: &Path, targets: &[Target]) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    let target = targets.first().context("no subscriptions")?;
    let person = target.people.first().context("no subscriptions")?;
    let mut body = Vec::new();
    Agreement::prepare(&person.receiver)?.seal_into(
        &mut Salts::new(),
        &target.text,
        Padding::None,
        &mut body,
    )?;
    let file = folder.join("body");
    std::fs::write(&file, body)?;
    let script = format!(
        "h2load -d {} -H 'authorization: {}' -H 'ttl: 3600' -H 'urgency: high' -H 'topic: {}' -H 'content-encoding: aes128gcm' -H 'content-type: application/octet-stream' \"$@\" {}{}\n",
        file.display(),
        target.authorization.to_str()?,
        target.topic.as_str(),
        target.origin,
        person.path,
    );
    std::fs::write(folder.join("h2load.sh"), script)?;
    Ok(())
}
