// What is said aloud of an answer or an error, and errors in words.

import { words } from "../tools/language.js";

// The finished answer, once and whole.
export function spokenAnswer(answer) {
  const { status, heardSources } = words();
  const count = answer.citations.length;
  const text = answer.text.replace(/ ?\[\d+\]/g, "");
  return [`${status[answer.status]}.`, text, count ? heardSources(count) : ""].join(" ").trim();
}

export function spokenTrouble(trouble) {
  return inWords(trouble);
}

// An error as a sentence in the page's language, by its code or its family; an unknown one in the server's own words.
export function inWords(trouble) {
  const { errors, cancelled } = words();
  if (trouble.name === "AbortError") return cancelled;
  const code = trouble.code ?? "unexpected";
  return errors[code] ?? errors[code.split("_")[0]] ?? (trouble.message || errors.unexpected);
}
