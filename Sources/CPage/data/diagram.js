// The diagram: moving, choosing by pointer and keyboard, and what the filters hide.

const drawing = $("drawing");
const nodeOf = new Map();
const lines = [];
/**
 * Where the drawing's corner lies in its canvas, and how large it is drawn. The drawing itself keeps its size: a browser
 * then moves and scales what it has laid out once.
 */
const place = { x: 0, y: 0, scale: 1, isFitted: true };
let whole = null;

function collectDrawing() {
  for (const element of drawing.querySelectorAll(".node")) nodeOf.set(Number(element.dataset.actor), element);
  const edges = drawing.querySelectorAll(".edge");
  for (const element of edges) {
    const relations = element.dataset.relations.split(" ").map(Number);
    const line = { element, relations, label: element.querySelector("text"), status: null, isShown: true };
    lines.push(line);
    // A line is hard to hit: a broad one that is not seen lies under it. Of thousands they would cover one another.
    const path = edges.length <= 800 ? element.querySelector("path") : null;
    if (path) element.prepend(drawn("path", { d: path.getAttribute("d"), class: "hit" }));
  }
  const [, , width, height] = drawing.getAttribute("viewBox").split(/[ ,]+/).map(Number);
  whole = { width, height };
  drawing.style.width = `${width}px`;
  drawing.style.height = `${height}px`;
  $("canvas").style.aspectRatio = `${width} / ${height}`;
  fit();
  new ResizeObserver(() => place.isFitted && fit()).observe($("canvas"));
}

/**
 * A big drawing is a layer of its own, which moves without being painted anew; a layer keeps the sharpness that it began
 * with, so a moment after the last zoom it begins again.
 */
const isBig = () => lines.length > 800;
let sharpening = null;

function sharpen() {
  drawing.style.willChange = "auto";
  requestAnimationFrame(() => requestAnimationFrame(() => (drawing.style.willChange = "transform")));
}

function applyPlace() {
  if (isBig() && place.scale !== place.drawnScale) {
    clearTimeout(sharpening);
    sharpening = setTimeout(sharpen, place.drawnScale === undefined ? 0 : 400);
    place.drawnScale = place.scale;
  }
  drawing.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
}

/** All of the drawing; a small one is not blown up to more than half as large again. */
function fit() {
  const canvas = $("canvas");
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  place.scale = Math.max(Math.min(width / whole.width, height / whole.height, 1.5), 0.01);
  place.x = (width - whole.width * place.scale) / 2;
  place.y = (height - whole.height * place.scale) / 2;
  place.isFitted = true;
  applyPlace();
}

/** Zooms so that the point under the pointer, or the middle, stays. */
function zoom(factor, event) {
  const box = $("canvas").getBoundingClientRect();
  const [x, y] = event ? [event.clientX - box.left, event.clientY - box.top] : [box.width / 2, box.height / 2];
  const scale = Math.min(Math.max(place.scale * factor, 0.02), 8);
  const ratio = scale / place.scale;
  place.x = x - (x - place.x) * ratio;
  place.y = y - (y - place.y) * ratio;
  place.scale = scale;
  place.isFitted = false;
  applyPlace();
}

function pan(x, y) {
  place.x += x;
  place.y += y;
  place.isFitted = false;
  applyPlace();
}

/** Brings an item into the middle where it is out of sight. */
function reveal(element) {
  const item = element.getBoundingClientRect();
  const box = $("canvas").getBoundingClientRect();
  if (item.left >= box.left && item.right <= box.right && item.top >= box.top && item.bottom <= box.bottom) return;
  pan(box.left + box.width / 2 - (item.left + item.right) / 2, box.top + box.height / 2 - (item.top + item.bottom) / 2);
}

function showDrawing() {
  for (const [index, element] of nodeOf) {
    const isShown = view.actors[index];
    if (element.isHidden === !isShown) continue;
    element.isHidden = !isShown;
    element.classList.toggle("hidden", !isShown);
  }
  for (const line of lines) {
    const readings = line.relations.map((index) => view.readings[index]).filter(Boolean);
    const isShown = readings.length > 0;
    if (line.isShown !== isShown) {
      line.element.classList.toggle("hidden", !isShown);
      line.isShown = isShown;
    }
    if (isShown) restatus(line, readings[0]);
  }
  if (current && !isReachable(current)) setCurrent(reachable()[0] ?? null, false);
  const note = $("focus-note");
  note.hidden = choice.focus === null;
  if (choice.focus !== null) note.textContent = `around ${data.actors[choice.focus].name}`;
}

