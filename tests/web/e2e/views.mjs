// Every public view of the alerts, read as another program would, and compared.

import { equal, ok, until } from "./checks.mjs";

/** A listener of the live stream. */
export class Stream {
  events = [];

  constructor(address) {
    this.stopper = new AbortController();
    this.done = this.#read(address).catch((error) => { if (error.name !== "AbortError") this.error = error; });
  }

  async #read(address) {
    const answer = await fetch(`${address}/api/v1/alerts/stream?lang=fr`, { signal: this.stopper.signal });
    this.open = answer.ok;
    let text = "";
    for await (const part of answer.body) {
      text += Buffer.from(part).toString("utf8");
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        this.#take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  #take(block) {
    const event = {};
    for (const line of block.split("\n")) {
      const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (name) event[name] = value;
    }
    if (event.event === "alert") this.events.push({ version: Number(event.id), ...JSON.parse(event.data) });
  }

  close() {
    this.stopper.abort();
    return this.done;
  }
}

const unescaped = (xml) => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", "\"").replaceAll("&apos;", "'").replaceAll("&amp;", "&");
const inside = (xml, name) => unescaped(new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`).exec(xml)?.[1] ?? "");

/** All views say the same; returns the alerts of the JSON by event. */
export async function agree(system, stream, wanted) {
  const json = await until(async () => {
    const list = await system.json("/api/v1/alerts?lang=fr");
    return list.alerts.some((one) => one.event_id === wanted.event_id && one.state === wanted.state && one.revision === (wanted.revision ?? one.revision)) && list;
  }, `JSON shows ${JSON.stringify(wanted)}`, { within: 1000 });
  const one = json.alerts.find((alert) => alert.event_id === wanted.event_id);
  equal(json.alerts.filter((alert) => alert.event_id === wanted.event_id).length, 1, "entries of this event in JSON");

  const geo = await system.json("/api/v1/alerts.geojson?lang=fr");
  equal(geo.features.map((f) => [f.properties.id, f.properties.state, f.properties.headline]), json.alerts.map((a) => [a.id, a.state, a.headline]), "GeoJSON and JSON");
  ok(geo.features.every((f) => f.geometry !== null), "each feature has a geometry");

  const atom = await system.text("/api/v1/alerts.atom?lang=fr");
  const entries = atom.split("<entry>").slice(1);
  equal(entries.map((e) => inside(e, "title")).sort(), json.alerts.map((a) => a.headline).sort(), "titles of Atom and JSON");

  const cap = await system.text(`/api/v1/alerts/${one.id}.cap`);
  equal(inside(cap, "msgType"), one.msg_type, "msgType of CAP and JSON");
  const info = cap.split("<info>").find((part) => part.startsWith("<language>fr"));
  equal([inside(info, "headline"), inside(info, "severity")], [one.headline, one.severity], "CAP and JSON");

  const heard = await until(() => stream.events.find((event) => event.version === one.version), `the stream has version ${one.version}`, { within: 1000 });
  equal([heard.id, heard.state, heard.headline], [one.id, one.state, one.headline], "stream and JSON");

  const page = await system.text(`/fr/alerts/${one.event_id}/`);
  ok(page.includes(one.headline), "the page has the headline");
  return { one, json };
}
