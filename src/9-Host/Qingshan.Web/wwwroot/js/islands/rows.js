// A list that is typed row by row: Enter in the last row adds one, a row can be duplicated, cells pasted from a spreadsheet fill rows and columns.
import { readDraft } from "../drafts.js";

/** @typedef {{ field: string }} RowsOptions */

/**
 * @param {HTMLElement} element
 * @param {RowsOptions} options
 */
export function start(element, options) {
  const rows = /** @type {HTMLElement} */ (element.querySelector("[data-rows]"));
  const blank = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (rows.querySelector("[data-row]")).cloneNode(true));
  /** @param {HTMLElement} row */
  const add = (row) => {
    rows.append(row);
    renumber(rows, options.field);
    return row;
  };
  const fresh = () => add(/** @type {HTMLElement} */ (blank.cloneNode(true)));
  restore(rows, fresh, options.field);
  element.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const row = button?.closest("[data-row]");
    if (!button) return;
    if ("rowAdd" in button.dataset) focusFirst(fresh());
    if (row instanceof HTMLElement && "rowCopy" in button.dataset) focusFirst(add(duplicate(row)));
    if (row instanceof HTMLElement && "rowDrop" in button.dataset && rows.children.length > 1) row.remove();
    renumber(rows, options.field);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    // Enter must not send a half-typed list.
    event.preventDefault();
    const row = /** @type {HTMLElement} */ (event.target.closest("[data-row]"));
    const next = row.nextElementSibling;
    focusFirst(next instanceof HTMLElement ? next : fresh());
  });
  element.addEventListener("paste", (event) => paste(event, rows, fresh));
}

/** @param {HTMLElement} row */
const controls = (row) => /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...row.querySelectorAll("input, select")]);

/** @param {HTMLElement} row */
function focusFirst(row) {
  controls(row)[0]?.focus();
}

/** @param {HTMLElement} row */
function duplicate(row) {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  const from = controls(row);
  controls(copy).forEach((control, i) => (control.value = from[i].value));
  return copy;
}

/**
 * @param {HTMLElement} rows
 * @param {string} field
 */
function renumber(rows, field) {
  [...rows.children].forEach((row, index) => {
    for (const control of controls(/** @type {HTMLElement} */ (row))) control.name = `${field}[${index}].${control.name.split(".").pop()}`;
  });
}

/**
 * Rows that were typed and not sent come back.
 * @param {HTMLElement} rows
 * @param {() => HTMLElement} fresh
 * @param {string} field
 */
function restore(rows, fresh, field) {
  const form = rows.closest("form");
  const draft = form instanceof HTMLFormElement ? readDraft(form) : null;
  if (!draft) return;
  const count = Object.keys(draft.fields).reduce((most, name) => Math.max(most, name.startsWith(`${field}[`) ? parseInt(name.slice(field.length + 1), 10) + 1 : 0), 0);
  for (let index = 1; index < count; index++) {
    /** @type {Record<string, number>} */
    const seen = {};
    for (const control of controls(fresh())) {
      const nth = seen[control.name] ?? 0;
      seen[control.name] = nth + 1;
      control.value = draft.fields[control.name]?.[nth] ?? "";
    }
  }
}

/**
 * @param {ClipboardEvent} event
 * @param {HTMLElement} rows
 * @param {() => HTMLElement} fresh
 */
function paste(event, rows, fresh) {
  const lines = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
  if (!(event.target instanceof HTMLElement) || (lines.length === 1 && lines[0].length === 1)) return;
  event.preventDefault();
  let row = /** @type {HTMLElement} */ (event.target.closest("[data-row]"));
  const column = controls(row).indexOf(/** @type {HTMLInputElement} */ (event.target));
  lines.forEach((cells, i) => {
    if (i > 0) row = row.nextElementSibling instanceof HTMLElement ? row.nextElementSibling : fresh();
    const targets = controls(row);
    cells.forEach((cell, j) => {
      const control = targets[column + j];
      if (control) control.value = cell.trim();
    });
  });
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
}
