//! Properties of sealing, each checked against decoders that share no code
//! with it where the property is about the wire.

use std::collections::HashSet;

use proptest::prelude::*;
use safe_sealing::{
    Agreement, MAX_BODY, MAX_PLAINTEXT, OVERHEAD, OpenError, Padding, Receiver, ReceiverError, ReceiverKeys,
    Salts, SealError, open, seal_cold, sealed_len,
};

fn keys() -> (ReceiverKeys, Receiver) {
    let keys = ReceiverKeys::generate().expect("keys");
    let receiver = Receiver::new(keys.public(), keys.auth()).expect("receiver");
    (keys, receiver)
}

fn sealed(receiver: &Receiver, text: &[u8], padding: Padding) -> Vec<u8> {
    let mut body = Vec::new();
    Agreement::prepare(receiver)
        .expect("agreement")
        .seal_into(&mut Salts::new(), text, padding, &mut body)
        .expect("sealed");
    body
}

/// Opens with `web-push-native`, which is built on RustCrypto.
fn open_elsewhere(keys: &ReceiverKeys, body: &[u8]) -> Vec<u8> {
    let scalar = keys.private_scalar().expect("scalar");
    let secret = p256::SecretKey::from_slice(&scalar).expect("secret");
    let auth = web_push_native::Auth::from(*keys.auth());
    web_push_native::decrypt(body.to_vec(), &secret, &auth).expect("opened elsewhere")
}

/// Seals with `web-push-native`.
fn seal_elsewhere(keys: &ReceiverKeys, text: &[u8]) -> Vec<u8> {
    let public = p256::PublicKey::from_sec1_bytes(keys.public()).expect("public");
    let auth = web_push_native::Auth::from(*keys.auth());
    let endpoint = "https://push.example/x".parse().expect("uri");
    web_push_native::WebPushBuilder::new(endpoint, public, auth)
        .build(text.to_vec())
        .expect("sealed elsewhere")
        .into_body()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_survives(text in prop::collection::vec(any::<u8>(), 0..=MAX_PLAINTEXT), pad in 0..=MAX_PLAINTEXT) {
        let (keys, receiver) = keys();
        for padding in [Padding::None, Padding::To(pad)] {
            let body = sealed(&receiver, &text, padding);
            prop_assert_eq!(body.len(), sealed_len(text.len(), padding).expect("length"));
            prop_assert!(body.len() <= MAX_BODY);
            prop_assert_eq!(&open(&keys, &body).expect("opened"), &text);
            prop_assert_eq!(&open_elsewhere(&keys, &body), &text);
        }
        // The other program gives an empty text a record size below the 18 of RFC 8188.
        if (1..3000).contains(&text.len()) {
            prop_assert_eq!(&open(&keys, &seal_elsewhere(&keys, &text)).expect("opened"), &text);
        }
    }

    #[test]
    fn any_damage_is_noticed(at in 0usize..1000, bit in 0u8..8) {
        let (keys, receiver) = keys();
        let mut body = sealed(&receiver, &[7; 300], Padding::None);
        let at = at % body.len();
        body[at] ^= 1 << bit;
        match open(&keys, &body) {
            Err(_) => {}
            // A larger record size still describes one record.
            Ok(text) => prop_assert!((16..20).contains(&at) && text == [7; 300]),
        }
    }

    #[test]
    fn any_cut_is_noticed(keep in 0usize..=403) {
        let (keys, receiver) = keys();
        let body = sealed(&receiver, &[7; 300], Padding::None);
        let result = open(&keys, &body[..keep]);
        match keep {
            0..21 => prop_assert_eq!(result, Err(OpenError::TruncatedHeader)),
            21..86 => prop_assert_eq!(result, Err(OpenError::TruncatedKey)),
            86..103 => prop_assert_eq!(result, Err(OpenError::TruncatedRecord)),
            103..403 => prop_assert_eq!(result, Err(OpenError::NotAuthentic)),
            _ => prop_assert!(result.is_ok()),
        }
    }

    #[test]
    fn noise_never_panics(body in prop::collection::vec(any::<u8>(), 0..5000)) {
        let (keys, _) = keys();
        prop_assert!(open(&keys, &body).is_err());
    }
}

