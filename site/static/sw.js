// The portal's worker: shows pushed alerts, keeps alerts and guides readable offline.
// It never touches help, permit, office or exit pages.
"use strict";

const STATE = "safe-state";
const FRESH = "safe-alerts";
const DAY_MS = 86400000;
const NEVER = /^\/(([a-z]{2,3}\/)?(help|permits|office|exit|search|account)(\/|$)|api\/(?!v1\/alerts$))/;
const ALERTS = /^\/([a-z]{2,3}\/(alerts\/.*)?|api\/v1\/alerts)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const recall = async (key) => (await (await caches.open(STATE)).match(key))?.json();
const remember = async (key, value) => (await caches.open(STATE)).put(key, new Response(JSON.stringify(value)));

// Push

// One of our workers or pages at a time, where the browser can keep order.
const alone = (name, work) => navigator.locks?.request(name, work) ?? work();

addEventListener("push", (event) => {
  let pushed = {};
  try {
    pushed = event.data.json();
  } catch {
    // A broken message still has to show something.
  }
  // Two messages at once would each forget the other.
  event.waitUntil(alone("safe-seen", () => show(pushed)).then(() => pushed.receipt && arrived(pushed.receipt)));
});

async function show(pushed) {
  // Memory that fails must not keep an alert back.
  const seen = (await recall("/seen").catch(() => {})) ?? {};
  const last = seen[pushed.tag];
  const known = pushed.version > 0 && last?.version >= pushed.version && last;
  // A message that comes late never brings back an older text.
  const { tag = "", title = location.hostname, body = "", url = "/", lang, severity, sent } = known || pushed;
  // Each push has to show something: a repeat takes the place of what it repeats, in silence.
  if (known) for (const old of await registration.getNotifications({ tag })) old.close();
  await registration.showNotification(title, {
    body, lang, tag,
    dir: /^(ar|fa|prs|ps|ur)$/.test(lang) ? "rtl" : "ltr",
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    data: { url },
    silent: !!known,
    renotify: !!tag && !known,
    requireInteraction: /^(Extreme|Severe)$/.test(severity),
    timestamp: Date.parse(sent) || Date.now(),
  });
  if (!tag || known) return;
  delete seen[tag];
  await remember("/seen", Object.fromEntries([...Object.entries(seen).slice(-49), [tag, pushed]]));
}

// Only a receipt proves the whole way.
async function arrived(receipt) {
  for (const w of await clients.matchAll()) w.postMessage({ type: "arrived" });
  const state = await recall("/push");
  if (state) await call(state, `/${state.id}/receipt`, "POST", { receipt }).catch(() => {});
}

const call = (state, path, method, body) => fetch(`/api/v1/push/subscriptions${path}`, {
  method,
  headers: { "Content-Type": "application/json", Authorization: `Bearer ${state.token}` },
  body: body && JSON.stringify(body),
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});

async function open(address) {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return;
  const here = (await clients.matchAll()).find((w) => w.url === url.href);
  await (here?.focus() ?? clients.openWindow(url.href));
}

addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(true)));

// A page may be changing the same subscription: one at a time, as in push.js.
const renew = (now) => alone("safe-push", () => renewed(now));

// Subscriptions die unseen: look once a day. A changed address is a new subscription, and so
// is one that the server has forgotten or whose key is another by now.
async function renewed(now) {
  const state = await recall("/push");
  if (!state || (!now && Date.now() - state.at < DAY_MS)) return;
  const key = (await (await fetch("/api/v1/push/key")).json()).public_key;
  if (!key) return;
  let subscription = await registration.pushManager.getSubscription();
  const other = (state.key ?? key) !== key;
  let answer = !other && subscription?.endpoint === state.endpoint && (await call(state, `/${state.id}`, "PUT", state.choices));
  if (!subscription || other || answer.status === 404) {
    await subscription?.unsubscribe();
    subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    answer = 0;
  }
  const { endpoint, keys } = subscription.toJSON();
  answer ||= await call(state, "", "POST", { endpoint, keys, ...state.choices });
  if (!answer.ok) return;
  const made = answer.status === 201 && (await answer.json());
  await remember("/push", { ...state, ...made, endpoint, key, at: Date.now() });
  if (made) await call(state, `/${state.id}`, "DELETE");
}

// Offline

