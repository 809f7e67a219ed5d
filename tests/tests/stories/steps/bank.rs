//! What a bank sends.

use safe_api::config::Config;

/// The account of the files: the example of the standards.
const IBAN: &str = "BE68539007547034";

/// Fees are paid on the account of the files.
pub(crate) fn with_account(config: &mut Config) {
    config.payments.iban = "BE68 5390 0754 7034".to_owned();
}

/// A CODA file with one credit, of a statement with a number of three figures.
pub(crate) fn bank_file(ogm: &str, cents: i64, number: u32) -> String {
    bank_file_of(IBAN, ("1", &format!("101{ogm}")), cents, number)
}

/// A CODA file of an account with one credit, whose communication is words.
pub(crate) fn bank_file_of(account: &str, (kind, zone): (&str, &str), cents: i64, number: u32) -> String {
    let record = |fields: &[(usize, &str)]| {
        let mut text = vec![b' '; 128];
        for (column, value) in fields {
            text[column - 1..column - 1 + value.len()].copy_from_slice(value.as_bytes());
        }
        String::from_utf8(text).expect("ASCII")
    };
    let amount = format!("{:015}", cents * 10);
    let (nothing, number) = ("0".repeat(15), format!("{number:03}"));
    [
        record(&[(1, "00000"), (6, "211126"), (12, "539"), (15, "05"), (128, "2")]),
        record(&[
            (1, "12"),
            (3, &number),
            (6, account),
            (40, "EUR"),
            (43, "0"),
            (44, &nothing),
            (59, "201126"),
        ]),
        record(&[
            (1, "2100010000"),
            (11, "REFERENCE"),
            (32, "0"),
            (33, &amount),
            (48, "211126"),
            (54, "00150000"),
            (62, kind),
            (63, zone),
            (116, "211126"),
            (122, "2310"),
            (126, "0"),
            (128, "0"),
        ]),
        record(&[
            (1, "8"),
            (2, &number),
            (5, account),
            (39, "EUR"),
            (42, "0"),
            (43, &amount),
            (58, "211126"),
            (128, "0"),
        ]),
        record(&[(1, "9"), (17, "000003"), (23, &nothing), (38, &amount), (128, "2")]),
    ]
    .join("\n")
}
