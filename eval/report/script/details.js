// An opened question: what was expected, what was answered, where from, and what search found.

function details(one) {
  const { expected, given } = one;
  const citations = (given.citations ?? []).map((source) => citation(one, source));
  const related = (given.related ?? []).map((source) => citation(one, { ...source, number: null }));
  return node("div", { class: "details" },
    node("div", {},
      part("Earlier turns", one.history?.length ? node("ol", { class: "history" }, one.history.map((turn) => node("li", {}, turn))) : null),
      part("Expected", expectedText(one), places(expected)),
      part("Answered", verdictLine(one), answered(given.text ?? "", one), entries(one), figures(given))),
    node("div", {},
      part(`Cited (${citations.length})`, citations.length ? legend() : node("p", { class: "soft" }, "Nothing is cited."), citations),
      one.retrieval ? part("Found in search", retrieval(one)) : null,
      part("Named as related", related)));
}

function expectedText(one) {
  if (one.answerable) return node("p", {}, one.expected.answer || "–");
  return [node("p", { class: "soft" }, "The documents do not answer this: it should be refused."), one.expected.answer ? node("p", {}, one.expected.answer) : null];
}

function places(expected) {
  const pages = (expected.accept ?? []).map(([document, page]) => `${document} page ${page}`);
  const rows = [["stands in", expected.documents], ["at", expected.locators], ["cells", expected.cells], ["also accepted", pages]];
  const told = rows.filter(([, values]) => values?.length);
  if (!told.length) return null;
  return node("dl", { class: "places" }, told.map(([name, values]) => [
    node("dt", {}, name),
    node("dd", {}, values.map((value) => node("div", {}, name === "at" ? node("mark", { class: "locator" }, value) : value))),
  ]));
}

function verdictLine({ verdict, given }) {
  const precision = Number.isFinite(verdict.citation_precision) ? `citation precision ${percent(verdict.citation_precision)}` : null;
  const recall = Number.isFinite(verdict.citation_recall) ? `recall ${percent(verdict.citation_recall)}` : null;
  const time = Number.isFinite(given.elapsed_ms) ? duration(given.elapsed_ms) : null;
  return node("p", { class: "soft" }, node("b", {}, verdict.status ?? given.status ?? "no status"), ...[precision, recall, time].filter(Boolean).map((text) => ` · ${text}`));
}

function answered(text, { lang, given, expected, verdict }) {
  return node("p", { class: "answer", lang: given.language ?? lang }, marked(text, {
    must: (expected.must ?? []).flatMap((entry) => placesOfEntry(text, entry)),
    forbidden: (verdict.forbidden ?? []).flatMap((entry) => placesOfEntry(text, entry)),
    unsupported: (verdict.unsupported_numbers ?? []).flatMap((number) => placesOfNumber(text, number)),
  }));
}

// Each thing that the answer had to say or not to say, and each number without support, as a word list.
function entries({ expected, verdict }) {
  const shown = (entry) => String(entry).replaceAll("|", " or ");
  const missing = new Set(verdict.missing ?? []);
  const forbidden = new Set(verdict.forbidden ?? []);
  const row = (name, values, state) => values?.length
    ? node("p", { class: "entries" }, span("soft", name), values.map((value) => { const [sign, kind] = state(value); return span(`entry ${kind}`, `${sign} ${shown(value)}`); }))
    : null;
  return [
    row("must say", expected.must, (entry) => (missing.has(entry) ? ["✗ missing:", "bad"] : ["✓", "good"])),
    row("must not say", expected.must_not, (entry) => (forbidden.has(entry) ? ["✗ said:", "bad"] : ["✓ not said:", "good"])),
    row("or both of", expected.must_alt, () => ["", ""]),
    row("no support for", verdict.unsupported_numbers, () => ["✗", "bad"]),
  ];
}

function figures(given) {
  const computed = (given.figures ?? []).filter((one) => one.formula);
  return computed.map((one) => node("p", { class: "formula" }, span("soft", "worked out as "), `${one.formula} = ${one.value} ${one.unit ?? ""}`));
}

function legend() {
  return node("p", { class: "soft legend" }, node("mark", { class: "quote" }, "quote"), " ", node("mark", { class: "locator" }, "place of the answer"));
}
