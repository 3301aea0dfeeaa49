// Where a passage stands and who speaks in it, in words.

import { element, joined } from "../tools/elements.js";
import { moment } from "../tools/formats.js";
import { words } from "../tools/language.js";

const FEW_CELLS = 4; // that are named one by one

// § · sheet and cells · page · paragraph · dnr · date of a citation.
export function placeWords(citation) {
  const { page, paragraph, cell } = words();
  const { cells } = citation;
  const table = cells.length ? joined(citation.sheet, `${cell(cells.length)} ${cellWords(cells)}`) : "";
  return joined(
    citation.section,
    table,
    citation.page && `${page} ${citation.page}`,
    cells.length ? "" : `${paragraph} ${citation.paragraph}`,
    citation.dnr && `dnr ${citation.dnr}`,
    dateWords(citation),
  );
}

function cellWords(cells) {
  return cells.length > FEW_CELLS ? `${cells[0]} … ${cells.at(-1)}` : cells.join(", ");
}

// When a document was adjusted, else dated.
export function dateWords(one) {
  const { adjusted, dated } = words();
  if (one.adjusted) return `${adjusted} ${moment(one.adjusted)}`;
  return one.date ? `${dated} ${moment(one.date)}` : "";
}

// Who speaks and in what role; a cell of a table is nobody's words.
export function voice(citation, language) {
  const { cells, kind, role, speaker } = citation;
  if (cells.length && !speaker) return [element("span", { className: "role" }, words().kinds[kind])];
  return [roleChip(role), speaker ? element("span", { lang: language }, speaker) : null].filter(Boolean);
}

export function roleChip(role) {
  return element("span", { className: `role ${role}` }, words().roles[role]);
}
