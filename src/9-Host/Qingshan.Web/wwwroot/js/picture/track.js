// The way of the chosen vessel in the two hours before, as a line under the vessels.

const NOTHING = { type: "FeatureCollection", features: [] };

export class TrackLine {
  #map;
  #data = /** @type {any} */ (NOTHING);
  #abort = new AbortController();

  /** @param {import("../../lib/maplibre-gl.mjs").Map} map */
  constructor(map) {
    this.#map = map;
  }

  /**
   * Adds itself to a style that was just loaded.
   * @param {string} before layer above it
   * @param {boolean} dark
   */
  add(before, dark) {
    if (this.#map.getSource("track")) return;
    this.#map.addSource("track", { type: "geojson", data: this.#data });
    this.#map.addLayer({ id: "track", type: "line", source: "track", paint: { "line-color": dark ? "#ffffff" : "#111111", "line-width": 2, "line-opacity": 0.75 } }, before);
  }

  clear() {
    this.#abort.abort();
    this.#set(NOTHING);
  }

  /**
   * @param {number} mmsi
   * @param {string} at as addresses say it; "" is now
   */
  async show(mmsi, at) {
    this.#abort.abort();
    this.#abort = new AbortController();
    try {
      const answer = await fetch(`/api/picture/vessels/${mmsi}/track${at ? `?at=${encodeURIComponent(at)}` : ""}`, { signal: this.#abort.signal });
      if (!answer.ok) return;
      const coordinates = (await answer.json()).fixes.map((/** @type {number[]} */ [lon, lat]) => [lon, lat]);
      this.#set(coordinates.length < 2 ? NOTHING : { type: "Feature", geometry: { type: "LineString", coordinates }, properties: {} });
    } catch {
      // Another vessel was chosen, or the line dropped: the next question draws it.
    }
  }

  /** @param {any} data */
  #set(data) {
    this.#data = data;
    /** @type {any} */ (this.#map.getSource("track"))?.setData(data);
  }
}
