// Plots in rows: strictly right for each kind, how well answers are cited (with intervals), and what went wrong (counted).

const GAP = 10;
const STEP = 15;

// rows: [{label, figures: [figure of each language], act}]. `left` is the room for labels, in units of the drawing.
function shareRows(rows, says, { width, left, right }) {
  const along = scale(0, 1, left, width - right);
  const height = (row) => STEP * Math.max(row.figures.length, 1) + GAP;
  const drawing = [];
  let top = 6;
  for (const row of rows) {
    drawing.push(shareRow(row, along, top, height(row), width));
    top += height(row);
  }
  return canvas(width, top + 24, says, shareRules(along, 2, top), ...drawing);
}

function shareRow(row, along, top, height, width) {
  const middle = (index) => top + GAP / 2 + STEP * (index + 0.5);
  const drawing = drawn("g", { class: row.act ? "row acting" : "row", on: row.act ? { click: row.act } : {} },
    drawn("rect", { x: 0, y: top, width, height, class: "touch" }),
    label(2, top + height / 2 + 4, row.label, row.strong ? "strong" : ""));
  row.figures.forEach((figure, index) => {
    if (!known(figure)) return;
    drawing.append(whisker(index, figure, along, middle(index)));
    drawing.append(label(width - 50, middle(index) + 4, percent(figure.value), `value end ${series(index)}`));
    const told = Number.isFinite(figure.right) ? `${figure.right}/${figure.n}` : `n ${figure.n}`;
    drawing.append(label(width - 2, middle(index) + 4, told, "tick end"));
  });
  return drawing;
}

// Kinds from the best known to the least, worst first, so that the eye lands on what to mend.
function kindsPlot(run, languages, choose) {
  const groups = Object.keys(run.summary?.all ?? run.summary?.[languages[0]] ?? {});
  const value = (group) => figure(run, "all", group, "strict")?.value ?? 2;
  const kinds = groups.filter((group) => group.startsWith("kind:")).sort((a, b) => value(a) - value(b));
  const row = (group, text, act) => ({
    label: text, act, strong: !act, figures: languages.map((language) => figure(run, language, group, "strict")),
  });
  const rows = [
    row("all", "All questions"),
    ...kinds.map((group) => row(group, kindName(group.slice(5)), () => choose(group.slice(5)))),
  ];
  return plate("kinds", "Strictly right, by kind", "With 95% Wilson intervals, weakest first. Choose a row to list its questions.",
    key(languages), shareRows(rows, "Share strictly right for each kind and language", { width: 500, left: 112, right: 104 }));
}

function citationPlot(run, languages) {
  const rows = ["citation", "citation_precision", "citation_recall", "fidelity"].map((metric) => ({
    label: metricName(metric), figures: languages.map((language) => figure(run, language, "all", metric)),
  }));
  return plate("cited", "Citations", "Precision: cited places that hold the answer. Recall: places of the answer that are cited.",
    key(languages), shareRows(rows, "Citations right, precision, recall and supported numbers", { width: 500, left: 128, right: 104 }));
}

function faultsPlot(run, languages, choose) {
  const [width, left, right] = [780, 90, 40];
  const number = (fault, language) => run.cases.filter((one) => one.lang === language && one.faults.includes(fault)).length;
  const names = Object.keys(FAULTS);
  const counts = names.map((fault) => languages.map((language) => number(fault, language)));
  const along = scale(0, Math.max(1, ...counts.flat()), left, width - right);
  const height = STEP * languages.length + GAP;
  const rows = names.map((fault, at) => drawn("g", { class: "row acting", on: { click: () => choose(fault) } },
    drawn("title", {}, FAULTS[fault].says),
    drawn("rect", { x: 0, y: at * height, width, height, class: "touch" }),
    label(2, (at + 0.5) * height + 4, fault),
    counts[at].map((count, index) => faultBar(count, along, at * height + GAP / 2 + STEP * index, index))));
  return plate("wrong", "What went wrong", "Questions with each fault; one question can have several. Choose a row to list them.",
    key(languages), canvas(width, names.length * height + 8, "Number of questions with each fault", ...rows));
}

function faultBar(count, along, top, index) {
  return [
    drawn("rect", { x: along(0), y: top + 2, width: Math.max(along(count) - along(0), 1), height: STEP - 4, class: `${series(index)} stripe` }),
    label(along(count) + 6, top + STEP / 2 + 4, count, `value ${series(index)}`),
  ];
}
