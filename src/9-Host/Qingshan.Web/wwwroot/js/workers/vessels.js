// One question a second for all tabs of a browser, however many show the picture.
import { VesselPoll } from "../picture/poll.js";

const poll = new VesselPoll();
/** @type {Map<MessagePort, { tell: (news: any) => void, seen: number }>} */
const tabs = new Map();

const scope = /** @type {{ onconnect: ((event: MessageEvent) => void) | null }} */ (/** @type {unknown} */ (self));
scope.onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  const tab = { tell: (/** @type {any} */ news) => port.postMessage(news), seen: 0 };
  port.onmessage = (message) => {
    tab.seen = Date.now();
    if (message.data === "bye") leave(port, tab);
    else {
      tabs.set(port, tab);
      poll.look(tab.tell, message.data.since);
    }
  };
};

/**
 * @param {MessagePort} port
 * @param {{ tell: (news: any) => void }} tab
 */
function leave(port, tab) {
  tabs.delete(port);
  poll.leave(tab.tell);
}

// A tab that crashed never says goodbye; a living one says something every twenty seconds.
setInterval(() => {
  for (const [port, tab] of tabs) if (tab.seen < Date.now() - 90000) leave(port, tab);
}, 30000);
