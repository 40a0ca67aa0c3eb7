// The map: own coast and districts from the site's base map, objects as one layer. Shape says the kind, colour the state, a ring that there is a signal.
// No key, no glyph server, no request to another host.
import { Map as LibreMap, NavigationControl, Popup, ScaleControl, setWorkerUrl } from "../../lib/maplibre-gl.mjs";
import { text } from "../texts.js";

/** @typedef {import("../../lib/maplibre-gl.mjs").Map} TheMap */
/** @typedef {{ id: string, lon: number, lat: number, kind: string, state: string, label: string, href?: string, stateText?: string, ring: boolean }} Point */
/** @typedef {{ id: string, kind: string, label: string, ring: [number, number][], inForce: boolean }} Area */
/** @typedef {{ points: Point[], areas: Area[], source: string | null, center: [number, number] | null, zoom: number | null }} MapData */

const LIGHT = { sea: "#dfe8ea", land: "#f7f8f6", shore: "#aab7b4", line: "#b9c2be", ink: "#46524d", halo: "#ffffff", accent: "#1f5d4c", soon: "#d98a0b", alarm: "#c93a31", quiet: "#7d8883", water: "#2a6fb0" };
const DARK = { sea: "#111a1d", land: "#222a27", shore: "#4a5754", line: "#3d4744", ink: "#c3ccc8", halo: "#171d1b", accent: "#5fb096", soon: "#e09a2c", alarm: "#e5655b", quiet: "#7f8a85", water: "#6aa9e0" };
/** The layers of the areas, and the one of the points. */
export const AREA_LAYERS = ["areas", "area-lines", "area-lines-other", "area-lines-not-in-force", "area-names"];
export const POINT_LAYER = "objects";

/** @type {WeakMap<HTMLElement, TheMap>} */
const maps = new WeakMap();

/**
 * The map that stands in an element.
 * @param {HTMLElement} element
 */
export const mapOf = (element) => maps.get(element);

const SHAPES = { station: "diamond", enterprise: "square", signal: "circle", task: "triangle" };

/**
 * @param {HTMLElement} element
 * @param {MapData} data
 */
export function start(element, data) {
  openMap(element, data);
}

/**
 * @param {HTMLElement} element
 * @param {MapData} data
 * @returns {TheMap | null} null where the device cannot show a map, which is said in its place
 */
