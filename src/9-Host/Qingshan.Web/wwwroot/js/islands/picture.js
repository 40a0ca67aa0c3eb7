// The live picture: the map with its stations and areas, and all vessels upon it in one layer, in step with the feed beside it, live or at a time of the past.
import { POINT_LAYER, AREA_LAYERS, openMap } from "./map.js";
import { isoTime, readAddress, writeAddress } from "../picture/address.js";
import { askFeed, closeCard, idOf, lightRows, mmsiOf, openCard, startBeside } from "../picture/beside.js";
import { sayNoMap } from "../picture/no-map.js";
import { PictureClock } from "../picture/clock.js";
import { Fleet, fromMercator, mercatorX, mercatorY } from "../picture/fleet.js";
import { readFrame } from "../picture/frame.js";
import { PickGrid } from "../picture/grid.js";
import { VesselLayer } from "../picture/layer.js";
import { showCounts, startLegend } from "../picture/legend.js";
import { VesselSearch } from "../picture/search.js";
import { NO_FILTERS, sieve } from "../picture/sieve.js";
import { joinVessels } from "../picture/source.js";
import { say, startTimeBar, timeIn } from "../picture/time-bar.js";
import { TrackLine } from "../picture/track.js";
import { text } from "../texts.js";

/** @typedef {import("./map.js").MapData & { more: { hasSource: boolean, staleSeconds: number, reachMinutes: number, zone: string, now: number } }} PictureData */

const SECOND = 1000;
const FEED_EVERY = 5000;
const TRACK_EVERY = 30000;
const LOST_AFTER = 15000;
const SETTLED = 80;
const FASTEST = 15; // metres a second, about thirty knots: what the eye is to see gliding
/**
 * @param {HTMLElement} element
 * @param {PictureData} data
 */
export function start(element, data) {
  const root = /** @type {HTMLElement} */ (element.closest(".picture"));
  const view = readAddress(location.search);
  data.center = view.center ?? data.center;
  data.zoom = view.zoom ?? data.zoom;
  const map = openMap(element, data);
  if (map) new Picture(root, element, data, map, view);
  else sayNoMap(root, element);
}

