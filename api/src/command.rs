//! What the sub-commands do.

use std::io::{BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};

use safe_api::account::{self, Role, manage, passkey, token, totp};
use safe_api::alert::import::{self, FileReport};
use safe_api::alert::lifecycle::{self, Input};
use safe_api::alert::signing::Trust;
use safe_api::app::{self, State, World};
use safe_api::audit::Head;
use safe_api::permit::vault;
use safe_api::{audit, clock, db, link, push};

/// Lines for people on a terminal, JSON elsewhere; `RUST_LOG` chooses what.
pub fn logging() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,h2=warn,hyper=warn,object_store=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() { builder.init() } else { builder.json().init() }
}

async fn asked_to_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("no signals")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("no signals")?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Serves until asked to stop.
pub async fn serve(world: World) -> anyhow::Result<ExitCode> {
    let running = app::start(world).await?;
    eprintln!("safe: listening on http://{}", running.address);
    asked_to_stop().await?;
    running.stop().await;
    Ok(ExitCode::SUCCESS)
}

/// Sends pushes until asked to stop.
pub async fn worker(world: World) -> anyhow::Result<ExitCode> {
    let sending = app::start_sending(world).await?;
    asked_to_stop().await?;
    sending.stop().await;
    Ok(ExitCode::SUCCESS)
}

/// Makes the search index anew. A search server takes the documents; without one the
/// index lives in each process, and this shows that it can be made.
pub async fn index(world: World) -> anyhow::Result<ExitCode> {
    let search = safe_api::search::Search::new(&world.config)?;
    search.take_in().await?;
    println!("{}", search.len());
    Ok(ExitCode::SUCCESS)
}

/// Between two questions to an address that failed, when a person waits for the result.
const LINKS_PAUSE: std::time::Duration = std::time::Duration::from_secs(10);

/// Asks every link now and prints those that need a look; exit 1 when any is broken.
pub async fn links(world: World) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let client = link::Client::new(&state.config)?;
    link::ask_all(&state, &client, LINKS_PAUSE).await?;
    let addresses = state.links.look(&state);
    let rows = link::entity::all(&state.db).await?;
    for row in rows.iter().filter(|row| row.standing().is_task()) {
        let number = row.status.map(|status| format!(" {status}")).unwrap_or_default();
        let since = clock::rfc3339(row.since_ms);
        println!("{}{number}\t{}\tsince {since}", row.state, row.url);
        let pages = addresses.get(&row.url).map(|place| place.pages.as_slice()).unwrap_or_default();
        for page in pages {
            println!("\t{} {}", page.path, page.langs.join(","));
        }
    }
    let broken = rows.iter().filter(|row| row.standing().is_broken()).count();
    println!("links: {}, broken: {broken}", rows.len());
    Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How files are imported.
pub struct ImportHow {
    /// Validate only.
    pub check: bool,
    /// Accept known order errors.
    pub lenient: bool,
    /// Reports as JSON.
    pub json: bool,
}

/// Reads CAP files; exit 0 when all are accepted, 2 when any is refused.
pub async fn import(world: World, files: &[PathBuf], how: &ImportHow) -> anyhow::Result<ExitCode> {
    let mut reports = Vec::with_capacity(files.len());
    let done = read_files(world, files, how, &mut reports).await;
    // What was said until something of ours failed is said all the same.
    say(&reports, how.json)?;
    done?;
    let all = reports.iter().all(|report| report.ok);
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// Reads CAP files and keeps what is accepted, unless they are only checked.
async fn read_files(
    world: World,
    files: &[PathBuf],
    how: &ImportHow,
    reports: &mut Vec<FileReport>,
) -> anyhow::Result<()> {
    let (state, world) = if how.check {
        (None, Arc::new(world))
    } else {
        let state = State::open(world, false).await?;
        let world = state.world.clone();
        (Some(state), world)
    };
    let trust = Trust::new(&world.config)?;
    for path in files {
        let name = path.display().to_string();
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                reports.push(import::unreadable(&name, &error));
                continue;
            }
        };
        let now_ms = world.clock.now_ms();
        let mut read = import::cap(&name, &bytes, how.lenient, &world.areas, &trust, now_ms);
        if let (Some(state), Some(alert)) = (&state, read.alert) {
            let person = import::account(state).await?;
            let input = Input::Cap(Box::new(alert));
            match lifecycle::take(state, &person, input, None, "file").await {
                Ok(taken) => read.report.warnings.extend(taken.remarks),
                Err(error) => {
                    read.report.refuse(error).with_context(|| format!("{name} cannot be kept"))?;
                }
            }
        }
        reports.push(read.report);
    }
    Ok(())
}

