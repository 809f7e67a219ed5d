// Searches the guides and the advice that are kept on this device. Nothing is sent: the
// index is one file, read once, and the worker keeps it.
(() => {
  "use strict";
  const form = document.getElementById("offline-form");
  const hits = document.getElementById("offline-hits");
  const none = document.getElementById("offline-none");
  const { lang } = document.documentElement;
  const MOST = 12;

  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const split = (words) => fold(words).split(/[^\p{L}\p{N}]+/u).filter((w) => w.length > 1);
  // Endings differ more than beginnings: long words are compared by their first letters.
  const stem = (word) => (word.length > 5 ? word.slice(0, Math.max(5, word.length - 2)) : word);

  let index;
  const load = async () => {
    if (index) return index;
    const docs = await (await fetch(`/offline-index-${lang}.json`)).json();
    const known = new Set();
    for (const doc of docs) {
      doc.head = split(doc.title);
      doc.rest = split([doc.summary, ...doc.text.map(([, words]) => words)].join(" "));
      for (const word of [...doc.head, ...doc.rest]) known.add(word);
    }
    index = { docs, known: [...known] };
    return index;
  };

  // One letter wrong, missing, too many, or two changed over.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    return a.slice(at + 1) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at) || a.slice(at) === b.slice(at + 1) ||
      (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
  };

  const score = (doc, beginnings) => {
    let total = 0;
    for (const begin of beginnings) {
      const inHead = doc.head.filter((w) => w.startsWith(begin)).length;
      const inRest = doc.rest.filter((w) => w.startsWith(begin)).length;
      if (inHead + inRest === 0) return 0;
      total += 10 * inHead + Math.min(inRest, 5);
    }
    return total;
  };

  const make = (name, words) => {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    return element;
  };

  const show = (doc) => {
    const box = make("details");
    box.className = "record";
    const summary = make("summary");
    summary.append(make("b", doc.title), " ", make("span", doc.summary));
    box.append(summary);
    let list;
    for (const [kind, words] of doc.text) {
      if (kind !== "li") list = undefined;
      else if (!list) box.append((list = make("ul")));
      (list ?? box).append(make(kind, words));
    }
    const link = make("a", doc.title);
    link.href = doc.url;
    const line = make("p");
    line.append(link);
    box.append(line);
    return box;
  };

  let turn = 0;
  const search = async () => {
    const mine = (turn += 1);
    const { docs, known } = await load();
    const typed = split(form.elements.q.value);
    if (mine !== turn) return;
    const beginnings = typed.map((word) => {
      const begin = stem(word);
      if (known.some((w) => w.startsWith(begin)) || word.length < 4) return begin;
      return stem(known.find((w) => near(word, w)) ?? word);
    });
    const found = typed.length === 0 ? [] : docs
      .map((doc) => [score(doc, beginnings), doc])
      .filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0])
      .slice(0, MOST);
    hits.replaceChildren(...found.map(([, doc]) => show(doc)));
    none.hidden = typed.length === 0 || found.length > 0;
  };

  form.hidden = false;
  document.getElementById("offline-no-script").hidden = true;
  form.addEventListener("input", () => search().catch(() => { none.hidden = false; }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    hits.firstElementChild?.scrollIntoView({ block: "start" });
  });
})();
