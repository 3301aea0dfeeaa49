// The cited cells in their table, with the rows around them.

import { inWords } from "../ask/heard.js";
import { element, joined, skeleton } from "../tools/elements.js";
import { language, words } from "../tools/language.js";
import { documentAddress, query, read } from "../tools/server.js";

export function sheetView(head, citation) {
  const body = element("div", { className: "sheet", lang: "sv" }, skeleton());
  const scroller = element("div", { className: "scroller", tabIndex: 0, role: "region", "aria-label": head.title }, body);
  return { node: scroller, settled: () => fill(body, head, citation) };
}

async function fill(body, head, citation) {
  try {
    const wanted = query({ sheet: citation.sheet, paragraph: citation.paragraph_id });
    citation.cells.forEach((cell) => wanted.append("cells", cell));
    const found = await read(`${documentAddress(head.id)}/cells?${wanted}`);
    body.replaceChildren(...parts(found));
    toMarked(body.parentElement);
  } catch (trouble) {
    const sentence = `${inWords(trouble)} ${words().pages.instead}`;
    body.replaceChildren(element("p", { className: "complaint", lang: language() }, sentence));
  }
}

// The first marked cell in sight, beside the column of names.
function toMarked(scroller) {
  const cell = scroller.querySelector(".marked");
  if (!cell) return;
  const [inside, place] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  if (place.right > inside.right) scroller.scrollLeft += place.left - inside.left - inside.width / 2;
  if (place.bottom > inside.bottom) scroller.scrollTop += place.top - inside.top - inside.height / 2;
  cell.scrollIntoView({ block: "nearest", inline: "nearest" }); // in a low window the panel scrolls as a whole
}

function parts(found) {
  const { sheet } = words();
  const left = found.rows_total > found.rows.length || found.columns_total > found.columns.length;
  return [
    element("p", { className: "sheet-title" }, joined(found.title, found.sheet, found.unit)),
    element("table", { className: "grid" }, head(found), element("tbody", {}, ...rows(found))),
    left ? element("p", { className: "hint", lang: language() },
      sheet.part(found.rows.length, found.rows_total, found.columns.length, found.columns_total)) : null,
    ...found.notes.map((note) => element("p", { className: "hint" }, note)),
  ].filter(Boolean);
}

function head({ columns }) {
  return element("thead", {}, element("tr", {},
    element("th", { scope: "col", className: "row-number" }, unseen(words().sheet.row)),
    ...columns.map(({ kind, name, address }) =>
      element("th", { scope: "col", className: kind === "value" ? "right" : "" }, name || address)),
  ));
}

// The rows, with a sign where some are left out between two.
function rows({ rows: all, columns }) {
  let before = null;
  return all.filter((row) => !row.header).flatMap((row) => {
    const gap = before !== null && row.number > before + 1;
    before = row.number;
    return [gap ? gapRow(columns.length) : null, tableRow(row, columns)].filter(Boolean);
  });
}

function gapRow(count) {
  return element("tr", { className: "gap" }, element("td", { colSpan: count + 1 }, "⋯"));
}

function tableRow(row, columns) {
  const marked = row.cells.some((cell) => cell.marked);
  const first = columns.findIndex((one) => one.kind === "label");
  return element("tr", { className: marked ? "hit" : "" },
    element("td", { className: "row-number" }, String(row.number)),
    ...row.cells.map((cell, at) => tableCell(cell, at === first, columns[at]?.kind === "value")));
}

function tableCell(cell, isName, isValue) {
  const { cited } = words();
  const content = cell.marked
    ? [element("mark", {}, cell.text || "–"), unseen(` (${cited})`)]
    : [cell.text];
  const classes = [isValue ? "right" : "", cell.marked ? "marked" : ""].filter(Boolean).join(" ");
  const about = { scope: isName ? "row" : null, className: classes, title: cell.address || null };
  return element(isName ? "th" : "td", about, ...content);
}

function unseen(text) {
  return element("span", { className: "unseen", lang: language() }, text);
}
