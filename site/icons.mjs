#!/usr/bin/env node
// Makes the PNG icons from static/icon.svg with a Chromium that is already installed:
//   CHROMIUM=/usr/bin/chromium node site/icons.mjs
// The results are committed; run it again when the logo changes.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const STATIC = join(dirname(fileURLToPath(import.meta.url)), "static");
const BROWSER = process.env.CHROMIUM ?? "chromium";
const logo = readFileSync(join(STATIC, "icon.svg"), "utf8");

/** Draws the logo on a square; a maskable icon fills it and keeps the mark inside. */
function draw(name, size, maskable) {
  const folder = mkdtempSync(join(tmpdir(), "icons-"));
  const page = join(folder, "icon.html");
  const inset = maskable ? size * 0.12 : 0;
  const inner = size - 2 * inset;
  writeFileSync(
    page,
    `<style>body{margin:0;background:${maskable ? "#1b1642" : "transparent"}}svg{position:absolute;inset:${inset}px;width:${inner}px;height:${inner}px}</style>${logo}`,
  );
  execFileSync(BROWSER, [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--default-background-color=00000000", `--user-data-dir=${join(folder, "profile")}`,
    `--window-size=${size},${size}`, `--screenshot=${join(STATIC, name)}`, `file://${page}`,
  ], { stdio: "ignore" });
  rmSync(folder, { recursive: true, force: true });
}

/** The picture that others show beside a link to the portal: mark and name, no words. */
function card(name, width, height) {
  const folder = mkdtempSync(join(tmpdir(), "icons-"));
  const page = join(folder, "card.html");
  writeFileSync(
    page,
    `<style>body{margin:0;inline-size:${width}px;block-size:${height}px;display:flex;align-items:center;justify-content:center;gap:56px;background:#1b1642;color:#fff;font:700 104px/1 system-ui,"Noto Sans",sans-serif;letter-spacing:-.03em}svg{inline-size:230px;block-size:230px}</style>${logo}<span>safe.brussels</span>`,
  );
  execFileSync(BROWSER, [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", `--user-data-dir=${join(folder, "profile")}`,
    `--window-size=${width},${height}`, `--screenshot=${join(STATIC, name)}`, `file://${page}`,
  ], { stdio: "ignore" });
  rmSync(folder, { recursive: true, force: true });
}

/** Wraps a PNG into an ICO file: one entry, the image as it is. */
function ico(png, name) {
  const image = readFileSync(join(STATIC, png));
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(22, 18);
  writeFileSync(join(STATIC, name), Buffer.concat([head, image]));
}

draw("icon-180.png", 180, true);
draw("icon-192.png", 192, false);
draw("icon-512.png", 512, false);
draw("icon-maskable-512.png", 512, true);
draw("icon-32.png", 32, false);
ico("icon-32.png", "favicon.ico");
rmSync(join(STATIC, "icon-32.png"));
card("social.png", 1200, 630);
