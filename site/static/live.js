// Keeps the alerts of an open page current, and sets up the worker that makes alerts and
// guides readable offline. The page is complete without it.
(() => {
  "use strict";
  // Under Trusted Types the address of a worker has to come from a policy; ours knows one.
  const worker = () => {
    const policy = window.trustedTypes?.createPolicy("safe-live", { createScriptURL: () => "/sw.js" });
    return policy ? policy.createScriptURL("") : "/sw.js";
  };

  const lang = document.documentElement.lang;

  if ("serviceWorker" in navigator) {
    addEventListener("load", async () => {
      try {
        await navigator.serviceWorker.register(worker(), { scope: "/", updateViaCache: "none" });
        const { active } = await navigator.serviceWorker.ready;
        active.postMessage({ type: "language", lang });
      } catch {
        // Private windows may refuse a worker; the page stays complete.
      }
    });
  }

  // An open menu of the header closes by Escape, or by a touch elsewhere.
  const openMenu = () => document.querySelector(".drop[open]");
  addEventListener("click", ({ target }) => {
    const menu = openMenu();
    if (menu && !menu.contains(target)) menu.open = false;
  });
  addEventListener("keydown", ({ key }) => {
    const menu = openMenu();
    if (key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // A page of the server itself, never a kept copy, as a document that is not shown and whose
  // scripts never run.
  const fetched = (path) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    // The worker lets it pass.
    request.setRequestHeader("X-Live", "1");
    request.responseType = "document";
    request.timeout = 20_000;
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject());
    request.onerror = reject;
    request.ontimeout = reject;
    request.send();
  });

  // The page on which every alert stands, also those that are over.
  const LIST = `/${lang}/alerts/`;

  // Which state of the alerts a page tells: it only grows.
  const versionOf = (doc) => Number(doc.getElementById("alert-state")?.dataset.version ?? -1);

  // The list of all alerts, or the first few on the front page.
  const START = /^safe:(alerts|now)$/;
  const END = /^\/safe:(alerts|now)$/;

  const between = (doc) => {
    const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_COMMENT);
    const nodes = [];
    while (walker.nextNode() && !START.test(walker.currentNode.data));
    for (let node = walker.currentNode.nextSibling; node; node = node.nextSibling) {
      if (node.nodeType === Node.COMMENT_NODE && END.test(node.data)) return { nodes, end: node };
      nodes.push(node);
    }
    return null;
  };

  // Only what differs is put in: whoever reads, or stands on a link, is not disturbed.
  const refreshList = (fresh) => {
    const here = between(document);
    const there = between(fresh);
    if (here?.end.data !== there?.end.data || !here) return;
    const same = (node, at) => there.nodes[at]?.isEqualNode(node);
    if (here.nodes.length === there.nodes.length && here.nodes.every(same)) return;
    for (const node of here.nodes) node.remove();
    here.end.before(...there.nodes);
  };

  const addressOf = (element) => element?.getAttribute("href");

  const refreshBanners = (fresh) => {
    const here = document.querySelector("body > .alert-banners");
    const there = fresh.querySelector("body > .alert-banners");
    if (here && there?.isEqualNode(here)) return;
    if (there && here) here.replaceWith(there);
    else if (there) (document.getElementById("alert-state") ?? document.querySelector("body > .header")).after(there);
    else here?.remove();
  };

  // An alert's own page: what it says to do may have changed, or be over.
  const refreshPage = (fresh) => {
    const here = document.querySelector(".alert-page");
    const there = fresh.querySelector(".alert-page");
    if (!here || !there) return;
    // What the reader has opened stays open.
    const opened = here.querySelectorAll("details");
    there.querySelectorAll("details").forEach((box, at) => { box.open = Boolean(opened[at]?.open); });
    if (!here.isEqualNode(there)) here.replaceWith(there);
  };

  // Words as they stand in a page, with their languages, to be heard and not touched.
  const line = (words) => {
    const copy = document.createElement("p");
    for (const name of ["lang", "dir"]) if (words.hasAttribute(name)) copy.setAttribute(name, words.getAttribute(name));
    copy.append(...words.cloneNode(true).childNodes);
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return copy;
  };

  // A page that shows nothing but the banners takes them from the list: it may be one that
  // cannot be asked for once more.
  const current = () => fetched(between(document) || document.querySelector(".alert-page") ? location.pathname : LIST);

  /** What a page says of an alert: its banner while it goes on, else its card. */
  const wordsOf = (doc, { id, over }) => {
    const holds = (box) => [...box.querySelectorAll("a")].some((link) => addressOf(link) === `${LIST}${id}/`);
    const banner = !over && [...doc.querySelectorAll(".alert-banner")].find(holds);
    if (banner) return [...banner.querySelectorAll("p")];
    const card = doc.querySelector(`.alert-page[data-alert="${id}"] .alert-card`) ??
      [...doc.querySelectorAll("main .alert-card")].find(holds);
    return [...(card?.querySelectorAll(".alert-card__kind, h1, h3") ?? [])];
  };

  /** Lets screen readers say what became of these alerts, as the page or `fresh` says it. */
  const tell = (alerts, fresh) => {
    const told = alerts.flatMap((alert) => {
      const words = wordsOf(document, alert);
      return words.length > 0 ? words : wordsOf(fresh, alert);
    });
    if (told.length > 0) document.getElementById("alert-news")?.replaceChildren(...told.map(line));
  };

  // The state that the page shows and the newest that was announced; the alerts that were
  // announced since, and those that were told of before.
  let shown = versionOf(document);
  let wanted = shown;
  let news = new Map();
  const heardOf = new Set();

  // Whoever never heard of an alert is not told that it is over.
  const isNews = ({ id, over }) => !over || heardOf.has(id) ||
    document.querySelector(`.alert-page[data-alert="${id}"], a[href="${LIST}${id}/"]`) !== null;

  /** Takes up what the server shows now; says whether it is what was announced. */
  const refresh = async () => {
    const fresh = await current();
    // Answers may overtake each other, and one server may know less than the next.
    const version = versionOf(fresh);
    if (version < Math.min(wanted, shown)) return false;
    shown = version;
    const held = document.activeElement;
    const told = [...news.values()].filter(isNews);
    refreshBanners(fresh);
    refreshList(fresh);
    refreshPage(fresh);
    if (!held.isConnected) {
      // The keyboard goes on from the same link; where it is gone, from the beginning of the text.
      const place = held.closest(".alert-banners") ? ".alert-banners" : "main";
      const alike = [...document.querySelectorAll(`${place} ${held.localName}`)];
      const next = alike.find((one) => addressOf(one) === addressOf(held));
      (next ?? document.getElementById("main")).focus({ preventScroll: true });
    }
    if (version < wanted) return false;
    for (const id of news.keys()) heardOf.add(id);
    news = new Map();
    tell(told, fresh);
    return true;
  };

  let due = 0;
  let busy = false;
  let tries = 0;
  // One look at a time. What was announced is looked for until it is there, less and less often.
  const catchUp = async () => {
    if (busy) return;
    busy = true;
    const done = await refresh().catch(() => false);
    busy = false;
    tries = done ? 0 : tries + 1;
    if (!done || shown < wanted) later(Math.min(500 * 2 ** tries, 30_000));
  };
  // Readers do not all ask in the same moment.
  const later = (ms) => {
    clearTimeout(due);
    due = setTimeout(catchUp, ms * (0.2 + Math.random() * 1.8));
  };

  const heard = ({ lastEventId, data }) => {
    const version = Number(lastEventId);
    // The same event again, after a break of the line.
    if (version === shown && version === wanted) return;
    try {
      const { event_id: id, state } = JSON.parse(data);
      // Only names of the form that ids have become part of a selector.
      if (/^[\w-]+$/.test(id)) news.set(id, { id, over: state !== "active" });
    } catch {
      // What the page shows is taken from the page itself.
    }
    // A number that went back is that of records that were made anew.
    wanted = version;
    tries = 0;
    later(1000);
  };

  let stream;
  let again = 0;
  const listen = () => {
    clearTimeout(again);
    // What changed since the page was made is told first.
    const after = shown < 0 ? "" : `&after=${shown}`;
    stream = new EventSource(`/api/v1/alerts/stream?lang=${encodeURIComponent(lang)}${after}`);
    stream.addEventListener("alert", heard);
    stream.addEventListener("error", () => {
      // The browser comes back by itself when a line breaks, but not after an answer such as
      // that of a gateway whose server begins anew.
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(listen, 5000 + Math.random() * 25_000);
    });
  };

  if ("EventSource" in window && !document.querySelector("[data-live=off]")) {
    listen();
    addEventListener("pagehide", () => {
      stream.close();
      clearTimeout(again);
      clearTimeout(due);
    });
    // A page that comes back from the browser's memory is told what it has missed.
    addEventListener("pageshow", ({ persisted }) => persisted && listen());
  }
})();
