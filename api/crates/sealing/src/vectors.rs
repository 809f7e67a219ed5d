//! Known answers: RFC 8291 section 5 and appendix A, byte for byte.

use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Agreement, Padding, Receiver, ReceiverKeys, open};

const TEXT: &[u8] = b"When I grow up, I want to be a watermelon";
const SENDER_PRIVATE: &str = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
const SENDER_PUBLIC: &str =
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
const RECEIVER_PRIVATE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
const RECEIVER_PUBLIC: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const SALT: &str = "DGv6ra1nlYgDCS1FRnbzlw";
const IKM: &str = "S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg";
const BODY: &str = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).expect("base64url")
}

fn array<const N: usize>(text: &str) -> [u8; N] {
    bytes(text).try_into().expect("length")
}

fn receiver_keys() -> ReceiverKeys {
    ReceiverKeys::from_private(&bytes(RECEIVER_PRIVATE), array(AUTH)).expect("private key")
}

#[test]
fn sealing_gives_the_bytes_of_the_rfc() {
    let receiver = Receiver::from_base64url(RECEIVER_PUBLIC, AUTH).expect("receiver");
    let private = PrivateKey::from_private_key(&ECDH_P256, &bytes(SENDER_PRIVATE)).expect("private key");
    let agreement = Agreement::with_private_key(&receiver, &private).expect("agreement");
    assert_eq!(agreement.public().as_slice(), bytes(SENDER_PUBLIC));
    let mut body = [0; 256];
    let length = agreement.seal_with_salt(&array(SALT), TEXT, Padding::None, &mut body).expect("sealed");
    assert_eq!(URL_SAFE_NO_PAD.encode(&body[..length]), BODY);
}

#[test]
fn opening_gives_the_text_of_the_rfc() {
    let keys = receiver_keys();
    assert_eq!(keys.public().as_slice(), bytes(RECEIVER_PUBLIC));
    assert_eq!(keys.private_scalar().expect("scalar").as_slice(), bytes(RECEIVER_PRIVATE));
    assert_eq!(open(&keys, &bytes(BODY)).as_deref(), Ok(TEXT));
}

/// Records that a conforming sender never writes, made with the key of the RFC.
#[test]
fn wrong_padding_is_told_apart() {
    use crate::OpenError::{DelimiterMissing, DelimiterWrong, ManyRecords, RecordSize};
    let keys = receiver_keys();
    let message = |content: &[u8], size: u32| {
        let (key, nonce) = crate::schedule::content_key(&array(IKM), &array(SALT)).expect("schedule");
        let mut record = content.to_vec();
        key.seal_in_place_append_tag(nonce, aws_lc_rs::aead::Aad::empty(), &mut record).expect("sealed");
        let mut body = bytes(SALT);
        body.extend_from_slice(&size.to_be_bytes());
        body.push(65);
        body.extend_from_slice(&bytes(SENDER_PUBLIC));
        body.extend_from_slice(&record);
        body
    };
    assert_eq!(open(&keys, &message(b"x\x02", 18)).as_deref(), Ok(&b"x"[..]));
    assert_eq!(open(&keys, &message(b"x\x02\0\0", 4096)).as_deref(), Ok(&b"x"[..]));
    assert_eq!(open(&keys, &message(b"\x02", 4096)).as_deref(), Ok(&b""[..]));
    assert_eq!(open(&keys, &message(b"\0\0\0", 4096)), Err(DelimiterMissing));
    assert_eq!(open(&keys, &message(b"x\x01\0", 4096)), Err(DelimiterWrong));
    assert_eq!(open(&keys, &message(b"xyz", 4096)), Err(DelimiterWrong));
    assert_eq!(open(&keys, &message(b"xyz\x02", 19)), Err(ManyRecords));
    assert_eq!(open(&keys, &message(b"x\x02", 17)), Err(RecordSize));
    assert_eq!(open(&keys, &message(b"x\x02", 0)), Err(RecordSize));
}
