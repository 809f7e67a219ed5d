// Serves a built site as the real server does: strict policy, filled slots, the API's
// push routes as a small stand-in that remembers. For tests only.

import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

// A P-256 public key made for these tests; nothing is ever signed with it.
const PUBLIC_KEY = "BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U";

/** Starts the server; `slots(path, html, version)` may fill slots before a page is sent. */
export function serve(root, { port = 0, slots = (_path, html) => html } = {}) {
  const subscriptions = new Map();
  const log = [];
  const live = { listeners: new Set(), events: [], refused: 0 };
  let down = false;
  let refusedPages = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    log.push(`${request.method} ${url.pathname}`);
    if (down === "gateway") {
      response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>502 Bad Gateway</h1>");
      return;
    }
    if (down) {
      response.destroy();
      return;
    }
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (url.pathname.startsWith("/api/v1/")) {
      api(request, response, url, subscriptions, live);
      return;
    }
    if (url.pathname === "/exit") {
      response.setHeader("Clear-Site-Data", '"cache"');
      response.setHeader("Referrer-Policy", "no-referrer");
      response.writeHead(303, { Location: "/404.html" }).end();
      return;
    }
    if (request.headers["x-live"]) {
      log.push(`LIVE ${url.pathname}`);
      if (refusedPages > 0) {
        refusedPages -= 1;
        response.writeHead(503).end();
        return;
      }
    }
    page(root, url, response, (path, html) => slots(path, html, live.events.length));
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      resolve({
        address: `http://localhost:${server.address().port}`,
        subscriptions,
        log,
        listeners: live.listeners,
        /** Something about an alert is new: open pages hear it, and those that come later. */
        tell: (alert = {}) => {
          live.events.push(`id: ${live.events.length + 1}\nevent: alert\ndata: ${JSON.stringify(alert)}\n\n`);
          for (const one of live.listeners) one.write(live.events.at(-1));
        },
        /** The next `count` streams, or looks of open pages, are refused as a gateway does. */
        refuse: ({ streams = 0, pages = 0 }) => {
          live.refused = streams;
          refusedPages = pages;
        },
        setDown: (value) => {
          down = value;
          if (value) server.closeAllConnections();
        },
        close: () => {
          server.closeAllConnections();
          return new Promise((done) => server.close(done));
        },
      });
    });
  });
}

function page(root, url, response, slots) {
  let file = normalize(join(root, decodeURIComponent(url.pathname)));
  if (!file.startsWith(root)) {
    response.writeHead(404).end();
    return;
  }
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!existsSync(file)) {
    response.writeHead(404, { "Content-Type": TYPES[".html"] }).end(readFileSync(join(root, "404.html")));
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const headers = { "Content-Type": type, "Cache-Control": "no-cache" };
  if (url.pathname === "/sw.js") headers["Cache-Control"] = "no-cache, no-store";
  response.writeHead(200, headers);
  const bytes = readFileSync(file);
  response.end(type.startsWith("text/html") ? slots(url.pathname, bytes.toString("utf8")) : bytes);
}

function api(request, response, url, subscriptions, live) {
  const json = (status, body) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(body === undefined ? "" : JSON.stringify(body));
  };
  const path = url.pathname.slice("/api/v1".length);
  if (path === "/push/key") return json(200, { public_key: PUBLIC_KEY });
  if (path === "/alerts") return json(200, { version: 1, generated_at: "2026-11-21T14:32:00+01:00", alerts: [] });
  if (path === "/alerts/stream") {
    if (live.refused > 0) {
      live.refused -= 1;
      return json(503, {});
    }
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("retry: 60000\n\n");
    const after = request.headers["last-event-id"] ?? url.searchParams.get("after");
    if (after !== null) response.write(live.events.slice(Number(after)).join(""));
    live.listeners.add(response);
    response.on("close", () => live.listeners.delete(response));
    return undefined;
  }
  let body = "";
  request.on("data", (chunk) => { body += chunk; });
  request.on("end", () => {
    const one = /^\/push\/subscriptions\/([^/]+)(\/test)?$/.exec(path);
    if (path === "/push/subscriptions" && request.method === "POST") {
      const id = `s${subscriptions.size + 1}`;
      subscriptions.set(id, JSON.parse(body));
      return json(201, { id, token: `t-${id}` });
    }
    if (one && request.headers.authorization !== `Bearer t-${one[1]}`) return json(401);
    if (one && !subscriptions.has(one[1])) return json(404);
    if (one && one[2]) return json(202);
    if (one && request.method === "PUT") {
      subscriptions.set(one[1], JSON.parse(body));
      return json(200, { id: one[1] });
    }
    if (one && request.method === "DELETE") {
      subscriptions.delete(one[1]);
      return json(204);
    }
    return json(404);
  });
  return undefined;
}
