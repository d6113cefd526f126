// Finding an actor by any of its names.

/** The spelling under which names are compared: as the program's, without case, accents, possessives and articles. */
function searchKey(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("ß", "ss").replaceAll("æ", "ae").replaceAll("œ", "oe").replaceAll("ø", "o").replaceAll("ł", "l")
    .replaceAll("đ", "d").replaceAll("ð", "d").replaceAll("þ", "th").replaceAll("ı", "i");
  const key = plain.replace(/['’]s(?!\p{L})/gu, " ").replaceAll(".", "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return key.replace(/^(?:the|a|an) (?=.)/, "");
}

const names = data.actors.filter((actor) => actor.relations.length > 0).flatMap((actor) =>
  [...new Set([actor.name, ...actor.aliases, actor.id])].map((name) => ({ actor, name, key: searchKey(name) })));

const initials = (key) =>
  key.split(" ").filter((word) => !["of", "the", "and", "for", "in", "on"].includes(word)).map((word) => [...word][0]).join("");

/** The actors that a name may mean, the best first: so named, named so at the beginning, at a word, by initials, anywhere. */
function find(text) {
  const key = searchKey(text);
  if (key === "") return [];
  const found = new Map();
  for (const each of names) {
    const rank = each.key === key ? 0 : each.key.startsWith(key) ? 1 : each.key.includes(` ${key}`) ? 2
      : initials(each.key) === key ? 3 : each.key.includes(key) ? 4 : null;
    if (rank === null) continue;
    const known = found.get(each.actor);
    if (known === undefined || rank < known.rank) found.set(each.actor, { ...each, rank });
  }
  return [...found.values()].sort((a, b) =>
    a.rank - b.rank || b.actor.relations.length - a.actor.relations.length || (a.actor.name < b.actor.name ? -1 : 1)).slice(0, 12);
}

function startSearch() {
  const [input, list] = [$("search"), $("found")];
  let results = [];
  let active = -1;
  function show(found) {
    results = found;
    active = found.length > 0 ? 0 : -1;
    list.replaceChildren(...found.map(({ actor, name }, index) =>
      make("li", {
        id: `found-${index}`, role: "option", "data-actor": actor.index,
        on: {
          pointerdown: (event) => {
            event.preventDefault();
            choose(index);
          },
        },
      }, actor.name, name !== actor.name && make("span", { class: "alias" }, ` — ${name}`))));
    if (input.value.trim() !== "" && found.length === 0) list.append(make("li", { class: "none" }, "nobody of that name"));
    const isOpen = list.childElementCount > 0;
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    mark();
  }
  function mark() {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `found-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }
  function choose(index) {
    const actor = results[index].actor;
    show([]);
    input.value = actor.name;
    list.hidden = true;
    const node = nodeOf.get(actor.index);
    if (node && !$("view-diagram").hidden) {
      anchor = actor.index;
      setCurrent(node, false);
      reveal(node);
    }
    select({ actor: actor.index });
  }
  input.addEventListener("input", () => show(find(input.value)));
  input.addEventListener("blur", () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (results.length === 0) return;
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length;
      mark();
    } else if (event.key === "Enter" && active >= 0) {
      choose(active);
    } else if (event.key === "Escape" && !list.hidden) {
      show([]);
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest?.("input, textarea, select")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