class Picture {
  #clock = new PictureClock();
  #grid = new PickGrid();
  #gridOf = -1;
  #counts = new Uint32Array(8);
  #lit = 0;
  #minute = /** @type {number | null} */ (null);
  #past = new AbortController();
  #heard = /** @type {number | null} */ (null);
  #trouble = "";
  #redrawn = 0;
  #missed = /** @type {Set<EventTarget>} */ (new Set());

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} element
   * @param {PictureData} data
   * @param {import("../../lib/maplibre-gl.mjs").Map} map
   * @param {import("../picture/address.js").View} view
   */
  constructor(root, element, data, map, view) {
    this.root = root;
    this.element = element;
    this.data = data;
    this.map = map;
    this.view = view;
    this.hidden = new Set(view.hide);
    this.fleet = new Fleet(data.more.staleSeconds);
    this.time = timeIn(data.more.zone);
    this.layer = new VesselLayer(() => this.#clock.now / 1000);
    this.track = new TrackLine(map);
    this.search = new VesselSearch(() => this.#changed());
    this.source = joinVessels((news) => this.#take(news));
    this.#clock.heard(data.more.now);
    if (view.at !== null) this.#clock.goTo(view.at);
    this.bar = startTimeBar(root, this.#clock, data.more.zone, () => this.#timeChosen());
    this.#drawWithStyle();
    this.#listen();
    this.#filtersToForm();
    this.#timeChosen();
    if (mmsiOf(view.sel)) void openCard(mmsiOf(view.sel), this.#at);
    this.#animate();
  }

  // A change of theme brings a new style, and with it an empty map.
  #drawWithStyle() {
    this.map.on("style.load", () => {
      const dark = document.documentElement.dataset.bsTheme === "dark";
      this.layer.paint(dark);
      if (!this.map.getLayer(this.layer.id)) this.map.addLayer(this.layer, POINT_LAYER);
      this.track.add(this.layer.id, dark);
      this.#switchLayers();
    });
  }

  #listen() {
    const { map, root } = this;
    startLegend(root, this.hidden, () => this.#changed());
    startBeside(root, (mmsi) => this.#light(mmsi), (mmsi) => this.#choose(mmsi), () => this.#choose(0));
    map.on("moveend", () => this.#looked());
    map.on("mousemove", (event) => this.#point(event.point));
    map.on("mouseout", () => this.#light(0));
    map.on("click", (event) => this.#click(event.point));
    // While the past is looked at the feed stands still; what was missed is told afterwards.
    root.addEventListener("live", (event) => this.#holdBack(event), true);
    const form = /** @type {HTMLFormElement} */ (root.querySelector("[data-vessel-filters]"));
    form.addEventListener("input", () => this.#filtersFrom(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#filtersFrom(form);
    });
    form.querySelector("[data-filters-clear]")?.addEventListener("click", (event) => {
      event.preventDefault();
      form.querySelectorAll("select, input").forEach((field) => (/** @type {HTMLInputElement} */ (field).value = ""));
      this.#filtersFrom(form);
    });
    setInterval(() => this.#everySecond(), SECOND);
    setInterval(() => this.#clock.isPast || document.hidden || this.#askFeed(), FEED_EVERY);
    setInterval(() => this.#clock.isPast || document.hidden || this.#showTrack(), TRACK_EVERY);
  }

  /** @param {Event} event */
  #holdBack(event) {
    if (!this.#clock.isPast || !event.target) return;
    this.#missed.add(event.target);
    event.stopImmediatePropagation();
  }

  // ——— News of vessels

  /** @param {import("../picture/poll.js").VesselNews} news */
  #take(news) {
    if (this.#clock.isPast) return;
    if (news.kind === "down") {
      this.#trouble = news.status === 401 ? "signed-out" : news.status === 403 ? "forbidden" : "lost";
      this.#sayState();
      return;
    }
    this.#trouble = "";
    const first = this.#heard === null;
    this.#heard = performance.now();
    if (news.kind === "frame") this.#takeFrame(news.bytes);
    if (first) this.#askFeed();
  }

  /** @param {ArrayBuffer} bytes */
  #takeFrame(bytes) {
    const frame = readFrame(bytes);
    if (!frame) {
      this.#trouble = "lost";
      return;
    }
    this.#clock.heard(frame.sent);
    this.fleet.take(frame);
    this.#redraw();
  }

  async #askPast() {
    const minute = this.#clock.minute;
    if (minute === null || minute === this.#minute) return;
    this.#minute = minute;
    this.#past.abort();
    const asked = (this.#past = new AbortController());
    try {
      // A thumb on the slider passes many minutes.
      await new Promise((done) => setTimeout(done, SETTLED));
      if (asked.signal.aborted) return;
      const answer = await fetch(`/api/picture/vessels?at=${isoTime(minute)}`, { signal: asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const bytes = await answer.arrayBuffer();
      if (asked.signal.aborted || !this.#clock.isPast) return;
      this.#trouble = "";
      this.#heard = performance.now();
      this.#takeFrame(bytes);
      this.#askFeed();
    } catch {
      if (asked.signal.aborted) return;
      this.#trouble = "lost";
      this.#minute = null;
    }
    this.#sayState();
  }

  #timeChosen() {
    this.#minute = this.#clock.isPast ? this.#minute : null;
    if (this.#clock.isPast) {
      this.source.rest();
      void this.#askPast();
    } else {
      this.#past.abort();
      this.#heard = null;
      this.source.look();
      for (const part of this.#missed) part.dispatchEvent(new CustomEvent("live"));
      this.#missed.clear();
    }
    this.search.ask(this.view.filters.q, this.#at);
    this.#showTrack();
    this.#write();
    this.#sayState();
  }

  get #at() {
    const minute = this.#clock.minute;
    return minute === null ? "" : isoTime(minute);
  }

  // ——— What is drawn

  #changed() {
    this.#switchLayers();
    this.#redraw();
    this.#askFeed();
    this.#write();
  }

  #redraw() {
    this.#redrawn = performance.now();
    const zone = this.data.areas.find((area) => area.id === this.view.filters.zone)?.ring ?? null;
    const wants = sieve(this.view.filters, this.hidden, zone, this.view.filters.q.trim() ? this.search.found : null);
    this.layer.take(this.fleet, wants, this.fleet.find(mmsiOf(this.view.sel)), this.fleet.find(this.#lit), this.#counts);
    this.#gridOf = -1;
    showCounts(this.root, this.#counts, { stations: this.data.points.length, zones: this.data.areas.length });
    this.element.dataset.vessels = String(this.fleet.count);
    this.element.dataset.shown = String(this.layer.count);
  }

  #switchLayers() {
    const show = (/** @type {string} */ id, /** @type {string} */ layer) =>
      this.map.getLayer(id) && this.map.setLayoutProperty(id, "visibility", this.hidden.has(layer) ? "none" : "visible");
    show(POINT_LAYER, "stations");
    for (const id of AREA_LAYERS) show(id, "zones");
  }

  // A frame where something has moved by half a pixel, and none before.
  #animate() {
    const metres = (40075016 * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** this.map.getZoom());
    const rate = this.#clock.playing ? this.#clock.speed : 1;
    const wait = Math.max(33, Math.min(SECOND, (500 * metres) / (FASTEST * rate)));
    setTimeout(() => {
      const played = this.#clock.playing;
      this.#clock.tick();
      if (played && !this.#clock.isPast) this.#timeChosen();
      else if (played) void this.#askPast();
      if (played) this.bar.show();
      if (!document.hidden && (played || !this.#clock.isPast)) this.map.triggerRepaint();
      this.#animate();
    }, this.#clock.playing ? Math.min(wait, 100) : wait);
  }

  #everySecond() {
    if (document.hidden) return;
    if (!this.#clock.isPast) this.fleet.forget(this.#clock.now / 1000);
    this.bar.show();
    // A frame has drawn what is new already; without one, somebody's age may have changed a colour.
    if (performance.now() - this.#redrawn > 1.5 * SECOND) this.#redraw();
    this.#sayState();
    if (this.#clock.playing) this.#write();
  }

  #sayState() {
    const quiet = this.#heard === null ? 0 : performance.now() - this.#heard;
    const lost = this.#trouble || (!this.#clock.isPast && quiet > LOST_AFTER ? "lost" : "");
    const words = { "lost": text("picture.lost"), "signed-out": text("picture.signed-out"), "forbidden": text("picture.forbidden") };
    const state = lost ? words[/** @type {keyof typeof words} */ (lost)]
      : !this.data.more.hasSource ? text("picture.no-source")
      : this.#heard === null ? text("picture.loading")
      : this.fleet.count === 0 ? text(this.#clock.isPast ? "picture.past-empty" : "picture.empty")
      : text(this.#clock.isPast ? "picture.past-state" : "picture.live");
    say(/** @type {HTMLElement} */ (this.root.querySelector("[data-picture-state]")), state);
    const age = this.#heard === null || this.#clock.isPast ? "" : text("picture.age", { n: String(Math.floor(quiet / SECOND)), count: String(this.layer.count), all: String(this.fleet.count) });
    say(/** @type {HTMLElement} */ (this.root.querySelector("[data-picture-age]")), age);
    this.root.classList.toggle("is-lost", lost !== "");
  }

  // ——— Filters and address

  #filtersToForm() {
    for (const [name, value] of Object.entries(this.view.filters)) {
      const field = this.root.querySelector(`[data-vessel-filters] [name="${name}"]`);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }

  /** @param {HTMLFormElement} form */
  #filtersFrom(form) {
    const typed = new FormData(form);
    this.view.filters = /** @type {any} */ (Object.fromEntries(Object.keys(NO_FILTERS).map((name) => [name, String(typed.get(name) ?? "")])));
    this.search.ask(this.view.filters.q, this.#at);
    this.#changed();
  }

  #looked() {
    const { lng, lat } = this.map.getCenter();
    this.view.center = [lng, lat];
    this.view.zoom = this.map.getZoom();
    this.#askFeed();
    this.#write();
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #writing;

  // Browsers allow some changes of the address a second and no more.
  #write() {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => {
      const minute = this.#clock.minute;
      const now = { ...this.view, hide: [...this.hidden], at: minute };
      history.replaceState(history.state, "", location.pathname + writeAddress(now));
      const list = /** @type {HTMLAnchorElement | null} */ (this.root.querySelector("[data-picture-list]"));
      if (list) list.href = "/picture/list" + this.#query;
      /** @type {HTMLElement | null} */ (this.root.querySelector("[data-filters-clear]"))?.toggleAttribute("hidden", Object.values(this.view.filters).every((value) => !value.trim()));
    }, 250);
  }

  get #query() {
    return writeAddress({ ...this.view, sel: "", center: null, zoom: null, hide: [...this.hidden], at: this.#clock.minute });
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #asking;

  #askFeed() {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void askFeed(this.map, this.#query).then(() => lightRows(this.#lit ? idOf(this.#lit) : "")), 200);
  }

  // ——— Choosing

  /**
   * @param {{ x: number, y: number }} point pixels of the map
   * @returns {number} MMSI, or 0
   */
  #pick(point) {
    if (this.#gridOf !== this.fleet.version) {
      this.#grid.build(this.fleet, this.layer.shown, this.layer.count);
      this.#gridOf = this.fleet.version;
    }
    const { lng, lat } = this.map.unproject([point.x, point.y]);
    const reach = (matchMedia("(pointer: coarse)").matches ? 22 : 10) / (512 * 2 ** this.map.getZoom());
    const slot = this.layer.count === 0 ? -1 : this.#grid.nearest(this.fleet, mercatorX(lng), mercatorY(lat), reach, this.#clock.now / 1000);
    return slot < 0 ? 0 : this.fleet.mmsi[slot];
  }

  /** @param {{ x: number, y: number }} point */
  #hasStation(point) {
    return this.map.getLayer(POINT_LAYER) !== undefined && this.map.queryRenderedFeatures([point.x, point.y], { layers: [POINT_LAYER] }).length > 0;
  }

  /** @param {{ x: number, y: number }} point */
  #point(point) {
    const mmsi = this.#pick(point);
    if (mmsi === this.#lit) return;
    this.map.getCanvas().style.cursor = mmsi ? "pointer" : "";
    this.#light(mmsi);
  }

  /** @param {{ x: number, y: number }} point */
  #click(point) {
    if (!this.#hasStation(point)) this.#choose(this.#pick(point));
  }

  /** @param {number} mmsi 0 for none */
  #light(mmsi) {
    if (mmsi === this.#lit) return;
    this.#lit = mmsi;
    lightRows(mmsi ? idOf(mmsi) : "");
    this.#redraw();
  }

  /**
   * @param {number} mmsi 0 for none
   * @returns {boolean} false when it was chosen already
   */
  #choose(mmsi) {
    if (mmsi === mmsiOf(this.view.sel)) return false;
    this.view.sel = mmsi ? idOf(mmsi) : "";
    if (mmsi) void openCard(mmsi, this.#at);
    else closeCard();
    this.#showTrack();
    this.#bringIntoView(mmsi);
    this.#redraw();
    this.#write();
    return true;
  }

  /** @param {number} mmsi */
  #bringIntoView(mmsi) {
    const slot = this.fleet.find(mmsi);
    if (slot < 0) return;
    const place = fromMercator(...this.fleet.place(slot, this.#clock.now / 1000));
    if (!this.map.getBounds().contains(place)) this.map.easeTo({ center: place, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
  }

  #showTrack() {
    const mmsi = mmsiOf(this.view.sel);
    if (mmsi) void this.track.show(mmsi, this.#at);
    else this.track.clear();
  }
}
