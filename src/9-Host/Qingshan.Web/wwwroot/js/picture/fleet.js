// All vessels of the picture in typed arrays. Places are Web Mercator, 0 to 1 over the world; between two fixes a vessel is where speed and course put it.
import { NO_COURSE, NO_SPEED, STALE, STILL, emptyVessel } from "./frame.js";

const CIRCUMFERENCE = 40075016.686;
const METRES_PER_SECOND = 0.0514444; // of 0.1 knot
const FORGOTTEN = 1800; // seconds: as the server forgets

/** Seconds for which a vessel is moved on without a new fix: the longest interval at which a vessel under way reports. */
export const DRIFT = 180;

export class Fleet {
  count = 0;
  /** Grows with every change of any vessel. */
  version = 0;
  #stale;
  #slots = /** @type {Map<number, number>} */ (new Map());
  #vessel = emptyVessel();

  /** @param {number} stale seconds after which a vessel's place is not known any more */
  constructor(stale) {
    this.#stale = stale;
    this.#reserve(1024);
  }

  /** @param {number} size */
  #reserve(size) {
    const grown = (/** @type {any} */ old, /** @type {any} */ fresh) => (old && fresh.set(old), fresh);
    this.mmsi = grown(this.mmsi, new Uint32Array(size));
    this.x = grown(this.x, new Float64Array(size));
    this.y = grown(this.y, new Float64Array(size));
    this.vx = grown(this.vx, new Float64Array(size)); // a second
    this.vy = grown(this.vy, new Float64Array(size));
    this.at = grown(this.at, new Float64Array(size)); // seconds since 1970
    this.speed = grown(this.speed, new Uint16Array(size)); // 0.1 knot
    this.angle = grown(this.angle, new Float32Array(size)); // radians clockwise from north
    this.kind = grown(this.kind, new Uint8Array(size));
    this.said = grown(this.said, new Uint8Array(size));
  }

  /** @param {import("./frame.js").Frame} frame */
  take(frame) {
    if (frame.complete) {
      this.#slots.clear();
      this.count = 0;
    }
    for (let i = 0; i < frame.count; i++) this.#put(frame.read(i, this.#vessel), frame.at / 1000);
    this.version++;
  }

  /**
   * @param {import("./frame.js").Vessel} vessel
   * @param {number} pictured seconds
   */
  #put(vessel, pictured) {
    const at = pictured - vessel.age;
    let slot = this.#slots.get(vessel.mmsi);
    if (slot === undefined) {
      slot = this.count++;
      if (slot >= this.mmsi.length) this.#reserve(this.mmsi.length * 2);
      this.#slots.set(vessel.mmsi, slot);
    } else if (this.at[slot] > at + 0.15) return; // a frame that came by a longer way; ages are rounded to tenths
    const lat = vessel.lat * (Math.PI / 180);
    this.mmsi[slot] = vessel.mmsi;
    this.x[slot] = mercatorX(vessel.lon);
    this.y[slot] = mercatorY(vessel.lat);
    const moves = vessel.state !== STILL && vessel.speed < NO_SPEED && vessel.course < NO_COURSE;
    const course = vessel.course * (Math.PI / 1800);
    const reach = moves ? (vessel.speed * METRES_PER_SECOND) / (CIRCUMFERENCE * Math.max(0.01, Math.cos(lat))) : 0;
    this.vx[slot] = reach * Math.sin(course);
    this.vy[slot] = -reach * Math.cos(course);
    this.at[slot] = at;
    this.speed[slot] = vessel.speed;
    this.angle[slot] = vessel.state === STILL ? 0 : vessel.course < NO_COURSE ? course : vessel.heading < 360 ? vessel.heading * (Math.PI / 180) : 0;
    this.kind[slot] = vessel.kind;
    this.said[slot] = vessel.state;
  }

  /**
   * Forgets whom nobody heard for half an hour.
   * @param {number} now seconds
   */
  forget(now) {
    for (let slot = this.count - 1; slot >= 0; slot--) if (now - this.at[slot] > FORGOTTEN) this.#drop(slot);
  }

  /** @param {number} slot */
  #drop(slot) {
    const last = --this.count;
    this.#slots.delete(this.mmsi[slot]);
    if (slot !== last) {
      for (const column of [this.mmsi, this.x, this.y, this.vx, this.vy, this.at, this.speed, this.angle, this.kind, this.said]) column[slot] = column[last];
      this.#slots.set(this.mmsi[slot], slot);
    }
    this.version++;
  }

  /** @param {number} mmsi */
  find(mmsi) {
    return this.#slots.get(mmsi) ?? -1;
  }

  /**
   * What it does, or that nobody knows.
   * @param {number} slot
   * @param {number} now seconds
   */
  state(slot, now) {
    return now - this.at[slot] >= this.#stale ? STALE : this.said[slot];
  }

  /**
   * Where it is, reckoned from its last fix.
   * @param {number} slot
   * @param {number} now seconds
   * @returns {[number, number]}
   */
  place(slot, now) {
    const seconds = Math.min(Math.max(now - this.at[slot], 0), DRIFT);
    return [this.x[slot] + this.vx[slot] * seconds, this.y[slot] + this.vy[slot] * seconds];
  }
}

/** @param {number} lon degrees */
export const mercatorX = (lon) => (lon + 180) / 360;

/** @param {number} lat degrees */
export const mercatorY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / (2 * Math.PI);

/**
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]} longitude and latitude, degrees
 */
export const fromMercator = (x, y) => [x * 360 - 180, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
