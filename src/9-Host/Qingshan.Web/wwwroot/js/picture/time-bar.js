// The slider and its buttons. It says the local time of the site with its zone, never the browser's.
import { text } from "../texts.js";

const MINUTE = 60000;

/** @typedef {{ show: () => void }} TimeBar */

/**
 * @param {ParentNode} root
 * @param {import("./clock.js").PictureClock} clock
 * @param {string} zone such as Asia/Shanghai
 * @param {() => void} changed the pictured time was chosen anew
 * @returns {TimeBar}
 */
export function startTimeBar(root, clock, zone, changed) {
  const slider = /** @type {HTMLInputElement} */ (root.querySelector("[data-time-slider]"));
  const play = /** @type {HTMLButtonElement} */ (root.querySelector("[data-time-play]"));
  const speed = /** @type {HTMLSelectElement} */ (root.querySelector("[data-time-speed]"));
  const said = /** @type {HTMLOutputElement} */ (root.querySelector("[data-time-text]"));
  const banner = /** @type {HTMLElement} */ (root.querySelector("[data-picture-past]"));
  const bannerText = /** @type {HTMLElement} */ (root.querySelector("[data-picture-past-text]"));
  const time = timeIn(zone);
  const show = () => {
    const local = time(clock.now);
    if (document.activeElement !== slider || clock.playing) slider.value = String(clock.isPast ? Math.round((clock.now - clock.present) / MINUTE) : 0);
    say(said, clock.isPast ? text("picture.time", { time: local }) : text("picture.live-at", { time: local }));
    slider.setAttribute("aria-valuetext", clock.isPast ? text("picture.time", { time: local }) : text("picture.live"));
    banner.hidden = !clock.isPast;
    if (clock.isPast) say(bannerText, text("picture.past", { time: local }));
    for (const button of root.querySelectorAll("[data-time-live][aria-pressed]")) button.setAttribute("aria-pressed", String(!clock.isPast));
    play.setAttribute("aria-pressed", String(clock.playing));
    play.classList.toggle("is-on", clock.playing);
  };
  slider.addEventListener("input", () => {
    const back = Number(slider.value);
    if (back === 0) clock.goLive();
    else clock.goTo(Math.floor((clock.present + back * MINUTE) / MINUTE) * MINUTE);
    changed();
    show();
  });
  play.addEventListener("click", () => {
    // Of the present there is nothing to play: the last hour is.
    if (!clock.isPast) clock.goTo(Math.floor((clock.present - 60 * MINUTE) / MINUTE) * MINUTE);
    clock.playing = !clock.playing;
    changed();
    show();
  });
  speed.addEventListener("change", () => (clock.speed = Number(speed.value)));
  for (const button of root.querySelectorAll("[data-time-live]")) {
    button.addEventListener("click", () => {
      clock.goLive();
      changed();
      show();
    });
  }
  clock.speed = Number(speed.value);
  show();
  return { show };
}

/**
 * Writes only what is new: a screen reader says what changes.
 * @param {HTMLElement} element
 * @param {string} words
 */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/**
 * @param {string} zone
 * @returns {(ms: number) => string} 2026-09-23 10:30:05
 */
export function timeIn(zone) {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  return (ms) => format.format(ms);
}