export function openMap(element, data) {
  const look = document.createElement("link");
  look.rel = "stylesheet";
  look.href = new URL("../../lib/maplibre-gl.css", import.meta.url).href;
  document.head.append(look);
  const canvas = document.createElement("div");
  element.append(canvas);
  setWorkerUrl(new URL("../../lib/maplibre-gl-worker.mjs", import.meta.url).href);
  try {
    const map = new LibreMap({
      container: canvas,
      style: style(),
      center: data.center ?? [122.2, 30.0],
      zoom: data.zoom ?? 8,
      attributionControl: false,
      locale: { "NavigationControl.ZoomIn": text("map.zoom-in"), "NavigationControl.ZoomOut": text("map.zoom-out") },
      dragRotate: false,
      localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    // Also after a change of theme, which brings a new style.
    map.on("style.load", () => draw(map, data));
    map.once("idle", () => element.setAttribute("data-drawn", ""));
    if (!data.center && data.points.length > 0) map.fitBounds(bounds(data.points), { padding: 48, maxZoom: 12, animate: false });
    lightEachOther(map, element, data);
    followSource(map, element, data);
    new MutationObserver(() => map.setStyle(style(), { diff: false })).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
    maps.set(element, map);
    return map;
  } catch {
    canvas.remove();
    const failed = document.createElement("p");
    failed.className = "map-failed";
    failed.textContent = text("map.failed");
    element.append(failed);
    return null;
  }
}

/**
 * Asks for the points again when the figure around the map is told that something changed.
 * @param {TheMap} map
 * @param {HTMLElement} element
 * @param {MapData} data
 */
function followSource(map, element, data) {
  const source = data.source;
  if (!source) return;
  element.closest("[data-live]")?.addEventListener("live", async () => {
    const answer = await fetch(source, { headers: { Accept: "application/json", "Qingshan-Live": "1" } });
    if (!answer.ok) return;
    data.points = await answer.json();
    const objects = /** @type {any} */ (map.getSource("objects"));
    objects?.setData(features(data.points));
  });
}

const colours = () => (document.documentElement.dataset.bsTheme === "dark" ? DARK : LIGHT);

/** @returns {any} */
function style() {
  const c = colours();
  return {
    version: 8,
    sources: {
      coast: { type: "geojson", data: new URL("/basemap/coast.geojson", location.href).href },
      districts: { type: "geojson", data: new URL("/basemap/districts.geojson", location.href).href },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": c.sea } },
      { id: "land", type: "fill", source: "coast", paint: { "fill-color": c.land, "fill-outline-color": c.shore } },
      { id: "districts", type: "line", source: "districts", paint: { "line-color": c.line, "line-dasharray": [3, 2], "line-width": 1 } },
    ],
  };
}

/**
 * @param {TheMap} map
 * @param {MapData} data
 */
function draw(map, data) {
  const c = colours();
  for (const [kind, shape] of Object.entries(SHAPES)) {
    for (const state of /** @type {const} */ (["normal", "soon", "alarm", "unknown"])) {
      const colour = { normal: c.accent, soon: c.soon, alarm: c.alarm, unknown: c.quiet }[state];
      for (const ring of [false, true]) {
        const name = `${kind}-${state}-${ring}`;
        if (!map.hasImage(name)) map.addImage(name, picture(shape, colour, ring ? c.alarm : null, c.halo, state), { pixelRatio: 2 });
      }
    }
  }
  if (map.getSource("objects")) return;
  drawAreas(map, data, c);
  map.addSource("objects", { type: "geojson", data: features(data.points), promoteId: "id" });
  map.addLayer({
    id: "objects", type: "symbol", source: "objects",
    layout: {
      "icon-image": ["concat", ["get", "kind"], "-", ["get", "state"], "-", ["to-string", ["get", "ring"]]],
      "icon-allow-overlap": true,
      "text-field": ["step", ["zoom"], "", 9, ["get", "label"]],
      "text-size": 12, "text-offset": [0, 1.2], "text-anchor": "top", "text-optional": true,
    },
    paint: { "text-color": c.ink, "text-halo-color": c.halo, "text-halo-width": 1.5 },
  });
}

/**
 * Areas in which special rules apply: water in blue, protected places in green, the others in grey; the line's pattern differs as well. Where the rules do
 * not hold today the line is in long dashes, the area almost clear, and the name says so.
 * @param {TheMap} map
 * @param {MapData} data
 * @param {typeof LIGHT} c
 */
function drawAreas(map, data, c) {
  if (!data.areas?.length) return;
  const features = data.areas.map((a) => ({ type: "Feature", geometry: { type: "Polygon", coordinates: [a.ring] }, properties: { id: a.id, kind: a.kind, inForce: a.inForce !== false, label: a.inForce === false ? `${a.label}\n${text("map.not-in-force")}` : a.label } }));
  map.addSource("areas", { type: "geojson", data: /** @type {any} */ ({ type: "FeatureCollection", features }) });
  /** @type {any} */
  const colour = ["match", ["get", "kind"], "water", c.water, "protected", c.accent, c.quiet];
  map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour, "fill-opacity": ["case", ["get", "inForce"], 0.09, 0.03] } });
  map.addLayer({ id: "area-lines", type: "line", source: "areas", filter: ["all", ["get", "inForce"], ["!=", ["get", "kind"], "other"]], paint: { "line-color": colour, "line-width": 1.5 } });
  map.addLayer({ id: "area-lines-other", type: "line", source: "areas", filter: ["all", ["get", "inForce"], ["==", ["get", "kind"], "other"]], paint: { "line-color": colour, "line-width": 1.5, "line-dasharray": [1, 1.5] } });
  map.addLayer({ id: "area-lines-not-in-force", type: "line", source: "areas", filter: ["!", ["get", "inForce"]], paint: { "line-color": colour, "line-width": 1, "line-dasharray": [6, 4] } });
  map.addLayer({
    id: "area-names", type: "symbol", source: "areas", minzoom: 10,
    layout: { "text-field": ["get", "label"], "text-size": 11, "text-max-width": 8 },
    paint: { "text-color": colour, "text-halo-color": c.halo, "text-halo-width": 1.2 },
  });
}

