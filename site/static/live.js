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
    let start = null;
    while (walker.nextNode()) {
      const mark = walker.currentNode.data.trim();
      if (START.test(mark)) start = walker.currentNode;
      if (END.test(mark) && start) return { start, end: walker.currentNode };
    }
    return null;
  };

  const refreshList = (fresh) => {
    const here = between(document);
    const there = between(fresh);
    if (!here || !there) return;
    while (here.start.nextSibling !== here.end) here.start.nextSibling.remove();
    for (let node = there.start.nextSibling; node !== there.end; node = node.nextSibling) {
      here.end.before(document.importNode(node, true));
    }
  };

  const refreshBanners = (fresh) => {
    document.querySelector("body > .alert-banners")?.remove();
    const header = document.querySelector("body > .header");
    const banners = fresh.querySelector("body > .alert-banners");
    if (banners) header?.after(document.importNode(banners, true));
  };

  // An alert's own page: what it says to do may have changed, or be over.
  const refreshPage = (fresh) => {
    const there = fresh.querySelector(".alert-page");
    if (there) document.querySelector(".alert-page")?.replaceWith(document.importNode(there, true));
  };

  let seen = null;
  let waiting = 0;
  const refresh = async () => {
    const fresh = await current();
    refreshBanners(fresh);
    refreshList(fresh);
    refreshPage(fresh);
  };

  if ("EventSource" in window && !document.querySelector("[data-live=off]")) {
    const stream = new EventSource(`/api/v1/alerts/stream?lang=${encodeURIComponent(lang)}`);
    stream.addEventListener("alert", (event) => {
      if (event.lastEventId && event.lastEventId === seen) return;
      seen = event.lastEventId;
      // Readers do not all ask in the same moment.
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh().catch(() => {}), 200 + Math.random() * 1800);
    });
    addEventListener("pagehide", () => stream.close());
  }
})();
