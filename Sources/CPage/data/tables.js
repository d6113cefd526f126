// The same as tables: relations, actors, articles and corrections; and the list of all evidence for print.

/** How many rows are made at once; the rest comes at a press of a button. */
const portion = 500;

/**
 * A table that can be sorted by its columns. A column has a title, the text of a cell, a value to sort by where the text
 * will not do, and where a press on the cell leads.
 */
function table(caption, columns, rows, sorting) {
  const by = columns[sorting.column];
  const value = by.value ?? by.text;
  const ordered = [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return (x < y ? -1 : x > y ? 1 : 0) * (sorting.descending ? -1 : 1);
  });
  const head = make("tr", {}, columns.map((column, index) => {
    const isSorted = index === sorting.column;
    return make("th", { scope: "col", "aria-sort": isSorted ? (sorting.descending ? "descending" : "ascending") : undefined },
      make("button", {
        type: "button", class: "plain",
        on: { click: () => sorting.by(index, isSorted ? !sorting.descending : column.descending === true) },
      }, column.title));
  }));
  const row = (item) => make("tr", { "data-key": item.id ?? relationKey(item) }, columns.map((column, index) => {
    const content = column.action
      ? make("button", { type: "button", class: "plain", on: { click: () => column.action(item) } }, column.text(item))
      : column.content ? column.content(item) : String(column.text(item));
    return make(index === 0 ? "th" : "td", { scope: index === 0 ? "row" : undefined, class: column.value ? "number" : undefined, "data-value": column.value?.(item) }, content);
  }));
  const body = make("tbody", {}, ordered.slice(0, portion).map(row));
  const element = make("table", {}, make("caption", {}, caption), make("thead", {}, head), body);
  if (ordered.length <= portion) return [element];
  const more = make("button", { type: "button", on: { click: () => {
    body.append(...ordered.slice(body.childElementCount, body.childElementCount + portion).map(row));
    more.hidden = body.childElementCount === ordered.length;
  } } }, "Show more rows");
  return [element, more];
}

const datesOf = (relation) => {
  const dates = view.readings[relation.index].mentions.map((mention) => data.articles[mention.article].date).filter(Boolean).sort();
  return dates.length === 0 ? "" : dates[0] === dates.at(-1) ? dates[0] : `${dates[0]} – ${dates.at(-1)}`;
};

const relationColumns = [
  { title: "Source", text: (each) => data.actors[each.source].name, action: (each) => select({ actor: each.source }) },
  { title: "Relation", text: (each) => words(each.type), action: (each) => select({ relations: [each.index] }) },
  { title: "Target", text: (each) => data.actors[each.target].name, action: (each) => select({ actor: each.target }) },
  data.comparison && { title: "Change", text: (each) => changeNames[each.change] + (each.summary ? `: ${each.summary}` : "") },
  { title: "Status", text: (each) => firmness(view.readings[each.index]) },
  { title: "Confidence", text: (each) => view.readings[each.index].confidence.toFixed(2), value: (each) => view.readings[each.index].confidence, descending: true },
  { title: "Sources", text: (each) => view.readings[each.index].sources, value: (each) => view.readings[each.index].sources, descending: true },
  { title: "Quotes", text: (each) => quotesOf(each, view.readings[each.index]).length, value: (each) => view.readings[each.index].mentions.length, descending: true },
  { title: "Reported", text: datesOf },
].filter(Boolean);

const shownRelations = (actor) => actor.relations.filter((relation) => view.readings[relation.index] !== null);

const actorColumns = [
  { title: "Name", text: (each) => each.name, action: (each) => select({ actor: each.index }) },
  { title: "Kind", text: (each) => words(each.kind) },
  { title: "Also named", text: (each) => each.aliases.filter((alias) => alias !== each.name).join(", ") },
  ...types.map((type) => {
    const count = (each) => shownRelations(each).filter((relation) => relation.type === type).length;
    return { title: words(type), text: (each) => count(each) || "", value: count, descending: true };
  }),
];

const articleColumns = [
  { title: "Article", text: (each) => each.title || each.id, content: (each) => articleLink(each) },
  { title: "Publisher", text: (each) => each.publisher ?? "" },
  { title: "Date", text: (each) => each.date ?? "" },
  { title: "Copy of", text: (each) => each.copyOf ?? "" },
];

function articleLink(article) {
  const address = webAddress(article.url ?? "");
  const title = article.title || article.id;
  return address === null ? title : make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, title);
}

function correctionList() {
  if (data.corrections.length === 0) return [make("p", {}, "No corrections: the graph is as it was read.")];
  return [
    make("h2", {}, "Corrections by an analyst, in order"),
    make("ol", { class: "corrections" }, data.corrections.map((correction, index) =>
      make("li", {}, make("code", {}, correction.text), correction.note && make("p", {}, correction.note),
        typeof undoCorrection === "function" && undoCorrection(index)))),
  ];
}

const sortings = {};

function showTable(name, columns, rows, caption) {
  const sorting = (sortings[name] ??= { column: 0, descending: false });
  sorting.by = (column, descending) => {
    Object.assign(sorting, { column, descending });
    showTable(name, columns, rows, caption);
    $(`view-${name}`).querySelectorAll("thead button")[column].focus();
  };
  $(`view-${name}`).replaceChildren(...table(caption, columns, rows, sorting));
}

const makers = {
  relations: () => showTable("relations", relationColumns, data.relations.filter((each) => view.readings[each.index] !== null), "Relations; a press on one shows its evidence"),
  actors: () => showTable("actors", actorColumns, data.actors.filter((each) => view.actors[each.index]), "Actors, with the number of relations of each type"),
  articles: () => showTable("articles", articleColumns, data.articles.filter(passes), "Articles"),
  corrections: () => $("view-corrections").replaceChildren(...correctionList()),
};

/** All that is shown, with its quotes, for paper. */
function makePrintList() {
  const shown = data.relations.filter((relation) => view.readings[relation.index] !== null);
  $("print-list").replaceChildren(make("h2", {}, "Evidence"), ...shown.map((relation) => {
    const reading = view.readings[relation.index];
    return make("section", {}, make("h3", {}, `${relation.sentence} (${firmness(reading)})`),
      make("ul", {}, quotesOf(relation, reading).map(([mention]) => make("li", {},
        `“${data.passages[mention.passage].slice(...mention.quote)}”`,
        mention.attribution && ` according to ${mention.attribution}`, articleLine(mention.article)))));
  }));
}
