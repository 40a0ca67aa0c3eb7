// Ctrl K: every place and action of the page, found by typing, chosen by arrow keys.

export function startPalette() {
  const dialog = document.getElementById("palette");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("[data-palette-input]"));
  const none = /** @type {HTMLElement} */ (dialog.querySelector("[data-palette-none]"));
  const entries = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll("[role=option]")]);
  const shown = () => entries.filter((entry) => !entry.hidden);
  const chosen = () => shown().findIndex((entry) => entry.ariaSelected === "true");

  /** @param {number} index */
  const choose = (index) => {
    const list = shown();
    for (const entry of entries) entry.ariaSelected = "false";
    const entry = list[(index + list.length) % list.length];
    if (!entry) return;
    entry.ariaSelected = "true";
    entry.scrollIntoView({ block: "nearest" });
  };
  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of entries) entry.hidden = !words.every((word) => entry.textContent?.toLowerCase().includes(word));
    none.hidden = shown().length > 0;
    choose(0);
  };
  const open = () => {
    input.value = "";
    filter();
    dialog.showModal();
    input.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-open=palette]")) open();
    if (event.target === dialog) dialog.close();
  });
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen() + 1);
    else if (event.key === "ArrowUp") choose(chosen() - 1);
    else if (event.key === "Enter") shown()[chosen()]?.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
}
