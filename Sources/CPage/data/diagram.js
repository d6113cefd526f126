// The diagram: moving, choosing by pointer and keyboard, and what the filters hide.

const drawing = $("drawing");
const nodeOf = new Map();
const lines = [];
/** The part of the drawing that is seen. */
const frame = { x: 0, y: 0, width: 0, height: 0 };
let whole = null;

function collectDrawing() {
  for (const element of drawing.querySelectorAll(".node")) nodeOf.set(Number(element.dataset.actor), element);
  for (const element of drawing.querySelectorAll(".edge")) {
    const relations = element.dataset.relations.split(" ").map(Number);
    const line = { element, relations, label: element.querySelector("text"), status: null, isShown: true };
    lines.push(line);
    // A line is hard to hit: a broad one that is not seen lies under it.
    const path = element.querySelector("path");
    if (path) element.prepend(drawn("path", { d: path.getAttribute("d"), class: "hit" }));
  }
  const [x, y, width, height] = drawing.getAttribute("viewBox").split(/[ ,]+/).map(Number);
  whole = { x, y, width, height };
  drawing.style.aspectRatio = `${width} / ${height}`;
  fit();
}

function applyFrame() {
  drawing.setAttribute("viewBox", [frame.x, frame.y, frame.width, frame.height].map((n) => n.toFixed(2)).join(" "));
}

function fit() {
  Object.assign(frame, whole);
  applyFrame();
}

/** How many units of the drawing a pixel is. */
function unit() {
  const box = drawing.getBoundingClientRect();
  return Math.max(frame.width / Math.max(box.width, 1), frame.height / Math.max(box.height, 1));
}

/** Zooms so that the point under the pointer, or the middle, stays. */
function zoom(factor, event) {
  const width = Math.min(Math.max(frame.width * factor, whole.width / 40), whole.width * 4);
  const ratio = width / frame.width;
  const box = drawing.getBoundingClientRect();
  const scale = unit();
  const center = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const point = event
    ? { x: center.x + (event.clientX - box.left - box.width / 2) * scale, y: center.y + (event.clientY - box.top - box.height / 2) * scale }
    : center;
  frame.x = point.x - (point.x - frame.x) * ratio;
  frame.y = point.y - (point.y - frame.y) * ratio;
  frame.width *= ratio;
  frame.height *= ratio;
  applyFrame();
}

function pan(x, y) {
  const scale = unit();
  frame.x -= x * scale;
  frame.y -= y * scale;
  applyFrame();
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
    const place = nodes.indexOf(from);
    const next = (place + (key === "ArrowRight" ? 1 : -1) + nodes.length) % nodes.length;
    anchor = Number(nodes[next].dataset.actor);
    return setCurrent(nodes[next]);
  }
  if (anchor === null) anchor = Number(nodes[0].dataset.actor);
  const around = [nodeOf.get(anchor), ...linesOf(anchor).map((line) => line.element)];
  const place = Math.max(around.indexOf(current), 0);
  setCurrent(around[(place + (key === "ArrowDown" ? 1 : -1) + around.length) % around.length]);
}

const selectionOf = (element) =>
  element.classList.contains("node")
    ? { actor: Number(element.dataset.actor) }
    : { relations: element.dataset.relations.split(" ").map(Number).filter((index) => view.readings[index] !== null) };

function markSelection() {
  for (const element of drawing.querySelectorAll(".selected")) element.classList.remove("selected");
  if (selection === null) return;
  if (selection.actor !== undefined) nodeOf.get(selection.actor)?.classList.add("selected");
  for (const line of lines) {
    if (selection.relations?.some((index) => line.relations.includes(index))) line.element.classList.add("selected");
  }
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
  $("zoom-in").addEventListener("click", () => zoom(0.8));
  $("zoom-out").addEventListener("click", () => zoom(1.25));
  $("zoom-fit").addEventListener("click", fit);
  setCurrent(reachable()[0] ?? null, false);
  const canvas = $("canvas");
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300))), event);
  }, { passive: false });
  drawing.addEventListener("pointerover", showName);
  drawing.setAttribute("aria-describedby", "drawing-keys");

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
      zoom(distance(before) / Math.max(distance(event), 1), other);
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
    else if (event.key === "+") zoom(0.8);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
}
