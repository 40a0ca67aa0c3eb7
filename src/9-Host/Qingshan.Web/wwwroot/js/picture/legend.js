// The legend: each line switches a layer and says how many there are.
import { KINDS, STATES } from "./frame.js";
import { say } from "./time-bar.js";

/**
 * @param {ParentNode} root
 * @param {Set<string>} hidden layers that are switched off; kept as the switches stand
 * @param {(layer: string) => void} changed
 */
export function startLegend(root, hidden, changed) {
  // On a phone it would hide the sea.
  if (matchMedia("(max-width: 767px)").matches) root.querySelector("[data-picture-legend]")?.removeAttribute("open");
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[data-layer]"))) {
    const layer = box.dataset.layer ?? "";
    box.checked = !hidden.has(layer);
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(layer);
      else hidden.add(layer);
      changed(layer);
    });
  }
}

/**
 * @param {ParentNode} root
 * @param {ArrayLike<number>} counts of the kinds, then of the states
 * @param {Record<string, number>} others
 */
export function showCounts(root, counts, others) {
  const names = [...KINDS.map((kind) => `kind-${kind}`), ...STATES.map((state) => `state-${state}`)];
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-count]"))) {
    const name = place.dataset.count ?? "";
    say(place, String(others[name] ?? counts[names.indexOf(name)] ?? ""));
  }
}
