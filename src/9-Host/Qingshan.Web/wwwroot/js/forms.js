// Forms for commands: a refusal goes beside its field, a typed time shows how it was read, a button is not pressed twice.
import { say } from "./menus.js";
import { text } from "./texts.js";
import { readTime } from "./typed-time.js";

export function startForms() {
  document.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && "typedTime" in event.target.dataset) showTime(event.target);
  });
  for (const input of document.querySelectorAll("input[data-typed-time]")) if (input instanceof HTMLInputElement) showTime(input);
  document.addEventListener("click", (event) => {
    const now = event.target instanceof Element ? event.target.closest("button[data-now]") : null;
    if (now) writeNow(now);
    const button = event.target instanceof Element ? event.target.closest("button[data-confirm]") : null;
    if (button instanceof HTMLElement && button.dataset.confirm && !confirm(button.dataset.confirm)) event.preventDefault();
  });
  document.addEventListener("htmx:before:request", (event) => busy(event, true));
  // An element that is gone by then cannot be the event's target: the context says who asked.
  document.addEventListener("htmx:after:request", (event) => {
    const ctx = /** @type {CustomEvent} */ (event).detail?.ctx;
    const form = ctx?.sourceElement instanceof Element ? ctx.sourceElement.closest("form[data-action-form]") : null;
    if (form) sayIfGone(form, ctx);
  });
  document.addEventListener("htmx:finally:request", (event) => busy(event, false));
  document.addEventListener("htmx:error", (event) => {
    if (formOf(event)) say(text("request.failed"));
  });
  document.addEventListener("htmx:after:swap", (event) => {
    const form = formOf(event);
    if (form) place(form);
  });
}

/**
 * @param {Event} event
 * @returns {HTMLFormElement | null}
 */
function formOf(event) {
  return event.target instanceof Element ? event.target.closest("form[data-action-form]") : null;
}

/**
 * @param {Event} event
 * @param {boolean} on
 */
function busy(event, on) {
  const form = formOf(event);
  if (!form) return;
  if (on) for (const old of form.querySelectorAll(".field-refusal")) old.replaceChildren();
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-busy", String(on));
}

/**
 * Moves a refusal to the field that it names and puts the cursor there.
 * @param {HTMLFormElement} form
 */
function place(form) {
  const refusal = form.querySelector(".form-answer .refusal");
  if (!(refusal instanceof HTMLElement)) return;
  const name = refusal.dataset.field ?? "";
  const beside = name && form.querySelector(`[data-refusal-of="${CSS.escape(name)}"]`);
  if (beside) {
    beside.replaceChildren(refusal);
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLElement) control.focus();
  } else {
    refusal.scrollIntoView({ block: "nearest" });
  }
}

/**
 * When somebody else was quicker, the live page takes the form away together with the answer in it: then the answer is said beside the page.
 * @param {Element} form
 * @param {{ text?: string, response?: { status?: number } }} ctx
 */
function sayIfGone(form, ctx) {
  if ((ctx.response?.status ?? 0) < 400 || !ctx.text) return;
  const refusal = new DOMParser().parseFromString(ctx.text, "text/html").querySelector(".refusal")?.textContent?.replace(/\s+/g, " ").trim();
  let said = false;
  for (const wait of [100, 700, 2500]) {
    setTimeout(() => {
      if (said || form.isConnected || !refusal) return;
      said = true;
      say(refusal);
    }, wait);
  }
}

/**
 * Types the present minute into the time field beside the button, in the site's zone.
 * @param {Element} button
 */
function writeNow(button) {
  const input = button.closest(".field")?.querySelector("input[data-typed-time]");
  if (!(input instanceof HTMLInputElement)) return;
  input.value = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(new Date());
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLInputElement} input */
function showTime(input) {
  const output = input.closest(".field")?.querySelector("[data-parsed]");
  if (!(output instanceof HTMLElement)) return;
  const read = readTime(input.value);
  output.textContent = input.value.trim() === "" ? "" : read ? text("time.read", { time: read }) : text("time.unread");
  output.classList.toggle("is-unread", read === null);
}
