// The page's drawings: lines on a field of 24 by 24, in the colour of the text around them.

import { element } from "./elements.js";

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  add: ["M12 5v14", "M5 12h14"],
  answered: ["M20 6 9 17l-5-5"],
  back: ["M15 18l-6-6 6-6"],
  bin: ["M4 7h16", "M10 11v6", "M14 11v6", "M6 7l1 13h10l1-13", "M9 7V4h6v3"],
  clarify: ["M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9v.4", "M12 17.6v.1", "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  computed: ["M5 3h14v18H5z", "M8 7h8", "M8 12h.1", "M12 12h.1", "M16 12h.1", "M8 16h.1", "M12 16h.1", "M16 16h.1"],
  conflicting: ["M12 4 2.5 20h19z", "M12 10v4", "M12 17v.1"],
  copy: ["M9 9h11v11H9z", "M5 15H4V4h11v1"],
  documents: ["M6 3h8l5 5v13H6z", "M14 3v5h5"],
  down: ["M7 3v11", "M7 14l4 7c1.6 0 2.5-1 2.5-2.6V15H19a2 2 0 0 0 2-2.3l-1.2-8A2 2 0 0 0 17.8 3H7", "M3 3h4v11H3z"],
  file: ["M6 3h8l5 5v13H6z", "M14 3v5h5", "M9 13h7", "M9 17h5"],
  filters: ["M4 6h16", "M7 12h10", "M10 18h4"],
  fit: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
  leave: ["M14 4h6v6", "M20 4l-9 9", "M18 14v6H4V6h6"],
  less: ["M5 12h14"],
  moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"],
  next: ["M9 18l6-6-6-6"],
  not_found: ["M4 11a7 7 0 1 0 14 0 7 7 0 1 0-14 0", "M16 16l5 5", "M8.5 11h5"],
  print: ["M7 8V3h10v5", "M7 17H4V8h16v9h-3", "M7 14h10v7H7z"],
  receipt: ["M12 4v11", "M7 11l5 5 5-5", "M4 20h16"],
  send: ["M12 20V5", "M6 11l6-6 6 6"],
  stop: ["M7 7h10v10H7z"],
  sun: [
    "M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0", "M12 2v2", "M12 20v2", "M2 12h2", "M20 12h2",
    "M5 5l1.4 1.4", "M17.6 17.6 19 19", "M19 5l-1.4 1.4", "M6.4 17.6 5 19",
  ],
  up: ["M7 21V10", "M7 10l4-7c1.6 0 2.5 1 2.5 2.6V9H19a2 2 0 0 1 2 2.3l-1.2 8a2 2 0 0 1-2 1.7H7", "M3 10h4v11H3z"],
  upload: ["M12 16V5", "M7 10l5-5 5 5", "M4 20h16"],
};

// A drawing that says nothing to a screen reader: the words stand beside it or in the button's name.
export function icon(name) {
  const drawing = shape("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" });
  drawing.append(...PATHS[name].map((path) => shape("path", { d: path })));
  return drawing;
}

// A drawing with its word; `word` is hidden from sight where the drawing alone is shown.
export function labelled(name, word) {
  return [icon(name), element("span", { className: "word" }, word)];
}

export function shape(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
