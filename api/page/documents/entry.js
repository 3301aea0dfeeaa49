// A document in the list: its title opens it, and it can be removed.

import { dateWords } from "../source/place.js";
import { button, element, joined, shortened } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";

export function entry(one, open, remove) {
  const { kinds, removeOne, paragraphs } = words();
  const title = shortened(one.title, 120);
  return element("li", { className: "shelf-entry" },
    icon("file"),
    element("div", { className: "shelf-words" },
      element("h3", {}, button(title, (pressed) => open(one, pressed), {
        className: "shelf-title", lang: "sv", "data-document": one.id,
      })),
      element("p", { className: "facts" },
        joined(kinds[one.kind] ?? one.kind, one.committee, dateWords(one), one.dnr && `dnr ${one.dnr}`)),
      element("p", { className: "facts file" },
        element("span", { lang: "sv" }, one.document), one.paragraphs ? ` · ${paragraphs(one.paragraphs)}` : null),
    ),
    button(icon("bin"), (pressed) => remove(one, pressed), {
      className: "round remove", "aria-label": `${removeOne}: ${title}`, title: removeOne,
    }),
  );
}
