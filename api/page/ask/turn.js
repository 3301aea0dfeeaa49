// One question with its answer, in each of its states: waited for, arriving, there, or failed.

import { answerParts } from "../answer/answer.js";
import { filterWords } from "./filters.js";
import { inWords } from "./heard.js";
import { button, element, skeleton } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { words } from "../tools/language.js";

let number = 0;

// A turn with its node in the page; asked: {question, history, filters}.
export function newTurn(asked) {
  number += 1;
  const body = element("div", { className: "answer" });
  const id = `turn-${number}`;
  const title = element("h2", { className: "question", id: `question-${number}`, tabIndex: -1 });
  const filtered = element("p", { className: "filtered" });
  const node = element("article", { className: "turn", id, "aria-labelledby": title.id }, title, filtered, body);
  return { id, asked, node, title, filtered, body, answer: null, trouble: null, verdict: "", comment: "" };
}

export function drawWaiting(turn) {
  turn.answer = null;
  turn.trouble = null;
  fill(turn, true,
    element("p", { className: "waiting" }, words().searching),
    skeleton(),
  );
}

// What to do with the parts of an answer as they come: the sources are told first, then the words grow.
export function drawStream(turn) {
  const text = element("p", { className: "answer-text arriving" });
  return {
    evidence({ citations, language }) {
      text.lang = language;
      fill(turn, true, element("p", { className: "waiting" }, words().reading(citations.length)), text);
    },
    piece(part) {
      text.append(part);
    },
  };
}

export function drawAnswer(turn, deeds) {
  fill(turn, false, ...answerParts(turn, deeds));
}

export function drawTrouble(turn, deeds) {
  const calm = turn.trouble.name === "AbortError";
  fill(turn, false,
    element("div", { className: calm ? "trouble calm" : "trouble" },
      element("p", {}, ...(calm ? [] : [icon("conflicting")]), element("span", {}, inWords(turn.trouble))),
      button(words().again, () => deeds.again(turn), { className: "plain" }),
    ),
  );
}

function fill(turn, busy, ...parts) {
  turn.title.replaceChildren(element("span", { className: "unseen" }, `${words().you}: `), turn.asked.question);
  const limits = filterWords(turn.asked.filters);
  turn.filtered.textContent = limits ? `${words().filters.only}: ${limits}` : "";
  turn.filtered.hidden = !limits;
  turn.body.setAttribute("aria-busy", String(busy));
  turn.body.replaceChildren(...parts.filter(Boolean));
}
