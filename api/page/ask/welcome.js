// What stands there before the first question: what this is, what it holds, what one may ask.

import { ask, isEmpty, onConversation } from "./conversation.js";
import { inWords } from "./heard.js";
import { offerFilters } from "./filters.js";
import { button, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { onLanguage, words } from "../tools/language.js";
import { documents, examples } from "../tools/server.js";

const [welcome, holding, title, list, count] = ["welcome", "holding", "examples-title", "examples", "documents-count"].map(
  (id) => document.getElementById(id),
);

// Show the welcome as long as nothing was asked.
export function startWelcome() {
  onConversation(() => {
    welcome.hidden = !isEmpty();
  });
  onLanguage(drawWelcome);
  return drawWelcome();
}

// Tell anew what the library holds; after documents came or went too.
export async function drawWelcome() {
  try {
    const { total, facets } = await documents({ limit: 1 });
    offerFilters(facets);
    count.textContent = String(total);
    holding.textContent = total ? words().holding(total, span(facets.year)) : words().empty;
    drawExamples(total ? await examples() : []);
  } catch (trouble) {
    count.textContent = "";
    holding.textContent = inWords(trouble);
    drawExamples([]);
  }
}

function drawExamples(questions) {
  title.hidden = !questions.length;
  list.replaceChildren(...questions.map((question) => {
    const content = [element("span", {}, question), icon("next")];
    return element("li", {}, button(content, () => ask(question), { className: "example" }));
  }));
}

function span(years) {
  const known = Object.keys(years).filter(Boolean).sort();
  return known.length ? [...new Set([known[0], known.at(-1)])].join("–") : "";
}
