// Which language the page speaks, and telling everyone when it changes.

import { keep, kept } from "./keeping.js";
import en from "./words-en.js";
import sv from "./words-sv.js";

const WORDS = { sv, en };
const listeners = [];

let current = remembered() ?? preferred();

export function language() {
  return current;
}

export function words() {
  return WORDS[current];
}

// `redraw` is called after each change of the language.
export function onLanguage(redraw) {
  listeners.push(redraw);
}

export function switchLanguage() {
  current = current === "sv" ? "en" : "sv";
  keep("language", current);
  translatePage();
  listeners.forEach((redraw) => redraw());
}

// Fill in every element that names its word, and tell the browser which language it reads.
export function translatePage() {
  document.documentElement.lang = current;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words()[one.dataset.word];
  for (const one of document.querySelectorAll("[data-name]")) one.setAttribute("aria-label", words()[one.dataset.name]);
  for (const one of document.querySelectorAll("[data-hint]")) one.placeholder = words()[one.dataset.hint];
}

function remembered() {
  const one = kept("language");
  return one in WORDS ? one : null;
}

function preferred() {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) ?? "sv";
}
