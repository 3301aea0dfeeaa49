// An answer, from its status in words down to what one can do with it.

import { actions } from "./actions.js";
import { choices } from "./choices.js";
import { figures } from "./figures.js";
import { searched } from "./searched.js";
import { series } from "./series.js";
import { sources } from "./sources.js";
import { answerText } from "./text.js";
import { element, joined } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { language, words } from "../tools/language.js";

// The parts of a turn's answer in reading order.
export function answerParts(turn, deeds) {
  const { answer } = turn;
  return [
    statusChip(answer.status),
    answerText(turn),
    choices(turn, deeds),
    figures(turn),
    series(turn),
    searched(turn),
    sources(turn, words().sources, answer.citations),
    sources(turn, words().nearest, answer.related),
    madeLine(answer),
    actions(turn),
  ];
}

// On paper the answer says by what it was made, and when.
function madeLine({ made }) {
  const version = made ? `${new Date(made.time).toLocaleString(language())} · Nämndsvar ${made.product}` : "Nämndsvar";
  return element("p", { className: "only-print" }, joined(version, words().reminder));
}

function statusChip(status) {
  return element("p", { className: `status ${status}` }, icon(status), element("span", {}, words().status[status]));
}
