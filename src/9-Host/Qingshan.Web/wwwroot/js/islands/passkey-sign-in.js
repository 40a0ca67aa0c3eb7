// Signs in by a passkey; the button shows only where the browser can.
import { canUsePasskeys, get, Refused, send } from "../passkeys.js";
import { text } from "../texts.js";

/**
 * @param {HTMLElement} element
 * @param {{ next: string }} data
 */
export function start(element, data) {
  const button = /** @type {HTMLButtonElement} */ (element.querySelector("[data-passkey]"));
  const answer = /** @type {HTMLElement} */ (element.querySelector("[data-passkey-answer]"));
  button.hidden = !canUsePasskeys();
  button.addEventListener("click", async () => {
    answer.textContent = "";
    try {
      await send("/api/session/passkey", await get(await send("/api/session/passkey/options", {})));
      // Only a path of this site: the address in the page's own query must not lead elsewhere.
      location.assign(/^\/(?![/\\])/.test(data.next) ? data.next : "/");
    } catch (problem) {
      answer.textContent = problem instanceof Refused ? problem.message : text("passkey.failed");
    }
  });
}
