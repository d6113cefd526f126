// The evidence for what was chosen, beside the diagram.

/** What the panel shows: `{ actor }` or `{ relations }`, by index; null where it is closed. */
let selection = null;
/** What had the focus before the panel opened. */
let opener = null;

const plainNames = (relation) => `${data.actors[relation.source].name} – ${data.actors[relation.target].name}`;

/** The words that say how firm a reading is: "alleged, disputed; funding". */
function firmness(reading) {
  let text = reading.status + (reading.disputed ? ", disputed" : "");
  if (reading.support !== undefined && reading.support !== "unspecified") text += `; ${reading.support}`;
  return text;
}

/** A passage with its quote, and in that the word that expresses the relation, marked. */
function passageOf(mention) {
  const text = data.passages[mention.passage];
  const [from, to] = mention.quote;
  const trigger = [Math.max(from, mention.trigger[0]), Math.min(to, Math.max(from, mention.trigger[1]))];
  const quote = make("mark", { class: "quote" }, text.slice(from, trigger[0]));
  if (trigger[1] > trigger[0]) quote.append(make("strong", {}, text.slice(...trigger)));
  quote.append(text.slice(Math.max(trigger[0], trigger[1]), to));
  return make("blockquote", {}, text.slice(0, from), quote, text.slice(to));
}

function articleLine(index) {
  const article = data.articles[index];
  const address = webAddress(article.url ?? "");
  const title = article.title || article.id;
  const link = address === null
    ? title
    : make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, title);
  const rest = [article.publisher, article.date, article.copyOf && `copy of ${article.copyOf}`].filter(Boolean);
  return make("p", { class: "article" }, link, rest.length > 0 ? ` — ${rest.join(", ")}` : "");
}

