// The text of an answer: each claim on its own line, quotes set apart, [n] as buttons that open the source.

import { claims, quotePattern } from "./claims.js";
import { openSource } from "../source/opening.js";
import { button, element } from "../tools/elements.js";
import { words } from "../tools/language.js";

export function answerText(turn) {
  const { answer } = turn;
  const quotes = quotePattern(answer.citations);
  const verbatim = (piece) => element("span", { className: "verbatim", lang: "sv" }, piece);
  const dressed = (piece) => (quotes.test(piece) ? [verbatim(piece)] : withMarks(piece, turn));
  return element("div", { className: "answer-text", lang: answer.language },
    ...claims(answer).map((line) => element("p", {}, ...line.split(quotes).filter(Boolean).flatMap(dressed))));
}

// Some text of ours with each [n] that has a citation turned into a button; none stands alone on a line.
export function withMarks(text, turn) {
  return text.replace(/ (?=\[\d+\])/g, "\u00a0").split(/(\[\d+\])/).map((piece) => {
    const number = /^\[(\d+)\]$/.exec(piece)?.[1];
    const citation = number && citationOf(turn.answer, Number(number));
    return citation ? mark(citation, turn) : piece;
  });
}

export function mark(citation, turn) {
  const label = `${words().source} ${citation.number}: ${citation.title}`;
  const bracket = (sign) => element("span", { className: "bracket" }, sign);
  return button([bracket("["), String(citation.number), bracket("]")], (pressed) => openSource(citation, turn, pressed), {
    className: "mark", "aria-label": label, title: label, "data-source": `${turn.id}-${citation.number}`,
  });
}

export function citationOf(answer, number) {
  return [...answer.citations, ...answer.related].find((one) => one.number === number);
}
