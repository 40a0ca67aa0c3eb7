import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/address.js";
import { PictureClock } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/clock.js";
import { Fleet, fromMercator, mercatorX, mercatorY } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/fleet.js";
import { readFrame, emptyVessel } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/frame.js";
import { PickGrid } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/grid.js";
import { oldest, VesselPoll } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/poll.js";
import { isWithin, NO_FILTERS, sieve } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/picture/sieve.js";

const SENT = 1_790_130_600_250;

// The bytes that the server's own test writes (VesselFrameTests).
const ONE = bytes("515356500100280018000100" + "01000000" + "0800000000000000" + "3A3919CCA0010000" + "3A3919CCA0010000"
  + "019F8E18" + "E0DB5D04" + "B01D1301" + "7B00" + "910A" + "0F01" + "07" + "1E" + "2D00" + "01" + "01");

/** @param {string} hex */
function bytes(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16)).buffer;
}

/** A frame of vessels that were heard when it was sent. */
function frame(vessels, { complete = true, at = SENT } = {}) {
  return { complete, past: false, hasSource: true, count: vessels.length, change: 1, sent: at, at, read: (index, into) => Object.assign(into, emptyVessel(), vessels[index]) };
}

test("the server's bytes are read", () => {
  const read = readFrame(ONE);
  assert.deepEqual([read.complete, read.past, read.hasSource, read.count, read.change, read.sent, read.at], [true, false, true, 1, 8, SENT, SENT]);
  assert.deepEqual(read.read(0, emptyVessel()), { mmsi: 412000001, lon: 122.1, lat: 30.05, speed: 123, course: 2705, heading: 271, age: 4.5, kind: 1, state: 1 });
});

test("a frame that is cut off, of another version or something else is none", () => {
  assert.equal(readFrame(ONE.slice(0, 63)), null);
  assert.equal(readFrame(ONE.slice(0, 20)), null);
  const other = ONE.slice(0);
  new DataView(other).setUint16(4, 2, true);
  assert.equal(readFrame(other), null);
});

test("a vessel goes on as speed and course say, and no further than three minutes", () => {
  const fleet = new Fleet(600);
  fleet.take(frame([{ mmsi: 1, lon: 122, lat: 30, speed: 100, course: 900, state: 0 }]));
  const at = (seconds) => fromMercator(...fleet.place(0, SENT / 1000 + seconds));
  // Ten knots to the east for a minute are 308.7 m, or 0.003206 degrees of longitude at 30 north.
  assert.ok(Math.abs(at(60)[0] - 122.003202) < 0.000005, String(at(60)[0]));
  assert.ok(Math.abs(at(60)[1] - 30) < 1e-9);
  assert.deepEqual(at(180), at(900));
  assert.deepEqual(at(-5), at(0));
});

test("what lies still or says no course stays", () => {
  const fleet = new Fleet(600);
  fleet.take(frame([{ mmsi: 1, speed: 3, course: 0, state: 2 }, { mmsi: 2, speed: 100, course: 3600 }, { mmsi: 3, speed: 1023, course: 0 }]));
  for (const slot of [0, 1, 2]) assert.deepEqual(fleet.place(slot, SENT / 1000 + 100), fleet.place(slot, SENT / 1000));
});

test("a change adds and moves; an older fix moves nothing back; a complete frame replaces all", () => {
  const fleet = new Fleet(600);
  fleet.take(frame([{ mmsi: 1, lon: 10 }, { mmsi: 2, lon: 20 }]));
  fleet.take(frame([{ mmsi: 2, lon: 21, age: 0 }, { mmsi: 3, lon: 30 }], { complete: false, at: SENT + 1000 }));
  fleet.take(frame([{ mmsi: 2, lon: 19, age: 30 }], { complete: false, at: SENT + 1000 }));
  assert.equal(fleet.count, 3);
  assert.equal(fleet.x[fleet.find(2)], mercatorX(21));
  fleet.take(frame([{ mmsi: 4 }]));
  assert.deepEqual([fleet.count, fleet.find(1), fleet.find(4)], [1, -1, 0]);
});

