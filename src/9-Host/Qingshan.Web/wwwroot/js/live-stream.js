// One event stream to the server, with fetch instead of EventSource because topics travel in the body. Used by the worker and, where there is no
// shared worker, by the page itself.

/** @typedef {{ topics: string[], since: string }} LiveWish What a page wants to hear; since: the change its content is from, "" to go on as before. */
/** @typedef {{ kind: "change" | "resync" | "up" | "down", topic: string }} LiveNews */

export class LiveStream {
  #topics = /** @type {Set<string>} */ (new Set());
  #since = "";
  #abort = /** @type {AbortController | null} */ (null);
  #wait = 1000;
  #tell;

  /** @param {(news: LiveNews) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * Listens to these topics; none closes the stream.
   * @param {Set<string>} topics
   * @param {string} since A page's content is from this change: what came after it is told again, to the others too, which does no harm.
   */
  listen(topics, since) {
    const older = since !== "" && isOlder(since, this.#since);
    if (!older && topics.size === this.#topics.size && [...topics].every((topic) => this.#topics.has(topic))) return;
    if (older) this.#since = since;
    this.#topics = topics;
    this.#abort?.abort();
    if (topics.size > 0) void this.#run();
  }

  async #run() {
    const abort = new AbortController();
    this.#abort = abort;
    while (!abort.signal.aborted) {
      try {
        const answer = await fetch("/live/events", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ topics: [...this.#topics], since: this.#since }),
          signal: abort.signal,
        });
        // Signed out: the next page load begins anew.
        if (answer.status === 401) return;
        if (answer.ok && answer.body) await this.#read(answer.body);
      } catch {
        // The line dropped or the topics changed; the loop decides.
      }
      if (abort.signal.aborted) return;
      this.#tell({ kind: "down", topic: "" });
      await new Promise((resolve) => setTimeout(resolve, this.#wait + Math.random() * 500));
      this.#wait = Math.min(this.#wait * 2, 30000);
    }
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async #read(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.#take(block);
    }
  }

  /** @param {string} block */
  #take(block) {
    const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
    if (!fields.event) return;
    this.#since = fields.id ?? this.#since;
    this.#wait = 1000;
    if (fields.event === "hello") this.#tell({ kind: "up", topic: "" });
    if (fields.event === "change") this.#tell({ kind: "change", topic: fields.data ?? "" });
    if (fields.event === "resync") this.#tell({ kind: "resync", topic: "" });
  }
}

/**
 * Ids are RUN-NUMBER. One from another run of the server counts as older, so that the server says to look at everything again.
 * @param {string} since
 * @param {string} known
 */
function isOlder(since, known) {
  const [run, number] = since.split("-");
  const [knownRun, knownNumber] = known.split("-");
  return run !== knownRun || Number(number) < Number(knownNumber);
}
