// Clients that mean harm: slow, idle, huge, deaf. Others are served meanwhile.
import { connect } from "node:net";
import { resident, sleep, until } from "../../tools/bench/lib.mjs";
import { assert, world } from "./lib.mjs";

const port = (safe) => Number(new URL(safe.api).port);

/** Opens connections; each counts itself out when the server closes it. */
async function open(safe, count, greeting = "") {
  const crowd = { sockets: [], closed: 0, answers: "" };
  while (crowd.sockets.length < count) {
    const some = Array.from({ length: Math.min(500, count - crowd.sockets.length) }, () =>
      new Promise((done, fail) => {
        const socket = connect(port(safe), "127.0.0.1", () => {
          if (greeting) socket.write(greeting);
          done(socket);
        });
        socket.on("error", fail);
        socket.on("close", () => (crowd.closed += 1));
        socket.on("data", (data) => (crowd.answers = (crowd.answers + data.toString("latin1")).slice(-4000)));
      }));
    crowd.sockets.push(...(await Promise.all(some)));
  }
  for (const socket of crowd.sockets) socket.removeAllListeners("error").on("error", () => undefined);
  crowd.end = () => crowd.sockets.forEach((socket) => socket.destroy());
  return crowd;
}

/** The slowest of some ordinary requests, in ms. */
async function slowest(safe, count = 20) {
  let worst = 0;
  for (let number = 0; number < count; number += 1) {
    const began = performance.now();
    const answer = await fetch(`${safe.api}/api/v1/alerts`, { signal: AbortSignal.timeout(5000) });
    assert.equal(answer.status, 200);
    await answer.arrayBuffer();
    worst = Math.max(worst, performance.now() - began);
  }
  return worst;
}

/** Heads that come byte by byte are cut off; so are bodies. */
export async function slowLoris(story) {
  const { safe } = await world(story);
  const heads = await open(safe, 1000, "GET /api/v1/alerts HTTP/1.1\r\nHost: localhost\r\n");
  const body = "POST /api/v1/push/subscriptions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{";
  const bodies = await open(safe, 300, body);
  const drip = setInterval(() => [...heads.sockets, ...bodies.sockets].forEach((s) => s.writable && s.write("x")), 1000);
  try {
    const worst = await slowest(safe);
    assert.ok(worst < 2000, `others waited ${worst} ms`);
    await until("slow heads are cut off", 25, () => heads.closed === 1000, 200);
    await until("slow bodies are cut off", 45, () => bodies.closed === 300, 200);
    return `others waited at most ${Math.round(worst)} ms`;
  } finally {
    clearInterval(drip);
    heads.end();
    bodies.end();
  }
}

/** Ten thousand connections that say nothing. */
export async function idle(story) {
  const { safe } = await world(story);
  await slowest(safe);
  const before = resident(safe.child.pid);
  const crowd = await open(safe, 10_000);
  await sleep(500);
  const each = (resident(safe.child.pid) - before) / 10_000;
  const worst = await slowest(safe);
  assert.ok(worst < 2000, `others waited ${worst} ms`);
  assert.ok(each < 40_000, `${each} bytes each`);
  await until("silent connections are closed", 30, () => crowd.closed === 10_000, 200);
  crowd.end();
  return `${(each / 1000).toFixed(1)} kB each, others waited at most ${Math.round(worst)} ms`;
}

/** Heads and bodies without end are refused, and cost nothing. */
export async function huge(story) {
  const { safe } = await world(story);
  const before = resident(safe.child.pid);
  const head = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${"x".repeat(4 << 20)}`;
  const heads = await open(safe, 20, head);
  await until("long heads are refused", 15, () => heads.closed === 20, 100);
  // Whoever still sends when the connection closes may get a reset instead of the answer.
  assert.match(heads.answers, /^($|HTTP\/1.1 4\d\d)/m);
  assert.doesNotMatch(heads.answers, /HTTP\/1.1 [^4]/);
  const many = `GET / HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 5000 }, (_, n) => `X-${n}: 1`).join("\r\n")}\r\n\r\n`;
  const crowds = await open(safe, 20, many);
  await until("many headers are refused", 15, () => crowds.closed === 20, 100);
  for (const path of ["/api/v1/push/subscriptions", "/office/api/alerts"]) {
    const answer = await fetch(`${safe.api}${path}`, {
      method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${safe.tokens.author}` },
      body: "[".repeat(20 << 20),
    }).catch((error) => ({ status: error.cause?.code ?? String(error) }));
    assert.ok([413, "ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(answer.status), `${path}: ${answer.status}`);
  }
  const grown = (resident(safe.child.pid) - before) / 1e6;
  assert.ok(grown < 60, `${grown} MB more`);
  assert.ok((await slowest(safe)) < 1000);
  return `${grown.toFixed(0)} MB more`;
}

/** Listeners that never read do not hold up the others, nor the end. */
export async function deaf(story) {
  const { safe } = await world(story);
  const greeting = "GET /api/v1/alerts/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const hearing = await open(safe, 20, greeting);
  let heard = 0;
  let bytes = 0;
  for (const socket of hearing.sockets) {
    socket.on("data", (data) => {
      heard += data.toString("latin1").split("event: alert").length - 1;
      bytes += data.length;
    });
  }
  let number = 0;
  const publish = async (count) => {
    for (const end = number + count; number < end;) {
      const id = await safe.submitted("Severe");
      const began = performance.now();
      await safe.approve(id);
      number += 1;
      await until("those who listen hear it", 10, () => heard >= number * 20, 10);
      assert.ok(performance.now() - began < 3000, "in time");
    }
  };
  const grown = async () => {
    const before = resident(safe.child.pid);
    await publish(6);
    return resident(safe.child.pid) - before;
  };
  // Alerts take memory of their own, the views of each version: what six more of them take
  // without the deaf is not the fault of the deaf.
  await publish(6);
  const alone = await grown();
  const crowd = await open(safe, 4000, greeting);
  crowd.sockets.forEach((socket) => socket.pause());
  await sleep(500);
  const each = ((await grown()) - alone) / 4000;
  const event = bytes / heard;
  assert.ok(each < 40_000, `${each} bytes each, an event has ${event}`);
  const took = await safe.stop("SIGTERM");
  assert.ok(took < 6000, `the end took ${took} ms`);
  assert.equal(await safe.child.ended, 0);
  crowd.end();
  hearing.end();
  return `${(each / 1000).toFixed(0)} kB each for events of ${(event / 1000).toFixed(0)} kB, ended in ${Math.round(took)} ms`;
}
