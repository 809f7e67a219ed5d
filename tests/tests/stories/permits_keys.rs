//! The key file and the records belong together, and an old key can be dropped.

story!(another_key_file_is_refused);
story!(an_old_key_is_dropped);

pub(crate) mod tell {
    use std::collections::BTreeSet;

    use safe_api::account::{self, Role};
    use safe_api::app::{State, World};
    use safe_api::config::Config;
    use safe_api::permit::entity::{applicant, application, document, key, mail};
    use safe_api::permit::keys::{Keys, wrapped_with};
    use safe_api::permit::rewrap;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{EntityTrait, FromQueryResult, Statement};

    use crate::steps::applicant::sent;

    /// Another process on the same records: why it does not start.
    async fn refused(config: Config) -> String {
        match State::open(World::load(config).expect("content"), false).await {
            Ok(_) => "started".to_owned(),
            Err(error) => format!("{error:#}"),
        }
    }

    pub async fn another_key_file_is_refused(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        sent(&system, &browser).await;
        let right = system.state().config.vault_keys_file();
        let folder = tempfile::tempdir().expect("folder");
        let mut config = system.state().config.clone();
        assert_eq!(refused(config.clone()).await, "started");

        config.vault.keys_file = folder.path().join("absent.keys");
        let why = refused(config.clone()).await;
        assert!(why.contains("absent.keys is missing"), "{why}");
        assert!(!config.vault.keys_file.exists(), "none is made in passing");

        Keys::create(&config.vault.keys_file).expect("made");
        let why = refused(config.clone()).await;
        assert!(why.contains("is another one"), "{why}");

        // The right keys with a stranger's among them, and without one that is known.
        let text = std::fs::read_to_string(&right).expect("keys");
        std::fs::copy(&right, &config.vault.keys_file).expect("copied");
        Keys::rotate(&config.vault.keys_file).expect("rotated");
        assert_eq!(refused(config.clone()).await, "started", "a key more is noted");
        let mut old = config.clone();
        old.vault.keys_file.clone_from(&right);
        let why = refused(old).await;
        assert!(why.contains("key 2 is not in it"), "{why}");
        std::fs::write(&config.vault.keys_file, text.replacen("1 ", "3 ", 1)).expect("written");
        let why = refused(config.clone()).await;
        assert!(why.contains("key 1 is not in it"), "{why}");
        let rows = key::Entity::find().all(&system.state().db).await.expect("db");
        let mut numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [0, 1, 2], "what is refused is not noted");

