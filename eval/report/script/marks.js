// Marking parts of a text: where a phrase stands in it, and the text as nodes with those parts marked.

const RUNS_OF_SPACE = /\s+/u;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// [start, end] of each place where the phrase stands, letter case and width of white space aside.
function placesOf(text, phrase, whole = false) {
  const words = String(phrase ?? "").trim().split(RUNS_OF_SPACE).filter(Boolean).map(escaped);
  if (!words.length) return [];
  const before = whole && /\d/.test(phrase.trim()[0]) ? "(?<!\\d)(?<!\\d[.,])" : "";
  const after = whole && /\d/.test(phrase.trim().at(-1)) ? "(?!\\d)(?![.,]\\d)" : "";
  const found = text.matchAll(new RegExp(before + words.join("\\s+") + after, "giu"));
  return [...found].map((match) => [match.index, match.index + match[0].length]);
}

// Places of any of the readings of a `must` entry: "a|b" is either.
const placesOfEntry = (text, entry) => String(entry).split("|").flatMap((either) => placesOf(text, either, true));

// A number as the verdict names it (3.5, "3,5", "1200") in the ways in which a text may write it.
function placesOfNumber(text, number) {
  const written = placesOf(text, String(number), true);
  if (written.length) return written;
  const wanted = valueOf(String(number));
  return [...text.matchAll(/\d+(?:[ \u00a0\u2009\u202f.]\d{3})*(?:,\d+)?|\d+\.\d+/gu)]
    .filter((match) => valueOf(match[0]) === wanted)
    .map((match) => [match.index, match.index + match[0].length]);
}

function valueOf(written) {
  const bare = written.replace(/\s/gu, "").replace("−", "-");
  return Number(/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll(".", "").replace(",", ".") : bare.replace(",", "."));
}

// The text as nodes. `layers`: {class name: places}; places of different layers may overlap.
function marked(text, layers) {
  const cuts = new Set([0, text.length]);
  const entries = Object.entries(layers).flatMap(([name, places]) => places.map(([start, end]) => ({ name, start, end })));
  for (const { start, end } of entries) cuts.add(start).add(end);
  const bounds = [...cuts].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1];
    const names = new Set(entries.filter((one) => one.start <= start && one.end >= end).map((one) => one.name));
    const piece = text.slice(start, end);
    return names.size ? node("mark", { class: [...names].join(" ") }, piece) : piece;
  });
}
