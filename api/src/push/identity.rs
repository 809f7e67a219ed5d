//! Who we are to those who subscribed: the key that their push services let in alone, and
//! the code that enrols phones for exercises. Both belong to the subscriptions, so the
//! records know them: a process with another key would tell nobody and subscribe browsers
//! that nobody else can tell. It does not start.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use safe_sealing::VapidKey;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, Set};

use super::entity::{identity, subscription};
use crate::account::random_token;
use crate::config::Config;
use crate::db;

/// Row of the public key.
const KEY: &str = "vapid";
/// Row of the code.
const CODE: &str = "rehearsal";
/// Value of a row that may be written anew.
const FORGOTTEN: &str = "";

/// Key and code.
pub struct Identity {
    /// Key that identifies us to push services.
    pub vapid: VapidKey,
    /// Code that enrols a phone for exercises.
    pub rehearsal_code: String,
}

/// Takes the key that belongs to the subscriptions, and makes the first one while there are
/// none.
///
/// # Errors
/// The key file is missing although phones are subscribed; it is another one; or it cannot
/// be read or made.
pub async fn open(config: &Config, db: &DatabaseConnection, now_ms: i64) -> anyhow::Result<Identity> {
    let folder = config.data_dir.join("keys");
    crate::private::folder(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let file = key_file(config, &folder);
    let named = file.display();
    let tx = db::begin(db).await?;
    let found = read(&file)?;
    let mut is_new = found.is_none();
    let mut vapid = match found {
        Some(key) => key,
        None => {
            ensure!(
                !is_needed(&tx).await?,
                "the push key {named} is missing, and the subscriptions belong to it. Copy keys/vapid.pem from \
                 the data folder of the process that has it, or from the backup, or name it in \
                 push.vapid_key_file. If it is lost for good, `safe subscribers forget-key` lets a new one be \
                 made: every phone then has to subscribe anew"
            );
            VapidKey::generate().context("no VAPID key can be made")?
        }
    };
    let known = agree(&tx, KEY, &vapid.public_base64url(), now_ms).await?;
    // Another process on this folder may have made the first key at the same moment.
    if is_new
        && known != vapid.public_base64url()
        && let Some(first) = read(&file)?
    {
        (vapid, is_new) = (first, false);
    }
    let own = vapid.public_base64url();
    ensure!(
        known == own,
        "the push key {named} ({own}) is another one than phones are subscribed with ({known}). Copy \
         keys/vapid.pem from the data folder of the process that has it, or name it in push.vapid_key_file"
    );
    let rehearsal_code = agree(&tx, CODE, &first_code(&folder)?, now_ms).await?;
    if is_new {
        write_secret(&file, &vapid.to_pem().context("the VAPID key cannot be written")?)?;
    }
    tx.commit().await?;
    Ok(Identity { vapid, rehearsal_code })
}

/// Lets the next start make a new key when there is no file, although phones are subscribed:
/// none of them can be told until it has subscribed anew.
///
/// # Errors
/// The database does not answer.
pub async fn forget(db: &DatabaseConnection, now_ms: i64) -> Result<(), DbErr> {
    let row = row(KEY, FORGOTTEN, now_ms);
    let anew = OnConflict::column(identity::Column::Name)
        .update_columns([identity::Column::Value, identity::Column::SinceMs])
        .to_owned();
    identity::Entity::insert(row).on_conflict(anew).exec_without_returning(db).await.map(|_| ())
}

fn key_file(config: &Config, folder: &Path) -> PathBuf {
    let given = &config.push.vapid_key_file;
    if given.as_os_str().is_empty() { folder.join("vapid.pem") } else { given.clone() }
}

/// The key of a file, if there is one.
fn read(file: &Path) -> anyhow::Result<Option<VapidKey>> {
    let named = file.display();
    if !file.try_exists().with_context(|| format!("{named} cannot be looked at"))? {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("{named} cannot be read"))?;
    VapidKey::from_pem(&text).with_context(|| format!("{named} holds no P-256 key")).map(Some)
}

/// The code that was made before codes were kept in the records, or a new one.
fn first_code(folder: &Path) -> anyhow::Result<String> {
    let file = folder.join("rehearsal-code");
    if file.exists() {
        let code = std::fs::read_to_string(file).context("the rehearsal code cannot be read")?;
        return Ok(code.trim().to_owned());
    }
    Ok(random_token()?[..12].to_owned())
}

/// Whether the records know a key, or phones subscribed before keys were known.
async fn is_needed(tx: &DatabaseTransaction) -> Result<bool, DbErr> {
    if let Some(row) = identity::Entity::find_by_id(KEY).one(tx).await? {
        return Ok(row.value != FORGOTTEN);
    }
    let phone = subscription::Entity::find().filter(subscription::Column::Gone.eq(false)).one(tx).await?;
    Ok(phone.is_some())
}

/// What the records hold under a name; what is given, where they hold nothing yet. Of two
/// processes that begin at the same moment, one waits for the other here.
async fn agree(tx: &DatabaseTransaction, name: &str, first: &str, now_ms: i64) -> anyhow::Result<String> {
    let once = OnConflict::column(identity::Column::Name).do_nothing().to_owned();
    let first_row = row(name, first, now_ms);
    identity::Entity::insert(first_row).on_conflict(once).exec_without_returning(tx).await?;
    identity::Entity::update_many()
        .col_expr(identity::Column::Value, Expr::value(first))
        .col_expr(identity::Column::SinceMs, Expr::value(now_ms))
        .filter(identity::Column::Name.eq(name))
        .filter(identity::Column::Value.eq(FORGOTTEN))
        .exec(tx)
        .await?;
    let row = identity::Entity::find_by_id(name).one(tx).await?;
    Ok(row.context("what was just written is not there")?.value)
}

fn row(name: &str, value: &str, now_ms: i64) -> identity::ActiveModel {
    identity::ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()), since_ms: Set(now_ms) }
}

/// Writes a file that only its owner reads.
fn write_secret(path: &Path, text: &str) -> anyhow::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be made", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}
