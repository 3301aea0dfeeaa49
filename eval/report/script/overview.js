// The top of the report: headline figures, the two-by-two tables, and every figure in one table.

const HEADLINES = [["strict", "all"], ["answer", "answerable"], ["citation", "answerable"], ["fidelity", "all"], ["refused_right", "unanswerable"], ["recall@5", "all"]];
const EXPLAINED = {
  strict: "right text, right place cited, refused when it should",
  answer: "holds all it must say, of those that have an answer",
  citation: "a cited place holds the answer",
  fidelity: "every number stands in a cited quote or follows from one",
  refused_right: "said that the documents do not answer",
  "recall@5": "a right paragraph among the first five found",
};

// The contract counts a metric over the questions that it concerns; `all` is the fallback for the narrower group.
const headlineFigure = (run, language, group, metric) => figure(run, language, group, metric) ?? figure(run, language, "all", metric);

function headline(run, languages) {
  return HEADLINES.map(([metric, group]) => {
    const whole = headlineFigure(run, "all", group, metric);
    const split = languages.map((language) => [language, headlineFigure(run, language, group, metric)]).filter(([, one]) => known(one));
    return node("div", { class: `headline ${metric === "strict" ? "first" : ""}` },
      node("h3", {}, metricName(metric)),
      node("p", { class: "number" }, known(whole) ? percent(whole.value) : "–"),
      known(whole) ? bar(whole) : null,
      node("p", { class: "interval" }, known(whole) ? `${interval(whole)} · ${count(whole)}` : "not measured"),
      node("p", { class: "split" }, split.map(([language, one]) => span("", `${language} ${percent(one.value)}`))),
      node("p", { class: "explained" }, EXPLAINED[metric]));
  });
}

function bar(figure) {
  const x = scale(0, 1, 0, 100);
  return drawn("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", class: "span", role: "img", "aria-label": spoken(figure) },
    drawn("rect", { x: 0, y: 2.5, width: 100, height: 1, class: "ground" }),
    drawn("rect", { x: x(figure.low), y: 1.5, width: Math.max(x(figure.high) - x(figure.low), 0.5), height: 3, class: "range" }),
    drawn("rect", { x: Math.min(x(figure.value), 99.2), y: 0, width: 0.8, height: 6, class: "value" }));
}

function refusalPlot(run, show) {
  const cell = (answerable, refused) => run.cases.filter((one) => one.answerable === answerable && one.verdict.refused === refused);
  const right = (cases) => cases.filter((one) => one.verdict.strict).length;
  const [kept, wrongly, anyway, rightly] = [cell(true, false), cell(true, true), cell(false, false), cell(false, true)];
  return plate("refusal", "Answer or refuse", "Of questions that the documents answer, and of those that they do not.",
    quadrant(["answered", "refused"], ["have an answer", "have none"], [
      [{ cases: kept, good: true, note: `${right(kept)} strictly right` }, { cases: wrongly, good: false, note: refusalNote(run, "refused_wrongly"), act: () => show(true) }],
      [{ cases: anyway, good: false, note: refusalNote(run, "answered_anyway"), act: () => show(false) }, { cases: rightly, good: true, note: refusalNote(run, "refused_right") }],
    ]));
}

function refusalNote(run, metric) {
  const found = figure(run, "all", "all", metric) ?? figure(run, "all", metric === "refused_wrongly" ? "answerable" : "unanswerable", metric);
  return known(found) ? `${percent(found.value)} (${interval(found)})` : "";
}

function parityPlot(run, languages) {
  const parity = run.parity;
  if (!parity?.groups || languages.length < 2) return null;
  const cell = (number, good, note) => ({ cases: { length: number }, good, note });
  const share = (number) => percent(number / parity.groups);
  const numbers = Number.isFinite(parity.same_answer_numbers) ? `; the same numbers in ${percent(parity.same_answer_numbers)}` : "";
  return plate("parity", "Swedish beside English", `The same verdict in ${percent(parity.same_strict)} of ${plural(parity.groups, "pair")}${numbers}.`,
    quadrant(["English right", "English wrong"], ["Swedish right", "Swedish wrong"], [
      [cell(parity.both_strict, true, share(parity.both_strict)), cell(parity.sv_only, false, share(parity.sv_only))],
      [cell(parity.en_only, false, share(parity.en_only)), cell(parity.neither, null, share(parity.neither))],
    ]));
}

function quadrant(columns, rows, cells) {
  const box = ({ cases, good, note, act }) => {
    const told = [span("number", cases.length), span("note", note)];
    return node("td", { class: good === null ? "" : good ? "good" : "bad" },
      act && cases.length ? node("button", { type: "button", on: { click: act } }, told) : node("div", {}, told));
  };
  return node("table", { class: "quadrant" },
    node("thead", {}, node("tr", {}, node("td"), columns.map((text) => node("th", { scope: "col" }, text)))),
    node("tbody", {}, rows.map((text, row) => node("tr", {}, node("th", { scope: "row" }, text), cells[row].map(box)))));
}

// Every figure of the summary, a table for each language.
function figuresTable(run) {
  return Object.entries(run.summary ?? {}).map(([language, groups]) => {
    const metrics = Object.keys(METRICS).filter((metric) => Object.values(groups).some((group) => known(group[metric])));
    const cell = (found) => node("td", {}, known(found) ? [span("", found.value.toFixed(2)), span("tick", ` ${found.low.toFixed(2)}–${found.high.toFixed(2)}`)] : "");
    const row = ([group, figures]) => node("tr", {}, node("th", { scope: "row" }, group.startsWith("kind:") ? kindName(group.slice(5)) : node("b", {}, group)), metrics.map((metric) => cell(figures[metric])));
    return node("table", { class: "figures" },
      node("caption", {}, language === "all" ? "All languages" : languageName(language)),
      node("thead", {}, node("tr", {}, node("td"), metrics.map((metric) => node("th", { scope: "col" }, metricName(metric))))),
      node("tbody", {}, Object.entries(groups).map(row)));
  });
}
