// Walks the table of what the portal claims to cover against a built site.

import { existsSync, readFileSync } from "node:fs";
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
  return { looked: `${Object.keys(table).length} rows, ${pages} pages`, faults };
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
