//! The key that browsers subscribed with, and the code for exercises, belong to the records.

story!(another_key_is_refused);

mod tell {
    use std::path::Path;

    use safe_api::app::{State, World};
    use safe_api::config::Config;
    use safe_api::push::identity;
    use safe_tests::Engine;

    use crate::steps::phones::{subscribe_all, with_phones};

    /// Another process on the same records: its code, or why it does not start.
    async fn beside(config: &Config) -> Result<String, String> {
        match State::open_for_pushes(World::load(config.clone()).expect("content")).await {
            Ok(state) => Ok(state.push.rehearsal_code().to_owned()),
            Err(error) => Err(format!("{error:#}")),
        }
    }

    fn key(data: &Path) -> std::path::PathBuf {
        data.join("keys").join("vapid.pem")
    }

    pub async fn another_key_is_refused(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 3, |_| {}).await;
        subscribe_all(&system, &standin).await;
        let (first, code) = (&system.state().config, system.state().push.rehearsal_code());
        assert_eq!(beside(first).await.as_deref(), Ok(code));

        // A second process elsewhere makes no key of its own.
        let folder = tempfile::tempdir().expect("a folder");
        let mut second = first.clone();
        second.data_dir = folder.path().to_owned();
        second.database.url = first.database_url().into();
        let why = beside(&second).await.expect_err("it has no key");
        assert!(why.contains("vapid.pem is missing"), "{why}");
        assert!(!key(folder.path()).exists(), "none is made in passing");

        // Nor does one with a key of somebody else.
        let elsewhere = tempfile::tempdir().expect("a folder");
        let mut other = first.clone();
        other.data_dir = elsewhere.path().to_owned();
        other.database.url =
            format!("sqlite://{}?mode=rwc", elsewhere.path().join("x.sqlite").display()).into();
        assert_ne!(beside(&other).await.expect("records of its own"), code);
        std::fs::copy(key(elsewhere.path()), key(folder.path())).expect("copied");
        let why = beside(&second).await.expect_err("it is another key");
        assert!(why.contains("is another one") && why.contains("push.vapid_key_file"), "{why}");

        // With the right one it starts, and knows the code.
        std::fs::copy(key(&first.data_dir), key(folder.path())).expect("copied");
        assert_eq!(beside(&second).await.as_deref(), Ok(code));

        // A key that is lost for good is given up on purpose alone.
        std::fs::remove_file(key(folder.path())).expect("removed");
        assert!(beside(&second).await.is_err());
        let state = system.state();
        identity::forget(&state.db, state.clock.now_ms()).await.expect("forgotten");
        assert_eq!(beside(&second).await.as_deref(), Ok(code));
        assert!(key(folder.path()).exists(), "a new one");
        let why = beside(first).await.expect_err("the old key is the other one now");
        assert!(why.contains("is another one"), "{why}");
        system.stop().await;
    }
}
