// The panel beside the conversation, on a narrow screen a sheet over it: opening, closing, and where the focus goes.

import { inWords } from "../ask/heard.js";
import { button, element, skeleton } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { onLanguage, words } from "../tools/language.js";

const NARROW = matchMedia("(max-width: 60rem)"); // as in page.css
const panel = document.getElementById("panel");

let opener = null; // takes the focus back when the panel closes
let shown = null; // {name, load, back}: drawn again when the language changes
let lastResort = () => {};

// Let the panel follow keys, the screen's width and the language; `rest` takes the focus when its opener is gone.
export function startPanel(rest) {
  lastResort = rest;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !document.querySelector("dialog[open]")) closePanel();
  });
  NARROW.addEventListener("change", cover);
  onLanguage(() => shown && draw(shown, false));
}

// Show what `load` gives (a promise of nodes with an h2); `name` marks the buttons that open the same.
// back: what a button back to where one came from does, or null.
export function openPanel({ name = "", load, back = null }, pressed = null) {
  if (pressed && !panel.contains(pressed)) opener = pressed;
  shown = { name, load, back };
  return draw(shown);
}

export function isOpen() {
  return !panel.hidden;
}

export function closePanel() {
  panel.hidden = true;
  shown = null;
  document.body.classList.remove("with-panel");
  cover();
  markCurrent("");
  const again = opener?.isConnected ? opener : document.querySelector(`[data-source="${opener?.dataset.source}"]`);
  if (again && !again.closest("[hidden]")) again.focus();
  else lastResort();
}

// `focus`: whether the heading takes the focus, as it does where the asker opened it.
async function draw(view, focus = true) {
  const place = element("div", { className: "panel-tools" });
  const bar = element("div", { className: "panel-bar" },
    view.back ? button([icon("back"), element("span", {}, words().back)], view.back, { className: "plain back" }) : null,
    place,
    button(icon("close"), closePanel, { className: "round close", "aria-label": words().close, title: words().close }),
  );
  const waiting = element("div", { className: "panel-body" },
    element("h2", { className: "unseen", id: "panel-title", tabIndex: -1 }, words().opening), skeleton());
  reveal(bar, waiting);
  if (focus) waiting.querySelector("h2").focus({ preventScroll: true });
  const content = await loaded(view);
  if (shown !== view) return; // something else was opened meanwhile, or it was closed
  place.append(...(content.tools ?? []));
  panel.replaceChildren(bar, ...content.nodes);
  if (focus) panel.querySelector("#panel-title")?.focus({ preventScroll: true });
  content.settled?.();
}

// What the view gives: its nodes, tools for the bar above them, and what is to be done once they are in the page.
async function loaded(view) {
  try {
    return await view.load();
  } catch (trouble) {
    return { nodes: [element("div", { className: "panel-body" },
      element("h2", { id: "panel-title", tabIndex: -1 }, words().notOpened),
      element("p", { className: "complaint" }, inWords(trouble)),
      button(words().again, () => draw(view), { className: "plain" }))] };
  }
}

function reveal(...nodes) {
  panel.replaceChildren(...nodes);
  panel.hidden = false;
  document.body.classList.add("with-panel");
  cover();
  markCurrent(shown.name);
}

// On a narrow screen the panel lies over everything else, so nothing else may take the focus.
function cover() {
  const covered = NARROW.matches && !panel.hidden;
  for (const rest of document.querySelectorAll(".top, .talk, .skip")) rest.inert = covered;
  panel.setAttribute("role", covered ? "dialog" : "complementary");
  panel.ariaModal = covered ? "true" : null;
}

function markCurrent(name) {
  document.querySelectorAll("[data-source][aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  if (name) document.querySelectorAll(`[data-source="${name}"]`).forEach((one) => one.setAttribute("aria-current", "true"));
}
