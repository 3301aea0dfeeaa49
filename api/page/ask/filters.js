// Keeping the answers to a committee, a kind of document and a year.

import { button, choice, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { onLanguage, words } from "../tools/language.js";
import { say } from "../tools/spoken.js";

const NAMES = ["committee", "kind", "year"];
const [opener, sheet, chips] = ["filter", "filters", "chips"].map((id) => document.getElementById(id));

let facets = null; // what there is to choose among
let active = {};

export function activeFilters() {
  return { ...active };
}

// The filters in words, or "" where there are none.
export function filterWords(filters) {
  return NAMES.filter((name) => filters[name]).map((name) => valueWord(name, filters[name])).join(" · ");
}

export function offerFilters(found) {
  facets = found;
  draw();
}

// Let the button open and close the choices.
export function startFilters() {
  opener.addEventListener("click", () => open(sheet.hidden));
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  onLanguage(draw);
  draw();
}

// Put the choices away; what is chosen stays to be seen.
export function closeFilters() {
  open(false);
}

function open(now) {
  sheet.hidden = !now;
  opener.setAttribute("aria-expanded", String(now));
  if (now) sheet.querySelector("select")?.focus();
}

function set(changes) {
  active = Object.fromEntries(Object.entries({ ...active, ...changes }).filter(([, value]) => value));
  const on = filterWords(active);
  say(on ? `${words().filters.only}: ${on}` : words().filters.none);
  draw();
}

function draw() {
  const { filters } = words();
  opener.hidden = !facets || NAMES.every((name) => !options(name).length);
  const held = document.activeElement?.id;
  sheet.replaceChildren(
    ...NAMES.filter((name) => options(name).length).map((name) =>
      choice(filters[name], `filter-${name}`, [["", filters.all], ...options(name)], active[name] ?? "",
        (value) => set({ [name]: value }))),
    button(filters.clear, clear, { className: "plain", id: "filter-clear", disabled: !Object.keys(active).length }),
  );
  if (held) document.getElementById(held)?.focus();
  chips.replaceChildren(...NAMES.filter((name) => active[name]).map(chip));
}

function chip(name) {
  const { filters } = words();
  const word = valueWord(name, active[name]);
  return element("li", {}, button([element("span", {}, word), icon("close")], () => {
    set({ [name]: "" });
    opener.focus();
  }, { className: "chip", "aria-label": `${filters.drop}: ${word}`, title: filters[name] }));
}

function clear() {
  set({ committee: "", kind: "", year: "" });
  opener.focus();
}

function options(name) {
  const found = Object.entries(facets?.[name] ?? {}).filter(([value]) => value);
  const sorted = name === "year" ? found.sort(([one], [other]) => other.localeCompare(one)) : found;
  return sorted.map(([value, count]) => [value, `${valueWord(name, value)} (${count})`]);
}

function valueWord(name, value) {
  return name === "kind" ? (words().kinds[value] ?? value) : value;
}
