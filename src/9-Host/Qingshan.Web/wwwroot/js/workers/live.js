// One connection for all tabs of a browser: a host gives a browser six over plain HTTP, and a stream for each tab would starve the pages.
import { LiveStream } from "../live-stream.js";

/** @type {Map<MessagePort, { topics: string[], seen: number }>} */
const tabs = new Map();
const stream = new LiveStream((news) => {
  for (const port of tabs.keys()) port.postMessage(news);
});

// The oldest content among the tabs that joined since the last listening.
/** @type {string[]} */
let joined = [];

function listen() {
  const numbers = joined.sort((a, b) => Number(a.split("-")[1]) - Number(b.split("-")[1]));
  joined = [];
  stream.listen(new Set([...tabs.values()].flatMap((tab) => tab.topics)), numbers[0] ?? "");
}

/** @type {number | undefined} */
let waiting;
const scope = /** @type {{ onconnect: ((event: MessageEvent) => void) | null }} */ (/** @type {unknown} */ (self));
scope.onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = (message) => {
    if (message.data === "bye") tabs.delete(port);
    else tabs.set(port, { topics: message.data.topics ?? tabs.get(port)?.topics ?? [], seen: Date.now() });
    if (message.data.since) joined.push(message.data.since);
    clearTimeout(waiting);
    waiting = setTimeout(listen, 150);
  };
};

// A tab that crashed never says goodbye; a living one says something every minute (browsers slow the timers of hidden tabs).
setInterval(() => {
  for (const [port, tab] of tabs) if (tab.seen < Date.now() - 300000) tabs.delete(port);
  listen();
}, 60000);
