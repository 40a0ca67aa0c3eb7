// Vessels as the server sends them: bytes, little-endian. The layout is written down at Picture/VesselFrame.cs.

/**
 * @typedef {object} Vessel
 * @property {number} mmsi
 * @property {number} lon degrees, WGS-84
 * @property {number} lat degrees, WGS-84
 * @property {number} speed 0.1 knot, 1023 none
 * @property {number} course 0.1 degree, 3600 none
 * @property {number} heading degrees, 511 none
 * @property {number} age seconds before the pictured instant
 * @property {number} kind as KINDS
 * @property {number} state as STATES
 */
/** @typedef {{ complete: boolean, past: boolean, hasSource: boolean, count: number, change: number, sent: number, at: number, read: (index: number, into: Vessel) => Vessel }} Frame sent, at: ms since 1970 */

/** In the order of their numbers. */
export const KINDS = ["other", "fishing", "cargo"];
/** In the order of their numbers; a frame never carries the last. */
export const STATES = ["underway", "fishing", "still", "restricted", "stale"];
export const STILL = 2;
export const STALE = 4;
export const NO_SPEED = 1023;
export const NO_COURSE = 3600;
export const NO_HEADING = 511;

const MAGIC = 0x50565351;
const DEGREE = 600000;

/**
 * @param {ArrayBuffer} bytes
 * @returns {Frame | null} null when it is no frame that this script can read
 */
export function readFrame(bytes) {
  const view = new DataView(bytes);
  if (bytes.byteLength < 40 || view.getUint32(0, true) !== MAGIC || view.getUint16(4, true) !== 1) return null;
  const [head, size, flags, count] = [view.getUint16(6, true), view.getUint16(8, true), view.getUint16(10, true), view.getUint32(12, true)];
  if (bytes.byteLength < head + count * size) return null;
  return {
    complete: (flags & 1) !== 0, past: (flags & 2) !== 0, hasSource: (flags & 4) === 0, count,
    change: Number(view.getBigInt64(16, true)), sent: Number(view.getBigInt64(24, true)), at: Number(view.getBigInt64(32, true)),
    read: (index, into) => readVessel(view, head + index * size, into),
  };
}

/** @returns {Vessel} one to read into, so that twenty thousand of them need no memory */
export const emptyVessel = () => ({ mmsi: 0, lon: 0, lat: 0, speed: 0, course: 0, heading: 0, age: 0, kind: 0, state: 0 });

/**
 * @param {DataView} view
 * @param {number} start
 * @param {Vessel} into
 */
function readVessel(view, start, into) {
  into.mmsi = view.getUint32(start, true);
  into.lon = view.getInt32(start + 4, true) / DEGREE;
  into.lat = view.getInt32(start + 8, true) / DEGREE;
  into.speed = view.getUint16(start + 12, true);
  into.course = view.getUint16(start + 14, true);
  into.heading = view.getUint16(start + 16, true);
  into.age = view.getUint16(start + 20, true) / 10;
  into.kind = view.getUint8(start + 22);
  into.state = view.getUint8(start + 23);
  return into;
}
