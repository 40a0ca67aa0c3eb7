// Evidence files: hashed here before a byte travels, sent in parts, resumed after a dropped line, named in the form when kept.
import { text } from "../texts.js";

const PART = 4 << 20;

/** @typedef {{ field: string, max: number, members: Record<string, string> | null }} UploadOptions */
/** @typedef {{ title?: string, details?: Record<string, string> }} Problem */

/**
 * @param {HTMLElement} element
 * @param {UploadOptions} options
 */
export function start(element, options) {
  const input = /** @type {HTMLInputElement} */ (element.querySelector("input[type=file]"));
  const drop = /** @type {HTMLElement} */ (element.querySelector(".file-drop"));
  const list = /** @type {HTMLElement} */ (element.querySelector(".file-list"));
  /** @param {Iterable<File>} files */
  const add = async (files) => {
    // A file that was refused makes room for the next try.
    for (const failed of list.querySelectorAll(".file-state.is-failed")) failed.closest("li")?.remove();
    for (const file of files) if (list.children.length < options.max) await send(file, row(list, file, options), () => renumber(list, options));
  };
  input.addEventListener("change", () => {
    void add([...(input.files ?? [])]);
    input.value = "";
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("is-over");
  });
  for (const leave of ["dragleave", "drop"]) drop.addEventListener(leave, () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    void add(event.dataTransfer?.files ?? []);
  });
}

/** @typedef {{ item: HTMLElement, state: HTMLElement, bar: HTMLProgressElement, gone: AbortSignal }} Row */

/**
 * @param {HTMLElement} list
 * @param {File} file
 * @param {UploadOptions} options
 * @returns {Row}
 */
function row(list, file, options) {
  const item = document.createElement("li");
  const mark = document.createElement(file.type.startsWith("image/") ? "img" : "span");
  mark.className = "file-mark";
  if (mark instanceof HTMLImageElement) {
    mark.src = URL.createObjectURL(file);
    mark.alt = "";
    mark.onload = () => URL.revokeObjectURL(mark.src);
  } else {
    mark.textContent = file.name.split(".").pop()?.toUpperCase().slice(0, 4) ?? "";
  }
  const name = document.createElement("b");
  name.textContent = file.name;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "link-button";
  remove.textContent = text("upload.cancel");
  const state = document.createElement("span");
  state.className = "file-state";
  const bar = document.createElement("progress");
  bar.max = file.size;
  item.append(mark, name, remove, state, bar);
  list.append(item);
  const abort = new AbortController();
  remove.addEventListener("click", () => {
    abort.abort();
    item.remove();
    renumber(list, options);
  });
  return { item, state, bar, gone: abort.signal };
}

/**
 * @param {File} file
 * @param {Row} row
 * @param {() => void} kept
 */
async function send(file, row, kept) {
  try {
    const begun = await ask("/api/uploads", "POST", { name: file.name, size: file.size, type: typeOf(file) }, row.gone);
    row.state.textContent = text("upload.hashing");
    const hex = await digest(file, row);
    row.state.textContent = text("upload.sending");
    await sendParts(file, begun.id, row);
    const stored = await ask(`/api/uploads/${begun.id}/complete`, "POST", { sha256: hex }, row.gone);
    row.bar.remove();
    row.state.textContent = `${text("upload.done")} · SHA-256 ${stored.sha256.slice(0, 16)}…`;
    row.state.title = stored.sha256;
    for (const [name, value] of Object.entries(stored)) {
      const hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.dataset.member = name;
      hidden.value = String(value);
      row.item.append(hidden);
    }
    kept();
  } catch (problem) {
    if (row.gone.aborted) return;
    row.bar.remove();
    row.state.classList.add("is-failed");
    row.state.textContent = problem instanceof Refused ? problem.message : text("upload.failed");
  }
}

/**
 * @param {File} file
 * @param {string} id
 * @param {Row} row
 */
async function sendParts(file, id, row) {
  for (let offset = 0; offset < file.size;) {
    try {
      const answer = await fetch(`/api/uploads/${id}?offset=${offset}`, {
        method: "PUT",
        headers: { "Content-Type": "application/octet-stream" },
        body: file.slice(offset, offset + PART),
        signal: row.gone,
      });
      if (!answer.ok && answer.status < 500 && answer.status !== 409 && answer.status !== 429) throw new Refused(await answer.json());
      if (!answer.ok) throw new TypeError("again");
      offset = (await answer.json()).offset;
      row.state.textContent = text("upload.sending");
      row.bar.value = offset;
    } catch (problem) {
      if (problem instanceof Refused || row.gone.aborted) throw problem;
      row.state.textContent = text("upload.waiting");
      await new Promise((resolve) => setTimeout(resolve, 2000));
      // What arrived before the line dropped counts: go on from there.
      offset = await ask(`/api/uploads/${id}`, "GET", null, row.gone).then((progress) => progress.offset, () => offset);
    }
  }
}

/**
 * @param {File} file
 * @param {Row} row
 * @returns {Promise<string>}
 */
function digest(file, row) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("../workers/sha256.js", import.meta.url), { type: "module" });
    const stop = () => worker.terminate();
    row.gone.addEventListener("abort", () => {
      stop();
      reject(new Error("gone"));
    });
    worker.onerror = () => reject(new Error("worker"));
    worker.onmessage = (message) => {
      if (message.data.done) row.bar.value = message.data.done;
      if (!message.data.hex) return;
      stop();
      resolve(message.data.hex);
    };
    worker.postMessage(file);
  });
}

/** The catalogued refusal of the server, in the page's language. */
class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title ?? "");
  }
}

/**
 * @param {string} address
 * @param {string} method
 * @param {object | null} body
 * @param {AbortSignal} signal
 */
async function ask(address, method, body, signal) {
  const answer = await fetch(address, { method, signal, ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Refused(await answer.json());
  return answer.json();
}

/** @param {File} file */
function typeOf(file) {
  return file.type || (/\.heic$/i.test(file.name) ? "image/heic" : "application/octet-stream");
}

/**
 * Names the kept files NAME[0].sha256 and so on, without gaps; or a single file by the fields that the command has for it.
 * @param {HTMLElement} list
 * @param {UploadOptions} options
 */
function renumber(list, options) {
  let index = 0;
  for (const item of list.children) {
    const members = item.querySelectorAll("input[data-member]");
    for (const member of members) {
      if (!(member instanceof HTMLInputElement)) continue;
      const name = member.dataset.member ?? "";
      member.name = options.members ? options.members[name] ?? "" : `${options.field}[${index}].${name}`;
    }
    if (members.length > 0) index++;
  }
}
