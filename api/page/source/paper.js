// A document as structured text: the cited paragraph marked, those before and after it readable.

import { paragraphView } from "./paragraph.js";
import { button, element } from "../tools/elements.js";
import { words } from "../tools/language.js";

const AROUND = 40; // paragraphs before and after the cited one that are shown at once
const MORE = 120; // that a button adds

export function paperView(head, paragraphs, citation) {
  const cited = citation ? paragraphs.findIndex((one) => one.id === citation.paragraph_id) : 0;
  const part = { from: Math.max(0, cited - AROUND), to: Math.min(paragraphs.length, Math.max(cited, 0) + AROUND + 1) };
  const body = element("div", { className: "paper", lang: "sv" });
  const scroller = element("div", { className: "scroller", tabIndex: 0, role: "region", "aria-label": head.title }, body);
  fill(body, paragraphs, part, citation);
  return { node: scroller, settled: () => toCited(scroller) };
}

function toCited(scroller) {
  const cited = scroller.querySelector(".cited mark") ?? scroller.querySelector(".cited");
  if (!cited) return;
  const from = scroller.getBoundingClientRect().top + scroller.clientHeight / 4;
  scroller.scrollTop += cited.getBoundingClientRect().top - from;
  cited.scrollIntoView({ block: "nearest" }); // in a low window the panel scrolls as a whole
}

function fill(body, paragraphs, part, citation) {
  const { earlier, later } = words();
  const nodes = [];
  const wider = (change) => () => widen(body, paragraphs, { ...part, ...change }, citation);
  if (part.from > 0) nodes.push(more(earlier, wider({ from: Math.max(0, part.from - MORE) })));
  let before = null;
  for (const one of paragraphs.slice(part.from, part.to)) {
    nodes.push(...paragraphView(one, before, citation?.paragraph_id === one.id ? citation : null));
    before = one;
  }
  if (part.to < paragraphs.length) nodes.push(more(later, wider({ to: part.to + MORE })));
  body.replaceChildren(...nodes);
}

// Show more; what was in sight stays where it was, and the focus goes to the text.
function widen(body, paragraphs, part, citation) {
  const scroller = body.parentElement;
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  const upwards = Boolean(body.firstElementChild?.contains(document.activeElement));
  fill(body, paragraphs, part, citation);
  if (upwards) scroller.scrollTop = scroller.scrollHeight - fromEnd;
  scroller.focus({ preventScroll: true });
}

function more(word, action) {
  return element("p", { className: "more" }, button(word, action, { className: "plain" }));
}
