// Walks the table of what the portal claims to cover against a built site.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "../..");
const CORE = ["fr", "nl", "en"];
const ALL = ["fr", "nl", "en", "de", "ar", "tr", "es", "uk"];

/** The table: `[name]` and `key = value`, where a value is also JSON, as TOML allows. */
function read(file) {
  const table = {};
  let row;
  readFileSync(file, "utf8").split("\n").forEach((line, at) => {
    const head = /^\[([\w-]+)\]$/.exec(line.trim());
    const pair = /^(\w+)\s*=\s*(.+)$/.exec(line.trim());
    if (head) row = table[head[1]] = {};
    else if (pair) row[pair[1]] = JSON.parse(pair[2]);
    else if (line.trim() && !line.startsWith("#")) throw new Error(`${file}:${at + 1} ${line}`);
  });
  return table;
}

export async function checkCoverage(root) {
  const { rows, ...table } = read(join(REPOSITORY, "tests/coverage/systems.toml"));
  const faults = [];
  for (const [area, count] of Object.entries(rows)) {
    for (let number = 1; number <= count; number += 1) {
      const id = `${area}-${String(number).padStart(2, "0")}`;
      if (!table[id]) faults.push(`${id} has no row`);
    }
  }
  let pages = 0;
  for (const [id, row] of Object.entries(table)) {
    const { pages: claimed = [], files = [], tests = [], languages, has, on = claimed[0], offline } = row;
    if (claimed.length + tests.length === 0) faults.push(`${id} names neither a page nor a test`);
    for (const test of tests) if (!existsSync(join(REPOSITORY, test))) faults.push(`${id}: no ${test}`);
    for (const lang of languages === "all" ? ALL : CORE) {
      const kept = offline ? readFileSync(join(root, `offline-${lang}.json`), "utf8") : "";
      for (const path of claimed) {
        pages += 1;
        faults.push(...look(root, id, lang, path, path === on ? has : undefined));
        if (offline && !kept.includes(`"/${lang}${path}"`)) faults.push(`${id}: /${lang}${path} is not kept offline`);
      }
      for (const file of files) {
        const bytes = existsSync(join(root, lang, file)) ? readFileSync(join(root, lang, file)).length : 0;
        if (bytes === 0) faults.push(`${id}: no /${lang}${file}`);
      }
    }
  }
  const figures = lookAtFigures(root, faults);
  return { looked: `${Object.keys(table).length} rows, ${pages} pages, ${figures} figures`, faults };
}

/** Every figure of every page names its source and its period, and its data can be taken:
 * as many rows in the file as in the table. Gives how many figures there are. */
function lookAtFigures(root, faults) {
  let count = 0;
  for (const lang of ALL) {
    for (const name of readdirSync(join(root, lang), { recursive: true })) {
      if (!name.endsWith("index.html")) continue;
      const html = readFileSync(join(root, lang, name), "utf8");
      for (const [figure] of html.matchAll(/<section class="figure[ "][^]*?<\/section>/g)) {
        if (!figure.includes("class=\"reading\"")) continue;
        count += 1;
        const [period = "", source = ""] = (/<p class="meta">([^]*?)<a /.exec(figure)?.[1] ?? "").split("<br>");
        const said = (text) => text.split(":").slice(1).join(":").trim().length > 2;
        if (!said(period) || !said(source)) faults.push(`/${lang}/${name}: a figure without period or source`);
        const csv = join(root, /href="([^"]*\.csv)"/.exec(figure)?.[1] ?? "nowhere");
        const rows = (/<tbody>[^]*<\/tbody>/.exec(figure)?.[0].match(/<tr>/g) ?? []).length;
        const lines = existsSync(csv) ? readFileSync(csv, "utf8").trim().split(/\r?\n/).length - 1 : -1;
        if (lines !== rows || rows === 0) faults.push(`/${lang}/${name}: ${rows} rows in the table, ${lines} in ${csv}`);
      }
    }
  }
  if (count === 0) faults.push("no figure was found");
  return count;
}

/** A page counts when it is there in its own language and says something. */
function look(root, id, lang, path, has) {
  const file = join(root, lang, path, "index.html");
  if (!existsSync(file)) return [`${id}: no /${lang}${path}`];
  const html = readFileSync(file, "utf8");
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? "";
  const faults = [];
  if (/<h1 lang="/.test(main) || /name="robots" content="noindex"/.test(html)) faults.push(`${id}: /${lang}${path} is in another language`);
  if (main.replace(/<[^>]*>/g, "").trim().length < 80) faults.push(`${id}: /${lang}${path} says nothing`);
  if (has && !html.includes(has)) faults.push(`${id}: /${lang}${path} lacks ${has}`);
  return faults;
}