/** The pattern of a line says how firm the relation is; that changes with the articles that count. */
function restatus(line, reading) {
  const text = reading.status + (reading.disputed ? ", disputed" : "");
  if (line.status === text) return;
  const isFirst = line.status === null;
  line.status = text;
  if (isFirst) return;
  for (const status of statuses) line.element.classList.toggle(`s-${status}`, status === reading.status);
  line.element.classList.add("restated");
  if (line.label && !data.comparison) {
    line.label.textContent = reading.status === "asserted" && !reading.disputed ? "" : ` ${text.replace("asserted, ", "")} `;
  }
}

// The keyboard: one stop for the tabulator key; arrow keys go on from there.

let current = null;

const isReachable = (element) => !element.classList.contains("hidden");
const reachable = () => [...nodeOf.values()].filter(isReachable);
const linesOf = (actor) =>
  lines.filter((line) => line.isShown && line.relations.some((index) =>
    data.relations[index].source === actor || data.relations[index].target === actor));

function setCurrent(element, isFocused = true) {
  if (current) current.setAttribute("tabindex", "-1");
  current = element;
  if (!current) return;
  current.setAttribute("tabindex", "0");
  if (isFocused) {
    current.focus({ preventScroll: true });
    reveal(current);
  }
}

/** The actor whose lines the up and down keys go through. */
let anchor = null;

function step(key) {
  const nodes = reachable();
  if (nodes.length === 0) return;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const from = current?.classList.contains("node") ? current : nodeOf.get(anchor);
    const index = nodes.indexOf(from);
    const next = (index + (key === "ArrowRight" ? 1 : -1) + nodes.length) % nodes.length;
    anchor = Number(nodes[next].dataset.actor);
    return setCurrent(nodes[next]);
  }
  if (anchor === null) anchor = Number(nodes[0].dataset.actor);
  const around = [nodeOf.get(anchor), ...linesOf(anchor).map((line) => line.element)];
  const index = Math.max(around.indexOf(current), 0);
  setCurrent(around[(index + (key === "ArrowDown" ? 1 : -1) + around.length) % around.length]);
}

const selectionOf = (element) =>
  element.classList.contains("node")
    ? { actor: Number(element.dataset.actor) }
    : { relations: element.dataset.relations.split(" ").map(Number).filter((index) => view.readings[index] !== null) };

let selected = [];

function markSelection() {
  for (const element of selected) element.classList.remove("selected");
  selected = [];
  if (selection?.actor !== undefined && nodeOf.has(selection.actor)) selected = [nodeOf.get(selection.actor)];
  if (selection?.relations) {
    selected = lines.filter((line) => line.relations.some((index) => selection.relations.includes(index)))
      .map((line) => line.element);
  }
  for (const element of selected) element.classList.add("selected");
}

/** What a pointer rests on says its name; words of the program's own would be too many for a big diagram. */
function showName(event) {
  const item = event.target.closest?.(".node, .edge");
  drawing.querySelector(":scope > title")?.remove();
  if (!item) return;
  const title = drawn("title", {});
  title.textContent = item.getAttribute("aria-label");
  drawing.prepend(title);
}

function startDiagram() {
  if (!drawing) return;
  collectDrawing();
  listeners.push(showDrawing);
  showDrawing();
  $("zoom-in").addEventListener("click", () => zoom(1.25));
  $("zoom-out").addEventListener("click", () => zoom(0.8));
  $("zoom-fit").addEventListener("click", fit);
  setCurrent(reachable()[0] ?? null, false);
  const canvas = $("canvas");
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(Math.max(-1, Math.min(1, -event.deltaY / 300))), event);
  }, { passive: false });
  drawing.addEventListener("pointerover", showName);
  drawing.setAttribute("aria-describedby", "drawing-keys");
  const hint = (isShown) => () => $("drawing-keys").classList.toggle("shown", isShown);
  drawing.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && hint(true)());
  drawing.addEventListener("focusout", hint(false));

  const pointers = new Map();
  let travel = 0;
  canvas.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    travel = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
    travel += Math.abs(x) + Math.abs(y);
    if (travel > 4 && !canvas.hasPointerCapture(event.pointerId)) canvas.setPointerCapture(event.pointerId);
    if (pointers.size === 2) {
      const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
      const distance = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY);
      zoom(distance(event) / Math.max(distance(before), 1), other);
    } else if (travel > 4) {
      pan(x, y);
    }
    pointers.set(event.pointerId, event);
  });
  const release = (event) => pointers.delete(event.pointerId);
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", release);
  drawing.addEventListener("click", (event) => {
    const item = event.target.closest(".node, .edge");
    if (!item || travel > 4) return;
    if (item.classList.contains("node")) anchor = Number(item.dataset.actor);
    setCurrent(item, false);
    item.focus({ preventScroll: true });
    select(selectionOf(item));
  });
  drawing.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (moves[event.key]) {
      if (event.shiftKey) pan(...moves[event.key]);
      else step(event.key);
    } else if ((event.key === "Enter" || event.key === " ") && current) select(selectionOf(current));
    else if (event.key === "+") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
}
