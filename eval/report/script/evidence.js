// Where an answer comes from: a citation with its paragraph, and the paragraphs that search found.

const SHOWN = 5;

// "document, page 3, § 31, paragraph 34" and what else says where it stands.
function placeOf(source) {
  const cells = source.cells?.length ? `${source.sheet ? `${source.sheet} ` : ""}${source.cells.join(", ")}` : source.sheet;
  return [source.page && `page ${source.page}`, source.section, cells, source.paragraph && `paragraph ${source.paragraph}`].filter(Boolean).join(" · ");
}

const inDocument = (one, source) => !one.expected.documents?.length || one.expected.documents.includes(source.document);
const locatorPlaces = (one, text) => (one.expected.locators ?? []).flatMap((locator) => placesOf(text, locator));

function holdsPlace(one, source) {
  const named = (source.cells ?? []).flatMap((cell) => [cell, `${source.sheet ?? ""}!${cell}`, `${source.document}!${cell}`]);
  const accepted = (one.expected.accept ?? []).some(([document, page]) => document === source.document && page === source.page);
  const held = inDocument(one, source) && locatorPlaces(one, source.text ?? "").length > 0;
  return held ? "holds the place" : named.some((cell) => one.expected.cells?.includes(cell)) ? "holds the cell" : accepted ? "on an accepted page" : "";
}

// Why the verdict holds a citation for made up: "[2] the reason", or "".
function madeUp(one, source) {
  const sign = `[${source.number}] `;
  return one.verdict.made_up?.find((reason) => reason.startsWith(sign))?.slice(sign.length) ?? "";
}

function citation(one, source) {
  const text = source.text ?? "";
  const quotes = placesOf(text, source.quote);
  const made = madeUp(one, source);
  const held = made ? "" : holdsPlace(one, source);
  const missing = source.quote && !quotes.length;
  return node("div", { class: "citation" },
    sourceLine(source.number ? `[${source.number}]` : "", source, held ? span("good", `✓ ${held}`) : null),
    node("p", { class: "from" }, [source.title, source.speaker, source.role, source.date].filter(Boolean).join(" · ")),
    made ? node("p", { class: "alarm" }, `Made up: ${made}`) : null,
    missing ? node("p", { class: "alarm" }, "The quote does not stand in the paragraph: ", node("q", {}, source.quote)) : null,
    node("p", { class: "paragraph", tabindex: "0" }, marked(text, { quote: quotes, locator: inDocument(one, source) ? locatorPlaces(one, text) : [] })));
}

function sourceLine(number, source, ...more) {
  return node("p", { class: "source" }, span("rank", number), span("document", source.document ?? ""), span("soft", placeOf(source)), ...more);
}

function hit(one, found, rank) {
  return node("li", { class: found.right ? "hit right" : "hit" },
    sourceLine(`${rank}`, found, found.right ? span("good", "✓ right") : null, Number.isFinite(found.score) ? span("soft score", found.score.toFixed(3)) : null),
    node("p", {}, marked(found.text ?? "", { locator: found.right ? locatorPlaces(one, found.text ?? "") : [] }), found.text?.length >= 300 ? "…" : ""));
}

function retrieval(one) {
  const { rank, hits = [] } = one.retrieval;
  const items = hits.map((found, index) => hit(one, found, index + 1));
  const deep = rank > SHOWN ? [items[rank - 1]] : [];
  const rest = items.slice(SHOWN).filter((item) => !deep.includes(item));
  const list = (content) => node("ol", { class: "hits" }, content);
  return [
    node("p", { class: rank ? "" : "alarm" }, rank ? `A right paragraph at rank ${rank}.` : `No right paragraph among the ${hits.length} found.`),
    list([...items.slice(0, SHOWN), ...deep]),
    rest.length ? node("details", {}, node("summary", {}, `${rest.length} more`), list(rest)) : null,
  ];
}
