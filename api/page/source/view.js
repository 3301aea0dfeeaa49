// A document in the panel: what it is, where the passage stands, and the ways to look at it.

import { originalLink } from "./original.js";
import { pageView } from "./page.js";
import { paperView } from "./paper.js";
import { dateWords, placeWords, voice } from "./place.js";
import { sheetView } from "./sheet.js";
import { tabs } from "./tabs.js";
import { element, joined } from "../tools/elements.js";
import { wholeDocument } from "../tools/server.js";
import { words } from "../tools/language.js";

// The nodes of a document; at a citation's place, or from its beginning where `citation` is null.
// beside: what leads to the answer's other sources.
export async function sourceView(documentId, citation, beside = []) {
  const whole = await wholeDocument(documentId);
  const body = tabs(waysToLook(whole, citation));
  return {
    tools: [...beside, originalLink(whole.document, citation)],
    nodes: [heading(whole.document, citation), ...body.nodes],
    settled: body.settled,
  };
}

// The original's own page first where there is one, the marked table where cells are cited, the text always.
function waysToLook(whole, citation) {
  const { views } = words();
  const { document: head, paragraphs } = whole;
  return [
    head.format === "pdf" ? { name: "page", title: views.page, view: () => pageView(head, citation) } : null,
    citation?.cells.length ? { name: "table", title: views.table, view: () => sheetView(head, citation) } : null,
    { name: "text", title: views.text, view: () => paperView(head, paragraphs, citation) },
  ].filter(Boolean);
}

function heading(head, citation) {
  const { kinds } = words();
  return element("div", { className: "paper-head" },
    element("p", { className: "kind" }, joined(kinds[head.kind] ?? head.kind, head.committee)),
    element("h2", { id: "panel-title", tabIndex: -1, lang: "sv" }, head.title),
    element("p", { className: "facts" },
      citation ? placeWords(citation) : joined(head.dnr && `dnr ${head.dnr}`, dateWords(head))),
    citation ? element("p", { className: "source-voice" }, ...voice(citation)) : null,
    element("p", { className: "facts file", lang: "sv" }, head.document),
  );
}
