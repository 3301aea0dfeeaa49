// What one can do with an answer: judge it, copy it, print it, keep a receipt of it.

import { copyText, plainText } from "./copying.js";
import { feedback } from "./feedback.js";
import { printTurn } from "./printing.js";
import { saveReceipt } from "./receipt.js";
import { button, element } from "../tools/elements.js";
import { labelled } from "../tools/icons.js";
import { words } from "../tools/language.js";
import { say } from "../tools/spoken.js";

export function actions(turn) {
  const { copy, print, receipt, withAnswer } = words();
  return element("div", { className: "actions", role: "group", "aria-label": withAnswer },
    ...feedback(turn),
    element("span", { className: "tools" },
      button(labelled("copy", copy), (pressed) => copied(turn, pressed), { className: "tool copy" }),
      button(labelled("print", print), () => printTurn(turn), { className: "tool print" }),
      button(labelled("receipt", receipt), () => {
        saveReceipt(turn);
        say(words().receiptSaved);
      }, { className: "tool receipt" }),
    ),
  );
}

async function copied(turn, pressed) {
  const done = await copyText(plainText(turn));
  const sentence = done ? words().copied : words().notCopied;
  say(sentence);
  const word = pressed.querySelector(".word");
  word.textContent = sentence;
  setTimeout(() => {
    word.textContent = words().copy;
  }, 2500);
}
