// Firefox, driven through WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/): the exit
// of the help pages, in the browser with the other way of keeping history.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { equal, ok, until } from "./checks.mjs";

const PLACES = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"];

// No question at the start, no request to its maker.
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.aboutConfig.showWarning": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "browser.safebrowsing.provider.mozilla.updateURL": "",
  "toolkit.telemetry.server": "data:,",
};

class Firefox {
  calls = new Map();
  last = 0;

  async open(program) {
    this.profile = mkdtempSync(join(tmpdir(), "safe-firefox-"));
    writeFileSync(join(this.profile, "user.js"), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join("\n"));
    this.child = spawn(program, ["--headless", "--no-remote", "--profile", this.profile, "--remote-debugging-port", "0"],
      { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: this.profile } });
    const address = await new Promise((done, fail) => {
      createInterface({ input: this.child.stderr }).on("line", (line) => {
        const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
        if (found) done(found);
      });
      this.child.once("exit", (code) => fail(new Error(`Firefox ended with ${code}`)));
    });
    this.socket = new WebSocket(`${address}/session`);
    await new Promise((done, fail) => {
      this.socket.onopen = done;
      this.socket.onerror = () => fail(new Error("Firefox cannot be talked to"));
    });
    this.socket.onmessage = ({ data }) => {
      const { id, type, result, error, message } = JSON.parse(data);
      const call = this.calls.get(id);
      if (!call) return;
      this.calls.delete(id);
      if (type === "success") call.done(result);
      else call.fail(new Error(`${error}: ${message}`));
    };
    await this.call("session.new", { capabilities: {} });
    const { contexts } = await this.call("browsingContext.getTree", {});
    this.context = contexts[0].context;
  }

  call(method, params) {
    this.last += 1;
    const id = this.last;
    return new Promise((done, fail) => {
      this.calls.set(id, { done, fail });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  goto(url) {
    return this.call("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** The value of an expression, as text. */
  async say(expression) {
    const { result, exceptionDetails } = await this.call("script.evaluate", { expression: `String(${expression})`, target: { context: this.context }, awaitPromise: true });
    ok(!exceptionDetails, exceptionDetails?.text);
    return result.value;
  }

  /** Presses what a selector finds, as a finger or a mouse does. */
  async press(selector, at = 0) {
    const { result } = await this.call("script.evaluate", { expression: `(() => { const e = [...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility())[${at}]; e.scrollIntoView({ block: "center" }); return e; })()`, target: { context: this.context }, awaitPromise: false });
    ok(result.sharedId, `Firefox finds ${selector}`);
    const origin = { type: "element", element: { sharedId: result.sharedId } };
    await this.call("input.performActions", { context: this.context, actions: [{ type: "pointer", id: "mouse", actions: [
      { type: "pointerMove", x: 0, y: 0, origin }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] }] });
  }

  async arrived(pattern) {
    return until(async () => {
      const url = await this.say("location.href");
      return pattern.test(url) && (await this.say("document.readyState")) === "complete" && url;
    }, `Firefox is at ${pattern}`);
  }

  async close() {
    this.socket?.close();
    if (this.child?.exitCode === null) {
      const gone = new Promise((done) => this.child.once("exit", done));
      this.child.kill("SIGTERM");
      const hard = setTimeout(() => this.child.kill("SIGKILL"), 3000);
      await gone;
      clearTimeout(hard);
    }
    rmSync(this.profile, { recursive: true, force: true });
  }
}

export async function firefoxExit(system, checks) {
  const name = "help: after five pages and the exit, ten times “back” shows none of them (Firefox)";
  const program = PLACES.find((place) => place && existsSync(place));
  if (!program || typeof WebSocket === "undefined") {
    checks.skip(name, program ? "this Node has no WebSocket" : "no Firefox found; set FIREFOX");
    return;
  }
  const firefox = new Firefox();
  await checks.check(name, async () => {
    try {
      await firefox.open(program);
      await firefox.goto(`${system.elsewhere}/start`);
      await firefox.goto(`${system.address}/fr/`);
      await firefox.press("main a[href='/fr/help/']");
      await firefox.arrived(/\/fr\/help\/$/);
      const entries = await firefox.say("history.length");
      for (let visited = 1; visited < 5; visited += 1) {
        const from = await firefox.say("location.href");
        await firefox.press("main a[href*='/help/']", visited % 3);
        await until(async () => (await firefox.say("location.href")) !== from, "the next page");
        await firefox.arrived(/\/help\//);
      }
      if (!/\/help\/$/.test(await firefox.say("location.href"))) {
        await firefox.press("nav.nav--wide a[href='/fr/help/'], .drop--menu a[href='/fr/help/']");
        await firefox.arrived(/\/help\/$/);
      }
      await firefox.press("main a[href$='/help/services/']");
      await firefox.arrived(/\/help\/services\/$/);
      const before = await firefox.say("document.querySelectorAll('.service').length");
      await firefox.say("(document.getElementById('f-situation').value = 'sexual-violence', document.querySelector('form[data-swap]').requestSubmit())");
      await until(async () => (await firefox.say("document.querySelectorAll('.service').length")) !== before, "the shorter list");
      equal(await firefox.say("location.href"), `${system.address}/fr/help/services/`, "address after the choice");
      equal(await firefox.say("history.length"), entries, "entries in the history");
      equal(await firefox.say("document.cookie + localStorage.length + sessionStorage.length"), "00", "cookies and storage");
      await firefox.say("document.getElementById('exit').click()");
      await firefox.arrived(/\/weather$/);
      for (let back = 1; back <= 10; back += 1) {
        const more = await firefox.call("browsingContext.traverseHistory", { context: firefox.context, delta: -1 }).then(() => true, () => false);
        if (!more) break;
        const url = await firefox.arrived(/./);
        ok(!/\/help\//.test(url), `back ${back} leads to ${url}`);
      }
    } finally {
      await firefox.close();
    }
  });
}
