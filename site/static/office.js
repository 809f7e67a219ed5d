// The back-office with a script: a map that can be clicked, a preview while
// somebody writes, passkeys. Everything else works without it. Texts are only
// ever set as text.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** An element with words in it. */
function element(name, words = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// After a form was refused, its summary speaks first.
$(".error-summary")?.focus();

// ---- Places: the map shows and changes the list.

const form = $("[data-compose]");

function paintMap(reached) {
  for (const path of $$("[data-map] path[data-nis]", form)) {
    path.classList.toggle("is-on", reached.includes(path.dataset.nis));
  }
}

/** Municipalities ticked one by one, by zone or as the whole Region. */
function ticked() {
  const region = $('input[name="m"][value="04000"]', form);
  const found = [];
  for (const zone of $$("[data-zone]", form)) {
    const [whole, ...members] = $$('input[name="m"]', zone);
    for (const box of members) {
      if (region.checked || whole.checked || box.checked) found.push(box.value);
    }
  }
  return found;
}

function clickMap(event) {
  const nis = event.target.closest("path[data-nis]")?.dataset.nis;
  const box = nis && $(`input[name="m"][value="${nis}"]`, form);
  if (!box) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

// ---- Preview while writing.

function versionOf(text) {
  const section = element("section", "", { lang: text.lang, dir: text.dir ?? "ltr" });
  section.append(element("p", text.event ? `${text.name} · ${text.event}` : text.name, { class: "kicker" }));
  section.append(element("h3", text.headline ?? text.title));
  for (const line of `${text.instruction ?? text.body}\n${text.description ?? ""}`.split("\n")) {
    if (line.trim()) section.append(element("p", line));
  }
  return section;
}

let asked = 0;

async function preview() {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch("/office/alerts/preview", { method: "POST", body }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const found = await answer.json();
  if (mine !== asked) return;
  $("[data-reach]", form).textContent = found.reach;
  paintMap(found.reached);
  $("[data-live]", form).hidden = false;
  $("[data-live-missing]", form).textContent = found.missing ?? "";
  $("[data-live-pushes]", form).replaceChildren(...found.notifications.map(versionOf));
  $("[data-live-versions]", form).replaceChildren(...found.versions.map(versionOf));
}

if (form) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(preview, 400);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", () => {
    paintMap(ticked());
    soon();
  });
  $("[data-map]", form)?.addEventListener("click", clickMap);
}

// ---- Passkeys.

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function post(address, csrf, body) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  if (csrf) headers["x-csrf"] = csrf;
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body ?? {}) });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.faults?.[0]?.message ?? found.detail);
  return found;
}

async function createPasskey(box) {
  const csrf = box.dataset.csrf;
  const asked = await post("/office/account/passkeys/begin", csrf);
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(asked.challenge),
      rp: { id: asked.rpId, name: "safe.brussels" },
      user: { id: bytesOf(asked.userId), name: asked.userName, displayName: asked.userDisplayName },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
      timeout: asked.timeout,
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: asked.exclude.map((id) => ({ type: "public-key", id: bytesOf(id) })),
    },
  });
  await post("/office/account/passkeys", csrf, {
    id: textOf(made.rawId),
    clientData: textOf(made.response.clientDataJSON),
    attestationObject: textOf(made.response.attestationObject),
    label: $("input", box).value,
  });
  location.assign("/office/account?done=passkey-added");
}

async function usePasskey(box) {
  const asked = await post("/office/sign-in/passkey/begin");
  const found = await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(asked.challenge),
      rpId: asked.rpId,
      timeout: asked.timeout,
      userVerification: "required",
    },
  });
  await post("/office/sign-in/passkey", "", {
    id: textOf(found.rawId),
    clientData: textOf(found.response.clientDataJSON),
    authenticatorData: textOf(found.response.authenticatorData),
    signature: textOf(found.response.signature),
  });
  location.assign(box.dataset.to);
}

for (const box of $$("[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  box.hidden = false;
  const run = box.dataset.passkey === "create" ? createPasskey : usePasskey;
  $("button", box).addEventListener("click", async () => {
    const note = $(".field-error", box);
    note.textContent = "";
    try {
      await run(box);
    } catch (error) {
      // Whoever closes the window of the device has not failed at anything.
      note.textContent = error.name === "Error" && error.message ? error.message : box.dataset.failed;
    }
  });
}
