// What the page knows, and how it makes elements. Text from articles only ever becomes text.

const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);

/** Makes an element; handlers are given under `on`, and what is undefined, null or false is left out. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const words = (name) => name.replaceAll("_", " ");
const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

const types = ["backs", "allied_with", "fighting", "opposes", "negotiates_with", "part_of"];
const statuses = ["asserted", "alleged", "denied", "possible", "ended"];
const kinds = [
  "state", "government", "armed_group", "coalition", "international_organization", "political_party", "community",
  "person", "other",
];
const supports = ["military", "material", "funding", "training", "intelligence", "sanctuary", "political"];
const changes = ["added", "gone", "changed", "unchanged"];
const changeNames = { added: "new", gone: "gone", changed: "changed", unchanged: "as before" };

data.actors.forEach((actor, index) => {
  actor.index = index;
  actor.relations = [];
});
data.relations.forEach((relation, index) => {
  relation.index = index;
  for (const mention of relation.mentions) {
    const passage = data.passages[mention.passage];
    mention.text = passage.slice(mention.quote[0], mention.quote[1]).normalize("NFC");
  }
  data.actors[relation.source].relations.push(relation);
  data.actors[relation.target].relations.push(relation);
});

/** The first and last day that a date of day, month or year may mean, as numbers; null for none. */
function daysOf(date) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? "");
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  const first = year * 10000 + (month || 1) * 100 + (day || 1);
  return [first, year * 10000 + (month || 12) * 100 + (day || 31)];
}
for (const article of data.articles) article.days = daysOf(article.date);

/** An address that a link may lead to; null for any that is not of the web. */
function webAddress(text) {
  try {
    const address = new URL(text);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
  } catch {
    return null;
  }
}
