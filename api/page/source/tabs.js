// Ways to look at the same thing (ARIA Authoring Practices, "Tabs"): arrow keys move between them.

import { button, element } from "../tools/elements.js";
import { words } from "../tools/language.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

let preferred = ""; // what was looked at last is shown first at the next source

// views: [{name, title, view}]; `view` makes {node, settled} when its tab is first chosen.
export function tabs(views) {
  const chosen = Math.max(0, views.findIndex((one) => one.name === preferred));
  const made = views.map((one, at) => ({ ...one, ...parts(one, () => choose(made, at, true)) }));
  const about = { className: "tabs", role: "tablist", "aria-label": words().views.title };
  const bar = element("div", about, ...made.map((one) => one.tab));
  bar.addEventListener("keydown", (event) => step(event, made));
  bar.hidden = views.length < 2;
  return { nodes: [bar, ...made.map((one) => one.body)], settled: () => choose(made, chosen, false) };
}

function parts({ name, title }, pressed) {
  const tab = button(title, pressed, { role: "tab", id: `tab-${name}`, "aria-controls": `view-${name}`, className: "tab" });
  const body = element("div", {
    role: "tabpanel", id: `view-${name}`, "aria-labelledby": tab.id, className: `view view-${name}`, hidden: true,
  });
  return { tab, body };
}

function choose(made, chosen, byHand) {
  if (byHand) preferred = made[chosen].name;
  made.forEach((one, at) => {
    one.tab.setAttribute("aria-selected", String(at === chosen));
    one.tab.tabIndex = at === chosen ? 0 : -1;
    one.body.hidden = at !== chosen;
  });
  const one = made[chosen];
  if (!one.body.childElementCount) {
    const { node, settled } = one.view();
    one.body.append(node);
    settled?.();
  }
}

function step(event, made) {
  const by = STEPS[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const now = made.findIndex((one) => one.tab === event.target);
  const next = Number.isFinite(by) ? (now + by + made.length) % made.length : (by < 0 ? 0 : made.length - 1);
  choose(made, next, true);
  made[next].tab.focus();
}