#[test]
fn the_limit_is_exact() {
    let (keys, receiver) = keys();
    let longest = vec![b'a'; MAX_PLAINTEXT];
    assert_eq!(MAX_PLAINTEXT, 3993);
    let body = sealed(&receiver, &longest, Padding::None);
    assert_eq!(body.len(), MAX_BODY);
    assert_eq!(open_elsewhere(&keys, &body), longest);
    assert_eq!(sealed(&receiver, b"", Padding::To(MAX_PLAINTEXT)).len(), MAX_BODY);

    let mut out = vec![9];
    let refused = Agreement::prepare(&receiver).expect("agreement").seal_into(
        &mut Salts::new(),
        &vec![b'a'; MAX_PLAINTEXT + 1],
        Padding::None,
        &mut out,
    );
    assert_eq!(refused, Err(SealError::TooLong(3994)));
    assert_eq!(out, [9]);
    assert_eq!(sealed_len(0, Padding::To(3994)), Err(SealError::TooLong(3994)));
}

#[test]
fn a_short_buffer_is_refused() {
    let (_, receiver) = keys();
    let mut out = [0; OVERHEAD];
    let refused = seal_cold(&receiver, &mut Salts::new(), b"x", Padding::None, &mut out);
    assert_eq!(refused, Err(SealError::BufferTooShort(OVERHEAD + 1)));
    let done = seal_cold(&receiver, &mut Salts::new(), b"", Padding::None, &mut out);
    assert_eq!(done, Ok(OVERHEAD));
}

#[test]
fn no_public_key_and_no_salt_appears_twice() {
    let (_, receiver) = keys();
    let mut salts = Salts::new();
    let mut seen = HashSet::new();
    for _ in 0..2000 {
        let mut body = [0; OVERHEAD + 1];
        seal_cold(&receiver, &mut salts, b"x", Padding::None, &mut body).expect("sealed");
        assert!(seen.insert(body[..16].to_vec()), "salt repeated");
        assert!(seen.insert(body[21..86].to_vec()), "key repeated");
    }
}

#[test]
fn another_receiver_cannot_open() {
    let (_, receiver) = keys();
    let (other, _) = keys();
    let body = sealed(&receiver, b"x", Padding::None);
    assert_eq!(open(&other, &body), Err(OpenError::NotAuthentic));
}

#[test]
fn a_wrong_key_identifier_is_refused() {
    let (keys, receiver) = keys();
    let body = sealed(&receiver, &[1; 100], Padding::None);
    let with = |at: usize, value: u8| {
        let mut body = body.clone();
        body[at] = value;
        open(&keys, &body)
    };
    assert_eq!(with(20, 0), Err(OpenError::KeyForm));
    assert_eq!(with(20, 64), Err(OpenError::KeyForm));
    assert_eq!(with(20, 255), Err(OpenError::TruncatedKey));
    assert_eq!(with(21, 2), Err(OpenError::KeyForm));
    assert_eq!(with(85, body[85] ^ 1), Err(OpenError::NotOnCurve));
}

#[test]
fn a_receiver_is_checked() {
    let (keys, receiver) = keys();
    let (key, auth) = (keys.public(), keys.auth());
    assert_eq!(Receiver::new(&key[..64], auth), Err(ReceiverError::KeyForm));
    assert_eq!(Receiver::new(key, &auth[..15]), Err(ReceiverError::AuthLength));
    let mut compressed = *key;
    compressed[0] = 2;
    assert_eq!(Receiver::new(&compressed, auth), Err(ReceiverError::KeyForm));
    let mut off = *key;
    off[64] ^= 1;
    assert_eq!(Receiver::new(&off, auth), Err(ReceiverError::NotOnCurve));
    let unusable = Receiver::from_checked(off, *auth);
    assert_eq!(Agreement::prepare(&unusable).err(), Some(SealError::Receiver));
    assert_eq!(Receiver::from_base64url("?", "?"), Err(ReceiverError::Encoding));

    use base64::Engine as _;
    let standard = base64::engine::general_purpose::STANDARD;
    let url = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let read = Receiver::from_base64url(&standard.encode(key), &standard.encode(auth));
    assert_eq!(read.as_ref(), Ok(&receiver));
    let read = Receiver::from_base64url(&url.encode(key), &url.encode(auth));
    assert_eq!(read.as_ref(), Ok(&receiver));
}

#[test]
fn nothing_secret_is_shown() {
    let (keys, receiver) = keys();
    let agreement = Agreement::prepare(&receiver).expect("agreement");
    assert_eq!(format!("{keys:?}"), "ReceiverKeys { .. }");
    assert_eq!(format!("{receiver:?}"), "Receiver { .. }");
    assert_eq!(format!("{agreement:?}"), "Agreement { .. }");
    assert_eq!(std::mem::size_of::<Agreement>(), 97);
}
