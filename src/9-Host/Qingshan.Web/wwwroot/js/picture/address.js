// The state of the picture in its address: what is filtered, hidden, chosen, looked at and when. A link shows the same.
import { NO_FILTERS } from "./sieve.js";

/**
 * @typedef {object} View
 * @property {import("./sieve.js").Filters} filters
 * @property {string[]} hide layers that are switched off
 * @property {string} sel id of the chosen object: "vessel-412000001"
 * @property {number | null} at ms since 1970; null is live
 * @property {[number, number] | null} center
 * @property {number | null} zoom
 */

/**
 * @param {string} search
 * @returns {View}
 */
export function readAddress(search) {
  const params = new URLSearchParams(search);
  const filters = Object.fromEntries(Object.keys(NO_FILTERS).map((name) => [name, params.get(name) ?? ""]));
  const center = (params.get("c") ?? "").split(",").map(Number);
  const zoom = Number(params.get("z") ?? "x");
  const at = Date.parse(params.get("at") ?? "");
  return {
    filters: /** @type {any} */ (filters),
    hide: (params.get("hide") ?? "").split(",").filter(Boolean),
    sel: params.get("sel") ?? "",
    at: Number.isFinite(at) ? at : null,
    center: center.length === 2 && center.every(Number.isFinite) && params.has("c") ? [center[0] ?? 0, center[1] ?? 0] : null,
    zoom: Number.isFinite(zoom) ? zoom : null,
  };
}

/**
 * @param {View} view
 * @returns {string} "?…", or "" where nothing is to say
 */
export function writeAddress(view) {
  const params = new URLSearchParams(Object.entries(view.filters).filter(([, value]) => value.trim() !== ""));
  if (view.hide.length > 0) params.set("hide", view.hide.join(","));
  if (view.at !== null) params.set("at", isoTime(view.at));
  if (view.sel) params.set("sel", view.sel);
  if (view.center) params.set("c", view.center.map((degrees) => degrees.toFixed(4)).join(","));
  if (view.zoom !== null) params.set("z", view.zoom.toFixed(2));
  // Commas and colons are allowed in a query and easier to read as they are.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "";
}

/** @param {number} ms */
export const isoTime = (ms) => new Date(ms).toISOString().slice(0, 19) + "Z";
