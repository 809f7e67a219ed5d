// A CODA file as a bank writes it: records of 128 columns (Febelfin, CODA 2.6).

const IBAN = "BE68539007547034";

function record(...fields) {
  const text = Array(128).fill(" ");
  for (const [column, value] of fields) text.splice(column - 1, value.length, ...value);
  return text.join("");
}

const thousandths = (cents) => String(cents * 10).padStart(15, "0");

/** Each statement of an account has a number of its own in its year. */
let statement = 230;

/** Credits with structured communications: `[{ ogm, cents }]`. */
export function bankFile(payments) {
  const number = String((statement += 1)).padStart(3, "0");
  const [d, m, y] = new Date().toLocaleDateString("nl-BE", { timeZone: "Europe/Brussels", day: "2-digit", month: "2-digit", year: "2-digit" }).split(/\D/);
  const today = `${d}${m}${y}`;
  const total = payments.reduce((sum, { cents }) => sum + cents, 0);
  const lines = payments.map(({ ogm, cents }, n) => record([1, "21"], [3, String(n + 1).padStart(4, "0")], [7, "0000"], [11, `REFERENCE${n}`],
    [32, "0"], [33, thousandths(cents)], [48, today], [54, "00150000"], [62, "1"], [63, `101${ogm}`], [116, today], [122, "2310"], [126, "0"], [128, "0"]));
  return [
    record([1, "00000"], [6, today], [12, "539"], [15, "05"], [128, "2"]),
    record([1, "12"], [3, number], [6, IBAN], [40, "EUR"], [43, "0"], [44, thousandths(0)], [59, today]),
    ...lines,
    record([1, `8${number}`], [5, IBAN], [39, "EUR"], [42, "0"], [43, thousandths(total)], [58, today], [128, "0"]),
    record([1, "9"], [17, String(lines.length + 2).padStart(6, "0")], [23, thousandths(0)], [38, thousandths(total)], [128, "2"]),
  ].join("\n");
}