fn say(reports: &[FileReport], json: bool) -> anyhow::Result<()> {
    for report in reports {
        if json {
            println!("{}", serde_json::to_string(report)?);
            continue;
        }
        println!("{}: {}", report.file, if report.ok { "ok" } else { "refused" });
        for (word, remarks) in [("error", &report.errors), ("warning", &report.warnings)] {
            for remark in remarks {
                println!("  {word} {}: {} [{}]", remark.element, remark.message, remark.code);
            }
        }
    }
    Ok(())
}

/// Makes an account and prints what is given out once.
pub async fn staff_add(
    world: World,
    email: &str,
    roles: &[Role],
    name: Option<&str>,
    with_token: bool,
) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let now_ms = state.clock.now_ms();
    let issued = manage::add(&state, email, name, roles, None, now_ms).await?;
    if with_token {
        println!("{}", token::by_machine(&state, &issued.account, "command line").await?);
        return Ok(ExitCode::SUCCESS);
    }
    give_out(&issued)
}

/// Gives somebody a new password and a new second factor.
pub async fn staff_sign_in(world: World, email: &str) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    give_out(&account::change::renew_by_machine(&state, email).await.context("no new sign-in")?)
}

/// Prints what an account is given out with, once.
fn give_out(issued: &manage::Issued) -> anyhow::Result<ExitCode> {
    if let Some(password) = &issued.password {
        println!("password: {password}");
    }
    if let Some(secret) = &issued.totp_secret {
        println!("authenticator: {}", totp::address(secret, &issued.account.email)?);
    }
    Ok(ExitCode::SUCCESS)
}

/// Loads subscriptions.
pub async fn subscribers_import(world: World, file: &Path) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let kept = if file == Path::new("-") {
        push::import::run(&state.db, &state.world, std::io::stdin().lock()).await?
    } else {
        let input =
            std::fs::File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
        push::import::run(&state.db, &state.world, BufReader::new(input)).await?
    };
    println!("{kept}");
    Ok(ExitCode::SUCCESS)
}

/// Lets the next start make a new push key. Without its key no process opens, so this looks
/// at the records alone.
pub async fn forget_push_key(world: World) -> anyhow::Result<ExitCode> {
    let db = db::connect(&world.config).await?;
    db::migrate(&db).await?;
    push::identity::forget(&db, world.clock.now_ms()).await?;
    println!("where there is no key file, the next start makes a new key");
    Ok(ExitCode::SUCCESS)
}

/// Adds a key to the key file of the vault.
pub fn rotate_keys(config: &safe_api::config::Config) -> anyhow::Result<ExitCode> {
    let number = safe_api::permit::keys::Keys::rotate(&config.vault_keys_file())?;
    println!("key {number} wraps what is new after the next start");
    Ok(ExitCode::SUCCESS)
}

/// Wraps with the newest key what older ones wrapped.
pub async fn rewrap(world: World) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let count = safe_api::permit::rewrap::run(&state).await?;
    println!("{count} values are now wrapped with key {}", state.permits.keys.newest()?);
    Ok(ExitCode::SUCCESS)
}

/// Drops a key that wraps nothing any more.
pub async fn forget_key(world: World, number: u32) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    safe_api::permit::rewrap::forget(&state, number).await?;
    println!("key {number} is out of the key file; every process should be restarted");
    Ok(ExitCode::SUCCESS)
}