test("whom nobody heard for ten minutes is stale, for half an hour forgotten", () => {
  const fleet = new Fleet(600);
  fleet.take(frame([{ mmsi: 1, age: 0 }, { mmsi: 2, age: 1000 }, { mmsi: 3, age: 0, state: 1 }]));
  const now = SENT / 1000;
  assert.deepEqual([0, 1, 2].map((slot) => fleet.state(slot, now)), [0, 4, 1]);
  fleet.forget(now + 801);
  assert.deepEqual([fleet.count, fleet.find(2), fleet.mmsi[fleet.find(3)]], [2, -1, 3]);
});

test("more vessels than were reserved are kept", () => {
  const fleet = new Fleet(600);
  fleet.take(frame(Array.from({ length: 5000 }, (_, n) => ({ mmsi: n + 1, lon: n / 100 }))));
  assert.deepEqual([fleet.count, fleet.mmsi[4999], fleet.x[4999]], [5000, 5000, mercatorX(49.99)]);
});

test("the nearest shown vessel is found within reach, as looking at all of them finds it", () => {
  const fleet = new Fleet(600);
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  fleet.take(frame(Array.from({ length: 3000 }, (_, n) => ({ mmsi: n + 1, lon: 121 + 3 * random(), lat: 29 + 2 * random(), speed: 200 * random(), course: 3599 * random() }))));
  const shown = Int32Array.from({ length: 1500 }, (_, n) => n * 2);
  const grid = new PickGrid();
  grid.build(fleet, shown, shown.length);
  const now = SENT / 1000 + 120;
  for (let i = 0; i < 300; i++) {
    const [x, y, reach] = [mercatorX(121 + 3 * random()), mercatorY(29 + 2 * random()), 0.00005 + 0.0002 * random()];
    const expected = Array.from(shown).reduce((best, slot) => {
      const [px, py] = fleet.place(slot, now);
      const distance = Math.hypot(px - x, py - y);
      return distance < best.distance ? { slot, distance } : best;
    }, { slot: -1, distance: reach }).slot;
    assert.equal(grid.nearest(fleet, x, y, reach, now), expected, `question ${i}`);
  }
});

test("legend, filters, zone and search each hold vessels back", () => {
  const fleet = new Fleet(600);
  fleet.take(frame([{ mmsi: 1, lon: 122.5, lat: 30, speed: 35, kind: 1, state: 1 }, { mmsi: 2, lon: 122, lat: 30, speed: 1023, kind: 2 }]));
  const shown = (filters, hidden = [], zone = null, named = null) => {
    const wants = sieve({ ...NO_FILTERS, ...filters }, new Set(hidden), zone, named);
    return [0, 1].filter((slot) => wants(fleet, slot, fleet.state(slot, SENT / 1000))).map((slot) => fleet.mmsi[slot]);
  };
  const square = [[122.4, 29.9], [122.6, 29.9], [122.6, 30.1], [122.4, 30.1], [122.4, 29.9]];
  assert.deepEqual(shown({}), [1, 2]);
  assert.deepEqual(shown({ kind: "cargo" }), [2]);
  assert.deepEqual(shown({ state: "fishing" }), [1]);
  assert.deepEqual(shown({ from: "3.5", to: "3.5" }), [1]);
  assert.deepEqual(shown({ from: "3.6" }), []);
  assert.deepEqual(shown({}, ["kind-fishing"]), [2]);
  assert.deepEqual(shown({}, ["state-underway"]), [1]);
  assert.deepEqual(shown({ zone: "z" }, [], square), [1]);
  assert.deepEqual(shown({ zone: "unknown" }), []);
  assert.deepEqual(shown({ q: "x" }, [], null, new Set([2])), [2]);
  assert.equal(isWithin(square, 122.5, 30), true);
  assert.equal(isWithin(square, 122.3, 30), false);
});

