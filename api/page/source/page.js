// A page of the original PDF with the passage marked: turning pages, and how large it is shown.

import { inWords } from "../ask/heard.js";
import { pageImage, pageMarks } from "./pages.js";
import { button, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";
import { say } from "../tools/spoken.js";

const ZOOMS = [1, 1.25, 1.5, 2, 3]; // 1 fits the width

export function pageView(head, citation) {
  const leaf = element("div", { className: "leaf" });
  const scroller = element("div", { className: "scroller pages", tabIndex: 0, role: "region" }, leaf);
  const note = element("p", { className: "page-note", hidden: true });
  const view = { head, citation, leaf, scroller, note, number: citation?.page ?? 1, pages: head.pages ?? 1, zoom: 0 };
  view.controls = controls(view);
  return {
    node: element("div", { className: "page-view" }, view.controls.bar, note, scroller),
    settled: () => turn(view, view.number),
  };
}

function controls(view) {
  const { pages } = words();
  const tool = (name, word, action) => button(icon(name), action, { className: "round", "aria-label": word, title: word });
  const made = {
    before: tool("back", pages.before, () => turn(view, view.number - 1, true)),
    after: tool("next", pages.after, () => turn(view, view.number + 1, true)),
    smaller: tool("less", pages.smaller, () => zoom(view, view.zoom - 1)),
    fit: tool("fit", pages.fit, () => zoom(view, 0)),
    larger: tool("add", pages.larger, () => zoom(view, view.zoom + 1)),
    where: element("span", { className: "where" }),
    size: element("span", { className: "where size" }),
  };
  made.bar = element("div", { className: "page-bar", role: "toolbar", "aria-label": pages.title },
    made.before, made.where, made.after, element("span", { className: "apart" }),
    made.smaller, made.size, made.larger, made.fit);
  return made;
}

function usable(view) {
  const { before, after, smaller, larger, fit, where, size } = view.controls;
  const off = (one, now) => one.setAttribute("aria-disabled", String(now)); // disabled ones would lose the focus
  off(before, view.number <= 1);
  off(after, view.number >= view.pages);
  off(smaller, view.zoom <= 0);
  off(fit, view.zoom <= 0);
  off(larger, view.zoom >= ZOOMS.length - 1);
  where.textContent = words().pages.where(view.number, view.pages);
  size.textContent = `${ZOOMS[view.zoom] * 100} %`;
  view.scroller.setAttribute("aria-label", `${view.head.title}, ${where.textContent}`);
}

async function turn(view, number, byHand = false) {
  if (number < 1 || number > view.pages) return;
  view.number = number;
  usable(view);
  if (byHand) say(view.controls.where.textContent);
  view.leaf.classList.add("loading");
  try {
    const { id } = view.head;
    const both = [pageImage(id, number, wanted(view)), pageMarks(id, number, view.citation)];
    const [image, found] = await Promise.all(both);
    if (view.number !== number) return;
    view.pages = image.pages ?? view.pages;
    usable(view);
    show(view, image, found);
  } catch (trouble) {
    if (view.number === number) fail(view, trouble);
  } finally {
    if (view.number === number) view.leaf.classList.remove("loading");
  }
}

function show(view, { address, done }, found) {
  const { pages } = words();
  const alt = `${view.head.title}, ${view.controls.where.textContent}. ${pages.alsoText}`;
  const image = element("img", { alt, draggable: false });
  image.addEventListener("load", () => {
    done();
    toMark(view);
  }, { once: true });
  image.src = address;
  if (found) image.style.aspectRatio = `${found.width} / ${found.height}`;
  view.leaf.replaceChildren(image, ...(found?.marks ?? []).map(markView));
  const first = view.leaf.querySelector(".page-highlight");
  first?.setAttribute("role", "img");
  first?.setAttribute("aria-label", words().cited);
  view.note.hidden = !found || found.found !== "nothing" || view.number !== view.citation?.page;
  view.note.textContent = pages.unmarked;
}

// One line of the passage; the places are set through the object model, which the content policy leaves open.
function markView({ left, top, width, height }) {
  const made = element("span", { className: "page-highlight" });
  for (const [name, share] of Object.entries({ left, top, width, height })) made.style[name] = `${share * 100}%`;
  return made;
}

function toMark(view) {
  const { scroller } = view;
  const first = view.leaf.querySelector(".page-highlight");
  const target = first ? first.offsetTop - scroller.clientHeight / 3 : 0;
  scroller.scrollTop = Math.max(0, target);
  first?.scrollIntoView({ block: "nearest" }); // in a low window the panel scrolls as a whole
}

function fail(view, trouble) {
  view.leaf.replaceChildren(element("p", { className: "complaint" }, `${inWords(trouble)} ${words().pages.instead}`));
}

function zoom(view, step) {
  if (step < 0 || step >= ZOOMS.length) return;
  const middle = (view.scroller.scrollTop + view.scroller.clientHeight / 2) / view.scroller.scrollHeight;
  view.zoom = step;
  view.leaf.style.width = `${ZOOMS[step] * 100}%`;
  usable(view);
  say(view.controls.size.textContent);
  view.scroller.scrollTop = middle * view.scroller.scrollHeight - view.scroller.clientHeight / 2;
  sharpen(view);
}

// The same page in as many dots as it is now shown with.
async function sharpen(view) {
  const { number } = view;
  const { address, done } = await pageImage(view.head.id, number, wanted(view)).catch(() => ({}));
  const image = view.leaf.querySelector("img");
  if (!address || !image || view.number !== number) return;
  image.addEventListener("load", done, { once: true });
  image.src = address;
}

function wanted(view) {
  return view.scroller.clientWidth * ZOOMS[view.zoom] * devicePixelRatio;
}
