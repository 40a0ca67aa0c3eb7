// All vessels as one layer of points in WebGL2. Shape is kind, colour is state, the point turns with the course, and the graphics card moves it on between
// two fixes, so that a frame costs one draw and no upload. Places are relative to a local origin: single precision alone is not enough for a harbour.
import { DRIFT, mercatorX, mercatorY } from "./fleet.js";
import { STALE, STILL } from "./frame.js";

/** @typedef {import("../../lib/maplibre-gl.mjs").Map} TheMap */
/** @typedef {import("../../lib/maplibre-gl.mjs").CustomRenderMethodInput} Scene */

const RING = 6;
const CHOSEN = 5; // colours behind those of the states
const LIT = 6;
const STRIDE = 28;

/** Colours that people with any colour vision tell apart (Okabe and Ito), in the order of the states, then the ring of the chosen and of the lit one. */
export const COLOURS = {
  light: ["#0072b2", "#d55e00", "#56646e", "#a3186c", "#8b949a", "#111111", "#e69f00"],
  dark: ["#56b4e9", "#f0a13a", "#a9b7c0", "#e58fc2", "#78838a", "#ffffff", "#f0e442"],
};

const VERTEX = `#version 300 es
precision highp float;
layout(location=0) in vec2 place;
layout(location=1) in vec2 motion;
layout(location=2) in float at;
layout(location=3) in float angle;
layout(location=4) in vec4 sign;
uniform mat4 scene;
uniform float now;
uniform float size;
uniform vec3 colours[7];
flat out vec3 colour;
flat out vec2 turn;
flat out ivec2 look;
flat out float pixel;
void main() {
  gl_Position = scene * vec4(place + motion * clamp(now - at, 0.0, ${DRIFT}.0), 0.0, 1.0);
  float across = size * sign.z;
  gl_PointSize = across;
  pixel = 2.0 / across;
  colour = colours[int(sign.y)];
  turn = vec2(cos(angle), sin(angle));
  look = ivec2(sign.x, sign.w);
}`;

// Each shape is the distance to its edge, negative inside; forward is up. 0 triangle, 1 notched arrow, 2 hull; lying still: 3 disc, 4 ring, 5 square; 6 the
// wide ring around the chosen one. What is hollow shows its edge only.
const FRAGMENT = `#version 300 es
precision mediump float;
flat in vec3 colour;
flat in vec2 turn;
flat in ivec2 look;
flat in float pixel;
out vec4 painted;
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float x = abs(p.x * turn.x + p.y * turn.y);
  float y = p.x * turn.y - p.y * turn.x;
  float d;
  if (look.x == 0) d = max(0.928 * x + 0.371 * (y - 0.95), -y - 0.8);
  else if (look.x == 1) d = max(0.928 * x + 0.371 * (y - 0.95), -0.84 * (y + 0.35 + 0.643 * x));
  else if (look.x == 2) d = max(max(x - 0.5, 0.74 * x + 0.673 * (y - 0.95)), -y - 0.9);
  else if (look.x == 3) d = length(p) - 0.55;
  else if (look.x == 4) d = abs(length(p) - 0.5) - 0.22;
  else if (look.x == 5) d = max(x, abs(y)) - 0.6;
  else d = abs(length(p) - 0.85) - 0.12;
  if (look.y == 1) d = max(d, -d - 2.0 * pixel);
  float alpha = clamp(0.5 - d / pixel, 0.0, 1.0);
  if (alpha <= 0.0) discard;
  painted = vec4(colour, 1.0) * alpha;
}`;

export class VesselLayer {
  id = "vessels";
  type = /** @type {const} */ ("custom");
  renderingMode = /** @type {const} */ ("2d");
  /** Slots that are drawn, and how many of them. */
  shown = new Int32Array(0);
  count = 0;
  #now;
  #gl = /** @type {WebGL2RenderingContext | null} */ (null);
  #map = /** @type {TheMap | null} */ (null);
  #program = /** @type {WebGLProgram | null} */ (null);
  #buffer = /** @type {WebGLBuffer | null} */ (null);
  #array = /** @type {WebGLVertexArrayObject | null} */ (null);
  #places = /** @type {Record<string, WebGLUniformLocation | null>} */ ({});
  #bytes = new ArrayBuffer(0);
  #points = 0;
  #fresh = false;
  #origin = { x: 0, y: 0, at: 0 };
  #colours = new Float32Array(21);

  /** @param {() => number} now seconds since 1970 of the pictured time */
  constructor(now) {
    this.#now = now;
  }

  /** @param {boolean} dark */
  paint(dark) {
    this.#colours = new Float32Array(COLOURS[dark ? "dark" : "light"].flatMap((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)));
  }

