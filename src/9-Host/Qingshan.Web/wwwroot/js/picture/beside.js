// What stands beside the map: the vessels in view as a list, the card of the chosen one, and the light that goes from one to the other.

/** @typedef {{ ajax: (verb: string, path: string, context: object) => Promise<unknown> }} Htmx */
const htmx = () => /** @type {{ htmx?: Htmx }} */ (/** @type {unknown} */ (window)).htmx;

/** @param {number} mmsi */
export const idOf = (mmsi) => `vessel-${String(mmsi).padStart(9, "0")}`;

/** @param {string | null | undefined} id */
export const mmsiOf = (id) => (id?.startsWith("vessel-") ? Number(id.slice(7)) : 0);

/**
 * Asks for the vessels in view; the server makes the rows, with the same filters as the list.
 * @param {import("../../lib/maplibre-gl.mjs").Map} map
 * @param {string} query filters as the address carries them, "?…" or ""
 */
export function askFeed(map, query) {
  const bounds = map.getBounds();
  const wrap = (/** @type {number} */ lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
  const all = bounds.getEast() - bounds.getWest() >= 360;
  const box = [all ? -180 : wrap(bounds.getWest()), bounds.getSouth(), all ? 180 : wrap(bounds.getEast()), bounds.getNorth()].map((degrees) => degrees.toFixed(5)).join(",");
  return fill("#picture-vessels", `/picture/part/vessels${query}${query ? "&" : "?"}box=${box}`, "innerMorph");
}

/**
 * @param {number} mmsi
 * @param {string} at as addresses say it; "" is now
 */
export async function openCard(mmsi, at) {
  const card = document.getElementById("picture-card");
  if (!card) return;
  card.hidden = false;
  await fill("#picture-card", `/picture/part/vessel/${mmsi}${at ? `?at=${encodeURIComponent(at)}` : ""}`, "innerHTML");
}

export function closeCard() {
  const card = document.getElementById("picture-card");
  if (!card) return;
  card.hidden = true;
  card.replaceChildren();
}

/**
 * @param {string} target
 * @param {string} path
 * @param {string} swap
 */
async function fill(target, path, swap) {
  // What cannot be fetched now is fetched with the next change of view.
  await htmx()?.ajax("GET", path, { target, swap, headers: { "Qingshan-Live": "1" } }).catch(() => undefined);
}

/** @param {string} id of the object whose rows are lit; "" for none */
export function lightRows(id) {
  for (const row of document.querySelectorAll("[data-map-id].is-lit")) if (row.getAttribute("data-map-id") !== id) row.classList.remove("is-lit");
  if (id) for (const row of document.querySelectorAll(`[data-map-id="${id}"]`)) row.classList.add("is-lit");
}

/**
 * @param {HTMLElement} root
 * @param {(mmsi: number) => void} light 0 for none
 * @param {(mmsi: number) => boolean} choose false when it was chosen already: the link then leads to its page
 * @param {() => void} close
 */
export function startBeside(root, light, choose, close) {
  const at = (/** @type {Event} */ event) => mmsiOf(event.target instanceof Element ? event.target.closest("[data-map-id]")?.getAttribute("data-map-id") : null);
  for (const kind of /** @type {const} */ (["mouseover", "focusin"])) root.addEventListener(kind, (event) => at(event) && light(at(event)));
  for (const kind of /** @type {const} */ (["mouseout", "focusout"])) root.addEventListener(kind, (event) => at(event) && light(0));
  root.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-card-close]")) close();
    const link = event.target instanceof Element ? event.target.closest("[data-map-id] a") : null;
    if (!link || !at(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (choose(at(event))) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const grip = root.querySelector("[data-picture-grip]");
  grip?.addEventListener("click", () => grip.setAttribute("aria-expanded", String(root.classList.toggle("is-up"))));
}
