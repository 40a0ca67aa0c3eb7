// Whom the search by name or number finds: the server knows the names, the map asks it for the numbers.

const AGAIN = 15000;
const TYPING = 250;
const MOST_PAGES = 10;

export class VesselSearch {
  /** @type {ReadonlySet<number> | null} */
  found = null;
  #asked = "";
  #timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * @param {string} text
   * @param {string} at as addresses say it; "" is now
   */
  ask(text, at) {
    const asked = text.trim() === "" ? "" : `q=${encodeURIComponent(text.trim())}${at ? `&at=${encodeURIComponent(at)}` : ""}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    if (asked === "") this.found = null;
    else this.#timer = setTimeout(() => void this.#run(asked), TYPING);
  }

  /** @param {string} asked */
  async #run(asked) {
    const found = new Set();
    for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page++) {
      const answer = await fetch(`/api/picture/vessels/list?${asked}&page=${page}`).catch(() => null);
      if (!answer?.ok) break;
      const list = await answer.json();
      pages = list.pages;
      for (const vessel of list.vessels) found.add(Number(vessel.mmsi));
    }
    if (asked !== this.#asked) return;
    this.found = found;
    this.#changed();
    this.#timer = setTimeout(() => void this.#run(asked), AGAIN);
  }
}
