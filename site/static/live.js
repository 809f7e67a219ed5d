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

  // The page as it is now, as a document that is never shown and whose scripts never run.
  const current = () => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject());
    request.onerror = reject;
    request.send();
  });

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
    if (!here || !there) return;
    const same = (node, at) => there.nodes[at]?.isEqualNode(node);
    if (here.nodes.length === there.nodes.length && here.nodes.every(same)) return;
    for (const node of here.nodes) node.remove();
    here.end.before(...there.nodes);
  };

  const addressOf = (element) => element?.getAttribute("href");

  /** Gives the banners that are new, and where those led that are gone; null when all stayed. */
  const refreshBanners = (fresh) => {
    const here = document.querySelector("body > .alert-banners");
    const there = fresh.querySelector("body > .alert-banners");
    if (here === there || (here && there?.isEqualNode(here))) return null;
    const [before, after] = [here, there].map((box) => [...(box?.children ?? [])]);
    const [old, links] = [before, after].map((all) => all.map((banner) => addressOf(banner.querySelector("a"))));
    if (there && here) here.replaceWith(there);
    else if (there) document.querySelector("body > .header").after(there);
    else here.remove();
    return {
      added: after.filter((banner) => !before.some((one) => one.isEqualNode(banner))),
      gone: old.filter((link) => !links.includes(link)),
    };
  };

  // An alert's own page: what it says to do may have changed, or be over. Says whether it has.
  const refreshPage = (fresh) => {
    const here = document.querySelector(".alert-page");
    const there = fresh.querySelector(".alert-page");
    if (!here || !there) return false;
    // What the reader has opened stays open.
    const opened = here.querySelectorAll("details");
    there.querySelectorAll("details").forEach((box, at) => { box.open = Boolean(opened[at]?.open); });
    if (here.isEqualNode(there)) return false;
    here.replaceWith(there);
    return true;
  };

  // Words as they stand in the page, with their languages, to be heard and not touched.
  const line = (words) => {
    const copy = document.createElement("p");
    for (const name of ["lang", "dir"]) if (words.hasAttribute(name)) copy.setAttribute(name, words.getAttribute(name));
    copy.append(...words.cloneNode(true).childNodes);
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return copy;
  };

  /** Lets screen readers say what is new; else how something ended, where the page tells it. */
  const tell = (banners, pageChanged) => {
    if (!banners && !pageChanged) return;
    const { added = [], gone = [] } = banners ?? {};
    let told = added.flatMap((banner) => (banner.localName === "p" ? banner : [...banner.querySelectorAll("p")]));
    if (told.length === 0) {
      const links = [...document.querySelectorAll("main .alert-card a")].filter((link) => gone.includes(addressOf(link)));
      const cards = links.map((link) => link.closest(".alert-card"));
      if (pageChanged) cards.push(document.querySelector(".alert-page .alert-card"));
      told = cards.flatMap((card) => [...card.querySelectorAll(".alert-card__kind, h1, h3")]);
    }
    document.getElementById("alert-news")?.replaceChildren(...told.map(line));
  };

  const refresh = async () => {
    const fresh = await current();
    const held = document.activeElement;
    const banners = refreshBanners(fresh);
    refreshList(fresh);
    tell(banners, refreshPage(fresh));
    if (held.isConnected) return;
    // The keyboard goes on from the same link; where it is gone, from the beginning of the text.
    const place = held.closest(".alert-banners") ? ".alert-banners" : "main";
    const alike = [...document.querySelectorAll(`${place} ${held.localName}`)];
    const next = alike.find((one) => addressOf(one) === addressOf(held));
    (next ?? document.getElementById("main")).focus({ preventScroll: true });
  };

  let stream;
  let seen = null;
  let waiting = 0;
  const listen = () => {
    stream = new EventSource(`/api/v1/alerts/stream?lang=${encodeURIComponent(lang)}`);
    stream.addEventListener("alert", (event) => {
      if (event.lastEventId && event.lastEventId === seen) return;
      seen = event.lastEventId;
      // Readers do not all ask in the same moment.
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh().catch(() => {}), 200 + Math.random() * 1800);
    });
  };

  if ("EventSource" in window && !document.querySelector("[data-live=off]")) {
    listen();
    addEventListener("pagehide", () => stream.close());
    // A page that comes back from the browser's memory has missed what happened meanwhile.
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      listen();
      refresh().catch(() => {});
    });
  }
})();
