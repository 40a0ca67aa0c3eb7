// The time of the picture: the server's, or one of the hours before, standing or played.

const MINUTE = 60000;

export class PictureClock {
  playing = false;
  /** Times as fast as life. */
  speed = 60;
  #past = /** @type {number | null} */ (null);
  #offset;
  #ticks;
  #last = 0;

  /** @param {() => number} ticks milliseconds that only grow, such as performance.now */
  constructor(ticks = () => performance.now(), wall = () => Date.now()) {
    this.#ticks = ticks;
    // Until the server says what time it is.
    this.#offset = wall() - ticks();
  }

  /** @param {number} server ms since 1970 */
  heard(server) {
    this.#offset = server - this.#ticks();
  }

  get isPast() {
    return this.#past !== null;
  }

  /** The present, ms since 1970, whatever is looked at. */
  get present() {
    return this.#ticks() + this.#offset;
  }

  /** The pictured time, ms since 1970. */
  get now() {
    return this.#past ?? this.present;
  }

  /** The whole minute whose picture is looked at; null when live. */
  get minute() {
    return this.#past === null ? null : Math.floor(this.#past / MINUTE) * MINUTE;
  }

  /** @param {number} at ms since 1970 */
  goTo(at) {
    this.#past = Math.min(at, this.present);
  }

  goLive() {
    this.#past = null;
    this.playing = false;
  }

  /** Goes on while playing; at the present it is live again. */
  tick() {
    const ticks = this.#ticks();
    const passed = ticks - this.#last;
    this.#last = ticks;
    // After a pause of the browser the past does not jump.
    if (!this.playing || this.#past === null || passed > 2000) return;
    this.#past += passed * this.speed;
    if (this.#past >= this.present) this.goLive();
  }
}
