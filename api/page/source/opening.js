// Opening a source, or a document, in the panel.

import { openPanel } from "./panel.js";
import { sourceView } from "./view.js";
import { button, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";

// The document of a citation at the place that it cites; `pressed` gets the focus back.
export function openSource(citation, turn, pressed) {
  const load = () => sourceView(citation.document_id, citation, neighbours(citation, turn));
  return openPanel({ name: `${turn.id}-${citation.number}`, load }, pressed);
}

// The way to the answer's source before this one and after it.
function neighbours(citation, turn) {
  const { citations, related } = turn.answer;
  const all = citations.includes(citation) ? citations : related;
  if (all.length < 2) return [];
  const { source, sourceBefore, sourceAfter, ofAll } = words();
  const at = all.indexOf(citation);
  const go = async (next, word) => {
    await openSource(next, turn, null);
    document.querySelector(`.stepper [aria-label="${word}"]`)?.focus(); // to go on from there
  };
  const move = (name, word, next) => button(icon(name), () => next && go(next, word), {
    className: "round", "aria-label": word, title: word, "aria-disabled": String(!next),
  });
  return [element("span", { className: "stepper" },
    move("back", sourceBefore, all[at - 1]),
    element("span", { className: "where" }, `${source} ${ofAll(at + 1, all.length)}`),
    move("next", sourceAfter, all[at + 1]))];
}

// A document from its beginning; `back` leads to where one came from.
export function openDocument(id, back, pressed) {
  return openPanel({ load: () => sourceView(id, null), back }, pressed);
}
