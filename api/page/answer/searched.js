// What was searched when nothing was found: how many documents, within which limits, for what.

import { filterWords } from "../ask/filters.js";
import { element } from "../tools/elements.js";
import { words } from "../tools/language.js";
import { documents } from "../tools/server.js";

export function searched(turn) {
  if (turn.answer.status !== "not_found") return null;
  const { searched: told } = words();
  const { question, history, filters } = turn.asked;
  const limits = filterWords(filters);
  const rows = [
    [told.question, question],
    history.length ? [told.after, history.at(-1)] : null,
    [told.limits, limits || told.unlimited],
    [told.where, turn.held === undefined ? "…" : told.documents(turn.held)],
  ].filter(Boolean);
  const list = element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
  if (turn.held === undefined) count(turn, list.lastElementChild);
  return element("div", { className: "searched", role: "group", "aria-label": told.title },
    element("h3", {}, told.title), list,
    element("p", { className: "hint" }, told.hint(Boolean(limits))),
  );
}

async function count(turn, place) {
  try {
    const { total } = await documents({ limit: 1, ...turn.asked.filters });
    turn.held = total;
    place.textContent = words().searched.documents(total);
  } catch {
    place.textContent = words().searched.unknown;
  }
}
