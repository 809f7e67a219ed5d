// Subscribing to alerts: choices go to the server with the browser's push address, and
// nothing else. What this device chose, and the key to change it, stays on this device.
(() => {
  "use strict";
  // Under Trusted Types the address of a worker has to come from a policy; ours knows one.
  const worker = () => {
    const policy = window.trustedTypes?.createPolicy("safe-push", { createScriptURL: () => "/sw.js" });
    return policy ? policy.createScriptURL("") : "/sw.js";
  };

  const API = "/api/v1/push/";
  const form = document.getElementById("push-form");
  if (!form) return;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...form.querySelectorAll(selector)];

  const many = (selector) => [...document.querySelectorAll(selector)];

  const say = (...states) => {
    for (const box of many("[data-state]")) box.hidden = !states.includes(box.dataset.state);
  };

  // On a phone the button that was tapped is screens below what is said of it.
  const tell = (...states) => {
    say(...states);
    const place = one("#push-states");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  };

  // Kept where the worker finds it too: it renews the subscription between visits.
  const load = async () => (await (await caches.open("safe-state")).match("/push"))?.json();
  const store = async (state) => {
    const cache = await caches.open("safe-state");
    await (state ? cache.put("/push", new Response(JSON.stringify(state))) : cache.delete("/push"));
  };

  // The worker renews between visits and another tab may stop: what is kept here and at
  // the server is changed by one of them at a time, each from what the last one left.
  const alone = (work) => navigator.locks.request("safe-push", work);

  const call = (path, method, state, body) => {
    const headers = {};
    if (body) headers["Content-Type"] = "application/json";
    if (state) headers.Authorization = `Bearer ${state.token}`;
    return fetch(API + path, { method, headers, body: body && JSON.stringify(body) });
  };

  const checked = (name) => all(`[name=${name}]:checked`).map((input) => input.value);

  const choices = () => ({
    lang: form.elements.lang.value,
    areas: checked("area"),
    severity: checked("severity")[0],
    categories: checked("category"),
  });

  const fill = (chosen) => {
    form.elements.lang.value = chosen.lang;
    const tick = (name, list) => {
      for (const input of all(`[name=${name}]`)) input.checked = list.includes(input.value);
    };
    tick("area", chosen.areas);
    tick("severity", [chosen.severity]);
    tick("category", chosen.categories);
    whole();
  };

  const whole = () => {
    form.elements.all.checked = checked("area").length === all("[name=area]").length;
  };

  const known = (yes) => {
    for (const part of many("[data-when]")) part.hidden = (part.dataset.when === "known") !== yes;
  };

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const sameKey = (subscription, key) => {
    const used = subscription.options?.applicationServerKey;
    if (!used) return true;
    const [a, b] = [new Uint8Array(used), bytes(key)];
    return a.length === b.length && a.every((value, at) => value === b[at]);
  };

  const serverKey = async () => {
    const answer = await fetch(`${API}key`);
    if (!answer.ok) throw new Error("key");
    return (await answer.json()).public_key;
  };

  /** The browser's subscription with the server's present key, or a new one; a tap may be needed. */
  const subscription = async (registration, key, anew) => {
    const present = await registration.pushManager.getSubscription();
    if (present && !anew && sameKey(present, key)) return present;
    await present?.unsubscribe();
    return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  };

  /**
   * Tells the server, and says whether this device was known; a subscription it has
   * forgotten, or with a new address, is made again. Without a choice it renews the old
   * one, unless that was stopped meanwhile.
   */
  const send = (registration, choice) => alone(async () => {
    const state = await load();
    const chosen = choice ?? state?.choices;
    if (!chosen) return false;
    const key = await serverKey();
    let present = await subscription(registration, key);
    if (state && state.endpoint === present.endpoint) {
      const answer = await call(`subscriptions/${state.id}`, "PUT", state, chosen);
      if (answer.ok) {
        await store({ ...state, key, choices: chosen, at: Date.now() });
        return true;
      }
      if (![401, 403, 404, 410].includes(answer.status)) throw new Error(answer.status);
      // The server has forgotten it because its push service calls this address gone, or
      // takes nothing for it: only a new address helps.
      present = await subscription(registration, key, true);
    }
    const { endpoint, keys } = present.toJSON();
    const answer = await call("subscriptions", "POST", null, { endpoint, keys, ...chosen });
    if (!answer.ok) throw new Error(answer.status);
    const { id, token } = await answer.json();
    await store({ id, token, endpoint, key, choices: chosen, at: Date.now() });
    if (state && state.endpoint !== endpoint) await call(`subscriptions/${state.id}`, "DELETE", state);
    return Boolean(state);
  });

  const submit = async (registration) => {
    const chosen = choices();
    const errors = one("#push-errors");
    errors.hidden = chosen.areas.length > 0;
    if (!errors.hidden) {
      errors.focus();
      return;
    }
    const permission = await Notification.requestPermission();
    if (permission !== "granted") {
      // A question that was put away is not yet a refusal.
      tell(permission === "denied" ? "denied" : "unanswered");
      return;
    }
    const before = await send(registration, chosen);
    known(true);
    tell("subscribed", before ? "saved" : "");
  };

  const test = async () => {
    const state = await load();
    const answer = await call(`subscriptions/${state.id}/test`, "POST", state);
    if (!answer.ok) throw new Error(answer.status);
    say("subscribed", "test-sent");
  };

  const stop = async (registration) => {
    await alone(async () => {
      const state = await load();
      if (state) {
        const answer = await call(`subscriptions/${state.id}`, "DELETE", state);
        if (!answer.ok && ![401, 403, 404, 410].includes(answer.status)) throw new Error(answer.status);
      }
      await (await registration.pushManager.getSubscription())?.unsubscribe();
      await store(null);
    });
    form.reset();
    known(false);
    tell("stopped");
  };

  /** Runs one action at a time, and says so when it fails. */
  const guard = (action) => async (event) => {
    event.preventDefault();
    const buttons = many("main button");
    for (const button of buttons) button.disabled = true;
    try {
      await action();
    } catch {
      tell("failed");
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  };

  /** A worker that never gets ready, as on a very slow network, is a failure to tell. */
  const tooLate = (ms) => new Promise((_, fail) => { setTimeout(() => fail(new Error("too late")), ms); });

  const start = async () => {
    const onApple = "standalone" in navigator && !navigator.standalone;
    if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
      say(onApple ? "home-screen" : "unsupported");
      return;
    }
    const state = await load();
    const denied = Notification.permission === "denied";
    if (denied && !state) {
      say("denied");
      return;
    }
    // Nothing here needs the reader yet: a word to wait, and what to do when it takes long.
    say("wait");
    const slow = setTimeout(say, 6_000, "slow");
    let registration;
    try {
      await navigator.serviceWorker.register(worker(), { scope: "/", updateViaCache: "none" });
      registration = await Promise.race([navigator.serviceWorker.ready, tooLate(20_000)]);
    } finally {
      clearTimeout(slow);
    }
    for (const button of many(".push-stop")) button.addEventListener("click", guard(() => stop(registration)));
    if (denied) {
      // Nothing can be shown or changed here, but what was chosen can be erased.
      known(true);
      say("denied");
      return;
    }
    form.hidden = false;
    say();
    form.elements.all.addEventListener("change", (event) => {
      for (const input of all("[name=area]")) input.checked = event.target.checked;
    });
    form.addEventListener("change", whole);
    form.addEventListener("submit", guard(() => submit(registration)));
    one("#push-test").addEventListener("click", guard(test));
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data?.type === "arrived") say("subscribed", "test-arrived");
    });
    if (!state) return;
    fill(state.choices);
    known(true);
    // Each visit renews what the server knows; without permission nothing is shown here, and
    // it waits for a tap.
    if (Notification.permission !== "granted") {
      say("off");
      return;
    }
    say("subscribed");
    if (await send(registration)) return;
    form.reset();
    known(false);
    tell("stopped");
  };

  start().catch(() => say("failed"));
})();