        // Who only sends pushes has no key, and needs none.
        config.vault.keys_file = folder.path().join("nowhere.keys");
        let world = World::load(config).expect("content");
        let pushes = State::open_for_pushes(world).await.expect("started");
        assert!(pushes.permits.keys.wrap("file/x", b"x").is_err());
        system.stop().await;
    }

    /// Numbers of the keys that wrap what the records hold.
    async fn in_use(system: &System) -> BTreeSet<u32> {
        let db = &system.state().db;
        let number = |sealed: &[u8]| wrapped_with(sealed).expect("number");
        let mut all = BTreeSet::new();
        for row in application::Entity::find().all(db).await.expect("db") {
            all.extend(row.key_wrapped.as_deref().map(number));
        }
        all.extend(
            document::Entity::find()
                .all(db)
                .await
                .expect("db")
                .iter()
                .map(|row| number(&row.file_key_wrapped)),
        );
        all.extend(
            applicant::Entity::find().all(db).await.expect("db").iter().map(|row| number(&row.sealed)),
        );
        all.extend(
            mail::Entity::find().all(db).await.expect("db").iter().map(|row| number(&row.recipient_sealed)),
        );
        all
    }

    /// Accounts with a second factor, and the key that wraps it.
    async fn second_factors(system: &System) -> Vec<(String, u32)> {
        let everybody = account::everybody(&system.state().db).await.expect("db");
        let sealed = everybody.into_iter().filter_map(|one| Some((one.email, one.totp_secret?)));
        let number = |(email, kept): (String, String)| {
            let text = kept.strip_prefix("sealed:").expect("sealed at rest");
            // Base64 keeps three bytes in four letters: the number stands in the first six.
            let head: Vec<u32> = text.bytes().take(6).map(sextet).collect();
            let bits = head.iter().fold(0_u64, |bits, six| bits << 6 | u64::from(*six));
            (email, u32::try_from(bits >> 4).expect("32 bits"))
        };
        sealed.map(number).collect()
    }

    /// What a letter of base64 stands for.
    fn sextet(letter: u8) -> u32 {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        letters.bytes().position(|one| one == letter).and_then(|at| u32::try_from(at).ok()).expect("base64")
    }

    pub async fn an_old_key_is_dropped(engine: Engine) {
        let mut system = System::start(engine).await;
        let id = sent(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        // A second factor is wrapped with a key of the house, too.
        let officer = system.desk("officer@example.org", &[Role::Legal]).await;
        let before = second_factors(&system).await;
        assert!(before.iter().all(|(_, number)| *number == 1) && !before.is_empty());
        let path = system.state().config.vault_keys_file();
        assert_eq!(Keys::rotate(&path).expect("rotated"), 2);
        system.restart().await;
        let other = sent(&system, &Browser::sign_in(&system, 1, "nl").await).await;
        assert_eq!(in_use(&system).await, BTreeSet::from([1, 2]));
        let early = rewrap::forget(system.state(), 1).await;
        assert!(early.is_err_and(|error| error.to_string().contains("still wrapped")));

        let count = rewrap::run(system.state()).await.expect("wrapped anew");
        assert!(count > 3, "{count}");
        assert_eq!(rewrap::run(system.state()).await.expect("nothing left"), 0);
        assert_eq!(in_use(&system).await, BTreeSet::from([2]));
        let after = second_factors(&system).await;
        assert!(after.iter().all(|(_, number)| *number == 2) && after.len() == before.len());
        assert!(rewrap::forget(system.state(), 2).await.is_err(), "the newest stays");
        assert!(rewrap::forget(system.state(), 7).await.is_err());
        rewrap::forget(system.state(), 1).await.expect("dropped");
        assert!(!std::fs::read_to_string(&path).expect("keys").contains("1 "), "gone from the file");
        system.restart().await;

        let page = system.office(&officer, "/office/").await;
        assert!(page.status().is_success(), "an open session goes on");

        // Everything opens: names, answers, documents.
        for (who, lang, id) in [(0, "fr", id), (1, "nl", other)] {
            let browser = Browser::sign_in(&system, who, lang).await;
            let page = browser.get(&format!("{id}/")).await;
            assert!(page.status.is_success(), "{}", page.status);
            let rows = document::Entity::find().all(&system.state().db).await.expect("db");
            let id: uuid::Uuid = id.parse().expect("id");
            let paper = rows.iter().find(|row| row.application_id == id).expect("paper");
            let read = browser.get(&format!("{id}/file/{}", paper.id)).await;
            assert!(read.status.is_success() && read.html.starts_with("%PDF-"), "{}", read.status);
        }
        all_places_are_known(&system).await;
        system.stop().await;
    }

    #[derive(FromQueryResult)]
    struct Place {
        place: String,
    }

    /// Sealed with the key of their file, which is wrapped: they are no business of a rotation.
    const OF_THEIR_FILE: [&str; 13] = [
        "permit_advice.question_sealed",
        "permit_advice.text_sealed",
        "permit_answer.sealed",
        "permit_consent.person_sealed",
        "permit_decision.body_sealed",
        "permit_document.name_sealed",
        "permit_event.detail_sealed",
        "permit_grant.subject_sealed",
        "permit_notice.answer_sealed",
        "permit_notice.snapshot_sealed",
        "permit_notice.text_sealed",
        "permit_part.serial_sealed",
        "permit_typed.sealed",
    ];

    /// A column of bytes that a rotation forgets would be lost with the key that is dropped.
    async fn all_places_are_known(system: &System) {
        let db = &system.state().db;
        let sql = match db.get_database_backend() {
            sea_orm::DatabaseBackend::Sqlite => {
                "SELECT m.name || '.' || c.name AS place FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                 WHERE m.type = 'table' AND lower(c.type) = 'blob'"
            }
            _ => {
                "SELECT table_name || '.' || column_name AS place FROM information_schema.columns \
                 WHERE table_schema = 'public' AND data_type = 'bytea'"
            }
        };
        let rows = Place::find_by_statement(Statement::from_string(db.get_database_backend(), sql));
        let found: BTreeSet<String> =
            rows.all(db).await.expect("db").into_iter().map(|row| row.place).collect();
        let of_permits = |place: &&String| place.starts_with("permit_") || place.starts_with("mail_");
        let found: BTreeSet<String> = found.iter().filter(of_permits).cloned().collect();
        let known = rewrap::PLACES.iter().map(|(table, column)| format!("{table}.{column}"));
        let known: BTreeSet<String> = known.chain(OF_THEIR_FILE.map(str::to_owned)).collect();
        assert_eq!(found, known, "say which key seals a column: one of the house (rewrap.rs) or of its file");
    }
}
