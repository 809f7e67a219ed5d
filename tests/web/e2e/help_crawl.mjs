// Every address of the help section, in every language: what a bystander, a history list
// or the program of another site could learn from it is held against what is allowed.

import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { equal, ok } from "./checks.mjs";
import { ROOT } from "./system.mjs";

export const LANGUAGES = ["fr", "nl", "en", "de", "ar", "tr", "es", "uk"];
const PAGES = 40;
const MOST_BYTES = 20_000;

/** The only addresses that a link of a help page may have on this host. */
const ADDRESSES = [
  /^\/[a-z]{2}\/help\/$/,
  /^\/[a-z]{2}\/help\/p\d\d\/$/,
  /^\/[a-z]{2}\/help\/services\/([0-9a-f]{8}\/|list\.pdf)?$/,
  /^\/exit\?lang=[a-z]{2}$/,
  // Ways to the rest of the site, the same on every page of it.
  /^\/[a-z]{2}\/([a-z-]+\/){0,2}$/,
  /^\/(style\.css|exit\.js|icon\.svg|logo\.svg)$/,
];

/** The only titles: the name of the site, or a sheet by its number. */
const TITLES = /^(safe\.brussels – (information|informatie|Information|información|bilgi|інформація|معلومات)|(Vie pratique – fiche|Praktische info – fiche|Practical information – sheet|Praktische Infos – Blatt|Información práctica – ficha|Pratik bilgiler – sayfa|Практична інформація – аркуш|معلومات عملية – ورقة) \d{1,2} – safe\.brussels)$/;

/** Fields that can be chosen, never written into. */
const FIELDS = /^(checkbox|radio|hidden)$/;

const said = (lang, id) => new RegExp(`^${id} = (.+)$`, "m").exec(readFileSync(join(ROOT, `locales/${lang}/portal.ftl`), "utf8"))[1];

const plain = (text) => text.replace(/&#x27;|&#39;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** An answer as it travels, and its text. */
const ask = (address, encoding) => new Promise((done, fail) => {
  get(address, { headers: encoding ? { "accept-encoding": encoding } : {} }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  }).once("error", fail);
});

