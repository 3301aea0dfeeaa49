// The cards of the sources: who says it, in what role, about when, and where it stands.

import { matching } from "./matching.js";
import { openSource } from "../source/opening.js";
import { placeWords, voice } from "../source/place.js";
import { button, element, joined } from "../tools/elements.js";
import { periods } from "../tools/formats.js";
import { words } from "../tools/language.js";

export function sources(turn, title, citations) {
  if (!citations.length) return null;
  return element("div", { className: "sources", role: "group", "aria-label": title },
    element("h3", {}, title),
    element("ol", {}, ...citations.map((citation) => element("li", { className: "source-card" }, ...card(citation, turn)))),
  );
}

function card(citation, turn) {
  const { source, about, file, contentHash, wholeParagraph } = words();
  const meant = periods(matching(turn.answer, citation).map((figure) => figure.period));
  const open = button(citation.title, (pressed) => openSource(citation, turn, pressed), {
    className: "source-title", "aria-label": `${source} ${citation.number}: ${citation.title}`,
    "data-source": `${turn.id}-${citation.number}`,
  });
  return [
    element("span", { className: "number", "aria-hidden": "true" }, String(citation.number)),
    element("div", { className: "source-body" },
      element("h4", { lang: "sv" }, open),
      element("p", { className: "source-voice" }, ...voice(citation, turn.answer.language),
        meant ? element("span", { className: "period" }, `${about} ${meant}`) : null),
      element("blockquote", { lang: "sv" }, citation.quote),
      element("p", { className: "source-place" }, placeWords(citation)),
      citation.text === citation.quote ? null
        : element("p", { className: "only-print", lang: "sv" }, `${wholeParagraph}: ${citation.text}`),
      element("p", { className: "only-print" },
        joined(`${file}: ${citation.document}`, citation.sha256 && `${contentHash}: ${citation.sha256}`)),
    ),
  ];
}
