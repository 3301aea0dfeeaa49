// Where the question can mean several things: each meaning as a button that asks it.

import { button, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";

// What can be meant, as the text lists it: "Scope: name (period): value [1]; name (period): value [2]."
// Where the table has no periods there is none.
const MEANING = /^(?:.*[?:] )?(.+?)(?: \(([^()]*)\))?: [^;]*\[\d+\]\.?$/;

export function choices(turn, deeds) {
  const meanings = turn.answer.status === "clarify" ? meant(turn.answer.text) : [];
  if (!meanings.length) return null;
  const { question } = turn.asked;
  return element("div", { className: "meanings", role: "group", "aria-label": words().meanings },
    element("h3", {}, words().meanings),
    element("ul", {}, ...meanings.map((meaning) => {
      const content = [element("span", { lang: "sv" }, meaning), icon("next")];
      return element("li", {}, button(content, () => deeds.ask(`${question} ${meaning}`), { className: "example" }));
    })),
  );
}

function meant(text) {
  const found = text.split(";").map((part) => MEANING.exec(part.trim())).filter(Boolean);
  return found.map(([, name, period]) => [name, period].filter(Boolean).join(", "));
}