test("an address says what is looked at, and says it again", () => {
  const address = "?kind=fishing&to=5&hide=zones,state-stale&at=2026-09-23T02:29:00Z&sel=vessel-412000001&c=122.1000,30.0500&z=9.50";
  const view = readAddress(address);
  assert.deepEqual(view, {
    filters: { ...NO_FILTERS, kind: "fishing", to: "5" }, hide: ["zones", "state-stale"], sel: "vessel-412000001", at: 1_790_130_540_000, center: [122.1, 30.05], zoom: 9.5,
  });
  assert.equal(writeAddress(view), address);
  assert.equal(writeAddress(readAddress("")), "");
  assert.deepEqual([readAddress("?at=x&c=1&z=y").at, readAddress("?c=1").center, readAddress("?z=y").zoom], [null, null, null]);
});

test("the clock follows the server, stands in the past, plays, and is live again at the present", () => {
  let ticks = 5000;
  const clock = new PictureClock(() => ticks, () => 1_000_000);
  clock.heard(SENT);
  ticks += 1500;
  assert.deepEqual([clock.now, clock.isPast, clock.minute], [SENT + 1500, false, null]);
  clock.goTo(SENT - 120_250);
  ticks += 60_000;
  clock.tick();
  assert.deepEqual([clock.now, clock.minute], [SENT - 120_250, SENT - 120_250]);
  [clock.playing, clock.speed] = [true, 60];
  ticks += 500;
  clock.tick();
  assert.equal(clock.now, SENT - 90_250);
  ticks += 1900;
  clock.tick();
  ticks += 1900;
  clock.tick();
  assert.deepEqual([clock.isPast, clock.playing], [false, false]);
});

test("the poll asks once for all, from the oldest that any of them knows", async () => {
  const asked = [];
  const told = { a: [], b: [] };
  const answers = ["r-5", "r-6", "r-6"];
  let steps = 0;
  const [a, b] = [(news) => told.a.push(news.since ?? news.kind), (news) => told.b.push(news.since ?? news.kind)];
  let done;
  const finished = new Promise((resolve) => (done = resolve));
  const poll = new VesselPoll(async (address, known) => {
    asked.push(address);
    const tag = answers[asked.length - 1];
    return { status: known === tag ? 304 : 200, ok: known !== tag, headers: { get: () => `"${tag}"` }, arrayBuffer: async () => new ArrayBuffer(40) };
  }, async () => {
    if (++steps === 1) poll.look(b, "r-4");
    if (steps === 3) {
      poll.leave(a);
      poll.leave(b);
      done();
    }
  });
  poll.look(a, "");
  await finished;
  assert.deepEqual(asked, ["/api/picture/vessels?since=", "/api/picture/vessels?since=r-4", "/api/picture/vessels?since=r-6"]);
  assert.deepEqual(told, { a: ["r-5", "r-6", "same"], b: ["r-6", "same"] });
});

test("the poll waits longer while the line is down, and not after", async () => {
  const waits = [];
  const news = [];
  let asked = 0;
  let done;
  const finished = new Promise((resolve) => (done = resolve));
  const looker = (heard) => news.push(heard.kind === "down" ? heard.status : heard.kind);
  const poll = new VesselPoll(async () => {
    asked++;
    if (asked === 1) throw new TypeError("no line");
    return asked === 2 ? { status: 503, ok: false } : { status: 304 };
  }, async (ms) => {
    waits.push(ms);
    if (waits.length === 3) {
      poll.leave(looker);
      done();
    }
  });
  poll.look(looker, "r-1");
  await finished;
  assert.deepEqual([waits, news], [[2000, 4000, 1000], [0, 503, "same"]]);
});

test("of different runs, or of nothing, everything is asked for", () => {
  assert.equal(oldest(["r-9", "r-10"]), "r-9");
  assert.equal(oldest(["r-9", "s-1"]), "");
  assert.equal(oldest(["r-9", ""]), "");
});