/**
 * @param {Point[]} points
 * @returns {any}
 */
function features(points) {
  return { type: "FeatureCollection", features: points.map((p) => ({ type: "Feature", geometry: { type: "Point", coordinates: [p.lon, p.lat] }, properties: p })) };
}

/**
 * @param {Point[]} points
 * @returns {[[number, number], [number, number]]}
 */
function bounds(points) {
  const [lons, lats] = [points.map((p) => p.lon), points.map((p) => p.lat)];
  return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
}

/**
 * Hovering one of map and list lights the other; a click on the map opens a card.
 * @param {TheMap} map
 * @param {HTMLElement} element
 * @param {MapData} data
 */
function lightEachOther(map, element, data) {
  const popup = new Popup({ closeButton: false, maxWidth: "280px" });
  /** @param {string | null} id */
  const light = (id) => {
    for (const row of document.querySelectorAll("[data-map-id]")) row.classList.toggle("is-lit", row.getAttribute("data-map-id") === id);
  };
  map.on("mousemove", "objects", (event) => {
    map.getCanvas().style.cursor = "pointer";
    light(String(event.features?.[0]?.properties.id ?? ""));
  });
  map.on("mouseleave", "objects", () => {
    map.getCanvas().style.cursor = "";
    light(null);
  });
  map.on("click", "objects", (event) => {
    const point = data.points.find((p) => p.id === event.features?.[0]?.properties.id);
    if (point) popup.setLngLat([point.lon, point.lat]).setDOMContent(card(point)).addTo(map);
  });
  for (const kind of /** @type {const} */ (["mouseover", "focusin"])) {
    document.addEventListener(kind, (event) => {
      const id = event.target instanceof Element ? event.target.closest("[data-map-id]")?.getAttribute("data-map-id") : null;
      const point = id && data.points.find((p) => p.id === id);
      if (point && element.isConnected) popup.setLngLat([point.lon, point.lat]).setDOMContent(card(point)).addTo(map);
    });
  }
}

/** @param {Point} point */
function card(point) {
  const box = document.createElement("div");
  const name = document.createElement(point.href ? "a" : "b");
  name.textContent = point.label;
  if (name instanceof HTMLAnchorElement && point.href) name.href = point.href;
  const state = document.createElement("div");
  state.textContent = point.stateText ?? "";
  box.append(name, state);
  return box;
}

/**
 * A drawn sign, 48 pixels wide for sharp 24.
 * @param {string} shape
 * @param {string} colour
 * @param {string | null} ring
 * @param {string} halo
 * @param {string} state hollow where nothing is known, with a dot where something is worked on: told apart without colour
 */
function picture(shape, colour, ring, halo, state) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 48;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  if (ring) {
    pen.beginPath();
    pen.arc(24, 24, 20, 0, 7);
    pen.lineWidth = 4;
    pen.strokeStyle = ring;
    pen.stroke();
  }
  pen.beginPath();
  if (shape === "circle") pen.arc(24, 24, 10, 0, 7);
  else if (shape === "square") pen.rect(15, 15, 18, 18);
  else for (const [x, y] of shape === "diamond" ? [[24, 12], [36, 24], [24, 36], [12, 24]] : [[24, 12], [36, 34], [12, 34]]) pen.lineTo(x ?? 0, y ?? 0);
  pen.closePath();
  pen.fillStyle = state === "unknown" ? halo : colour;
  pen.strokeStyle = state === "unknown" ? colour : halo;
  pen.lineWidth = 3;
  pen.fill();
  pen.stroke();
  if (state === "soon") {
    pen.beginPath();
    pen.arc(24, 24, 4, 0, 7);
    pen.fillStyle = halo;
    pen.fill();
  }
  return pen.getImageData(0, 0, 48, 48);
}
