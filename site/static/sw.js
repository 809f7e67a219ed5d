// The portal's worker: shows pushed alerts, and keeps alerts and guides readable offline.
// It never touches help, permit, office or exit pages, and never answers for them.
"use strict";

const STATE = "safe-state";
const FRESH = "safe-alerts";
const WAIT_MS = 3000;
const DAY_MS = 86400000;
const NEVER = /^\/([a-z]{2,3}\/)?(help|permits|office|exit|search|account)(\/|$)/;
const ALERTS = /^\/[a-z]{2,3}\/(alerts\/.*)?$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const recall = async (key) => (await (await caches.open(STATE)).match(key))?.json();
const remember = async (key, value) => (await caches.open(STATE)).put(key, new Response(JSON.stringify(value)));

// ---- Push ----

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));

async function show(data) {
  let message = {};
  try {
    message = data.json();
  } catch {
    // An empty or broken message still has to show something: the name of the portal.
  }
  const { tag = "", version = 0, title = self.location.hostname, body = "", url = "/", lang, severity, sent } = message;
  const seen = (await recall("/seen")) ?? {};
  const repeated = tag !== "" && seen[tag] >= version;
  if (repeated && (await self.registration.getNotifications({ tag })).length > 0) return;
  const options = {
    body, lang, tag,
    dir: /^(ar|fa|prs|ps|ur)$/.test(lang) ? "rtl" : "ltr",
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    data: { url },
    silent: repeated,
    renotify: tag !== "" && !repeated,
    requireInteraction: !repeated && /^(Extreme|Severe)$/.test(severity),
  };
  if (Date.parse(sent)) options.timestamp = Date.parse(sent);
  await self.registration.showNotification(title, options);
  if (tag !== "" && !repeated) {
    const recent = Object.entries(seen).slice(-49);
    await remember("/seen", Object.fromEntries([...recent.filter(([t]) => t !== tag), [tag, version]]));
  }
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url));
});

async function open(address) {
  const url = new URL(address ?? "/", self.location.origin);
  if (url.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: "window" });
  const here = windows.find((w) => w.url === url.href);
  await (here ? here.focus() : self.clients.openWindow(url.href));
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(true)));

// Subscriptions die unseen: look once a day, and tell the server when the address changed.
async function renew(now) {
  const state = await recall("/push");
  if (!state || (!now && Date.now() - state.at < DAY_MS)) return;
  const manager = self.registration.pushManager;
  let subscription = await manager.getSubscription();
  if (!subscription) {
    const { public_key: key } = await (await fetch("/api/v1/push/key")).json();
    subscription = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  }
  const { endpoint, keys } = subscription.toJSON();
  const answer = await fetch(`/api/v1/push/subscriptions/${state.id}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${state.token}` },
    body: JSON.stringify({ endpoint, keys, ...state.choices }),
  });
  if (answer.ok) await remember("/push", { ...state, at: Date.now() });
}

// ---- Offline ----

self.addEventListener("message", (event) => {
  const { type, lang } = event.data ?? {};
  if (type !== "language" || !/^[a-z]{2,3}$/.test(lang)) return;
  event.waitUntil(Promise.allSettled([keep(lang), renew(false)]));
});

async function keep(lang) {
  const list = await (await fetch(`/offline-${lang}.json`, { cache: "no-cache" })).json();
  const name = `safe-${lang}-${list.version}`;
  const names = await caches.keys();
  // The switch for a bad day: an empty list forgets every kept page.
  const old = names.filter((n) => (list.off ? n !== STATE : n.startsWith(`safe-${lang}-`) && n !== name));
  if (!list.off && !names.includes(name)) await (await caches.open(name)).addAll(list.urls);
  await Promise.all(old.map((n) => caches.delete(n)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || NEVER.test(url.pathname)) return;
  if (url.pathname.startsWith("/api/") && url.pathname !== "/api/v1/alerts") return;
  const alerts = ALERTS.test(url.pathname) || url.pathname === "/api/v1/alerts";
  event.respondWith(alerts ? freshest(event, url) : network(request, url));
});

async function network(request, url) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(url.pathname, { ignoreSearch: true });
    if (kept) return kept;
    const lang = /^\/([a-z]{2,3})\//.exec(url.pathname)?.[1];
    const page = request.mode === "navigate" && lang && (await caches.match(`/${lang}/alerts/`));
    if (page) return copyOf(page);
    throw error;
  }
}

async function freshest(event, url) {
  const key = url.pathname + url.search;
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok) await (await caches.open(FRESH)).put(key, answer.clone());
    return answer;
  });
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer) return answer;
  const kept = (await caches.match(key, { cacheName: FRESH })) ?? (await caches.match(url.pathname));
  return kept ? copyOf(kept) : asked;
}

// Says on the page itself from when the copy is.
async function copyOf(answer) {
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  const html = await answer.text();
  const lang = /<html lang="([a-z]+)"/.exec(html)?.[1];
  const date = new Date(answer.headers.get("Date") ?? Date.now());
  const time = date.toLocaleTimeString(lang, { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" });
  const said = html
    .replace('id="copy-note" hidden', 'id="copy-note"')
    .replace("<time></time>", `<time datetime="${date.toISOString()}">${time}</time>`);
  return new Response(said, { status: answer.status, headers: answer.headers });
}
