// Leaves a help page at once: blank screen, neutral title, no way back to the text.
// Works with the plain link of the page when scripts are off.
(() => {
  "use strict";
  const link = document.getElementById("exit");
  if (!link) return;
  let left = false;

  const blank = () => {
    left = true;
    document.title = location.hostname;
    document.documentElement.hidden = true;
    document.body.replaceChildren();
  };

  const leave = (event) => {
    if (event) event.preventDefault();
    const target = link.href;
    blank();
    location.replace(target);
  };

  link.addEventListener("click", leave);

  // Escape twice within a second and a half, but never while somebody is typing.
  let last = 0;
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key !== "Escape" || typing) return;
    const now = Date.now();
    if (now - last < 1500) leave(event);
    last = now;
  });

  // A page that comes back from the browser's memory after leaving shows nothing.
  addEventListener("pageshow", (event) => {
    if (left || event.persisted) {
      blank();
      location.replace(link.href);
    }
  });

  // One history entry per visit: links inside the section replace the page.
  document.addEventListener("click", (event) => {
    const inner = event.target instanceof Element && event.target.closest("a[href]");
    if (!inner || inner === link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (inner.origin !== location.origin || !/^\/[a-z]{2,3}\/help\//.test(inner.pathname)) return;
    if (inner.pathname === location.pathname && inner.hash) return;
    event.preventDefault();
    location.replace(inner.href);
  });
})();
