// Taking a document out of the library, once that was confirmed.

import { inWords } from "../ask/heard.js";
import { confirmed } from "../tools/dialog.js";
import { element } from "../tools/elements.js";
import { words } from "../tools/language.js";
import { removeDocument } from "../tools/server.js";
import { say } from "../tools/spoken.js";

// What a "remove" button does; `done` is told when the document is gone, with what takes the focus.
export function removal(done) {
  return async (one, pressed) => {
    const { removing } = words();
    const sure = await confirmed(removing.title, [
      element("p", { className: "named", lang: "sv" }, one.title),
      element("p", {}, one.uploaded ? removing.uploaded : removing.folder),
    ], removing.yes, { danger: true });
    if (!sure) return pressed.focus();
    const entry = pressed.closest("li");
    const beside = entry.nextElementSibling ?? entry.previousElementSibling;
    const neighbour = beside?.querySelector("[data-document]")?.dataset.document;
    try {
      await removeDocument(one.id);
    } catch (trouble) {
      return failed(entry, pressed, inWords(trouble));
    }
    return done(() => {
      (document.querySelector(`[data-document="${neighbour}"]`) ?? document.getElementById("panel-title"))?.focus();
      say(removing.done(one.title));
    });
  };
}

function failed(entry, pressed, sentence) {
  entry.querySelector(".complaint")?.remove();
  entry.querySelector(".shelf-words").append(element("p", { className: "complaint" }, sentence));
  say(sentence);
  pressed.focus();
}
