// Small habits of the shell: menus close, "/" goes to the search, a choice sends itself, a toast leaves, a link is copied.
import { text } from "./texts.js";

export function startMenus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute("open");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of open()) closeMenu(menu);
    if (event.key === "/" && !isTyping(event.target)) focusSearch(event);
  });
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement && "submit" in event.target.dataset) event.target.form?.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (button instanceof HTMLElement) void copy(button);
  });
  for (const toast of document.querySelectorAll("[data-toast]")) leaveSoon(toast, 5000);
}

/**
 * Says something at the edge of the page for a few seconds.
 * @param {string} message
 */
export function say(message) {
  const toast = document.createElement("div");
  toast.className = "toast-line";
  toast.setAttribute("role", "status");
  toast.textContent = message;
  document.body.append(toast);
  leaveSoon(toast, 5000);
}

/** @param {EventTarget | null} target */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** @param {Element} menu */
function closeMenu(menu) {
  menu.removeAttribute("open");
  menu.querySelector("summary")?.focus();
}

/** @param {KeyboardEvent} event */
function focusSearch(event) {
  const search = document.querySelector("[data-key='/']");
  if (!(search instanceof HTMLInputElement)) return;
  event.preventDefault();
  search.focus();
  search.select();
}

/** @param {HTMLElement} button */
async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy || location.href);
  say(text("copy.done"));
}

/**
 * @param {Element} toast
 * @param {number} after
 */
function leaveSoon(toast, after) {
  setTimeout(() => toast.classList.add("is-leaving"), after);
  setTimeout(() => toast.remove(), after + 200);
}
