// Adds a passkey: the server checks the password and gives a challenge, the browser makes the key, the server keeps its public half.
import { canUsePasskeys, create, Refused, send } from "../passkeys.js";
import { text } from "../texts.js";

/** @param {HTMLElement} element */
export function start(element) {
  const form = /** @type {HTMLFormElement} */ (element.querySelector("[data-passkey-form]"));
  const answer = /** @type {HTMLElement} */ (element.querySelector("[data-passkey-answer]"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.textContent = "";
    if (!canUsePasskeys()) {
      answer.textContent = text("passkey.unable");
      return;
    }
    const fields = new FormData(form);
    try {
      const options = await send("/api/passkeys/options", { password: fields.get("password") });
      await send("/api/passkeys", { name: fields.get("name"), credential: await create(options) });
      location.reload();
    } catch (problem) {
      answer.textContent = problem instanceof Refused ? problem.message : text("passkey.failed");
    }
  });
}
