// Fills the server slots with alerts made for tests, in the shapes of api/templates/portal.
// The words are French on every page and say so, as an alert known in one language does.

const KIND = (words, event) => `<span>${words}${event ? ` · <span lang="fr" dir="ltr">${event}</span>` : ""}</span>`;

const BANNER = `<aside class="alert-banners" aria-label="Alerte d’essai"><div class="alert-banner sev-severe"><div class="wrap"><p class="alert-banner__kind" lang="fr" dir="ltr">${KIND("Grave", "Fuite de gaz")}</p>
<p class="alert-banner__text" lang="fr" dir="ltr"><a href="/fr/alerts/">Fuite de gaz rue de l’Exemple</a> <span>Quittez le bâtiment sans rien allumer.</span></p></div></div></aside>`;

const card = (severity, state, kind, title, todo) => `<li><article class="alert-card sev-${severity} ${state}" lang="fr" dir="ltr"><p class="alert-card__kind">${kind}</p>
<h3><a href="/fr/alerts/">${title}</a></h3>${todo ? `<p class="alert-card__do">${todo}</p>` : ""}
<dl class="facts facts--compact"><div><dt>Où</dt><dd>Ixelles</dd></div><div><dt>Envoyée</dt><dd>14:32</dd></div></dl></article></li>`;

const ACTIVE = [
  card("extreme", "", KIND("Extrême", "Fumée toxique"), "Fumée toxique près du canal", "Rentrez et fermez portes et fenêtres."),
  card("severe", "", KIND("Grave", "Fuite de gaz"), "Fuite de gaz rue de l’Exemple", "Quittez le bâtiment sans rien allumer."),
  card("moderate", "", KIND("Modérée", "Tempête"), "Vent fort", "Ne marchez pas sous les arbres."),
];
const OVER = [
  card("minor", "is-ended", KIND("Fin d’alerte"), "Le courant est rétabli"),
  card("minor", "is-cancelled", KIND("Annulée"), "Alerte annulée : foule"),
];
const LIST = `<ul class="alert-list">${ACTIVE.join("")}</ul>
<h3 class="alert-list__over" lang="fr" dir="ltr">Terminées</h3>
<ul class="alert-list">${OVER.join("")}</ul>`;

export function fill(path, html) {
  if (path.includes("/help/") || !process.env.ALERTS) return html;
  return html
    .replace("<!--safe:banner-->", BANNER)
    .replace(/<!--safe:(alerts|now)-->[^]*<!--\/safe:\1-->/, LIST);
}
