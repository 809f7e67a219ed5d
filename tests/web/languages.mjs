// Words in another language than their page are marked with it (WCAG 3.1.2), so that a screen
// reader says them with the right voice and they keep their own direction.

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { files } from "./files.mjs";

/** Pages whose own script tells a sentence of another language apart, and the signs of it. */
const PAGES = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u };
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
/** So many Latin words in a row are a text; fewer are a name, an address or a code. */
const SENTENCE = /(?:(?<![\p{L}\d./@-])[\p{Script=Latin}’'-]{2,}[,:;]? +){3,}[\p{Script=Latin}’'-]{2,}/u;

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Texts of an HTML document with the language in force and the elements around them. */
export function* texts(html) {
  const open = [];
  const pieces = html.replace(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>|<!doctype[^>]*>/gi, "").matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi);
  for (const [, closing, name, rest, words] of pieces) {
    if (words !== undefined) {
      if (words.trim()) yield { words: words.trim(), lang: open.at(-1)?.lang, path: open.map((e) => e.name) };
    } else if (closing) {
      while (open.length > 0 && open.pop().name !== name.toLowerCase());
    } else if (!VOID.has(name.toLowerCase()) && !rest.endsWith("/")) {
      open.push({ name: name.toLowerCase(), lang: attribute(rest, "lang") ?? open.at(-1)?.lang });
    }
  }
}

export async function checkLanguages(root) {
  const faults = [];
  let count = 0;
  for (const [lang, own] of Object.entries(PAGES)) {
    for (const page of files(join(root, lang), ".html")) {
      for (const text of texts(readFileSync(page, "utf8"))) {
        if (!text.path.includes("main") || text.lang !== lang) continue;
        count += 1;
        if (SENTENCE.test(text.words)) faults.push(`${relative(root, page)}: <${text.path.slice(-2).join("> <")}> is in no language of its own: ${text.words.slice(0, 90)}`);
      }
    }
  }
  return { looked: `${count} texts`, faults };
}
