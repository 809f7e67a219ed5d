//! A push service that takes nothing for one phone, and one that takes nothing at all.

story!(a_refused_phone_subscribes_anew);
story!(a_refused_key_fails_nobody);

mod tell {
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_api::push::entity::retry;
    use safe_standin::{Answer, Faults, StandIn};
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use serde_json::{Value, json};

    use crate::steps::phones::{delivery, everywhere, finished, with_phones};

    const SOON: Duration = Duration::from_secs(30);
    /// After this a phone that was refused is due.
    const LATER_MS: i64 = 200_000;

    fn wish() -> Value {
        json!({ "lang": "fr", "areas": ["04000"], "severity": "Minor", "categories": [] })
    }

    /// Subscribes a phone; its address here and its token.
    async fn subscribe(system: &System, standin: &StandIn, phone: usize) -> (String, String) {
        let mut body = wish();
        let own = serde_json::to_value(standin.subscription(phone)).expect("JSON");
        (body["endpoint"], body["keys"]) = (own["endpoint"].clone(), own["keys"].clone());
        let made = system.send(Method::POST, "/api/v1/push/subscriptions", None, Some(&body)).await;
        assert_eq!(made.status(), StatusCode::CREATED);
        let kept: Value = made.json().await.expect("JSON");
        let text = |key: &str| kept[key].as_str().expect("text").to_owned();
        (format!("/api/v1/push/subscriptions/{}", text("id")), text("token"))
    }

    /// Waits until so many phones are to be tried again, and nobody has them.
    async fn waiting(system: &System, phones: usize) {
        let idle = || async {
            let rows = retry::Entity::find().all(&system.state().db).await.expect("an answer");
            rows.len() == phones && rows.iter().all(|row| row.lease_owner.is_none())
        };
        assert!(system.until(SOON, idle).await, "{phones} are to be tried again");
    }

    /// Told twice that it is refused, while others are told: the message failed, and the
    /// phone hears from us that it has to subscribe anew.
    pub async fn a_refused_phone_subscribes_anew(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 8, |_| {}).await;
        let (author, approver) = system.pair().await;
        let mut phones = Vec::new();
        for phone in 0..8 {
            phones.push(subscribe(&system, &standin, phone).await);
        }
        for status in [403, 400] {
            standin
                .set_faults(0, Faults { burst: Some((1, Answer::status(0.0, status))), ..Faults::default() });
            let id = system.publish(&author, &approver, &everywhere()).await;
            assert!(standin.wait_accepted(7, SOON).await, "the others are told");
            waiting(&system, 1).await;
            assert_eq!(delivery(&system, &id, &author).await["pending"], 1);
            standin
                .set_faults(0, Faults { burst: Some((1, Answer::status(0.0, status))), ..Faults::default() });
            system.state().clock.advance_ms(LATER_MS);
            let ended = finished(&system, &id, &author).await;
            assert_eq!((&ended["accepted"], &ended["failed"]), (&json!(7), &json!(1)), "{ended}");
            assert_eq!(ended["forgotten"], 0, "{ended}");

            // Of all of them, that one alone finds itself unknown.
            let mut unknown = Vec::new();
            for (phone, (path, token)) in phones.iter().enumerate() {
                let answer = system.send(Method::PUT, path, Some(token), Some(&wish())).await;
                match answer.status() {
                    StatusCode::NOT_FOUND => unknown.push(phone),
                    status => assert_eq!(status, StatusCode::NO_CONTENT),
                }
            }
            assert_eq!(unknown.len(), 1, "{status}: {unknown:?}");
            phones[unknown[0]] = subscribe(&system, &standin, unknown[0]).await;
            standin.reset();
        }
        system.stop().await;
    }

    /// Everybody is refused: that is our key, and they wait until it is put right.
    pub async fn a_refused_key_fails_nobody(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 8, |_| {}).await;
        let (author, approver) = system.pair().await;
        let (path, token) = subscribe(&system, &standin, 0).await;
        for phone in 1..8 {
            subscribe(&system, &standin, phone).await;
        }
        standin.set_faults(0, Faults { answers: vec![Answer::status(1.0, 403)], ..Faults::default() });
        let id = system.publish(&author, &approver, &everywhere()).await;
        for _ in 0..2 {
            waiting(&system, 8).await;
            system.state().clock.advance_ms(LATER_MS);
            let tried = || async {
                let rows = retry::Entity::find().all(&system.state().db).await.expect("an answer");
                let now_ms = system.state().clock.now_ms();
                rows.len() == 8 && rows.iter().all(|row| row.next_at_ms > now_ms && row.lease_owner.is_none())
            };
            assert!(system.until(SOON, tried).await, "all are tried once more, and kept");
        }
        let during = delivery(&system, &id, &author).await;
        assert_eq!((&during["failed"], &during["pending"]), (&json!(0), &json!(8)), "{during}");
        let answer = system.send(Method::PUT, &path, Some(&token), Some(&wish())).await;
        assert_eq!(answer.status(), StatusCode::NO_CONTENT, "it is known as before");

        standin.set_faults(0, Faults::default());
        system.state().clock.advance_ms(LATER_MS * 3);
        let ended = finished(&system, &id, &author).await;
        assert_eq!((&ended["accepted"], &ended["failed"]), (&json!(8), &json!(0)), "{ended}");
        system.stop().await;
    }
}