  /**
   * Takes the vessels that are to be drawn.
   * @param {import("./fleet.js").Fleet} fleet
   * @param {(fleet: import("./fleet.js").Fleet, slot: number, state: number) => boolean} wants
   * @param {number} chosen slot, or -1
   * @param {number} lit slot, or -1
   * @param {Uint32Array} counts filled with how many of each kind (0–2) and state (3–7) there are, drawn or not
   */
  take(fleet, wants, chosen, lit, counts) {
    if (this.shown.length < fleet.count) {
      this.shown = new Int32Array(fleet.count * 2);
      this.#bytes = new ArrayBuffer((fleet.count * 2 + 2) * STRIDE);
    }
    if (this.#bytes.byteLength === 0) return;
    const now = this.#now();
    const view = { floats: new Float32Array(this.#bytes), signs: new Uint8Array(this.#bytes) };
    const middle = this.#map?.getCenter();
    this.#origin = { x: mercatorX(middle?.lng ?? 0), y: mercatorY(middle?.lat ?? 0), at: now };
    counts.fill(0);
    this.count = 0;
    for (let slot = 0; slot < fleet.count; slot++) {
      const state = fleet.state(slot, now);
      counts[fleet.kind[slot]] += 1;
      counts[3 + state] += 1;
      if (!wants(fleet, slot, state)) continue;
      this.#write(view, this.count, fleet, slot, state === STILL ? fleet.kind[slot] + 3 : fleet.kind[slot], state, 10, state === STALE ? 1 : 0);
      this.shown[this.count++] = slot;
    }
    this.#points = this.count;
    if (chosen >= 0) this.#write(view, this.#points++, fleet, chosen, RING, CHOSEN, 24, 0);
    if (lit >= 0 && lit !== chosen) this.#write(view, this.#points++, fleet, lit, RING, LIT, 22, 0);
    this.#fresh = true;
    this.#map?.triggerRepaint();
  }

  /**
   * @param {{ floats: Float32Array, signs: Uint8Array }} view
   * @param {number} index
   * @param {import("./fleet.js").Fleet} fleet
   * @param {number} slot
   * @param {number} shape
   * @param {number} colour
   * @param {number} wide tenths of the usual size
   * @param {number} hollow
   */
  #write({ floats, signs }, index, fleet, slot, shape, colour, wide, hollow) {
    const [word, byte] = [(index * STRIDE) / 4, index * STRIDE + 24];
    floats[word] = fleet.x[slot] - this.#origin.x;
    floats[word + 1] = fleet.y[slot] - this.#origin.y;
    floats[word + 2] = fleet.vx[slot];
    floats[word + 3] = fleet.vy[slot];
    floats[word + 4] = fleet.at[slot] - this.#origin.at;
    floats[word + 5] = fleet.angle[slot];
    signs[byte] = shape;
    signs[byte + 1] = colour;
    signs[byte + 2] = wide;
    signs[byte + 3] = hollow;
  }

  /** @param {TheMap} map @param {WebGL2RenderingContext} gl */
  onAdd(map, gl) {
    [this.#map, this.#gl] = [map, gl];
    const program = build(gl);
    this.#program = program;
    this.#places = Object.fromEntries(["scene", "now", "size", "colours"].map((name) => [name, gl.getUniformLocation(program, name)]));
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    for (const [location, size, offset] of /** @type {const} */ ([[0, 2, 0], [1, 2, 8], [2, 1, 16], [3, 1, 20]])) {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, STRIDE, offset);
    }
    gl.enableVertexAttribArray(4);
    gl.vertexAttribPointer(4, 4, gl.UNSIGNED_BYTE, false, STRIDE, 24);
    gl.bindVertexArray(null);
    this.#fresh = true;
  }

  onRemove() {
    const gl = this.#gl;
    if (gl) {
      gl.deleteBuffer(this.#buffer);
      gl.deleteVertexArray(this.#array);
      gl.deleteProgram(this.#program);
    }
    this.#gl = null;
  }

  /** @param {WebGLRenderingContext | WebGL2RenderingContext} context @param {Scene} scene */
  render(context, scene) {
    const gl = /** @type {WebGL2RenderingContext} */ (context);
    if (this.#points === 0 || !this.#map) return;
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    if (this.#fresh) gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(this.#bytes, 0, this.#points * STRIDE), gl.DYNAMIC_DRAW);
    this.#fresh = false;
    gl.uniformMatrix4fv(this.#places.scene ?? null, false, moved(scene.defaultProjectionData.mainMatrix, this.#origin.x, this.#origin.y));
    gl.uniform1f(this.#places.now ?? null, this.#now() - this.#origin.at);
    // Tenths of a size travel with the point.
    gl.uniform1f(this.#places.size ?? null, (pointSize(this.#map.getZoom()) * devicePixelRatio) / 10);
    gl.uniform3fv(this.#places.colours ?? null, this.#colours);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.drawArrays(gl.POINTS, 0, this.#points);
    gl.bindVertexArray(null);
  }
}

/**
 * Pixels across. Where a whole sea is in view its vessels are dots; where a harbour is, signs.
 * @param {number} zoom
 */
export function pointSize(zoom) {
  const steps = /** @type {const} */ ([[5, 4], [7, 5], [8.5, 7], [10, 11], [12, 16], [14, 22]]);
  for (let i = 1; i < steps.length; i++) {
    const [[from, small], [to, large]] = [steps[i - 1] ?? steps[0], steps[i] ?? steps[0]];
    if (zoom < to) return small + (large - small) * Math.max(0, (zoom - from) / (to - from));
  }
  return 22;
}

/**
 * The matrix for places that are relative to an origin, reckoned in double precision.
 * @param {ArrayLike<number>} matrix
 * @param {number} x
 * @param {number} y
 */
function moved(matrix, x, y) {
  const m = Array.from(matrix);
  for (let row = 0; row < 4; row++) m[12 + row] = (m[row] ?? 0) * x + (m[4 + row] ?? 0) * y + (m[12 + row] ?? 0);
  return new Float32Array(m);
}

/** @param {WebGL2RenderingContext} gl */
function build(gl) {
  const program = /** @type {WebGLProgram} */ (gl.createProgram());
  for (const [kind, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]])) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? "shader");
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? "program");
  return program;
}
