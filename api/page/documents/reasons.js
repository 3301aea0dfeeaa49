// Why a file was refused: the class of trouble and what to do, in the page's language; then the server's own words.

import { element } from "../tools/elements.js";
import { words } from "../tools/language.js";

// reason: "unsupported format"; told: what was seen in the very file, and what to do.
export function reasonWords(reason, told) {
  const { reasons, advice } = words().ledger;
  return [
    element("strong", {}, reasons[reason] ?? reason),
    advice[reason] ? `. ${advice[reason]}` : null,
    told ? " " : null,
    told ? element("span", { lang: "en" }, `(${told})`) : null,
  ].filter(Boolean);
}

// The two parts of a report line's reason: "unsupported format: its bytes are …".
export function parted(sentence) {
  const at = sentence.indexOf(": ");
  return at < 0 ? [sentence, ""] : [sentence.slice(0, at), sentence.slice(at + 2)];
}
