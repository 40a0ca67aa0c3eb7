// Live parts of the page: the stream says which topic changed, and the part asks for itself again (hx-trigger="live").
import { text } from "./texts.js";
import { LiveStream } from "./live-stream.js";

export function startLive() {
  const topics = () => [...new Set([...document.querySelectorAll("[data-live]")].flatMap((part) => (part.getAttribute("data-live") ?? "").split(" ").filter(Boolean)))];
  if (topics().length === 0) return;
  const join = "SharedWorker" in window ? joinWorker : joinAlone;
  const send = join(take);
  send({ topics: topics(), since: document.body.dataset.liveSince ?? "" });
  document.addEventListener("htmx:after:swap", () => send({ topics: topics(), since: "" }));
}

/** @param {import("./live-stream.js").LiveNews} news */
function take(news) {
  document.querySelector(".line-down")?.remove();
  if (news.kind === "down") sayDown();
  for (const part of document.querySelectorAll("[data-live]")) {
    const mine = news.kind === "resync" || (news.kind === "change" && (part.getAttribute("data-live") ?? "").split(" ").includes(news.topic));
    if (mine) part.dispatchEvent(new CustomEvent("live"));
  }
}

function sayDown() {
  const line = document.createElement("div");
  line.className = "line-down";
  line.setAttribute("role", "status");
  line.textContent = text("line.down");
  document.body.append(line);
}

/**
 * @param {(news: import("./live-stream.js").LiveNews) => void} take
 * @returns {(wish: import("./live-stream.js").LiveWish) => void}
 */
function joinWorker(take) {
  const worker = new SharedWorker(new URL("./workers/live.js", import.meta.url), { type: "module", name: "qingshan-live" });
  worker.port.onmessage = (message) => take(message.data);
  worker.port.start();
  addEventListener("pagehide", () => worker.port.postMessage("bye"));
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  setInterval(() => worker.port.postMessage("here"), 60000);
  return (wish) => worker.port.postMessage(wish);
}

/**
 * Without a shared worker only the tab that is looked at keeps a connection.
 * @param {(news: import("./live-stream.js").LiveNews) => void} take
 * @returns {(wish: import("./live-stream.js").LiveWish) => void}
 */
function joinAlone(take) {
  const stream = new LiveStream(take);
  /** @type {string[]} */
  let wanted = [];
  let since = "";
  const listen = () => {
    stream.listen(new Set(document.hidden ? [] : wanted), since);
    since = "";
  };
  document.addEventListener("visibilitychange", listen);
  return (wish) => {
    wanted = wish.topics;
    since = wish.since;
    listen();
  };
}
