// What is typed into a form is kept in this browser until it is sent: a dropped line, a closed tab or a signed-out session loses nothing.
// Kept under person, verb and stream; gone after seven days.

const PREFIX = "qs-draft:";
const KEEP = 7 * 24 * 3600 * 1000;

/** @typedef {{ at: number, fields: Record<string, string[]> }} Draft */

export function startDrafts() {
  dropOld();
  for (const form of document.querySelectorAll("form[data-draft]")) if (form instanceof HTMLFormElement) watch(form);
}

/**
 * What was typed into a form and not sent, for parts that make their own controls.
 * @param {HTMLFormElement} form
 * @returns {Draft | null}
 */
export function readDraft(form) {
  return form.dataset.draft ? read(PREFIX + form.dataset.draft) : null;
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const key = PREFIX + form.dataset.draft;
  const kept = read(key);
  if (kept) restore(form, kept, key);
  /** @type {number | undefined} */
  let waiting;
  const keepNow = () => {
    if (waiting !== undefined) keep(form, key);
    waiting = undefined;
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keepNow, 400);
  });
  // A page may go while the last words still wait.
  addEventListener("pagehide", keepNow);
  // The server answers success by leading away; only then is the draft done.
  form.addEventListener("htmx:after:request", (event) => {
    const status = /** @type {CustomEvent} */ (event).detail?.ctx?.response?.status;
    if (status >= 200 && status < 300) {
      clearTimeout(waiting);
      waiting = undefined;
      localStorage.removeItem(key);
    }
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 */
function keep(form, key) {
  /** @type {Draft} */
  const draft = { at: Date.now(), fields: {} };
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith("_") && typeof value === "string") (draft.fields[name] ??= []).push(value);
  }
  localStorage.setItem(key, JSON.stringify(draft));
}

/**
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 * @param {string} key
 */
function restore(form, draft, key) {
  let changed = false;
  /** @type {Record<string, number>} */
  const seen = {};
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)) continue;
    const values = draft.fields[control.name];
    if (!values || control.type === "hidden" || control.type === "file" || control.type === "password") continue;
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      changed ||= control.checked !== values.includes(control.value);
      control.checked = values.includes(control.value);
    } else {
      // A number and its unit share one name: the first control takes the first value.
      const value = values[seen[control.name] ?? 0] ?? "";
      seen[control.name] = (seen[control.name] ?? 0) + 1;
      changed ||= control.value !== value;
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: false }));
    }
  }
  const note = form.querySelector("[data-draft-note]");
  if (!changed || !(note instanceof HTMLElement)) return;
  note.hidden = false;
  note.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
    localStorage.removeItem(key);
    form.reset();
    note.hidden = true;
  });
}

/**
 * @param {string} key
 * @returns {Draft | null}
 */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function dropOld() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && (read(key)?.at ?? 0) < Date.now() - KEEP) localStorage.removeItem(key);
  }
}
