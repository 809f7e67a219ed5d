//! Files made field by field as the standard prints them.

use jiff::civil::date;

use super::*;

/// A record with fields at their columns.
fn record(fields: &[(usize, &str)]) -> String {
    let mut text = vec![b' '; WIDTH];
    for (column, value) in fields {
        text[column - 1..column - 1 + value.len()].copy_from_slice(value.as_bytes());
    }
    String::from_utf8(text).expect("ASCII")
}

struct Line<'l> {
    sequence: &'l str,
    detail: &'l str,
    sign: &'l str,
    milli: u64,
    kind: &'l str,
    zone: &'l str,
    collected: &'l str,
}

const PAID: Line<'_> = Line {
    sequence: "0001",
    detail: "0000",
    sign: "0",
    milli: 127_700,
    kind: "1",
    zone: "101010806817183",
    collected: "0",
};

fn file(lines: &[Line<'_>], old: i64) -> String {
    let mut records = vec![
        record(&[(1, "00000"), (6, "211126"), (12, "539"), (15, "05"), (35, "REGION"), (128, "2")]),
        record(&[
            (1, "12"),
            (3, "231"),
            (6, "BE68539007547034"),
            (40, "EUR"),
            (43, "0"),
            (44, &format!("{old:015}")),
            (59, "201126"),
            (126, "014"),
        ]),
    ];
    let (mut credit, mut debit) = (0, 0);
    for line in lines {
        if line.detail == "0000" {
            if line.sign == "0" { credit += line.milli } else { debit += line.milli }
        }
        records.push(record(&[
            (1, "21"),
            (3, line.sequence),
            (7, line.detail),
            (11, "OL9456574JBBNEUBCRCL1"),
            (32, line.sign),
            (33, &format!("{:015}", line.milli)),
            (48, "211126"),
            (54, "00150000"),
            (62, line.kind),
            (63, line.zone),
            (116, "211126"),
            (122, "231"),
            (125, line.collected),
            (126, "0"),
            (128, "0"),
        ]));
    }
    let new = old + i64::try_from(credit).expect("sum") - i64::try_from(debit).expect("sum");
    records.push(record(&[
        (1, "8"),
        (2, "231"),
        (5, "BE68539007547034"),
        (39, "EUR"),
        (42, "0"),
        (43, &format!("{new:015}")),
        (58, "211126"),
        (128, "0"),
    ]));
    let count = records.len() - 1;
    records.push(record(&[
        (1, "9"),
        (17, &format!("{count:06}")),
        (23, &format!("{debit:015}")),
        (38, &format!("{credit:015}")),
        (128, "2"),
    ]));
    records.join("\r\n") + "\r\n"
}

#[test]
fn a_credit_with_its_communication() {
    let statements = read(file(&[PAID], 1_000_000).as_bytes()).expect("a file");
    let [statement] = statements.as_slice() else { panic!("one statement") };
    assert_eq!((statement.account.as_str(), statement.on), ("BE68539007547034", date(2026, 11, 21)));
    let [movement] = statement.movements.as_slice() else { panic!("one movement") };
    assert_eq!(movement.credit_cents(), Some(12_770));
    assert_eq!(movement.ogm.map(|ogm| ogm.to_string()).as_deref(), Some("+++010/8068/17183+++"));
    assert_eq!(movement.key, "BE68539007547034/2026-11-21/231/014/0001.0000/OL9456574JBBNEUBCRCL1");
    assert_eq!(movement.former_key, "BE68539007547034/2026/231/0001.0000/OL9456574JBBNEUBCRCL1");
}

#[test]
fn a_communication_typed_as_words_counts_and_a_wrong_one_does_not() {
    let words = |zone| {
        let line = Line { kind: "0", zone, ..PAID };
        read(file(&[line], 0).as_bytes()).expect("a file")[0].movements[0].ogm
    };
    assert!(words("dossier +++010/8068/17183+++ merci").is_some());
    assert!(words("dossier +++010/8068/17184+++ merci").is_none());
    assert!(words("010806817183").is_none(), "bare digits may be anything");
    let wrong = Line { zone: "101010806817184", ..PAID };
    assert!(read(file(&[wrong], 0).as_bytes()).expect("a file")[0].movements[0].ogm.is_none());
}

#[test]
fn a_collected_amount_is_taken_by_its_parts() {
    let sum = Line { milli: 200_000, kind: "0", zone: "", collected: "1", ..PAID };
    let part = |detail, milli, zone| Line { detail, milli, zone, ..PAID };
    let lines = [sum, part("0001", 127_700, "101010806817183"), part("0002", 72_300, "101120000000002")];
    let statements = read(file(&lines, 0).as_bytes()).expect("a file");
    let cents: Vec<_> = statements[0].movements.iter().map(Movement::credit_cents).collect();
    assert_eq!(cents, [Some(12_770), Some(7_230)]);
}

#[test]
fn a_movement_is_read_with_its_parts() {
    let sum = |collected| Line { milli: 200_000, kind: "0", zone: "LOT", collected, ..PAID };
    let part = |detail, milli, zone, collected| Line { detail, milli, zone, collected, ..PAID };
    let taken = |lines: &[Line<'_>]| -> Vec<(Option<i64>, bool, String)> {
        let statements = read(file(lines, 0).as_bytes()).expect("a file");
        let one = |movement: &Movement| {
            (movement.credit_cents(), movement.ogm.is_some(), movement.communication.clone())
        };
        statements[0].movements.iter().map(one).collect()
    };
    let (first, second) = ("101010806817183", "101120000000002");
    // The bank announces parts and gives none: the whole is not lost.
    assert_eq!(taken(&[sum("1")]), [(Some(20_000), false, "LOT".to_owned())]);
    // Parts that are not the whole pay nothing: a person looks at the whole.
    let short = [sum("1"), part("0001", 127_700, first, "0"), part("0002", 72_200, second, "1")];
    assert_eq!(taken(&short), [(Some(20_000), false, "LOT".to_owned())]);
    let named = [Line { kind: "1", zone: first, ..sum("1") }, part("0001", 127_700, second, "1")];
    assert_eq!(taken(&named), [(Some(20_000), false, "010806817183".to_owned())]);
    // The sum of a level below is no money beside its parts.
    let two = [
        sum("1"),
        part("0001", 150_000, "", "2"),
        part("0002", 127_700, first, "0"),
        part("0003", 22_300, "102120000000002", "2"),
        part("0004", 50_000, second, "1"),
    ];
    let cents: Vec<_> = taken(&two).into_iter().map(|(cents, ..)| cents).collect();
    assert_eq!(cents, [Some(12_770), Some(2_230), Some(5_000)]);
    // What is taken off is one of the parts.
    let costs = Line { sign: "1", ..part("0002", 10_000, "", "1") };
    let less = [sum("1"), part("0001", 210_000, first, "0"), costs];
    let cents: Vec<_> = taken(&less).into_iter().map(|(cents, ..)| cents).collect();
    assert_eq!(cents, [Some(21_000), None]);
}

#[test]
fn words_belong_to_the_record_before_them() {
    let sum = Line { sequence: "0002", milli: 200_000, kind: "0", zone: "LOT", collected: "1", ..PAID };
    let part = Line { sequence: "0002", detail: "0001", milli: 200_000, kind: "0", zone: "MERCI", ..PAID };
    let text = file(&[PAID, sum, part], 0);
    let more = record(&[(1, "22"), (3, "0002"), (11, "  DE LA BANQUE"), (126, "0"), (128, "0")]) + "\r\n";
    // Behind the whole, which is not told of when its parts are.
    let at = 130 * 4;
    let with_more = format!("{}{more}{}", &text[..at], &text[at..])
        .replace("9               000005", "9               000006");
    let statements = read(with_more.as_bytes()).expect("a file");
    let said: Vec<_> = statements[0].movements.iter().map(|one| one.communication.as_str()).collect();
    assert_eq!(said, ["010806817183", "MERCI"]);
}

#[test]
fn a_part_without_its_whole_is_refused() {
    let part = Line { sequence: "0002", detail: "0001", ..PAID };
    for lines in [vec![part], vec![PAID, Line { sequence: "0002", detail: "0001", ..PAID }]] {
        assert_eq!(read(file(&lines, 0).as_bytes()).expect_err("refused").fault, Fault::Order);
    }
}

#[test]
fn the_keys_of_two_days_differ() {
    let unnumbered = |day: &str| {
        let text = file(&[PAID], 0).replace("12231", "12000").replace("211126", day);
        let statements = read(text.as_bytes()).expect("a file");
        statements[0].movements[0].key.clone()
    };
    assert_ne!(unnumbered("211126"), unnumbered("221126"));
    assert_eq!(unnumbered("211126"), unnumbered("211126"));
}

#[test]
fn debits_are_no_payments() {
    let out = Line { sequence: "0002", sign: "1", milli: 50_000, kind: "0", zone: "frais", ..PAID };
    let statements = read(file(&[PAID, out], 100_000).as_bytes()).expect("a file");
    assert_eq!(statements[0].movements[1].credit_cents(), None);
}

#[test]
fn a_file_that_does_not_add_up_is_refused_whole() {
    let good = file(&[PAID], 1_000_000);
    let fault = |text: &str| read(text.as_bytes()).expect_err("refused").fault;
    assert_eq!(fault(&good.replacen("000000000127700", "000000000127800", 1)), Fault::Balance);
    let tail = good.rfind("000000000127700").expect("trailer");
    let mut totals = good.clone();
    totals.replace_range(tail..tail + 15, "000000000127701");
    assert_eq!(fault(&totals), Fault::Totals);
    assert_eq!(fault(&good.replacen("\r\n", "x\r\n", 1)), Fault::Width);
    assert_eq!(fault(&good[130..]), Fault::Order);
    assert_eq!(fault(&good[..good.len() - 130]), Fault::Order);
    assert_eq!(fault(""), Fault::Order);
    assert_eq!(fault(&good.replacen('2', "1", 200)), Fault::Version);
}

#[test]
fn no_bytes_make_it_fail_otherwise() {
    let good = file(&[PAID], 0).into_bytes();
    for at in 0..good.len() {
        for byte in [b'0', b'9', b' ', 0xe9, 0xff, b'\n'] {
            let mut bytes = good.clone();
            bytes[at] = byte;
            let _ = read(&bytes);
        }
        let _ = read(&good[..at]);
    }
}

#[test]
fn a_statement_is_of_one_account() {
    let whole = read(file(&[PAID], 0).as_bytes()).expect("a file");
    assert!(whole[0].is_of("BE68 5390 0754 7034") && whole[0].is_of("BE68539007547034"));
    for other in ["BE71096123456769", "BE6853900754703", "BE68539007547034123", "", "BE68", "53900754703"] {
        assert!(!whole[0].is_of(other), "{other:?}");
    }
    // As banks write it that do not name the IBAN: the number, its currency and country.
    let old = Statement { account: "539007547034EUR0BE".to_owned(), ..whole[0].clone() };
    assert!(old.is_of("BE68539007547034") && !old.is_of("BE71096123456769"));
    let longer = Statement { account: "5390075470341".to_owned(), ..whole[0].clone() };
    assert!(!longer.is_of("BE68539007547034"));
}
