// The views, the theme, and the start.

const viewNames = { diagram: "Diagram", relations: "Relations", actors: "Actors", articles: "Articles" };
if (data.live || data.corrections.length > 0) viewNames.corrections = "Corrections";
if (data.live) viewNames.live = "Add and ask";

let shownView = "diagram";

function showView(name) {
  shownView = name;
  for (const each of Object.keys(viewNames)) {
    $(`view-${each}`).hidden = each !== name;
    $(`show-${each}`).setAttribute("aria-pressed", String(each === name));
  }
  makers[name]?.();
}

function startTheme() {
  const button = $("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const settle = () => (button.textContent = isDark() ? "Light" : "Dark");
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    settle();
  });
  dark.addEventListener("change", settle);
  settle();
}

update();
startFilters();
startDiagram();
listeners.push(() => makers[shownView]?.());
startSearch();
startTheme();
$("views").append(...Object.entries(viewNames).map(([name, title]) =>
  make("button", { type: "button", id: `show-${name}`, "aria-pressed": String(name === "diagram"), on: { click: () => showView(name) } }, title)));
let themeOnScreen;
addEventListener("beforeprint", () => {
  makePrintList();
  themeOnScreen = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
});
addEventListener("afterprint", () => {
  if (themeOnScreen) document.documentElement.dataset.theme = themeOnScreen;
  else delete document.documentElement.dataset.theme;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && selection !== null) select(null);
});
if (typeof startLive === "function") startLive();
selectFromAddress();
document.documentElement.dataset.ready = "true";
performance.mark("ready");
