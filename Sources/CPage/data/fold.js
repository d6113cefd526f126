// What the mentions of a relation say together: the same fold as the program's (EdgeFold.swift), so that filters by date
// and publisher recompute what is drawn. A test compares the two.

/** For each article that repeats another, or is repeated, the same mark as all of its copies. */
const sourceOfArticle = (() => {
  const leaders = new Map();
  const leader = (id) => {
    let current = id;
    while (leaders.has(current) && leaders.get(current) !== current) current = leaders.get(current);
    return current;
  };
  for (const article of data.articles) {
    if (article.copyOf === undefined) continue;
    const [a, b] = [leader(article.id), leader(article.copyOf)];
    const [first, second] = a < b ? [a, b] : [b, a];
    leaders.set(second, first);
    leaders.set(first, first);
  }
  return { any: leaders.size > 0, of: (article) => leader(data.articles[article].id) };
})();

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Of each source the mentions of the article that weighs most, of equal ones the first. */
function withoutCopies(mentions) {
  const articles = new Map();
  for (const mention of mentions) {
    const source = sourceOfArticle.of(mention.article);
    if (!articles.has(source)) articles.set(source, new Map());
    const copies = articles.get(source);
    if (!copies.has(mention.article)) copies.set(mention.article, new Map());
    const quotes = copies.get(mention.article);
    quotes.set(mention.text, Math.max(quotes.get(mention.text) ?? 0, mention.confidence));
  }
  const kept = new Map();
  for (const [source, copies] of articles) {
    let best = null;
    for (const [article, quotes] of copies) {
      const weight = sum([...quotes.values()].sort((a, b) => a - b));
      if (best === null || weight > best.weight || (weight === best.weight && article < best.article)) {
        best = { article, weight };
      }
    }
    kept.set(source, best.article);
  }
  return mentions.filter((mention) => kept.get(sourceOfArticle.of(mention.article)) === mention.article);
}

/** The greatest confidence of each different quote, in increasing order. */
function quoteConfidences(given) {
  if (given.length === 1) return [given[0].confidence];
  const best = new Map();
  for (const mention of sourceOfArticle.any ? withoutCopies(given) : given) {
    best.set(mention.text, Math.max(best.get(mention.text) ?? 0, mention.confidence));
  }
  return [...best.values()].sort((a, b) => a - b);
}

const weigh = (mentions, isCounted) => sum(quoteConfidences(mentions.filter(isCounted)));

function foldStatus(mentions) {
  const flagged = mentions.some((mention) => mention.disputed === true);
  const only = mentions[0].status;
  if (mentions.every((mention) => mention.status === only)) return { status: only, disputed: flagged };
  const weight = (status) => weigh(mentions, (mention) => mention.status === status);
  const has = new Set(mentions.map((mention) => mention.status));
  const disputed = flagged || (has.has("denied") && (has.has("asserted") || has.has("alleged")));
  const [asserted, alleged, possible, denied] = ["asserted", "alleged", "possible", "denied"].map(weight);
  const date = (mention) => data.articles[mention.article].date ?? "";
  if (has.has("ended")) {
    const telling = mentions.filter((mention) => ["asserted", "alleged", "ended"].includes(mention.status));
    const latest = telling.map(date).reduce((a, b) => (a < b ? b : a));
    const isOver = (mention) => mention.status === "ended" && date(mention) === latest;
    const isOngoing = (mention) =>
      (mention.status === "asserted" || mention.status === "alleged") && date(mention) === latest;
    if (mentions.some(isOver) && weigh(mentions, isOver) >= weigh(mentions, isOngoing)) {
      return { status: "ended", disputed };
    }
  }
  if (has.has("asserted") && 2 * asserted >= alleged + possible && 2 * asserted >= denied) {
    return { status: "asserted", disputed };
  }
  if (has.has("asserted") || has.has("alleged")) {
    return { status: asserted + alleged >= possible ? "alleged" : "possible", disputed };
  }
  return { status: has.has("possible") && possible >= denied ? "possible" : "denied", disputed };
}

function foldSupport(mentions) {
  let best = { kind: "unspecified", weight: -1 };
  for (const kind of supports) {
    if (!mentions.some((mention) => mention.support === kind)) continue;
    const weight = weigh(mentions, (mention) => mention.support === kind);
    if (weight > best.weight) best = { kind, weight };
  }
  return best.kind;
}

/** The surest quote of each source counts; the same words in several sources stand for the first of them. */
function foldConfidence(mentions) {
  const quotes = new Map();
  for (const mention of mentions) {
    const source = sourceOfArticle.of(mention.article);
    const known = quotes.get(mention.text) ?? { source, confidence: 0 };
    quotes.set(mention.text, {
      source: known.source < source ? known.source : source,
      confidence: Math.max(known.confidence, mention.confidence),
    });
  }
  const best = new Map();
  for (const { source, confidence } of quotes.values()) {
    best.set(source, Math.max(best.get(source) ?? 0, confidence));
  }
  const confidences = [...best.values()].sort((a, b) => a - b);
  const doubt = confidences.reduce((rest, confidence) => rest * (1 - confidence), 1);
  return Math.round(Math.max(confidences.at(-1), Math.min(1 - doubt, 0.99)) * 1000) / 1000;
}

/** The reading of a relation that some of its mentions support; there must be one. */
function fold(relation, mentions) {
  return {
    ...foldStatus(mentions),
    support: relation.type === "backs" ? foldSupport(mentions) : undefined,
    confidence: foldConfidence(mentions),
    sources: new Set(mentions.map((mention) => sourceOfArticle.of(mention.article))).size,
    mentions,
  };
}
