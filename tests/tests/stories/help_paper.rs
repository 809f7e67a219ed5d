//! The directory on paper: what somebody at a reception desk prints.

#[expect(dead_code, reason = "the reader of the papers' own tests can do more than is asked here")]
#[path = "../../../api/crates/paper/tests/papers/reader.rs"]
pub mod reader;

story!(a_booklet_in_every_language);
story!(a_booklet_is_made_once_and_anew_when_something_changes);

mod tell {
    use std::time::Instant;

    use reqwest::{Method, Response, StatusCode};
    use safe_api::account::Role;
    use safe_tests::{Engine, System};

    use super::reader::Reader;

    const LANGS: [(&str, &str); 8] = [
        ("fr", "Violencesexuelle"),
        ("nl", "Seksueelgeweld"),
        ("en", "Sexualviolence"),
        ("de", "SexuelleGewalt"),
        ("ar", ""),
        ("tr", "Cinselşiddet"),
        ("es", "Violenciasexual"),
        ("uk", "Сексуальненасильство"),
    ];

    async fn whole(system: &System, lang: &str) -> Response {
        system.send(Method::GET, &format!("/{lang}/help/services/list.pdf"), None, None).await
    }

    async fn of_theme(system: &System, lang: &str, topic: &str) -> Vec<u8> {
        let form = system.form(&format!("/{lang}/help/services/list.pdf"), &[("topic", topic)]);
        let answer = form.send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK, "{topic}");
        answer.bytes().await.expect("bytes").to_vec()
    }

    pub async fn a_booklet_in_every_language(engine: Engine) {
        let system = System::start(engine).await;
        // One database is enough for the languages that need no other letters.
        let wanted = |lang: &str| engine == Engine::Sqlite || ["fr", "ar"].contains(&lang);
        for (lang, heading) in LANGS.into_iter().filter(|(lang, _)| wanted(lang)) {
            let began = Instant::now();
            let answer = whole(&system, lang).await;
            assert_eq!(answer.status(), StatusCode::OK, "{lang}");
            let headers = answer.headers().clone();
            assert_eq!(headers["content-type"], "application/pdf");
            assert_eq!(headers["cache-control"], "no-store");
            assert_eq!(headers["referrer-policy"], "no-referrer");
            assert_eq!(
                headers["content-disposition"], "attachment; filename=\"list.pdf\"",
                "it says nothing"
            );
            assert!(!headers.contains_key("set-cookie") && !headers.contains_key("etag"));
            let pdf = answer.bytes().await.expect("bytes");
            let reader = Reader::new(&pdf);
            println!("{lang}: {} pages, {} bytes, {:?}", reader.pages(), pdf.len(), began.elapsed());
            assert!((4..=16).contains(&reader.pages()), "{lang}: {} pages", reader.pages());
            assert!(pdf.len() < 400_000, "{lang}: {} bytes", pdf.len());
            let about = reader.metadata();
            for claim in ["<pdfaid:part>2", "<pdfuaid:part>1", &format!("<rdf:li>{lang}</rdf:li>")] {
                assert!(about.contains(claim), "{lang}: {claim}");
            }
            let text = reader.text();
            for number in ["112", "101", "080030030", "1712", "116000", "080014112"] {
                assert!(text.contains(number), "{lang}: {number}");
            }
            assert!(text.contains(heading), "{lang}: {heading}");
            assert!(!text.contains('\u{fffd}'), "{lang}: a sign that no font has");
            assert!(!text.contains("[help-"), "{lang}: a text is missing");
            assert!(!text.contains("Olista"), "{lang}: only for partners");
            let links = reader.links();
            let plain = |link: &String| link.starts_with("tel:") || link.starts_with("http");
            assert!(links.iter().all(plain), "{lang}: {links:?}");
            if let Ok(folder) = std::env::var("SAFE_TEST_KEEP") {
                std::fs::write(format!("{folder}/booklet-{lang}.pdf"), &pdf).expect("kept");
            }
        }
        assert_eq!(whole(&system, "xx").await.status(), StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn a_booklet_is_made_once_and_anew_when_something_changes(engine: Engine) {
        let system = System::start(engine).await;
        let (one, two) =
            tokio::join!(of_theme(&system, "nl", "elder-abuse"), of_theme(&system, "nl", "elder-abuse"));
        assert_eq!(one, two, "equal bytes");
        assert_eq!(system.state().booklets.ready(), 1, "made once for both");
        let text = Reader::new(&one).text();
        assert!(text.contains("Ouderenmis(be)handeling") && !text.contains("SOSViol"), "one theme");
        assert!(text.contains("112"), "whom to call at once stands on each");
        // Editors get the same, and what they change is in the next one.
        let editor = system.desk("editor@example.org", &[Role::HelpEditor]).await;
        let listener = system.desk("ear@example.org", &[Role::HelpListener]).await;
        let office = "/office/help/list.pdf?lang=nl&topic=elder-abuse";
        let same = system.office(&listener, office).await.bytes().await.expect("bytes");
        assert_eq!(same, one);
        assert_eq!(system.state().booklets.ready(), 1);
        let fields =
            [("value", "https://www.example.org/contact"), ("source", "https://www.example.org/contact")];
        let path = "/office/help/service/meldpunt-ouderenmishandeling/edit?field=website";
        assert_eq!(system.submit(&editor, path, &fields).await.status(), StatusCode::SEE_OTHER);
        let fresh = of_theme(&system, "nl", "elder-abuse").await;
        assert!(fresh != one, "made anew");
        assert!(Reader::new(&fresh).text().contains("https://www.example.org/contact"));
        assert_eq!(system.state().booklets.ready(), 1, "the old one is let go");
        for wrong in ["lang=xx", "topic=nothing", "lang=nl&topic=%00"] {
            let answer = system.office(&editor, &format!("/office/help/list.pdf?{wrong}")).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}");
        }
        // The partners' file can be narrowed to a theme as well.
        let file = system.office(&editor, "/office/help/directory.csv?topic=elder-abuse&lang=nl").await;
        let file = file.text().await.expect("file");
        assert!(file.contains("Ouderenmis(be)handeling") && !file.contains("SOS Viol"), "{file}");
        system.stop().await;
    }
}
