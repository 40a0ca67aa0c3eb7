// The page's end of the poll: one worker asks for all tabs; a tab that nobody looks at is not told.
import { VesselPoll } from "./poll.js";

/**
 * @param {(news: import("./poll.js").VesselNews) => void} take
 * @returns {{ look: () => void, rest: () => void }}
 */
export function joinVessels(take) {
  let since = "";
  let wanted = false;
  const hear = (/** @type {import("./poll.js").VesselNews} */ news) => {
    if (!wanted) return;
    if (news.kind === "frame") since = news.since;
    take(news);
  };
  const link = "SharedWorker" in window ? joinWorker(hear) : joinAlone(hear);
  const say = () => (wanted && !document.hidden ? link.look(since) : link.leave());
  document.addEventListener("visibilitychange", say);
  // A worker that was started anew, or that took this tab for gone, hears of it again.
  setInterval(say, 20000);
  return {
    look: () => {
      // What was on the map in the meantime was another time: everything is asked for anew.
      since = "";
      wanted = true;
      say();
    },
    rest: () => {
      wanted = false;
      say();
    },
  };
}

/** @param {(news: import("./poll.js").VesselNews) => void} hear */
function joinWorker(hear) {
  const worker = new SharedWorker(new URL("../workers/vessels.js", import.meta.url), { type: "module", name: "qingshan-vessels" });
  worker.port.onmessage = (message) => hear(message.data);
  worker.port.start();
  addEventListener("pagehide", () => worker.port.postMessage("bye"));
  return { look: (/** @type {string} */ since) => worker.port.postMessage({ since }), leave: () => worker.port.postMessage("bye") };
}

/** @param {(news: import("./poll.js").VesselNews) => void} hear */
function joinAlone(hear) {
  const poll = new VesselPoll();
  return { look: (/** @type {string} */ since) => poll.look(hear, since), leave: () => poll.leave(hear) };
}