addEventListener("message", (event) => {
  const { type, lang } = event.data ?? {};
  if (type === "language" && /^[a-z]{2,3}$/.test(lang)) event.waitUntil(Promise.allSettled([keep(lang), renew()]));
});

async function keep(lang) {
  const list = await (await fetch(`/offline-${lang}.json`, { cache: "no-cache" })).json();
  const name = `safe-${lang}-${list.version}`;
  // The switch for a bad day forgets every kept page.
  if (!list.off) {
    const cache = await caches.open(name);
    // Pages and their style are of one build: what the browser kept by itself may be older.
    const whole = [`/${lang}/`, `/${lang}/shell/`, ...list.urls].map((url) => new Request(url, { cache: "no-cache" }));
    if (!(await cache.keys()).length) await cache.addAll(whole);
  }
  const old = (await caches.keys()).filter((n) => (list.off ? n !== STATE : n.startsWith(`safe-${lang}-`) && n !== name));
  await Promise.all(old.map((n) => caches.delete(n)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || NEVER.test(url.pathname)) return;
  // An open page that catches up wants the server's answer or none.
  if (!request.headers.has("X-Live")) event.respondWith(answerTo(event, url, ALERTS.test(url.pathname)));
});

// The network's answer; for alerts the newest copy when it takes too long. A gateway that
// answers for a server that is gone is as good as no answer.
async function answerTo(event, url, alerts) {
  const asked = fetch(event.request).then(async (answer) => {
    if (alerts && answer.ok) await (await caches.open(FRESH)).put(url.pathname + url.search, answer.clone());
    return answer;
  });
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((resolve) => alerts && setTimeout(resolve, 3000));
  const answer = await Promise.race([asked, late]).catch(() => {});
  return answer && !/^50[234]$/.test(answer.status) ? answer : (await kept(event.request, url)) ?? asked;
}

// The best copy at hand, else the list of alerts.
async function kept(request, url) {
  const lang = url.pathname.split("/")[1];
  const answer = (await caches.match(url.pathname + url.search, { cacheName: FRESH })) ??
    (await caches.match(url.pathname)) ?? (await pushed(url, lang)) ??
    (request.mode === "navigate" && (await caches.match(`/${lang}/alerts/`)));
  return answer ? copyOf(answer, lang) : undefined;
}

// An alert that only a push has brought: what it said, in the portal's frame.
async function pushed(url, lang) {
  const message = Object.values((await recall("/seen")) ?? {}).find((m) => m.url === url.href);
  const shell = message && (await caches.match(`/${lang}/shell/`));
  if (!shell) return;
  const safe = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt()};`);
  const words = {
    SAFE_TITLE: safe(message.title),
    SAFE_PATH: url.pathname.slice(lang.length + 2),
    "<!--safe:main-->": `<h1>${safe(message.title)}</h1><p class="lede">${safe(message.body).replace(/\n/g, "<br>")}</p>`,
  };
  const html = (await shell.text()).replace(/SAFE_TITLE|SAFE_PATH|<!--safe:main-->/g, (name) => words[name]);
  return new Response(html, { headers: { ...Object.fromEntries(shell.headers), date: message.sent } });
}

const BANNERS = /(<div id="alert-state".*?<\/div>)(<aside [^]*?<\/aside>)?/;
const dateOf = (answer) => new Date(answer.headers.get("Date"));

// Says from when it is; tells the alerts of the newest page at hand, and none that ended by its
// own time.
async function copyOf(answer, lang) {
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  const date = dateOf(answer);
  const html = await answer.text();
  const list = await caches.match(`/${lang}/alerts/`, { cacheName: FRESH });
  const newest = list && dateOf(list) > date ? await list.text() : html;
  const banners = BANNERS.exec(newest)?.[2] ?? "";
  const shown = [...banners.matchAll(/data-until="(.+?)"/g)].some(([, end]) => Date.parse(end) > Date.now()) ? banners : "";
  const old = Date.now() - date > DAY_MS / 2 && { day: "numeric", month: "long" };
  const time = date.toLocaleString(lang, { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit", ...old });
  return new Response(html
    .replace(BANNERS, (_, mark) => mark + shown)
    .replace('id="copy-note" hidden', 'id="copy-note"')
    .replace("<time></time>", `<time datetime="${date.toISOString()}">${time}</time>`), answer);
}
