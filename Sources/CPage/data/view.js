// What is shown: the choice that the reader makes, and what follows from it. Everything else on the page listens.

const choice = {
  types: new Set(types),
  statuses: new Set(statuses),
  kinds: new Set(kinds),
  changes: new Set(changes),
  /** null where all articles count, also those without a publisher. */
  publishers: null,
  least: 0,
  /** The first and the last day, as numbers; null where the slider is at its end. */
  since: null,
  until: null,
  /** An actor, and how many steps around it are shown. */
  focus: null,
  hops: 1,
};

/** For each relation its reading, or null where it is hidden; and for each actor whether it is shown. */
const view = { readings: [], actors: [], shown: 0 };
const listeners = [];

function passes(article) {
  if (choice.since !== null || choice.until !== null) {
    if (article.days === null) return false;
    if (choice.since !== null && article.days[1] < choice.since) return false;
    if (choice.until !== null && article.days[0] > choice.until) return false;
  }
  return choice.publishers === null || choice.publishers.has(article.publisher);
}

/** The reading of a relation under the choice, but for the focus; null where it is hidden. */
function read(relation, isPassing) {
  const isComparison = data.comparison === true;
  if (!choice.types.has(relation.type)) return null;
  if (isComparison && !choice.changes.has(relation.change)) return null;
  const ends = [relation.source, relation.target].map((end) => data.actors[end].kind);
  if (!ends.every((kind) => choice.kinds.has(kind))) return null;
  const counts = (mention) =>
    isPassing[mention.article] && (mention.change !== "lost" || relation.change === "gone");
  const mentions = relation.mentions.every(counts) ? relation.mentions : relation.mentions.filter(counts);
  if (mentions.length === 0) return null;
  // Most choices leave all mentions in: that reading is folded once.
  let reading;
  if (mentions === relation.mentions) {
    relation.whole ??= fold(relation, mentions);
    reading = relation.whole;
  } else {
    reading = fold(relation, mentions);
  }
  return choice.statuses.has(reading.status) && reading.confidence >= choice.least ? reading : null;
}

/** The actors that at most `hops` relations part from the focus. */
function around(readings) {
  let reached = new Set([choice.focus]);
  for (let hop = 0; hop < choice.hops; hop++) {
    const next = new Set(reached);
    data.relations.forEach((relation, index) => {
      if (readings[index] === null) return;
      if (reached.has(relation.source)) next.add(relation.target);
      if (reached.has(relation.target)) next.add(relation.source);
    });
    reached = next;
  }
  return reached;
}

function update() {
  const isPassing = data.articles.map(passes);
  const readings = data.relations.map((relation) => read(relation, isPassing));
  if (choice.focus !== null) {
    const near = around(readings);
    data.relations.forEach((relation, index) => {
      if (!near.has(relation.source) || !near.has(relation.target)) readings[index] = null;
    });
  }
  const actors = data.actors.map((actor) => actor.index === choice.focus);
  let shown = 0;
  data.relations.forEach((relation, index) => {
    if (readings[index] === null) return;
    actors[relation.source] = actors[relation.target] = true;
    shown += 1;
  });
  Object.assign(view, { readings, actors, shown });
  const all = data.relations.length;
  const named = actors.filter(Boolean).length;
  $("count").textContent =
    (shown === all ? counted(all, "relation") : `${shown} of ${counted(all, "relation")}`) +
    ` between ${counted(named, "actor")}`;
  for (const listener of listeners) listener();
}
