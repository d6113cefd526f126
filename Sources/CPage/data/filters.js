// The legend, whose entries choose what is shown.

/** What puts each field back, without telling anybody. */
const resets = [];

const patterns = { asserted: "", alleged: "5 3", denied: "5 3", possible: "1 4", ended: "5 3" };

function drawn(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A sample of a line, with the ends that the diagram gives it. */
function lineSample(className, type, pattern) {
  const sample = drawn("svg", { class: `sample ${className}`, viewBox: "0 0 34 12", "aria-hidden": "true" });
  const line = (y) =>
    sample.append(drawn("path", { d: `M2,${y}L32,${y}`, "stroke-dasharray": pattern, "stroke-width": 1.6 }));
  if (type === "allied_with") {
    line(4);
    line(8);
    return sample;
  }
  line(6);
  const head = (points) => sample.append(drawn("polygon", { points, class: "solid" }));
  if (type === "backs" || type === "fighting") head("33,6 25,2.5 25,9.5");
  if (type === "fighting") head("1,6 9,2.5 9,9.5");
  if (type === "opposes") head("31,1 33,1 33,11 31,11");
  if (type === "negotiates_with") {
    for (const cx of [4, 30]) sample.append(drawn("circle", { cx, cy: 6, r: 3, class: "open" }));
  }
  if (type === "part_of") sample.append(drawn("polygon", { points: "33,6 27,2.5 21,6 27,9.5", class: "open" }));
  return sample;
}

const boxSample = (className) => make("span", { class: `box ${className}`, "aria-hidden": "true" });

/** A group of boxes to tick, of values that occur; nothing where there is but one and it says nothing. */
function tickBoxes(title, values, chosen, name, sample, count) {
  const group = make("fieldset", {}, make("legend", {}, title));
  for (const value of values) {
    const box = make("input", {
      type: "checkbox",
      checked: true,
      "data-filter": name(value),
      on: {
        change: () => {
          if (box.checked) chosen.add(value);
          else chosen.delete(value);
          update();
        },
      },
    });
    resets.push(() => {
      box.checked = true;
      chosen.add(value);
    });
    const number = make("span", { class: "number" }, String(count(value) ?? 0));
    group.append(make("label", {}, box, sample(value), make("span", {}, name(value)), number));
  }
  return group;
}

function occurring(values, counts) {
  const numbers = new Map();
  for (const value of counts) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  const known = values ?? [...numbers.keys()].sort();
  return { values: known.filter((value) => numbers.has(value)), count: (value) => numbers.get(value) };
}

function publisherField() {
  const { values, count } = occurring(null, data.articles.map((article) => article.publisher ?? ""));
  if (values.length < 2) return null;
  const chosen = new Set(values.map((value) => value || undefined));
  const given = {
    add: (value) => chosen.add(value || undefined),
    delete: (value) => chosen.delete(value || undefined),
  };
  const settle = (change) => (value) => {
    change(value);
    choice.publishers = chosen.size === values.length ? null : chosen;
  };
  const settled = { add: settle(given.add), delete: settle(given.delete) };
  const group = tickBoxes("Publishers", values, settled, (value) => value || "not known", () => null, count);
  group.classList.add("scrolling");
  return group;
}

function confidenceField() {
  const shown = make("output", { for: "least" }, "0.00");
  const slider = make("input", {
    id: "least", type: "range", min: 0, max: 1, step: 0.01, value: 0,
    on: {
      input: () => {
        choice.least = Number(slider.value);
        shown.textContent = choice.least.toFixed(2);
        update();
      },
    },
  });
  resets.push(() => {
    slider.value = choice.least = 0;
    shown.textContent = "0.00";
  });
  return make("fieldset", {}, make("legend", {}, "Confidence"), make("label", { for: "least" }, "at least ", shown), slider);
}

/** Two sliders over the days of the articles, and a button that moves the later one through them. */
function timeField() {
  const dated = data.articles.filter((article) => article.days !== null);
  const days = [...new Map(dated.map((article) => [article.date, article.days])).entries()].sort((a, b) =>
    a[0] < b[0] ? -1 : 1);
  if (days.length < 2) return null;
  const last = days.length - 1;
  const sliders = [["since", 0, "From"], ["until", last, "To"]].map(([id, value, title]) => {
    const slider = make("input", { id, type: "range", min: 0, max: last, step: 1, value });
    const shown = make("output", { for: id });
    slider.addEventListener("input", () => settle(id));
    return { slider, shown, label: make("label", { for: id }, `${title} `, shown) };
  });
  const [since, until] = sliders;
  function settle(moved) {
    let [first, final] = [Number(since.slider.value), Number(until.slider.value)];
    if (first > final) {
      if (moved === "since") until.slider.value = final = first;
      else since.slider.value = first = final;
    }
    choice.since = first === 0 ? null : days[first][1][0];
    choice.until = final === last ? null : days[final][1][1];
    [[since, first], [until, final]].forEach(([end, index]) => {
      end.shown.textContent = days[index][0];
      end.slider.setAttribute("aria-valuetext", days[index][0]);
    });
    update();
  }
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
  };
  const play = make("button", {
    type: "button", id: "play",
    on: {
      click: () => {
        if (timer !== null) return stop();
        play.textContent = "Stop";
        if (Number(until.slider.value) === last) until.slider.value = since.slider.value;
        settle("until");
        timer = setInterval(() => {
          until.slider.value = Number(until.slider.value) + 1;
          settle("until");
          if (Number(until.slider.value) === last) stop();
        }, 900);
      },
    },
  }, "Play");
  const reset = () => {
    stop();
    [since.slider.value, until.slider.value] = [0, last];
    [since.shown.textContent, until.shown.textContent] = [days[0][0], days[last][0]];
    choice.since = choice.until = null;
  };
  resets.push(reset);
  reset();
  return make("fieldset", {}, make("legend", {}, "Dates of articles"),
    sliders.map(({ slider, label }) => [label, slider]), play);
}

function showEverything() {
  for (const reset of resets) reset();
  choice.focus = null;
  update();
}

function startFilters() {
  const fields = $("filter-fields");
  const relation = (values, count, title, key, sample, name = words) => {
    const found = occurring(values, count);
    if (found.values.length > 0) {
      fields.append(tickBoxes(title, found.values, choice[key], name, sample, found.count));
    }
  };
  const time = timeField();
  if (time) fields.append(time);
  if (data.comparison) {
    relation(changes, data.relations.map((each) => each.change), "Change", "changes",
      (change) => lineSample(`c-${change}`, "", change === "gone" ? "5 3" : ""), (change) => changeNames[change]);
  }
  relation(types, data.relations.map((each) => each.type), "Relations", "types",
    (type) => lineSample(data.comparison ? "plain" : `t-${type}`, type, ""));
  // A choice of dates may bring up a status that the whole does not have.
  const said = new Set(data.relations.flatMap((each) => each.mentions.map((mention) => mention.status)));
  const whole = occurring(statuses, view.readings.filter(Boolean).map((reading) => reading.status));
  if (said.size > 0) {
    fields.append(tickBoxes("Status", statuses.filter((status) => said.has(status)), choice.statuses, words,
      (status) => lineSample("plain", "", patterns[status]), whole.count));
  }
  const ends = data.actors.filter((actor) => actor.relations.length > 0).map((actor) => actor.kind);
  relation(kinds, ends, "Actors", "kinds", (kind) => boxSample(data.comparison ? "" : `k-${kind}`));
  fields.append(...[confidenceField(), publisherField()].filter(Boolean));
  fields.append(make("button", { type: "button", id: "reset", on: { click: showEverything } }, "Show everything"));
}
