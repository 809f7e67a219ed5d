// Parts of their own: sealing, CAP, search, the site.
import { join } from "node:path";
import { bin, drop, example, figure, lines, round, run, root, scratch, unmeasured } from "./lib.mjs";

export async function sealing() {
  const ours = Object.fromEntries((await lines(example("rate"), ["1200", "3"])).map((l) => [l.path, l.per_second]));
  const program = process.env.SAFE_BENCH_YARDSTICK;
  figure("sealing-prepared", round(ours.prepared), "messages/s on one core", [">=", 100_000], { bytes: 1200 });
  figure("sealing-agreements", round(ours.prepare), "agreements/s on one core");
  if (!program) return unmeasured("sealing-against-web-push", "the web-push crate did not build here");
  const theirs = (await lines(program, ["seal", "--n", "5000", "--bytes", "1200"])).map((l) => l.per_second);
  figure("sealing-against-web-push", round(ours.prepared / theirs[0], 1), "times its messages/s", [">=", 50], {
    web_push_per_s: theirs[0], with_one_signature_per_s: theirs[1], against_that: round(ours.prepared / theirs[1], 1),
  });
  figure("sealing-cold-against-web-push", round(ours.cold / theirs[0], 1), "times its messages/s", [">=", 4], {
    cold_per_s: round(ours.cold), against_one_signature: round(ours.cold / theirs[1], 1),
  });
}

export async function cap() {
  for (const { name, megabytesPerSecond: rate, microseconds, bytes } of await lines(example("speed"), [])) {
    if (rate) figure(`cap-${name}`, round(rate), "MB/s on one core", undefined, { bytes });
    else figure(`cap-${name}`, round(microseconds), "µs");
  }
}

/** Builds the site; search is measured on what it holds. */
export async function site() {
  const folder = scratch();
  const env = { ...process.env, SAFE__DATA_DIR: folder, RUST_LOG: "error" };
  const build = async () => {
    const began = performance.now();
    await run(bin("safe"), ["site", "build"], { env, cwd: root, maxBuffer: 1 << 26, timeout: 300_000 });
    return (performance.now() - began) / 1000;
  };
  const times = [await build(), await build()];
  const { stdout } = await run("sh", ["-c", `find '${folder}/site/' -name '*.html' | wc -l`]);
  figure("publish", round(Math.min(...times), 1), "s from changed content to the live site", ["<=", 60], {
    pages: Number(stdout), runs: times.map((t) => round(t, 1)),
  });
  await search(join(folder, "site/search.jsonl"));
  drop(folder);
}

async function search(documents) {
  const args = [documents, "tests/relevance/judged.toml", "content"];
  const judged = await lines(example("relevance"), args);
  for (const line of judged.filter((l) => l.bench === "search-relevance")) {
    const must = line.kind === "all" ? [">=", 0.85] : line.lang === "all" && /^(typo|compound)$/.test(line.kind) ? [">=", 0.75] : undefined;
    const { engine, queries } = line;
    if (must) figure(`search-ndcg@10-${line.lang}-${line.kind}`, line.ndcg_at_10, "", must, { engine, queries });
  }
  for (const line of await lines(example("latency"), [...args, "10000"])) {
    const { documents: count, memory_mb: memory } = line;
    if (line.queries === "judged at 200/s") {
      figure("search-p50", line.p50_ms, "ms at 200 requests/s", ["<=", 3], { documents: count });
      figure("search-p99", line.p99_ms, "ms at 200 requests/s", ["<=", 15], { documents: count });
      figure("search-memory", memory, "MB", ["<=", 300], { documents: count });
    } else if (line.queries === "hostile") {
      figure("search-hostile-most", line.most_ms, "ms for the worst query", undefined, { documents: count });
    }
  }
}
