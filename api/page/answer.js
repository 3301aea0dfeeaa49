// One answer in the conversation: the text with its marks, then the sources.

import { chart } from "./chart.js";
import { button, element, joined, shortened } from "./elements.js";
import { words } from "./words.js";

// Build an answer; `open(citation, button)` shows a citation's source.
export function answerCard(answer, open) {
  return element("article", { className: "answer" },
    badge(answer.status),
    element("p", { className: "answer-text", lang: answer.language }, ...withMarks(answer, open)),
    chart(answer.series),
    ...answer.figures.filter((figure) => figure.formula).map(computation),
    sources(words().sources, answer.citations, open),
    sources(words().nearest, answer.related, open),
  );
}

function badge(status) {
  const word = words().status[status];
  return word ? element("p", { className: `badge ${status}` }, word) : null;
}

// The text as pieces, each [n] that has a citation turned into a button.
function withMarks(answer, open) {
  const byNumber = new Map([...answer.related, ...answer.citations].map((one) => [String(one.number), one]));
  return answer.text.split(/(\[\d+\])/).map((piece) => {
    const citation = byNumber.get(piece.slice(1, -1));
    if (!citation || !piece.startsWith("[")) return piece;
    const label = `${words().source} ${citation.number}: ${citation.title}`;
    return button(String(citation.number), (pressed) => open(citation, pressed), { className: "mark", "aria-label": label });
  });
}

function computation(figure) {
  const result = [figure.value.toLocaleString(document.documentElement.lang), figure.unit].filter(Boolean).join(" ");
  return element("p", { className: "computation" }, `${words().computation}: ${figure.formula} = ${result}`);
}

function sources(title, citations, open) {
  if (!citations.length) return null;
  return element("section", { className: "sources" },
    element("h3", {}, title),
    element("ol", {}, ...citations.map((citation) => element("li", {}, sourceCard(citation, open)))),
  );
}

function sourceCard(citation, open) {
  const body = element("span", { className: "source-body" },
    element("span", { className: "source-title" },
      element("span", { className: "number" }, String(citation.number)),
      element("span", { lang: "sv" }, shortened(citation.title, 80)),
    ),
    element("span", { className: "source-place" }, place(citation)),
    element("span", { className: "source-voice" },
      element("span", { className: `role ${citation.role}` }, words().roles[citation.role]),
      citation.speaker ? element("span", {}, citation.speaker) : null,
    ),
    element("q", { lang: "sv" }, citation.quote),
  );
  return button(body, (pressed) => open(citation, pressed), { className: "source-card" });
}

function place(citation) {
  const { page, paragraph, adjusted } = words();
  const date = citation.adjusted ? `${adjusted} ${citation.adjusted}` : citation.date;
  return joined(
    citation.section,
    citation.dnr && `dnr ${citation.dnr}`,
    date,
    `${paragraph} ${citation.paragraph}${citation.page ? ` (${page} ${citation.page})` : ""}`,
  );
}
