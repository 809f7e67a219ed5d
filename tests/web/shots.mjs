// Takes pictures of page kinds for people to look at:
//   npm run shots -- <public folder> <picture folder> [path…]

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { start } from "./browser.mjs";
import { fill } from "./examples.mjs";
import { serve } from "./server.mjs";

const [root, out, ...paths] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const server = await serve(resolve(root), { slots: fill });
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const scheme = process.env.SCHEME ?? "light";
for (const [name, viewport] of Object.entries(sizes)) {
  if (process.env.SIZE && process.env.SIZE !== name) continue;
  const browser = await start({ viewport, colorScheme: scheme, deviceScaleFactor: 1 });
  const page = await browser.newPage();
  for (const path of paths) {
    await page.goto(server.address + path);
    const file = `${out}/${path.replaceAll("/", "_").replace(/^_|_$/g, "") || "root"}-${name}.png`;
    await page.screenshot({ path: file, fullPage: process.env.FULL !== "0" });
    console.log(file);
  }
  await browser.close();
}
await server.close();
