// The files that were not taken in, and why.

import { reasonWords } from "./reasons.js";
import { element } from "../tools/elements.js";
import { words } from "../tools/language.js";

export function ledger(refused) {
  if (!refused.length) return [];
  const { ledger: told } = words();
  return [element("details", { className: "ledger", id: "ledger" },
    element("summary", {}, told.title(refused.length)),
    element("p", { className: "hint" }, told.explained),
    element("ul", {}, ...refused.map((one) => element("li", {},
      element("p", { className: "ledger-name" }, one.path),
      element("p", { className: "facts" }, ...reasonWords(one.reason, [`${one.detail}.`, one.advice].join(" "))),
    ))),
  )];
}
