// Which vessels the map shows: what the legend's switches and the filters leave. The same rules as Picture/VesselFilter.cs.
import { KINDS, NO_SPEED, STATES } from "./frame.js";
import { fromMercator } from "./fleet.js";

/** @typedef {{ kind: string, state: string, from: string, to: string, q: string, zone: string }} Filters */
/** @typedef {[number, number][]} Ring */

export const NO_FILTERS = Object.freeze({ kind: "", state: "", from: "", to: "", q: "", zone: "" });

/**
 * @param {Filters} filters
 * @param {ReadonlySet<string>} hidden layers that are switched off
 * @param {Ring | null} zone outline of the zone that is asked for
 * @param {ReadonlySet<number> | null} named whom the search found; null where nothing is searched or nothing came yet
 * @returns {(fleet: import("./fleet.js").Fleet, slot: number, state: number) => boolean}
 */
export function sieve(filters, hidden, zone, named) {
  const kinds = KINDS.map((kind) => (!filters.kind || filters.kind === kind) && !hidden.has(`kind-${kind}`));
  const states = STATES.map((state) => (!filters.state || filters.state === state) && !hidden.has(`state-${state}`));
  const [from, to] = [tenths(filters.from, -1), tenths(filters.to, NO_SPEED)];
  const anySpeed = from < 0 && to >= NO_SPEED;
  return (fleet, slot, state) => {
    if (!kinds[fleet.kind[slot]] || !states[state]) return false;
    const speed = fleet.speed[slot];
    if (!anySpeed && (speed === NO_SPEED || speed < from || speed > to)) return false;
    if (named && !named.has(fleet.mmsi[slot])) return false;
    return !filters.zone || (zone !== null && isWithin(zone, ...fromMercator(fleet.x[slot], fleet.y[slot])));
  };
}

/**
 * @param {string} knots
 * @param {number} otherwise
 */
const tenths = (knots, otherwise) => (knots.trim() === "" || !Number.isFinite(Number(knots)) ? otherwise : Number(knots) * 10);

/**
 * Counts the edges that a ray to the east crosses.
 * @param {Ring} ring
 * @param {number} lon
 * @param {number} lat
 */
export function isWithin(ring, lon, lat) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  }
  return inside;
}
