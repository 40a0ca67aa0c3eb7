// What stands in place of a map that the device cannot show: the way to the list, with the same filters.
import { text } from "../texts.js";
import { readAddress, writeAddress } from "./address.js";
import { say } from "./time-bar.js";

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} element
 */
export function sayNoMap(root, element) {
  const link = document.createElement("a");
  link.href = "/picture/list" + writeAddress({ ...readAddress(location.search), sel: "", center: null, zoom: null });
  link.textContent = text("picture.no-map");
  element.querySelector(".map-failed")?.replaceChildren(link);
  say(/** @type {HTMLElement} */ (root.querySelector("[data-picture-state]")), text("picture.no-map"));
}
