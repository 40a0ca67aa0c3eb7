// Loads the module of each island and hands it its element and its data.

/** @type {WeakSet<Element>} */
const started = new WeakSet();

/** @param {ParentNode} within */
export function startIslands(within) {
  for (const element of within.querySelectorAll("[data-island]")) {
    if (!(element instanceof HTMLElement) || started.has(element)) continue;
    started.add(element);
    const data = JSON.parse(element.querySelector("script[data-island-data]")?.textContent ?? "null");
    void import(`./islands/${element.dataset.island}.js`).then((module) => module.start(element, data));
  }
}
