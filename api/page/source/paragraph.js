// One paragraph of a document, with what is new above it: headings, a page, a voice.

import { marked } from "./quote.js";
import { roleChip } from "./place.js";
import { element } from "../tools/elements.js";
import { language, words } from "../tools/language.js";

// The nodes of a paragraph; `before` is the one just above, `citation` is given where it is the cited one.
export function paragraphView(one, before, citation) {
  const path = one.headings.join(" › ");
  const newPage = one.page && one.page !== before?.page;
  const headed = one.form === "heading" || before?.form === "heading";
  const newPath = path && path !== before?.headings.join(" › ") && !headed;
  return [
    newPage ? element("p", { className: "page-mark", lang: language() }, `${words().page} ${one.page}`) : null,
    newPath ? element("p", { className: "path" }, path) : null,
    paragraph(one, citation, heard(one) && (citation || heard(one) !== (before && heard(before)))),
  ].filter(Boolean);
}

// Who is heard; headings and formalities without a name are nobody's words.
function heard(one) {
  const nobody = one.form === "heading" || (!one.speaker && ["procedure", "furniture"].includes(one.role));
  return nobody ? null : `${one.role} ${one.speaker}`;
}

// `named` says who speaks, which is left out where it is the same as just above.
function paragraph(one, citation, named) {
  const { paragraph: word, cited, repaired, answersTo } = words();
  const marks = citation ? { className: "paragraph cited", role: "group", "aria-label": cited, id: "cited" } : {};
  return element("div", { className: "paragraph", ...marks },
    element("span", { className: "number-mark", title: `${word} ${one.paragraph}` }, String(one.paragraph)),
    named ? element("p", { className: "voice", lang: language() },
      roleChip(one.role), one.speaker ? element("span", {}, one.speaker) : null) : null,
    one.question && citation ? element("p", { className: "asked" }, `${answersTo}: ${one.question}`) : null,
    one.rows.length ? table(one.rows, citation) : wording(one, citation),
    citation && one.text_repaired ? element("p", { className: "repaired" }, `${repaired} ${one.text_repaired}`) : null,
  );
}

// The cited paragraph stands verbatim with the quote marked; the others as they are best read.
function wording(one, citation) {
  const marker = one.marker ? `${one.marker} ` : "";
  const tag = one.form === "heading" ? "h3" : "p";
  if (!citation) return element(tag, { className: `text ${one.form}` }, marker + (one.text_repaired ?? one.text));
  return element(tag, { className: `text ${one.form}` }, marker, ...marked(one.text, citation.quote));
}

function table(rows, citation) {
  const quote = citation ? folded(citation.quote) : "";
  return element("div", { className: "scrolling", tabIndex: 0, role: "group", "aria-label": words().table },
    element("table", { className: "grid" }, element("tbody", {}, ...rows.map((row) => {
      const text = folded(row.filter(Boolean).join(" "));
      const hit = quote && text && (quote.includes(text) || text.includes(quote));
      const shown = (cell) => (hit && cell ? element("mark", {}, cell) : cell);
      return element("tr", { className: hit ? "hit" : "" }, ...row.map((cell) => element("td", {}, shown(cell))));
    }))),
  );
}

function folded(text) {
  return text.split(/\s+/).join(" ").trim();
}
