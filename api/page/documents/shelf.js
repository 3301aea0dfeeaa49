// The documents that answers come from: found, opened, added, removed.

import { entry } from "./entry.js";
import { ledger } from "./ledger.js";
import { removal } from "./removing.js";
import { uploading } from "./uploading.js";
import { inWords } from "../ask/heard.js";
import { drawWelcome } from "../ask/welcome.js";
import { openDocument } from "../source/opening.js";
import { openPanel } from "../source/panel.js";
import { button, choice, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";
import { documents, status } from "../tools/server.js";
import { say } from "../tools/spoken.js";

const PART = 20; // documents shown at once
const PAUSE = 250; // ms after the last letter before it is searched
const FILTERS = ["committee", "kind", "year"];

const wanted = { text: "", committee: "", kind: "", year: "", offset: 0 };
let lastOpened = null;

export function openShelf(pressed) {
  return openPanel({ name: "shelf", load: view }, pressed);
}

async function view() {
  const [found, held] = await Promise.all([documents({ ...wanted, limit: PART }), status()]);
  const shelf = {
    list: element("ul", { className: "shelf", id: "document-list" }),
    pager: element("div", { className: "pager" }),
    ledger: element("div"),
  };
  const refresh = (focus) => changed(shelf, focus);
  const body = element("div", { className: "panel-body shelf-body" },
    uploading(refresh),
    sieve(found.facets, shelf),
    shelf.list, shelf.pager, shelf.ledger);
  fill(shelf, found);
  shelf.ledger.append(...ledger(held.refused));
  return { nodes: [head(held), body], settled: () => document.querySelector(`[data-document="${lastOpened}"]`)?.focus() };
}

function head({ documents: count, paragraphs }) {
  const { documents: title, holds } = words();
  return element("div", { className: "paper-head" },
    element("h2", { id: "panel-title", tabIndex: -1 }, title),
    element("p", { className: "facts" }, holds(count, paragraphs)));
}

// The search field and the filters.
function sieve(facets, shelf) {
  const { find, filters, kinds } = words();
  const field = element("input", { type: "search", id: "find", value: wanted.text, "aria-label": find, placeholder: find });
  let waiting = null;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look(shelf, { text: field.value.trim(), offset: 0 }), PAUSE);
  });
  const word = (name, value) => (name === "kind" ? (kinds[value] ?? value) : value);
  const options = (name) => Object.keys(facets[name]).filter(Boolean).map((value) => [value, word(name, value)]);
  return element("div", { className: "sieve", role: "search", "aria-label": find }, field,
    ...FILTERS.filter((name) => options(name).length > 1).map((name) =>
      choice(filters[name], `shelf-${name}`, [["", filters.all], ...options(name)], wanted[name],
        (value) => look(shelf, { [name]: value, offset: 0 }))));
}

async function look(shelf, change, aloud = true) {
  Object.assign(wanted, change);
  try {
    const found = await documents({ ...wanted, limit: PART });
    fill(shelf, found);
    if (aloud) say(words().found(found.total));
  } catch (trouble) {
    shelf.list.replaceChildren(element("li", { className: "complaint" }, inWords(trouble)));
    say(inWords(trouble));
  }
}

function fill(shelf, found) {
  const open = (one, pressed) => {
    lastOpened = one.id;
    openDocument(one.id, () => openShelf(null), pressed);
  };
  const remove = removal((focus) => changed(shelf, focus));
  const entries = found.documents.map((one) => entry(one, open, remove));
  const limited = found.offset || Object.values(wanted).some(Boolean);
  const none = element("li", { className: "none" }, limited ? words().noMatch : words().empty);
  shelf.list.replaceChildren(...(entries.length ? entries : [none]));
  shelf.pager.replaceChildren(...(found.total > PART ? pager(shelf, found) : []));
}

function pager(shelf, found) {
  const { part, previous, following } = words();
  const move = (name, word, offset, usable) => button(icon(name), () => usable && look(shelf, { offset }), {
    className: "round", "aria-label": word, title: word, "aria-disabled": String(!usable),
  });
  return [
    move("back", previous, Math.max(0, found.offset - PART), found.offset > 0),
    element("span", {}, part(found.offset + 1, found.offset + found.documents.length, found.total)),
    move("next", following, found.next ?? 0, found.next !== null),
  ];
}

// After documents came or went: the list, the ledger, and what the rest of the page says of the library.
async function changed(shelf, focus) {
  drawWelcome();
  await look(shelf, {}, false);
  const held = await status().catch(() => null);
  if (held) {
    shelf.ledger.replaceChildren(...ledger(held.refused));
    document.querySelector("#panel .paper-head .facts")?.replaceChildren(words().holds(held.documents, held.paragraphs));
  }
  focus?.();
}
