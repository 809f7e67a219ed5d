// Fills the server slots with alerts made for tests, in the shapes of site/COMPONENTS.md.

const BANNER = `<aside class="alert-banners" aria-label="Alerte d’essai"><div class="alert-banner sev-severe"><div class="wrap"><p class="alert-banner__kind">Grave · Fuite de gaz</p>
<p class="alert-banner__text"><a href="/fr/alerts/">Fuite de gaz rue de l’Exemple</a> <span>Quittez le bâtiment sans rien allumer.</span></p>
<p class="meta"><time datetime="2026-11-21T14:32:00+01:00">14:32</time> · Ixelles</p></div></div></aside>`;

const card = (severity, state, kind, title) => `<li><article class="alert-card sev-${severity} ${state}"><p class="alert-card__kind">${kind}</p>
<h3><a href="#">${title}</a></h3><p class="alert-card__do">Quittez le bâtiment sans rien allumer. Éloignez-vous de 200 mètres.</p>
<dl class="facts facts--compact"><div><dt>Où</dt><dd>Ixelles</dd></div><div><dt>Depuis</dt><dd>14:32</dd></div></dl></article></li>`;

const LIST = `<ul class="alert-list">${card("extreme", "", "Extrême · Fumée toxique", "Fumée toxique")}${card("severe", "", "Grave · Fuite de gaz", "Fuite de gaz")}${card("moderate", "", "Modérée · Tempête", "Vent fort")}${card("minor", "is-ended", "Fin d’alerte · Panne", "Le courant est rétabli")}${card("minor", "is-cancelled", "Annulée · Foule", "Alerte annulée")}</ul>
<div class="exercise"><p class="exercise__label">Exercice</p><p>Ceci est un exercice.</p></div>`;

export function fill(path, html) {
  if (path.includes("/help/") || !process.env.ALERTS) return html;
  return html
    .replace("<!--safe:banner-->", BANNER)
    .replace(/<!--safe:(alerts|now)-->[^]*<!--\/safe:\1-->/, LIST);
}
