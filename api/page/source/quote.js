// Finding a quote again in its paragraph.

import { element } from "../tools/elements.js";

// The text with the quote in a <mark>; white space may differ between the two.
export function marked(text, quote) {
  const found = quoteIn(quote)?.exec(text);
  if (!found) return [text];
  const end = found.index + found[0].length;
  return [text.slice(0, found.index), element("mark", {}, found[0]), text.slice(end)];
}

function quoteIn(quote) {
  const parts = quote.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return parts[0] ? new RegExp(parts.join("\\s+")) : null;
}
