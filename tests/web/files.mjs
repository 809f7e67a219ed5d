// Checks that need only the files: HTML, styles, links, weights.

import { readdirSync, readFileSync, existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import stylelint from "stylelint";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Every file below a folder with one of the endings. */
export function files(root, ...endings) {
  const list = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && endings.some((e) => path.endsWith(e))) list.push(path);
  }
  return list.sort();
}

export async function checkStyles() {
  const result = await stylelint.lint({
    files: join(HERE, "../../site/sass/*.scss"),
    configFile: join(HERE, ".stylelintrc.json"),
  });
  const faults = result.results.flatMap((r) =>
    r.warnings.filter((w) => w.severity === "error").map((w) => `${relative(HERE, r.source)}:${w.line} ${w.text}`));
  return { looked: `${result.results.length} style files`, faults };
}

const newChecker = () => new HtmlValidate(new FileSystemConfigLoader(JSON.parse(readFileSync(join(HERE, ".htmlvalidate.json"), "utf8"))));

/** Faults of one page. */
export async function faultsOfHtml(html, name, checker = newChecker()) {
  const { results } = await checker.validateString(html, name);
  return results.flatMap(({ messages }) => messages).map(({ line, ruleId, message }) => `${name}:${line} ${ruleId} ${message}`);
}

/** Every eleventh page, which meets each kind in each language; ALL=1 takes all of them. */
export async function checkHtml(root) {
  const checker = newChecker();
  const all = files(root, ".html");
  const pages = process.env.ALL ? all : all.filter((_, at) => at % 11 === 0);
  const faults = [];
  for (const page of pages) {
    faults.push(...(await faultsOfHtml(readFileSync(page, "utf8"), relative(root, page), checker)));
  }
  return { looked: `${pages.length} of ${all.length} pages`, faults };
}

/** Places that the server answers, not the files. */
const DYNAMIC = /^\/(api|office|exit)(\/|$|\?)|^\/[a-z]{2,3}\/(search|permits\/(apply|which|statistics|verify)|help\/services\/list\.pdf)(\/|$|\?)|SAFE_PATH/;

export async function checkLinks(root) {
  const faults = new Set();
  let count = 0;
  for (const page of files(root, ".html")) {
    const html = readFileSync(page, "utf8");
    for (const [, target] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      const address = target.replaceAll("&amp;", "&");
      if (!address.startsWith("/") || DYNAMIC.test(address)) continue;
      count += 1;
      const path = decodeURIComponent(address.split(/[?#]/)[0]);
      const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
      if (!existsSync(file)) faults.add(`${address} (first on ${relative(root, page)})`);
    }
  }
  return { looked: `${count} inner links`, faults: [...faults].sort() };
}

const weight = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

export async function checkWeights(root) {
  const faults = [];
  const limit = (name, bytes, most) => {
    if (bytes > most) faults.push(`${name}: ${bytes} bytes compressed, limit ${most}`);
  };
  const css = weight(join(root, "style.css"));
  limit("style.css", css, 12_000);
  limit("sw.js", weight(join(root, "sw.js")), 3_000);
  limit("live.js + push.js", weight(join(root, "live.js")) + weight(join(root, "push.js")), 6_000);
  let heaviest = 0;
  for (const page of files(root, "index.html")) {
    const bytes = weight(page);
    heaviest = Math.max(heaviest, bytes);
    const name = relative(root, page);
    const most = /^[a-z]+\/(help\/p|help\/index)/.test(name) ? 20_000 - css : /^[a-z]+\/alerts\/index/.test(name) ? 10_000 : 60_000 - css;
    limit(name, bytes, most);
    for (const [, svg] of readFileSync(page, "utf8").matchAll(/(<svg class="chart"[^]*?<\/svg>)/g)) {
      limit(`chart of ${name}`, gzipSync(svg).length, 3_000);
    }
  }
  return { looked: `css ${css}, heaviest page ${heaviest} bytes compressed`, faults };
}
