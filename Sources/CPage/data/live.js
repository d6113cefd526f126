// What a page can do where a server answers it: read articles, ask, correct, download.

const api = (path) => `/api/v1/${path}`;

/** Asks the server; what it refuses becomes an error with its reason. */
async function call(method, path, body) {
  const response = await fetch(api(path), {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? String(response.status));
  return answer;
}

/** Does something that may fail, and says so where it does. */
function attempting(place, work) {
  return async (event) => {
    event?.preventDefault();
    place.replaceChildren();
    try {
      await work(event);
    } catch (error) {
      place.replaceChildren(make("p", { class: "fault", role: "alert" }, error.message));
    }
  };
}

const field = (id, title, attributes = {}) =>
  make("label", { for: id }, title, make("input", { id, autocomplete: "off", ...attributes }));

// Corrections

/** Sends a correction; the page comes back with what it changed. */
async function sendCorrection(correction) {
  await call("POST", "corrections", Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== "")));
  location.reload();
}

function undoCorrection(index) {
  const place = make("div");
  return [make("button", { type: "button", class: "undo", on: { click: attempting(place, async () => {
    await call("DELETE", `corrections/${index + 1}`);
    location.reload();
  }) } }, "Take back"), place];
}

let noteCount = 0;

function correctionBox(summary, makeButtons) {
  const place = make("div");
  const note = make("input", { id: `note-${noteCount++}`, placeholder: "why", "aria-label": "Why", autocomplete: "off" });
  const button = (title, correction, id) =>
    make("button", { type: "button", id, on: { click: attempting(place, () => sendCorrection({ ...correction(), note: note.value })) } }, title);
  return make("details", {}, make("summary", {}, summary), make("div", { class: "correct" }, note, ...makeButtons(button)), place);
}

const correctRelation = (relation) =>
  correctionBox("Correct this relation", (button) => [
    button("It is right", () => ({ accept: relationKey(relation) }), "accept"),
    button("It is wrong", () => ({ reject: relationKey(relation) }), "reject"),
  ]);

const correctQuote = (relation, mention) =>
  correctionBox("Correct this quote", (button) => [
    button("It does not say so", () => ({
      reject: relationKey(relation),
      article: data.articles[mention.article].id,
      quote: data.passages[mention.passage].slice(...mention.quote),
    })),
  ]);

function correctActor(actor) {
  const name = make("input", { "aria-label": "Name", value: actor.name, id: "new-name" });
  const kind = make("select", { "aria-label": "Kind", id: "new-kind" },
    kinds.map((each) => make("option", { value: each, selected: each === actor.kind }, words(each))));
  const other = make("select", { "aria-label": "Other actor", id: "other-actor" },
    data.actors.filter((each) => each !== actor).map((each) => make("option", { value: each.id }, each.name)));
  const alias = make("select", { "aria-label": "Name that means another", id: "other-alias" },
    actor.aliases.map((each) => make("option", {}, each)));
  const second = make("input", { "aria-label": "Who that is", placeholder: "who that is", id: "second-name" });
  const slug = (text) => searchKey(text).replaceAll(" ", "-");
  return correctionBox("Correct this actor", (button) => [
    name, button("Rename", () => ({ rename: actor.id, name: name.value }), "rename"),
    kind, button("Set kind", () => ({ kind: actor.id, is: kind.value }), "set-kind"),
    other, button("It is the same as that", () => ({ merge: [actor.id], into: other.value }), "merge"),
    actor.aliases.length > 0 && [alias, second, button("Means another", () => ({
      split: actor.id, aliases: [alias.value], into: slug(second.value), name: second.value,
    }), "split")],
  ].flat().filter(Boolean));
}

// Articles

async function readArticle(article, place) {
  const bar = make("progress", { max: 1, value: 0, "aria-label": "Reading" });
  place.replaceChildren(bar);
  let state = await call("POST", "readings", article);
  const faults = state.faults;
  while (state.status === "reading") {
    bar.max = Math.max(state.articles, 1);
    bar.value = state.done;
    await new Promise((done) => setTimeout(done, 250));
    state = await call("GET", `readings/${state.id}`);
  }
  const keep = make("button", { type: "button", id: "keep", on: { click: attempting(place, async () => {
    await call("POST", `readings/${state.id}/keep`);
    location.reload();
  }) } }, "Keep it in the graph");
  place.replaceChildren(
    ...faults.map((fault) => make("p", { class: "fault" }, fault)),
    make("p", {}, `${counted(state.articles, "article")} read: ${counted(state.added.length, "new relation")}, ${state.changed.length} changed, ${state.confirmed.length} with more evidence.`),
    make("p", {}, keep, " ", make("a", { href: api(`readings/${state.id}/page`), target: "_blank", rel: "noopener" }, "See it drawn")),
    make("pre", { class: "answer", id: "added" }, state.text));
}

function articleForm() {
  const place = make("div", { id: "reading", "aria-live": "polite" });
  const text = make("textarea", { id: "article-text", rows: 10, required: true, placeholder: "Paste an article, its headline first, or drop a file here." });
  const read = attempting(place, () => readArticle({
    text: text.value, name: text.dataset.name ?? "pasted.txt", date: $("article-date").value, publisher: $("article-publisher").value,
  }, place));
  const form = make("form", { id: "article-form", on: { submit: read } },
    make("h2", {}, "Add an article"),
    make("label", { for: "article-text" }, "Text"), text,
    make("div", { class: "row" },
      field("article-date", "Date", { placeholder: "YYYY-MM-DD" }), field("article-publisher", "Publisher"),
      make("button", { type: "submit", id: "read" }, "See what it adds")),
    place);
  text.addEventListener("input", () => delete text.dataset.name);
  for (const type of ["dragenter", "dragover"]) {
    form.addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.add("dropping");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", attempting(place, async (event) => {
    form.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    text.value = await file.text();
    text.dataset.name = file.name;
    await read();
  }));
  return form;
}

// Questions

const questions = {
  backers: { title: "Who backs", through: true }, allies: { title: "Who stands with" }, enemies: { title: "Who stands against" },
};

function questionForm() {
  const place = make("div", { "aria-live": "polite" });
  const question = make("select", { id: "question" }, Object.entries(questions).map(([value, { title }]) => make("option", { value }, title)));
  const through = make("input", { type: "checkbox", id: "through" });
  const names = make("datalist", { id: "actor-names" }, data.actors.map((actor) => make("option", { value: actor.name })));
  const ask = attempting(place, async () => {
    const fields = new URLSearchParams({ actor: $("asked").value });
    if (through.checked && questions[question.value].through) fields.set("through", "true");
    const answer = await call("GET", `ask/${question.value}?${fields}`);
    place.replaceChildren(make("pre", { class: "answer", id: "answer" }, answer.messages.concat(answer.text).join("\n").trim()));
  });
  return make("form", { on: { submit: ask } }, make("h2", {}, "Ask"), names,
    make("div", { class: "row" }, make("label", { for: "question" }, "Question", question),
      field("asked", "Actor", { list: "actor-names", required: true }),
      make("label", { for: "through" }, through, " through others"),
      make("button", { type: "submit", id: "ask" }, "Ask")), place);
}

function startLive() {
  $("view-live").replaceChildren(articleForm(), questionForm(), make("h2", {}, "Download"),
    make("p", { class: "row" }, ["json", "dot", "svg", "png", "pdf"].map((format) =>
      make("a", { href: api(`download/${format}`), download: `alliance.${format}` }, format.toUpperCase()))));
}
