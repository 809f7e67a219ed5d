// A system in which permits can be applied for to the end: on SQLite or PostgreSQL, with
// a real OpenID provider, and with rows of the law that the service still has to confirm
// filled in for the test alone.

import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ok, until } from "../e2e/checks.mjs";
import { ROOT, System } from "../e2e/system.mjs";

/** The account of the test is the example of the standards, the amounts are nobody's. */
const IBAN = "BE68539007547034";
const AMOUNTS = { detention: { filing: 12_345 }, dealer: { filing: 23_456 }, control: { filing: 4567 } };

const amount = (fee, stage, cents) => `
[[amount]]
id = "${fee}-${stage}-test"
fee = "${fee}"
stage = "${stage}"
amount_cents = ${cents}
valid_from = 2026-01-01
since = "source"
legal_basis = ["circular-2011:24"]
source = ["circular-2011-ch24"]
confidence = "B"
note = { fr = "Pour les essais.", nl = "Voor de tests.", en = "For the tests.", de = "Für die Tests." }
`;

/** Ends the open amounts of these fees, so that two rows never hold on one day. */
function ended(text) {
  return text.split("[[amount]]").map((part) => {
    const fee = /^fee = "(.+)"$/m.exec(part)?.[1];
    const isOpen = part.includes("confidence = \"unconfirmed\"") && !part.includes("valid_to");
    return fee in AMOUNTS && isOpen ? part.replace(/^(valid_from = .+)$/m, "$1\nvalid_to = 2025-12-31") : part;
  }).join("[[amount]]");
}

export class World extends System {
  static async begin(engine) {
    this.prototype.engine = engine;
    return this.start({ push: false });
  }

  async prepare() {
    const content = join(this.folder, "content");
    cpSync(join(ROOT, "content"), content, { recursive: true });
    const fees = join(content, "permits/fees.toml");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(fees, ended(readFileSync(fees, "utf8")));
    for (const [fee, stages] of Object.entries(AMOUNTS)) {
      for (const [stage, cents] of Object.entries(stages)) appendFileSync(fees, amount(fee, stage, cents));
    }
    Object.assign(this.env, {
      SAFE__SITE__CONTENT_DIR: content,
      SAFE__PAYMENTS__IBAN: IBAN,
      SAFE__PAYMENTS__PAYEE: "Service des armes / Wapendienst",
      SAFE__LIMITS__WRITE_PER_MIN: "100000",
      SAFE__LIMITS__WRITE_BURST: "100000",
      SAFE__LIMITS__SIGN_IN_PER_MIN: "100000",
      ...(this.engine === "postgres" ? { SAFE__DATABASE__URL: `${process.env.SAFE_TEST_POSTGRES_URL}/postgres` } : {}),
      ...await this.provider(),
    });
  }

  /** The provider of identities; the settings that lead to it. */
  async provider() {
    const folder = join(ROOT, "tests/oidc");
    ok(existsSync(join(folder, "node_modules")), "tests/oidc is not installed: run tools/setup.sh test");
    const child = spawn("node", ["provider.mjs", `${this.address}/permits/sign-in/back`], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    this.children.push(child);
    this.issuer = await new Promise((done, fail) => {
      createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("http") && done(line));
      child.once("exit", (code) => fail(new Error(`the provider of identities ended with ${code}`)));
    });
    return {
      SAFE__IDENTITY__ISSUER: this.issuer,
      SAFE__IDENTITY__CLIENT_ID: "safe",
      SAFE__IDENTITY__CLIENT_SECRET: "not a secret: tests only",
      SAFE__IDENTITY__ALLOW_HTTP: "true",
    };
  }

  /** Who the provider signs in next. */
  async becomes(person) {
    const answer = await fetch(`${this.issuer}/person`, { method: "POST", body: JSON.stringify(person) });
    ok(answer.ok, "the provider takes a person");
  }

  /** Years pass: the control of every permit was due yesterday. Nothing else is touched. */
  controlsAreDue() {
    this.yesterday("UPDATE permit_grant SET control_on = 'DAY' WHERE control_on IS NOT NULL");
  }

  /** Weeks pass: the last day of every hearing was yesterday. Nothing else is touched. */
  hearingsAreOver() {
    this.yesterday("UPDATE permit_notice SET due_on = 'DAY' WHERE state = 'open' AND kind = 'before-adverse'");
  }

  /** Lets time pass for one thing: DAY in the statement is yesterday. */
  yesterday(text) {
    const day = new Date(Date.now() - 86_400_000).toLocaleDateString("en-CA", { timeZone: "Europe/Brussels" });
    const statement = text.replace("DAY", day);
    if (this.engine === "postgres") {
      const bin = readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin/psql`).find(existsSync) ?? "psql";
      execFileSync(bin, [this.env.SAFE__DATABASE__URL, "-qc", statement]);
    } else {
      const program = "import sqlite3, sys\nwith sqlite3.connect(sys.argv[1], timeout=20) as one: one.execute(sys.argv[2])";
      execFileSync("python3", ["-c", program, join(this.folder, "safe.sqlite"), statement]);
    }
  }

  mails() {
    const folder = join(this.folder, "mail");
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter((name) => name.endsWith(".eml")).sort().map((name) => {
      const [head, body] = readFileSync(join(folder, name), "utf8").split("\r\n\r\n");
      return { to: /^To: (.+)$/m.exec(head)?.[1].trim(), text: Buffer.from(body.replace(/\s/g, ""), "base64").toString("utf8") };
    });
  }

  /** The link in the newest mail to somebody; mails leave within a minute. */
  async link(to, pattern) {
    return until(() => {
      const texts = this.mails().filter((mail) => mail.to === to).map((mail) => pattern.exec(mail.text)?.[0]).filter(Boolean);
      return texts.at(-1);
    }, `a mail to ${to}`, { within: 90_000, every: 200 });
  }
}