/** The quotes of a relation, each once though several rules found it, the surest first. */
function quotesOf(relation, reading) {
  const counted = reading ? [...reading.mentions] : [];
  for (const mention of relation.mentions) {
    // Of a difference, what went is part of the story.
    if (mention.change === "lost" && !counted.includes(mention)) counted.push(mention);
  }
  const groups = new Map();
  for (const mention of counted) {
    const key = `${mention.article} ${mention.passage} ${mention.quote}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(mention);
  }
  const surest = (mentions) => Math.max(...mentions.map((mention) => mention.confidence));
  return [...groups.values()].sort((a, b) => surest(b) - surest(a));
}

function evidenceItem(mentions, relation) {
  const first = mentions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const facts = [...new Set(mentions.map(firmness))].join(" / ");
  const list = make("dl", {},
    make("dt", {}, "Says"), make("dd", {}, facts),
    first.attribution && [make("dt", {}, "According to"), make("dd", {}, first.attribution)],
    first.initiator !== undefined && [make("dt", {}, "Attacked"), make("dd", {}, data.actors[first.initiator].name)],
    make("dt", {}, mentions.length > 1 ? "Rules" : "Rule"),
    make("dd", {}, make("code", {}, [...new Set(mentions.map((mention) => mention.rule))].join(", "))),
    make("dt", {}, "Confidence"), make("dd", {}, first.confidence.toFixed(2)));
  const mark = { gained: "new", lost: "gone" }[first.change];
  const item = make("li", { class: `evidence ${first.change ?? ""}` },
    mark && make("p", { class: `flag ${first.change}` }, mark), passageOf(first), articleLine(first.article), list);
  if (typeof correctQuote === "function") item.append(correctQuote(relation, first));
  return item;
}

function relationPart(index) {
  const relation = data.relations[index];
  const reading = view.readings[index];
  const quotes = quotesOf(relation, reading);
  const summary = reading
    ? [firmness(reading), `confidence ${reading.confidence.toFixed(2)}`, counted(quotes.length, "quote"),
      counted(reading.sources, "source")].join(" · ")
    : "hidden by the filters";
  const changed = relation.change && relation.change !== "unchanged" &&
    make("p", { class: `flag ${relation.change}` }, changeNames[relation.change],
      relation.summary ? `: ${relation.summary}` : "");
  const part = make("section", { class: "relation" },
    make("h3", {}, relation.sentence), changed, relation.accepted && make("p", { class: "flag accepted" }, "confirmed"),
    make("p", { class: "summary" }, summary),
    make("p", { class: "ends" }, "Of ", actorButton(relation.source), " and ", actorButton(relation.target)),
    make("ol", { class: "quotes" }, quotes.map((mentions) => evidenceItem(mentions, relation))));
  if (typeof correctRelation === "function") part.append(correctRelation(relation));
  return part;
}

const actorButton = (index) =>
  make("button", { type: "button", class: "plain", on: { click: () => select({ actor: index }) } },
    data.actors[index].name);

function actorPart(index) {
  const actor = data.actors[index];
  const others = actor.aliases.filter((alias) => alias !== actor.name);
  const hops = make("select", { id: "hops", "aria-label": "How far around" },
    [1, 2, 3].map((number) => make("option", { value: number, selected: number === choice.hops }, counted(number, "step"))));
  const settle = (focus) => {
    choice.focus = focus;
    choice.hops = Number(hops.value);
    update();
    showSelection();
  };
  hops.addEventListener("change", () => choice.focus === index && settle(index));
  const focus = make("p", { class: "focus" },
    choice.focus === index
      ? make("button", { type: "button", id: "focus", on: { click: () => settle(null) } }, "Show all actors")
      : make("button", { type: "button", id: "focus", on: { click: () => settle(index) } }, "Show only what is around it"),
    " ", hops);
  const shown = actor.relations.filter((relation) => view.readings[relation.index] !== null);
  const list = make("ul", { class: "relations" }, shown.map((relation) => {
    const reading = view.readings[relation.index];
    return make("li", {},
      make("button", { type: "button", class: `plain t-${relation.type}`, on: { click: () => select({ relations: [relation.index] }) } },
        relation.sentence), ` (${firmness(reading)})`);
  }));
  const part = make("section", { class: "actor" },
    make("p", { class: "summary" }, words(actor.kind), actor.change && actor.change !== "unchanged" ? ` · ${changeNames[actor.change]}` : ""),
    others.length > 0 && make("p", {}, "Also named: ", others.join(", ")),
    focus, make("h3", {}, counted(shown.length, "relation")), list);
  if (typeof correctActor === "function") part.append(correctActor(actor));
  return part;
}

/** Opens the panel on something, or closes it with null. */
function select(chosen, { returning = true } = {}) {
  if (chosen !== null && selection === null) opener = document.activeElement;
  selection = chosen;
  showSelection();
  if (chosen !== null) {
    $("panel-title").focus({ preventScroll: true });
    const [key, value] = chosen.actor !== undefined
      ? ["actor", data.actors[chosen.actor].id]
      : ["relation", chosen.relations.map((index) => relationKey(data.relations[index])).join("&")];
    history.replaceState(null, "", `#${key}=${encodeURIComponent(value)}`);
  } else {
    history.replaceState(null, "", "#");
    if (returning && opener?.isConnected) opener.focus({ preventScroll: true });
  }
  markSelection();
}

const relationKey = (relation) =>
  [data.actors[relation.source].id, relation.type, data.actors[relation.target].id].join(" ");

function showSelection() {
  const panel = $("panel");
  panel.hidden = selection === null;
  document.body.classList.toggle("with-panel", selection !== null);
  if (selection === null) return panel.replaceChildren();
  const title = selection.actor !== undefined
    ? data.actors[selection.actor].name
    : plainNames(data.relations[selection.relations[0]]);
  panel.replaceChildren(
    make("div", { class: "panel-head" },
      make("h2", { id: "panel-title", tabindex: -1 }, title),
      make("button", { type: "button", id: "close", "aria-label": "Close", on: { click: () => select(null) } }, "×")),
    ...(selection.actor !== undefined ? [actorPart(selection.actor)] : selection.relations.map(relationPart)));
  panel.scrollTop = 0;
}

/** Opens what the address names after `#`. */
function selectFromAddress() {
  const match = /^#(actor|relation)=(.+)$/.exec(location.hash);
  if (!match) return;
  let value;
  try {
    value = decodeURIComponent(match[2]);
  } catch {
    return;
  }
  if (match[1] === "actor") {
    const actor = data.actors.find((each) => each.id === value);
    if (actor) select({ actor: actor.index });
  } else {
    const keys = value.split("&");
    const found = data.relations.filter((relation) => keys.includes(relationKey(relation)));
    if (found.length > 0) select({ relations: found.map((relation) => relation.index) });
  }
}
