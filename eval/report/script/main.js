// The report put together: what is drawn where, the keys, the theme, printing, and a link to a question.

const run = JSON.parse(byId("data").textContent);
const languages = languagesOf(run.cases);
const list = new List(byId("list"), byId("more"), languages);
const filters = new Filters(byId("filters"), groupsOf(run.cases), languages, (groups, shows, held) => list.show(groups, shows, held));
const toQuestions = (chosen) => {
  filters.only(chosen);
  byId("questions").scrollIntoView();
};

function begin() {
  byId("title").textContent = `Evaluation of ${run.golden ?? "questions"}`;
  byId("about").textContent = about();
  byId("headline").append(...headline(run, languages));
  byId("plots").append(...[
    kindsPlot(run, languages, (kind) => toQuestions({ kind, result: "all" })),
    refusalPlot(run, (answerable) => toQuestions({ fault: "refusal", answerable, result: "all" })),
    parityPlot(run, languages), recallPlot(run, languages), latencyPlot(run), citationPlot(run, languages),
    faultsPlot(run, languages, (fault) => toQuestions({ fault, result: "all" })),
  ].filter(Boolean));
  byId("figures").addEventListener("toggle", () => byId("figures-table").hasChildNodes() || byId("figures-table").append(...figuresTable(run)));
  byId("help-faults").append(...Object.entries(FAULTS).flatMap(([name, { says }]) => [node("dt", {}, name), node("dd", {}, says)]));
  filters.apply();
  follow();
}

function about() {
  const made = run.made ? new Date(run.made).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }) : null;
  const seconds = Object.values(run.seconds ?? {}).reduce((sum, one) => sum + (one ?? 0), 0);
  return [plural(run.cases.length, "question"), made, run.product && `version ${run.product}`, seconds && `run in ${duration(seconds * 1000)}`].filter(Boolean).join(" · ");
}

// A link that ends in #q-ID opens that question.
function follow() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const group = filters.groups.find((one) => one.cases.some((item) => `q-${item.id}` === wanted));
  if (!group) return;
  filters.only({ result: "all" });
  while (!byId(wanted) && list.drawn < list.rows.length) list.draw(BATCH);
  list.toggle(group, true);
  focusOn(byId(wanted)?.firstElementChild);
}

function focusOn(head) {
  if (!head) return;
  head.focus({ preventScroll: true });
  head.closest(".group").scrollIntoView({ block: "start" });
}

const failed = (one) => !one.verdict.strict || filters.chosen.fault !== "";
const KEYS = {
  j: () => focusOn(list.step(1, failed)),
  k: () => focusOn(list.step(-1, failed)),
  J: () => focusOn(list.step(1, () => true)),
  K: () => focusOn(list.step(-1, () => true)),
  o: () => list.toggleAll(),
  "/": () => filters.search.focus(),
  "?": () => byId("help").showModal(),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("input, select");
  if (event.key === "Escape" && writing) event.target.blur();
  if (writing || event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  if (event.key === "Enter" && event.target === document.body) focusOn(list.step(1, failed));
  if (!KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

const THEMES = ["auto", "light", "dark"];
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
  root.dataset.theme = next;
  byId("theme").textContent = `Theme: ${next}`;
});
byId("help-open").addEventListener("click", KEYS["?"]);
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => list.draw(list.rows.length)); // paper has no scrolling
begin();