function look(lang, path, { status, headers, body }, notice) {
  const html = body.toString("utf8");
  const here = `/${lang}${path}`;
  const text = plain(html);
  equal(status, 200, here);
  equal([headers["cache-control"], headers["referrer-policy"], headers["set-cookie"] ?? null, headers.etag ?? null], ["no-store", "no-referrer", null, null], `headers of ${here}`);
  ok(text.includes(notice), `${here} lacks the notice`);
  ok(html.includes(`href="/exit?lang=${lang}"`), `${here} cannot be left in its language`);
  ok(html.includes('lang="' + lang + '"') && html.includes(`dir="${lang === "ar" ? "rtl" : "ltr"}"`), `${here} is in another language`);
  const title = plain(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  ok(TITLES.test(title), `${here} is called “${title}”`);
  for (const tag of ["mailto:", "property=\"og:", "name=\"twitter:", "name=\"description\"", "rel=\"canonical\"", "rel=\"alternate\"", "rel=\"manifest\"", "ld+json", "<textarea", "contenteditable", "<iframe", "serviceWorker", "live.js"]) {
    ok(!html.includes(tag), `${here} holds ${tag}`);
  }
  for (const [, attributes] of html.matchAll(/<input\b([^>]*)>/g)) {
    ok(FIELDS.test(/type="([a-z]+)"/.exec(attributes)?.[1] ?? "text"), `${here} has a field to write into: <input${attributes}>`);
  }
  for (const [, form] of html.matchAll(/<form\b([^>]*)>/g)) ok(/method="post"/.test(form), `${here}: a form that asks by address: <form${form}>`);
  for (const [, address] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
    if (/^(https:\/\/|tel:|#)/.test(address)) continue;
    ok(ADDRESSES.some((allowed) => allowed.test(address)) || /^\/[a-z]{2}\/help\/services\/list\.csv$/.test(address), `${here} leads to ${address}`);
  }
  for (const [, address] of html.matchAll(/<(?:img|script|link|source)\b[^>]*(?:src|href)="(https?:[^"]*)"/g)) ok(false, `${here} asks ${address}`);
  const [main = ""] = /<main[^]*<\/main>/.exec(html) ?? [];
  // A number is text first; what a call leaves behind stands beside its button.
  for (const call of main.split('<p class="call">').slice(1)) {
    ok(/^<span class="tel"><bdi>[^<]+<\/bdi>/.test(call), `${here}: a number that is not text: ${call.slice(0, 60)}`);
    ok(/<p class="meta">[^<]{10,}<\/p>/.test(call.split("</li>")[0]), `${here}: a number without a word on its traces`);
  }
  return [...main.matchAll(/href="\/[a-z]{2}(\/help\/services\/[0-9a-f]{8}\/)"/g)].map(([, found]) => found);
}

export async function helpCrawl(system, checks) {
  const style = (await ask(`${system.address}/style.css`, "br")).body.length;
  for (const lang of LANGUAGES) {
    await checks.check(`help crawl: every address tells nothing, warns, can be left and is light (${lang})`, async () => {
      const notice = said(lang, "help-notice");
      const numbers = Array.from({ length: PAGES }, (_, at) => `/help/p${String(at + 1).padStart(2, "0")}/`);
      const list = "/help/services/";
      const sheets = look(lang, list, await ask(`${system.address}/${lang}${list}`), notice);
      ok(new Set(sheets).size > 70, `${sheets.length} sheets`);
      let heaviest = ["", 0];
      for (const path of ["/help/", list, ...numbers, ...new Set(sheets)]) {
        const address = `${system.address}/${lang}${path}`;
        look(lang, path, await ask(address), notice);
        const bytes = (await ask(address, "br")).body.length + style;
        if (bytes > heaviest[1]) heaviest = [path, bytes];
        ok(bytes <= MOST_BYTES, `/${lang}${path} with its style: ${bytes} bytes`);
      }
      console.log(`     heaviest with its style: ${heaviest[0]}, ${heaviest[1]} bytes`);
    });
  }
  await checks.check("help crawl: what can be installed has a neutral name", async () => {
    for (const lang of LANGUAGES) {
      const { name, short_name: short, description = "", shortcuts = [] } = JSON.parse((await ask(`${system.address}/manifest-${lang}.webmanifest`)).body.toString("utf8"));
      equal([name, short], ["safe.brussels", "safe.brussels"], `names in ${lang}`);
      for (const text of [description, ...shortcuts.map((one) => `${one.name} ${one.url}`)]) ok(!/help|viol|geweld|victim|slachtoffer/i.test(text), `${lang}: ${text}`);
    }
  });

  await checks.check("help crawl: the worker of the ordinary pages keeps out", async () => {
    const source = (await ask(`${system.address}/sw.js`)).body.toString("utf8");
    const never = new RegExp(/^const NEVER = \/(.+)\/;$/m.exec(source)?.[1] ?? "(?!)");
    for (const lang of LANGUAGES) {
      for (const path of ["help/", "help/p12/", "help/services/", "help/services/0123abcd/", "help/services/list.pdf"]) ok(never.test(`/${lang}/${path}`), `the worker takes /${lang}/${path}`);
      const kept = JSON.parse((await ask(`${system.address}/offline-${lang}.json`)).body.toString("utf8"));
      ok(kept.urls.length > 5, "the list of what a device keeps");
      for (const url of kept.urls) ok(!url.includes("/help/"), `a device keeps ${url}`);
      ok(!(await ask(`${system.address}/offline-index-${lang}.json`)).body.toString("utf8").includes(`/${lang}/help/`), "the search without a line knows help pages");
    }
    ok(never.test("/exit"), "the worker takes the way out");
  });
}
