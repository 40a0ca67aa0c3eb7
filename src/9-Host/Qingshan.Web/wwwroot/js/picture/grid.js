// Finds the vessel under a finger: the shown ones sorted into cells once an update, so that a question looks at a few of them only.
import { DRIFT } from "./fleet.js";

const CELLS = 256; // a side
// A frame a second keeps the cells fresh; a vessel at sixty knots crosses its margin only after three minutes.
const MARGIN = (DRIFT * 31) / 40075016;

export class PickGrid {
  #starts = new Int32Array(CELLS * CELLS + 1);
  #slots = new Int32Array(0);
  #west = 0;
  #north = 0;
  #step = 1;

  /**
   * @param {import("./fleet.js").Fleet} fleet
   * @param {Int32Array} shown slots
   * @param {number} count how many of them
   */
  build(fleet, shown, count) {
    let [west, east, north, south] = [1, 0, 1, 0];
    for (let i = 0; i < count; i++) {
      const slot = shown[i] ?? 0;
      west = Math.min(west, fleet.x[slot]);
      east = Math.max(east, fleet.x[slot]);
      north = Math.min(north, fleet.y[slot]);
      south = Math.max(south, fleet.y[slot]);
    }
    [this.#west, this.#north, this.#step] = [west, north, Math.max(east - west, south - north, 1e-9) / (CELLS - 1)];
    this.#sort(fleet, shown, count);
  }

  /**
   * @param {import("./fleet.js").Fleet} fleet
   * @param {Int32Array} shown
   * @param {number} count
   */
  #sort(fleet, shown, count) {
    const starts = this.#starts.fill(0);
    if (this.#slots.length < count) this.#slots = new Int32Array(count * 2);
    const cell = (/** @type {number} */ slot) => this.#row(fleet.y[slot]) * CELLS + this.#column(fleet.x[slot]);
    for (let i = 0; i < count; i++) starts[cell(shown[i] ?? 0) + 1] += 1;
    for (let i = 0; i < CELLS * CELLS; i++) starts[i + 1] += starts[i] ?? 0;
    const next = starts.slice();
    for (let i = 0; i < count; i++) this.#slots[next[cell(shown[i] ?? 0)]++] = shown[i] ?? 0;
  }

  #column = (/** @type {number} */ x) => Math.max(0, Math.min(CELLS - 1, Math.floor((x - this.#west) / this.#step)));
  #row = (/** @type {number} */ y) => Math.max(0, Math.min(CELLS - 1, Math.floor((y - this.#north) / this.#step)));

  /**
   * The nearest one within a distance.
   * @param {import("./fleet.js").Fleet} fleet
   * @param {number} x
   * @param {number} y
   * @param {number} reach in the same units
   * @param {number} now seconds
   * @returns {number} its slot, or -1
   */
  nearest(fleet, x, y, reach, now) {
    let [found, best] = [-1, reach * reach];
    const wide = reach + MARGIN;
    for (let row = this.#row(y - wide); row <= this.#row(y + wide); row++) {
      const from = this.#starts[row * CELLS + this.#column(x - wide)] ?? 0;
      const to = this.#starts[row * CELLS + this.#column(x + wide) + 1] ?? 0;
      for (let i = from; i < to; i++) {
        const slot = this.#slots[i] ?? 0;
        const [px, py] = fleet.place(slot, now);
        const distance = (px - x) ** 2 + (py - y) ** 2;
        if (distance < best) [found, best] = [slot, distance];
      }
    }
    return found;
  }
}
