// Narrows the list of a page to what was chosen above it. The list is complete without it.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const items = [...document.querySelectorAll("main [data-f]")];
  const words = items.map((item) => fold(`${item.textContent} ${item.dataset.f}`));
  const sections = [...document.querySelectorAll("main section")].filter((s) => s.querySelector("[data-f]"));
  const count = document.getElementById("filter-count");

  const apply = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    let shown = 0;
    items.forEach((item, at) => {
      const facets = item.dataset.f.split(" ");
      item.hidden = !asked.every(([key, value]) =>
        key === "q"
          ? fold(value).split(/\s+/).every((word) => words[at].includes(word))
          : facets.includes(`${key}:${value}`));
      if (!item.hidden) shown += 1;
    });
    for (const section of sections) section.hidden = !section.querySelector("[data-f]:not([hidden])");
    count.textContent = `${shown} ${count.dataset.of} ${items.length}`;
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  };

  for (const [key, value] of new URLSearchParams(location.search)) {
    if (form.elements[key]) form.elements[key].value = value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    items.find((item) => !item.hidden)?.scrollIntoView({ block: "start" });
  });
  form.hidden = false;
  apply();
})();
