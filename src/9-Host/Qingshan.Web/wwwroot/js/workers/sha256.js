// Hashes a file part by part, away from the page's own thread. In: a File. Out: { done } after each part, then { hex }.
import { Sha256 } from "../sha256.js";

const PART = 2 << 20;

self.onmessage = async (message) => {
  const file = /** @type {File} */ (message.data);
  const hash = new Sha256();
  for (let at = 0; at < file.size; at += PART) {
    hash.update(new Uint8Array(await file.slice(at, at + PART).arrayBuffer()));
    self.postMessage({ done: Math.min(at + PART, file.size) });
  }
  self.postMessage({ hex: hash.hex() });
};
