// A chart shows the value under the pointer; the numbers are in its table as well.

/** @type {WeakSet<Element>} */
const started = new WeakSet();

/** @param {ParentNode} within */
export function startCharts(within) {
  for (const svg of within.querySelectorAll("svg[data-chart]")) {
    if (!(svg instanceof SVGSVGElement) || started.has(svg)) continue;
    started.add(svg);
    watch(svg);
  }
}

/** @param {SVGSVGElement} svg */
function watch(svg) {
  const figure = svg.closest("figure");
  const points = /** @type {SVGCircleElement[]} */ ([...svg.querySelectorAll("circle[data-at]")]);
  if (!figure || points.length === 0) return;
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.hidden = true;
  figure.append(tip);
  svg.addEventListener("pointermove", (event) => {
    const near = points.reduce((best, point) => (distance(point, event) < distance(best, event) ? point : best));
    for (const point of points) point.classList.toggle("is-near", point === near);
    const [frame, dot] = [figure.getBoundingClientRect(), near.getBoundingClientRect()];
    tip.hidden = false;
    tip.textContent = `${near.dataset.at} · ${near.dataset.value}`;
    tip.style.left = `${Math.max(0, Math.min(frame.width - tip.offsetWidth, dot.x - frame.x - tip.offsetWidth / 2))}px`;
    tip.style.top = `${dot.y - frame.y - 34}px`;
  });
  svg.addEventListener("pointerleave", () => {
    tip.hidden = true;
    for (const point of points) point.classList.remove("is-near");
  });
}

/**
 * @param {Element} point
 * @param {PointerEvent} event
 */
function distance(point, event) {
  const box = point.getBoundingClientRect();
  return Math.abs(box.x + box.width / 2 - event.clientX);
}
