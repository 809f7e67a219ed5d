// A phone: Chromium with the portal's real page and worker. Only the browser vendor's push
// service is replaced, by a subscription at the stand-in; what arrives there is handed to
// the worker through the browser's own protocol.

import { start } from "../browser.mjs";
import { ok, until } from "./checks.mjs";

/** In the page: the vendor's push service, which no test can reach. */
const playPushService = (subscription) => {
  const made = (options) => ({
    ...subscription,
    options,
    toJSON: () => ({ ...subscription, expirationTime: null }),
    unsubscribe: async () => {
      await window.pushServiceForgets();
      return true;
    },
  });
  PushManager.prototype.subscribe = async (options) => {
    if (!options?.userVisibleOnly) throw new DOMException("only visible pushes", "NotAllowedError");
    const key = new Uint8Array(options.applicationServerKey);
    if (key.length !== 65 || key[0] !== 4) throw new DOMException("not a P-256 key", "InvalidAccessError");
    await window.pushServiceKnows([...key]);
    return made({ applicationServerKey: key.buffer });
  };
  PushManager.prototype.getSubscription = async () => {
    const key = await window.pushServiceKeeps();
    return key ? made({ applicationServerKey: new Uint8Array(key).buffer }) : null;
  };
};

export class Phone {
  key = null;
  /** How often the browser gave its address up. */
  left = 0;
  registration = null;

  static async open(system, number, options = {}) {
    const phone = new Phone();
    phone.system = system;
    phone.number = number;
    phone.context = await start({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: "fr-BE", timezoneId: "Europe/Brussels", reducedMotion: "reduce", ...options });
    await phone.context.grantPermissions(["notifications"], { origin: system.address });
    await phone.context.exposeFunction("pushServiceKnows", (key) => { phone.key = key; });
    await phone.context.exposeFunction("pushServiceKeeps", () => phone.key);
    await phone.context.exposeFunction("pushServiceForgets", () => {
      phone.key = null;
      phone.left += 1;
    });
    await phone.context.addInitScript(playPushService, system.subscriptions[number]);
    phone.page = phone.context.pages()[0] ?? (await phone.context.newPage());
    phone.errors = [];
    phone.page.on("pageerror", (error) => phone.errors.push(error.message));
    phone.page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource|ERR_|status of/.test(message.text())) phone.errors.push(message.text());
    });
    phone.session = await phone.context.newCDPSession(phone.page);
    phone.session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      for (const { registrationId, scopeURL, isDeleted } of registrations) {
        if (scopeURL === `${system.address}/` && !isDeleted) phone.registration = registrationId;
      }
    });
    await phone.session.send("ServiceWorker.enable");
    return phone;
  }

  async goto(path) {
    return this.page.goto(this.system.address + path);
  }

  /** The portal's worker runs and answers for this page. */
  async ready() {
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await until(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null), "the worker controls the page");
  }

  async worker() {
    return until(() => this.context.serviceWorkers().find((worker) => worker.url().endsWith("/sw.js")), "the worker runs");
  }

  async notifications() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const list = await registration.getNotifications();
      return list.map(({ title, body, tag, lang, dir, silent, requireInteraction, data }) => ({ title, body, tag, lang, dir, silent, requireInteraction, url: data?.url }));
    });
  }

  /**
   * Hands messages to the worker at once and waits until the worker is done with them; returns the
   * notifications. They are read only then: Chromium forgets one that is asked for in the
   * moment in which it is put up.
   */
  async deliver(...messages) {
    const worker = await this.worker();
    await until(() => this.registration, "the worker is registered");
    const before = await worker.evaluate(() => {
      if (self.handled === undefined) {
        const real = self.show;
        self.handled = 0;
        self.show = (data) => real(data).finally(() => { self.handled += 1; });
      }
      return self.handled;
    });
    await Promise.all(messages.map((message) => this.session.send("ServiceWorker.deliverPushMessage", {
      origin: this.system.address,
      registrationId: this.registration,
      data: JSON.stringify(message),
    })));
    const all = before + messages.length;
    await until(() => worker.evaluate((count) => self.handled >= count, all), `the worker is done with “${messages[0].title}”`);
    return this.notifications();
  }

  /** Tags of the messages that the worker remembers. */
  async remembered() {
    const worker = await this.worker();
    return worker.evaluate(async () => Object.keys(await (await (await caches.open("safe-state")).match("/seen"))?.json() ?? {}));
  }

  /** Does something while nothing that the worker keeps can be read. */
  async withoutMemory(work) {
    const worker = await this.worker();
    await worker.evaluate(() => {
      self.realOpen = CacheStorage.prototype.open;
      CacheStorage.prototype.open = async () => { throw new DOMException("no memory", "UnknownError"); };
    });
    try {
      return await work();
    } finally {
      await worker.evaluate(() => { CacheStorage.prototype.open = self.realOpen; });
    }
  }

  /** Touches the notification of a tag, as far as a program can: the worker decides what opens. */
  async touch(tag) {
    const worker = await this.worker();
    const opened = await worker.evaluate(async (wanted) => {
      const [notification] = await self.registration.getNotifications({ tag: wanted });
      if (!notification) return null;
      const addresses = [];
      // Only a finger may open a window; the address is what counts here.
      Object.defineProperty(self.clients, "openWindow", { configurable: true, value: async (url) => { addresses.push(url); } });
      Object.defineProperty(self.clients, "matchAll", { configurable: true, value: async () => [] });
      const waits = [];
      const event = new NotificationEvent("notificationclick", { notification });
      Object.defineProperty(event, "waitUntil", { value: (promise) => waits.push(promise) });
      self.dispatchEvent(event);
      await Promise.all(waits);
      delete self.clients.openWindow;
      delete self.clients.matchAll;
      return addresses;
    }, tag);
    ok(opened?.length === 1, `a touch opens one page, not ${opened?.length}`);
    return opened[0];
  }

  /** The reader puts a notification away. */
  async putAway(tag) {
    await this.page.evaluate(async (wanted) => {
      for (const one of await (await navigator.serviceWorker.ready).getNotifications({ tag: wanted })) one.close();
    }, tag);
    await until(async () => !(await this.notifications()).some((one) => one.tag === tag), "the notification is gone");
  }

  async close() {
    await this.context.close();
  }
}
