// Where one claim of an answer ends and the next begins: at the marks that stand by their own quotes.

const MARKS = /^(?: ?\[\d+\])+/;
const MARK_BEFORE = /\[(\d+)\] ?$/;

// The text in lines, a claim each; what cannot be told apart stays together.
export function claims({ text, citations }) {
  const quotes = text.matchAll(new RegExp(quotePattern(citations), "gu"));
  const breaks = [...quotes].map((found) => breakAt(text, found, citations));
  const ends = [...new Set(breaks)].filter((at) => at > 0 && at < text.length).sort((one, other) => one - other);
  const pieces = [0, ...ends].map((start, at) => text.slice(start, ends[at] ?? text.length));
  return pieces.flatMap((piece) => piece.split("\n")).map((line) => line.trim()).filter(Boolean);
}

// Finds the citations' own words inside quotation marks; white space may differ between the two.
export function quotePattern(citations) {
  const quotes = citations.map((one) => one.quote.trim()).filter(Boolean).sort((one, other) => other.length - one.length);
  return new RegExp(`([”“](?:${quotes.map(pattern).join("|") || "(?!)"})”)`, "u");
}

// Where the line of a quote ends, or where it begins when its mark stands before it; -1 for neither.
function breakAt(text, found, citations) {
  const quote = folded(found[0].slice(1, -1));
  const numbers = citations.filter((one) => folded(one.quote) === quote).map((one) => String(one.number));
  const end = found.index + found[0].length;
  const after = MARKS.exec(text.slice(end))?.[0] ?? "";
  if (numbers.some((number) => after.trim().startsWith(`[${number}]`))) {
    return /^ [\p{Lu}”“]/u.test(text.slice(end + after.length)) ? end + after.length : -1;
  }
  const before = MARK_BEFORE.exec(text.slice(0, found.index));
  return before && numbers.includes(before[1]) ? before.index : -1;
}

function pattern(quote) {
  return quote.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s+");
}

function folded(text) {
  return text.trim().split(/\s+/).join(" ");
}
