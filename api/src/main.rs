//! The command `safe`: one sub-command per role.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

use safe_api::account::Role;
use safe_api::app::{State, World};
use safe_api::audit::Head;
use safe_api::config::Config;

mod command;

/// The public-safety portal of the Brussels-Capital Region.
#[derive(Parser)]
#[command(name = "safe", version, about)]
struct Cli {
    /// Settings file; `safe config` prints the defaults, which are the manual.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve API, portal and back-office, and send pushes unless told otherwise.
    Serve,
    /// Send pushes only.
    Worker,
    /// Bring the database schema up to date.
    Migrate,
    /// Build the static portal.
    #[command(subcommand)]
    Site(SiteCommand),
    /// Bring the search index up to date with the built portal.
    Index,
    /// Ask the addresses that our pages lead to whether they still answer.
    Links,
    /// Print the OpenAPI document.
    Openapi,
    /// Print the default settings with their explanations.
    Config,
    /// Check settings, content, the audit chain and the place of the documents.
    Check {
        /// Head of the audit chain as an earlier log or check shows it, NUMBER:HASH; the chain
        /// must still hold it. May be given several times.
        #[arg(long)]
        head: Vec<Head>,
    },
    /// Fill an empty system with demonstration data, marked as such.
    Demo,
    /// Alerts from files.
    #[command(subcommand)]
    Alert(AlertCommand),
    /// Members of staff.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Push subscriptions.
    #[command(subcommand)]
    Subscribers(SubscribersCommand),
    /// Weapons permits.
    #[command(subcommand)]
    Permits(PermitsCommand),
}

#[derive(Subcommand)]
enum PermitsCommand {
    /// Add a key to the key file; it wraps what is new after the next start.
    RotateKeys,
    /// Wrap with the newest key what older ones wrapped; every process must have it by then.
    Rewrap,
    /// Move documents from the folder into the bucket of the settings; the service may run.
    MoveFiles,
    /// Drop a key that wraps nothing any more from the key file.
    ForgetKey {
        /// Its number.
        number: u32,
    },
}

#[derive(Subcommand)]
enum SiteCommand {
    /// Generate the pages and run Zola; the new build takes the old one's place.
    Build,
}

#[derive(Subcommand)]
enum AlertCommand {
    /// Read CAP 1.2 or 1.1 files and make drafts.
    Import {
        /// Files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Validate only.
        #[arg(long)]
        check: bool,
        /// Accept known order errors and report them.
        #[arg(long)]
        lenient: bool,
        /// Print a report per file as JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Make an account, or change the roles of one.
    Add {
        /// E-mail address.
        email: String,
        /// What the person may do; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<Role>,
        /// Name shown to colleagues.
        #[arg(long)]
        name: Option<String>,
        /// Print a bearer token for another system.
        #[arg(long)]
        token: bool,
    },
    /// Print a new password and a new second factor for somebody who lost theirs; whatever
    /// opened the account before opens it no longer.
    SignIn {
        /// E-mail address.
        email: String,
    },
}

#[derive(Subcommand)]
enum SubscribersCommand {
    /// Load push subscriptions, one JSON object per line.
    Import {
        /// File, or - for standard input.
        file: PathBuf,
    },
    /// Let a new push key be made, because the old one is lost for good: every phone then has
    /// to subscribe anew.
    ForgetKey,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("safe: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("safe: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    if matches!(cli.command, Command::Config) {
        print!("{}", safe_api::config::DEFAULTS);
        return Ok(ExitCode::SUCCESS);
    }
    if matches!(cli.command, Command::Openapi) {
        println!("{}", safe_api::app::openapi().to_pretty_json().context("no OpenAPI document")?);
        return Ok(ExitCode::SUCCESS);
    }
    let config = Config::load(cli.config.as_deref())?;
    command::logging();
    if matches!(cli.command, Command::Site(SiteCommand::Build)) {
        return command::site_build(&config);
    }
    let world = World::load(config)?;
    match cli.command {
        Command::Serve => command::serve(world).await,
        Command::Worker => command::worker(world).await,
        Command::Index => command::index(world).await,
        Command::Check { head } => command::check(world, &head).await,
        Command::Links => command::links(world).await,
        Command::Alert(AlertCommand::Import { files, check, lenient, json }) => {
            let how = command::ImportHow { check, lenient, json };
            command::import(world, &files, &how).await
        }
        Command::Migrate => {
            State::open(world, false).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Demo => {
            let state = State::open(world, false).await?;
            safe_api::demo::fill(&state).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Staff(StaffCommand::Add { email, roles, name, token }) => {
            command::staff_add(world, &email, &roles, name.as_deref(), token).await
        }
        Command::Staff(StaffCommand::SignIn { email }) => command::staff_sign_in(world, &email).await,
        Command::Subscribers(SubscribersCommand::Import { file }) => {
            command::subscribers_import(world, &file).await
        }
        Command::Subscribers(SubscribersCommand::ForgetKey) => command::forget_push_key(world).await,
        Command::Permits(PermitsCommand::RotateKeys) => command::rotate_keys(&world.config),
        Command::Permits(PermitsCommand::MoveFiles) => command::move_files(world).await,
        Command::Permits(PermitsCommand::Rewrap) => command::rewrap(world).await,
        Command::Permits(PermitsCommand::ForgetKey { number }) => command::forget_key(world, number).await,
        Command::Site(_) | Command::Openapi | Command::Config => Ok(ExitCode::SUCCESS),
    }
}
