// The numbers that the answer states: how large, of what, about when; and how one was worked out.

import { citationOfFigure } from "./matching.js";
import { mark, withMarks } from "./text.js";
import { element, joined } from "../tools/elements.js";
import { number, period } from "../tools/formats.js";
import { words } from "../tools/language.js";

const MOST = 6;
const COUNT = /^count\(/; // the one operation that has a name

export function figures(turn) {
  const { answer } = turn;
  const shown = answer.status === "clarify" ? [] : answer.figures.filter((figure) => figure.formula || !answer.series);
  if (!shown.length || shown.length > MOST) return null;
  const sorted = [...shown].sort((one, other) => Boolean(other.formula) - Boolean(one.formula));
  return element("div", { className: "figures", role: "group", "aria-label": words().figures },
    element("ul", {}, ...sorted.map((figure) =>
      element("li", { className: figure.formula ? "figure worked" : "figure" }, ...told(figure, turn)))));
}

function told(figure, turn) {
  const citation = figure.formula ? null : citationOfFigure(turn.answer, figure);
  return [
    element("p", { className: "value" },
      element("span", {}, joinedBySpace(figure.hedge, number(figure.value, turn.answer.language))),
      figure.unit ? element("span", { className: "unit", lang: "sv" }, ` ${figure.unit}`) : null,
      citation ? mark(citation, turn) : null),
    element("p", { className: "measure" },
      element("span", { lang: "sv" }, figure.measure),
      figure.period ? joined(figure.measure && " ", period(figure.period)) : null),
    figure.formula ? formula(figure, turn) : null,
  ];
}

function formula(figure, turn) {
  return element("p", { className: "formula" },
    element("span", { className: "label" }, `${words().computation} `),
    ...withMarks(figure.formula.replace(COUNT, `${words().countOf}(`), turn),
    ` = ${joinedBySpace(number(figure.value, turn.answer.language), figure.unit)}`,
  );
}

function joinedBySpace(...parts) {
  return parts.filter(Boolean).join(" ");
}
