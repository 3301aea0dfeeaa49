// The panel beside the conversation: a document around the cited paragraph, or whole.

import { button, element, joined } from "./elements.js";
import { wholeDocument } from "./server.js";
import { language, words } from "./words.js";

const AROUND = 3; // paragraphs shown before and after the cited one

// What the panel holds for a document; `citation` may be null, then the whole document is shown.
export async function documentView(documentId, citation) {
  const { document: head, paragraphs } = await wholeDocument(documentId, language());
  const body = element("div", { className: "paper", lang: "sv", tabIndex: 0, role: "region", "aria-label": head.title });
  const near = (one) => !citation || Math.abs(one.paragraph - citation.paragraph) <= AROUND;
  fill(body, paragraphs.filter(near), citation);
  return [heading(head, citation ? switcher(body, paragraphs, near, citation) : null), body];
}

function heading(head, choice) {
  const { kinds, adjusted } = words();
  const date = head.adjusted ? `${adjusted} ${head.adjusted}` : head.date;
  return element("header", { className: "paper-head" },
    element("p", { className: "kind" }, joined(kinds[head.kind], head.committee)),
    element("h2", { id: "source-title", tabIndex: -1, lang: "sv" }, head.title),
    element("p", { className: "facts" }, joined(head.dnr && `dnr ${head.dnr}`, date, head.document)),
    choice,
  );
}

function switcher(body, paragraphs, near, citation) {
  let whole = false;
  return button(words().whole, (pressed) => {
    whole = !whole;
    pressed.textContent = whole ? words().around : words().whole;
    fill(body, whole ? paragraphs : paragraphs.filter(near), citation);
    body.querySelector(".cited")?.scrollIntoView({ block: "center" });
  }, { className: "quiet" });
}

function fill(body, paragraphs, citation) {
  let path = null;
  let voice = null;
  let page = null;
  body.replaceChildren();
  for (const one of paragraphs) {
    const headings = one.headings.join(" › ");
    if (headings && headings !== path && one.form !== "heading") {
      body.append(element("p", { className: "path" }, headings));
    }
    path = headings;
    if (one.page && one.page !== page) {
      body.append(element("p", { className: "page-mark", lang: language() }, `${words().page} ${one.page}`));
    }
    page = one.page;
    const heard = one.form === "heading" ? null : `${one.role} ${one.speaker}`;
    const cited = citation?.paragraph_id === one.id;
    body.append(paragraphView(one, cited ? citation : null, Boolean(heard) && (cited || heard !== voice)));
    voice = heard;
  }
}

// One paragraph; `named` says who speaks, which is left out where it is the same as just above.
function paragraphView(one, citation, named) {
  const { roles, paragraph, cited, repaired, answersTo } = words();
  return element("section", { className: citation ? "paragraph cited" : "paragraph", "aria-label": citation ? cited : null },
    element("span", { className: "number-mark", title: `${paragraph} ${one.paragraph}` }, String(one.paragraph)),
    named ? element("p", { className: "voice", lang: language() },
      element("span", { className: `role ${one.role}` }, roles[one.role]),
      one.speaker ? element("span", {}, one.speaker) : null,
    ) : null,
    one.question && citation ? element("p", { className: "asked" }, `${answersTo}: ${one.question}`) : null,
    one.rows.length ? table(one.rows, citation) : wording(one, citation),
    citation && one.text_repaired ? element("p", { className: "repaired" }, `${repaired} ${one.text_repaired}`) : null,
  );
}

// The cited paragraph stands verbatim with the quote marked; the others as they are best read.
function wording(one, citation) {
  const marker = one.marker ? `${one.marker} ` : "";
  const tag = one.form === "heading" ? "h3" : "p";
  if (!citation) return element(tag, { className: `text ${one.form}` }, marker + (one.text_repaired ?? one.text));
  return element(tag, { className: `text ${one.form}` }, marker, ...marked(one.text, citation.quote));
}

// The text with the quote in a <mark>; white space may differ between the two.
export function marked(text, quote) {
  const found = quoteIn(quote)?.exec(text);
  if (!found) return [text];
  const end = found.index + found[0].length;
  return [text.slice(0, found.index), element("mark", {}, found[0]), text.slice(end)];
}

function quoteIn(quote) {
  const parts = quote.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return parts[0] ? new RegExp(parts.join("\\s+")) : null;
}

function table(rows, citation) {
  const quote = citation ? folded(citation.quote) : "";
  return element("div", { className: "scrolling", tabIndex: 0 },
    element("table", {}, element("tbody", {}, ...rows.map((row) => {
      const text = folded(row.filter(Boolean).join(" "));
      const hit = quote && text && (quote.includes(text) || text.includes(quote));
      return element("tr", { className: hit ? "hit" : "" }, ...row.map((cell) => element("td", {}, cell)));
    }))),
  );
}

function folded(text) {
  return text.split(/\s+/).join(" ").trim();
}
