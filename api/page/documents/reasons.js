// Why a file was refused: the class of trouble in the page's language, the rest in the server's own words.

import { element } from "../tools/elements.js";
import { words } from "../tools/language.js";

// reason: "unsupported format"; told: what was seen and what to do.
export function reasonWords(reason, told) {
  return [
    element("strong", {}, words().ledger.reasons[reason] ?? reason),
    told ? ": " : null,
    told ? element("span", { lang: "en" }, told) : null,
  ].filter(Boolean);
}

// The two parts of a report line's reason: "unsupported format: its bytes are …".
export function parted(sentence) {
  const at = sentence.indexOf(": ");
  return at < 0 ? [sentence, ""] : [sentence.slice(0, at), sentence.slice(at + 2)];
}
