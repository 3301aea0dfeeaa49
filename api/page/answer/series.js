// Values in a row: over time as a line with its table, else as a table whose rows are drawn as bars.

import { lineChart } from "./chart.js";
import { citationOf, mark } from "./text.js";
import { element, joined } from "../tools/elements.js";
import { number } from "../tools/formats.js";
import { words } from "../tools/language.js";

export function series(turn) {
  const drawn = turn.answer.series;
  const known = drawn ? drawn.points.filter((point) => point.y !== null) : [];
  if (known.length < 2) return null;
  const caption = element("figcaption", { lang: "sv" }, joined(drawn.label, drawn.unit));
  if (!drawn.over_time) return element("figure", { className: "series" }, caption, scrolling(table(turn, drawn, true)));
  return element("figure", { className: "series" }, caption,
    lineChart(drawn),
    element("details", { open: false },
      element("summary", {}, words().asTable),
      scrolling(table(turn, drawn, false)),
    ),
  );
}

function scrolling(content) {
  return element("div", { className: "scrolling", tabIndex: 0, role: "group", "aria-label": words().table }, content);
}

function table(turn, drawn, bars) {
  const { series: told, source } = words();
  const most = Math.max(...drawn.points.map((point) => Math.abs(point.y ?? 0))) || 1;
  const heads = [drawn.over_time ? told.period : told.name, drawn.unit || told.value, source];
  return element("table", { className: bars ? "values bars" : "values" },
    element("thead", {}, element("tr", {}, ...heads.map((head, at) =>
      element("th", { scope: "col", className: at === 1 ? "right" : "" }, head)))),
    element("tbody", {}, ...drawn.points.map((point) => row(turn, point, bars ? most : 0))),
  );
}

function row(turn, point, most) {
  const citation = citationOf(turn.answer, point.citation);
  const value = element("span", { className: "amount" }, number(point.y));
  return element("tr", {},
    element("th", { scope: "row", lang: "sv" }, point.x),
    element("td", { className: "right" },
      most ? element("span", { className: "barred" }, bar(point.y, most), value) : value),
    element("td", {}, citation ? mark(citation, turn) : null),
  );
}

function bar(value, most) {
  const made = element("span", { className: value < 0 ? "bar below" : "bar", "aria-hidden": "true" });
  made.style.setProperty("--share", `${(Math.abs(value ?? 0) / most) * 100}%`);
  return made;
}