/// Moves documents from the folder into the bucket of the settings.
pub async fn move_files(world: World) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let moved = vault::moving::run(&state).await?;
    println!("{} files are now in {}", moved.files, state.permits.store.place());
    if moved.unknown > 0 {
        let folder = state.config.vault_dir();
        println!("{} files in {} belong to no record and stay there", moved.unknown, folder.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether documents can be kept and read where the settings say.
async fn check_files(state: &State) -> anyhow::Result<bool> {
    let store = state.permits.store.clone();
    let place = store.place();
    match tokio::task::spawn_blocking(move || vault::probe(store.as_ref())).await? {
        Ok(()) => println!("files: {place} can be written and read"),
        Err(error) => {
            println!("files: {place}: {error}");
            return Ok(false);
        }
    }
    Ok(true)
}

/// Builds the portal.
pub fn site_build(config: &safe_api::config::Config) -> anyhow::Result<ExitCode> {
    safe_api::portal::build(config)?;
    Ok(ExitCode::SUCCESS)
}

/// Checks what can be checked without serving.
pub async fn check(world: World, heads: &[Head]) -> anyhow::Result<ExitCode> {
    let state = State::open(world, false).await?;
    let mut faults = 0;
    let (_, findings) = safe_content::Content::load(&state.config.site.content_dir);
    for finding in &findings {
        println!("content: {}", safe_api::portal::said(finding));
        faults += usize::from(finding.severity == safe_content::Severity::Error);
    }
    match audit::verify(&state.db).await? {
        Ok(head) => println!("audit: {} rows, whole, head {head}", head.seq),
        Err(broken) => {
            println!("audit: broken at row {}", broken.seq);
            faults += 1;
        }
    }
    for noted in heads {
        if !audit::still_has(&state.db, noted).await? {
            println!("audit: row {} is not the one that was noted", noted.seq);
            faults += 1;
        }
    }
    faults += usize::from(!check_files(&state).await?);
    // Rows that wait for the weapons service keep production waiting, and only production.
    let production = state.config.mode == safe_api::config::Mode::Production;
    for row in state.law.unconfirmed(safe_api::clock::today(state.clock.now_ms())) {
        println!("permits: {row}: the service still has to confirm it");
        faults += usize::from(production);
    }
    if production {
        for (email, ..) in safe_api::demo::STAFF {
            if account::by_email(&state.db, email).await?.is_some() {
                println!("account: {email} belongs to the demonstration");
                faults += 1;
            }
        }
    }
    advise_passkeys(&state).await?;
    println!("faults: {faults}");
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Names who decides for others and could still be asked for a password and a code on a false
/// page; passkeys work on our own pages alone.
async fn advise_passkeys(state: &State) -> anyhow::Result<()> {
    for person in account::everybody(&state.db).await? {
        let decides =
            person.roles().iter().any(|role| matches!(role, Role::AlertApprover | Role::HighOfficial));
        if decides && person.disabled_at_ms.is_none() && passkey::of(&state.db, person.id).await?.is_empty() {
            println!("account: {} decides without a passkey", person.email);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use safe_api::config::Config;

    use super::*;

    const STORM: &str = include_str!("../crates/cap/tests/fixtures/valid/single.xml");

    /// A folder of files, and settings that keep everything in it.
    fn world(folder: &Path) -> World {
        let mut config = Config::load(None).expect("defaults");
        config.data_dir = folder.to_owned();
        config.database.url = format!("sqlite://{}?mode=rwc", folder.join("safe.sqlite").display()).into();
        config.site.content_dir = "../content".into();
        World::load(config).expect("content")
    }

    fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("written");
        path
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_kept_is_reported_like_any_other() {
        let folder = std::env::temp_dir().join(format!("safe-command-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&folder).expect("folder");
        let other = STORM.replace("Orage", "Grêle");
        let cancel =
            STORM.replace("000200", "000201").replace("<msgType>Alert<", "<msgType>Cancel<").replace(
                "</scope>",
                "</scope><references>alerts@example.brussels,gone,2026-04-12T08:00:00+02:00</references>",
            );
        let files = [
            file(&folder, "first.xml", STORM),
            file(&folder, "other.xml", &other),
            file(&folder, "answer.xml", &cancel.replace("000201", "000202").replace("Cancel", "Ack")),
            file(&folder, "cancel.xml", &cancel),
            file(&folder, "again.xml", STORM),
        ];
        let mut reports = Vec::new();
        let how = ImportHow { check: false, lenient: false, json: true };
        read_files(world(&folder), &files, &how, &mut reports).await.expect("every file is read");
        let ok: Vec<bool> = reports.iter().map(|report| report.ok).collect();
        assert_eq!(ok, [true, false, false, true, true]);
        let code = |report: &FileReport| report.errors.last().map(|remark| remark.code.clone());
        assert_eq!(code(&reports[1]).as_deref(), Some("cap-taken"));
        assert_eq!(code(&reports[2]).as_deref(), Some("message-answers"));
        let code = import(world(&folder), &files, &how).await.expect("reports");
        assert_eq!(code, ExitCode::from(2));
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[tokio::test]
    async fn a_check_follows_the_settings_that_are_given() {
        let folder = std::env::temp_dir().join(format!("safe-command-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&folder).expect("folder");
        let files = [file(&folder, "first.xml", STORM)];
        let how = ImportHow { check: true, lenient: false, json: true };
        let mut reports = Vec::new();
        read_files(world(&folder), &files, &how, &mut reports).await.expect("read");
        assert!(reports[0].ok && !folder.join("safe.sqlite").exists(), "nothing is kept");
        let mut other = world(&folder);
        other.config.alerts.trust_anchor_files = vec![folder.join("no-such-authority.pem")];
        let error = read_files(other, &files, &how, &mut reports).await.expect_err("an authority is missing");
        assert!(format!("{error:#}").contains("no-such-authority.pem"), "{error:#}");
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
