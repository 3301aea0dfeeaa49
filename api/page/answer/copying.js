// An answer with its sources as plain text, and the way to the clipboard.

import { placeWords } from "../source/place.js";
import { element, joined } from "../tools/elements.js";
import { words } from "../tools/language.js";

export function plainText(turn) {
  const { answer, asked } = turn;
  const { sources, nearest, reminder, roles } = words();
  const listed = (title, citations) =>
    (citations.length ? [`${title}:`, ...citations.map((one) => source(one, roles)), ""] : []);
  return [
    asked.question, "", answer.text, "",
    ...listed(sources, answer.citations), ...listed(nearest, answer.related),
    `Nämndsvar. ${reminder}`,
  ].join("\n");
}

function source(citation, roles) {
  const place = joined(citation.title, placeWords(citation), roles[citation.role], citation.speaker, citation.document);
  return `[${citation.number}] ${place}\n    ”${citation.quote}”`;
}

// Whether the text reached the clipboard. Browsers give it only to pages of this machine and of https.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

function copiedByHand(text) {
  const before = document.activeElement;
  const field = element("textarea", { className: "unseen", value: text });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}
