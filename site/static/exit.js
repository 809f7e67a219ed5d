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

  // Escape twice within a second and a half, but never while somebody is typing: in some
  // fields it empties what was written. In a list or a tick box it leaves like everywhere.
  const TYPED = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])";
  let last = 0;
  link.querySelector("small")?.removeAttribute("hidden");
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest(TYPED);
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

  // One history entry per visit: a list that is asked for anew takes the place of the old
  // one on the same page, and links to other pages of this site replace the page.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("swap" in form.dataset)) return;
    event.preventDefault();
    const asked = new XMLHttpRequest();
    asked.open("POST", form.action);
    asked.responseType = "document";
    asked.onload = () => {
      const fresh = asked.response?.querySelector("main");
      if (left) return;
      if (!fresh) return void form.submit();
      document.querySelector("main").replaceWith(document.adoptNode(fresh));
      document.getElementById("found")?.focus();
    };
    // Without an answer the form goes the plain way.
    asked.onerror = () => left || form.submit();
    asked.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    asked.send(new URLSearchParams(new FormData(form)).toString());
  });

  document.addEventListener("click", (event) => {
    const inner = event.target instanceof Element && event.target.closest("a[href]");
    if (!inner || inner === link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (inner.origin !== location.origin || inner.target) return;
    if (inner.pathname === location.pathname && inner.hash) return;
    event.preventDefault();
    location.replace(inner.href);
  });
})();
