// Asks the server once a second for what changed, for all tabs of a browser; rests while nobody looks, and waits longer when the line is down.

/** @typedef {{ kind: "frame", bytes: ArrayBuffer, since: string } | { kind: "same" } | { kind: "down", status: number }} VesselNews status 0: no answer */

const EVERY = 1000;
const LONGEST = 30000;

export class VesselPoll {
  /** @type {Map<(news: VesselNews) => void, string>} */
  #lookers = new Map();
  #running = false;
  #wait = EVERY;
  #ask;
  #sleep;

  /**
   * @param {(address: string, known: string) => Promise<Response>} ask
   * @param {(ms: number) => Promise<unknown>} sleep
   */
  constructor(ask = askServer, sleep = (ms) => new Promise((done) => setTimeout(done, ms))) {
    this.#ask = ask;
    this.#sleep = sleep;
  }

  /**
   * @param {(news: VesselNews) => void} looker
   * @param {string} since what it has seen; "" for nothing
   */
  look(looker, since) {
    this.#lookers.set(looker, since);
    if (!this.#running) void this.#run();
  }

  /** @param {(news: VesselNews) => void} looker */
  leave(looker) {
    this.#lookers.delete(looker);
  }

  async #run() {
    this.#running = true;
    while (this.#lookers.size > 0) {
      const went = await this.#step();
      this.#wait = went ? EVERY : Math.min(this.#wait * 2, LONGEST);
      await this.#sleep(this.#wait);
    }
    this.#running = false;
  }

  async #step() {
    const asked = [...this.#lookers];
    const since = oldest(asked.map(([, seen]) => seen));
    try {
      const answer = await this.#ask(`/api/picture/vessels?since=${encodeURIComponent(since)}`, since);
      if (answer.status === 304) this.#tell(asked, { kind: "same" }, since);
      else if (answer.ok) {
        const next = (answer.headers.get("ETag") ?? "").replaceAll('"', "").replace(/^W\//, "");
        this.#tell(asked, { kind: "frame", bytes: await answer.arrayBuffer(), since: next }, next);
      } else return this.#down(asked, answer.status);
      return true;
    } catch {
      return this.#down(asked, 0);
    }
  }

  /**
   * @param {[(news: VesselNews) => void, string][]} asked
   * @param {number} status
   */
  #down(asked, status) {
    for (const [looker] of asked) looker({ kind: "down", status });
    return false;
  }

  /**
   * Whoever came, or began anew, while the answer was on its way has not been asked for, and is next.
   * @param {[(news: VesselNews) => void, string][]} asked
   * @param {VesselNews} news
   * @param {string} since
   */
  #tell(asked, news, since) {
    for (const [looker, seen] of asked) {
      if (this.#lookers.get(looker) !== seen) continue;
      this.#lookers.set(looker, since);
      looker(news);
    }
  }
}

/**
 * The oldest of them serves all: what a tab knows already does no harm. Of different runs of the server nothing can be compared.
 * @param {string[]} seen RUN-CHANGE each
 */
export function oldest(seen) {
  const parts = seen.map((since) => since.split("-"));
  if (parts.some((part) => part.length !== 2 || part[0] !== parts[0]?.[0])) return "";
  return seen[parts.reduce((least, part, index) => (Number(part[1]) < Number(parts[least]?.[1]) ? index : least), 0)] ?? "";
}

/**
 * @param {string} address
 * @param {string} known
 */
const askServer = (address, known) => fetch(address, { headers: known ? { "If-None-Match": `"${known}"` } : {} });
