// What the library holds: the list of documents.

import { button, element, joined, shortened } from "./elements.js";
import { words } from "./words.js";


// What the panel holds for the list; `open(document)` shows one.
export function shelfView(documents, open) {
  const list = element("ul", { className: "shelf" });
  const field = element("input", { type: "search", id: "find", placeholder: words().find, "aria-label": words().find });
  const show = () => fill(list, documents, field.value, open);
  field.addEventListener("input", show);
  show();
  return [
    element("header", { className: "paper-head" },
      element("h2", { id: "source-title", tabIndex: -1 }, words().documents),
      element("p", { className: "facts" }, documents.length ? words().holding(documents.length) : words().empty),
      documents.length ? field : null,
    ),
    list,
  ];
}

// Questions that the documents at hand invite, at most one for each kind.
export function exampleQuestions(documents) {
  const { about } = words();
  const byKind = new Map();
  for (const one of documents) {
    const fits = one.kind in about && one.title.length <= LONGEST_TITLE;
    if (fits && !byKind.has(one.kind)) byKind.set(one.kind, about[one.kind](one.title));
  }
  return [...byKind.values()].slice(0, MOST_EXAMPLES);
}

function fill(list, documents, sought, open) {
  const needle = sought.trim().toLowerCase();
  const found = documents.filter((one) => haystack(one).includes(needle));
  const entries = found.map((one) => element("li", {}, entry(one, open)));
  list.replaceChildren(...(entries.length || !needle ? entries : [element("li", { className: "none" }, words().noMatch)]));
}

function haystack(one) {
  return [one.title, one.document, one.dnr, one.committee, one.date, words().kinds[one.kind]].join(" ").toLowerCase();
}

function entry(one, open) {
  const body = element("span", { className: "shelf-body" },
    element("span", { className: "kind" }, joined(words().kinds[one.kind], one.date)),
    element("span", { className: "shelf-title", lang: "sv" }, shortened(one.title, 120)),
    element("span", { className: "facts" }, joined(one.committee, one.dnr && `dnr ${one.dnr}`, one.document)),
  );
  return button(body, () => open(one), { className: "shelf-entry" });
}
