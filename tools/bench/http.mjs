// The public list against a file server, and the live stream with many listeners.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { system } from "./system.mjs";
import { drop, exists, figure, freePort, median, resident, round, run, scratch, sleep, start, stop, unmeasured, until } from "./lib.mjs";

const NGINX_CONF = (folder, port) => `
daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; worker_processes auto;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/www; default_type application/json; }
}`;

/** Requests per second that wrk gets, over 32 connections. */
async function wrk(url) {
  const { stdout } = await run("wrk", ["-t1", "-c32", "-d5s", url], { timeout: 60_000 });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk: ${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
}

export async function list() {
  if (!(await exists("nginx")) || !(await exists("wrk"))) {
    return unmeasured("alerts-against-nginx", "nginx or wrk is not installed (Debian packages nginx-light, wrk)");
  }
  const folder = scratch();
  // The file server gives up the rights of root.
  chmodSync(folder, 0o755);
  const safe = await system(folder);
  await safe.start();
  for (let alerts = 0; alerts < 3; alerts += 1) await safe.approve(await safe.submitted("Severe"));
  const path = "/api/v1/alerts";
  const body = await until("the list", 10, async () => {
    const text = await (await fetch(`${safe.api}${path}`)).text();
    return JSON.parse(text).alerts.length === 3 && text;
  });
  mkdirSync(join(folder, "www/api/v1"), { recursive: true });
  writeFileSync(join(folder, "www", path), body);
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), NGINX_CONF(folder, port));
  const nginx = start("nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { ending: "SIGTERM" });
  const file = `http://127.0.0.1:${port}${path}`;
  await until("nginx", 10, async () => (await (await fetch(file)).text()) === body);
  const [ours, theirs] = [[], []];
  for (let turn = 0; turn < 5; turn += 1) {
    theirs.push(await wrk(file));
    ours.push(await wrk(`${safe.api}${path}`));
  }
  // Its workers take connections as they wake: where one takes nearly all, it is a third faster
  // than where they share them, and the share of ours is told turn by turn.
  const shares = ours.map((rate, turn) => round(rate / theirs[turn], 2));
  figure("alerts-against-nginx", median(shares), "of its requests/s", [">=", 0.7], {
    per_s: round(median(ours)), nginx_per_s: theirs.map((rate) => round(rate)), shares, bytes: body.length,
  });
  await stop(nginx);
  await safe.stop();
  drop(folder);
}

const text = (chunk) => chunk.toString("latin1");

/** One listener: calls back with each piece that comes. */
function listen(port, heard) {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("GET /api/v1/alerts/stream?lang=fr HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
    });
    let greeted = false;
    socket.on("error", fail);
    socket.on("data", (chunk) => {
      if (!greeted && text(chunk).includes("retry:")) {
        greeted = true;
        done(socket);
      }
      if (text(chunk).includes("event: alert")) heard();
    });
  });
}

export async function stream(listeners = 5000) {
  const folder = scratch();
  const safe = await system(folder);
  await safe.start();
  await safe.approve(await safe.submitted("Severe"));
  const port = Number(new URL(safe.api).port);
  // The first listeners bring memory into use that all share.
  const warm = await Promise.all(Array.from({ length: 50 }, () => listen(port, () => {})));
  await sleep(500);
  const before = resident(safe.child.pid);
  let heard = 0;
  let last = 0;
  const sockets = [];
  while (sockets.length < listeners) {
    const some = Array.from({ length: Math.min(200, listeners - sockets.length) }, () =>
      listen(port, () => { heard += 1; last = performance.now(); }));
    sockets.push(...(await Promise.all(some)));
  }
  await sleep(1000);
  const memory = (resident(safe.child.pid) - before) / listeners;
  const times = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const id = await safe.submitted("Severe");
    heard = 0;
    const began = performance.now();
    await safe.approve(id);
    await until("every listener heard", 30, () => heard >= listeners, 20);
    times.push(last - began);
    await sleep(300);
  }
  const after = (resident(safe.child.pid) - before) / listeners;
  figure("stream-reaches-all", round(median(times)), "ms after approval", ["<=", 1000], { listeners, runs: times.map((t) => round(t)) });
  figure("stream-memory", round(Math.max(memory, after) / 1000, 1), "kB per listener", ["<=", 40], { listeners });
  const ended = await safe.stop();
  figure("stream-graceful-stop", round(ended), "ms with all listeners open", ["<=", 5000], { listeners });
  for (const socket of [...sockets, ...warm]) socket.destroy();
  drop(folder);
}
