// A verdict on an answer: up or down, with a comment where there is one to give.

import { inWords } from "../ask/heard.js";
import { button, element } from "../tools/elements.js";
import { labelled } from "../tools/icons.js";
import { words } from "../tools/language.js";
import { sendFeedback } from "../tools/server.js";
import { say } from "../tools/spoken.js";

const COMMENT_CHARACTERS = 4000; // as the server allows

// The two buttons and the place for the comment; the verdict is remembered in the turn.
export function feedback(turn) {
  const { feedback: told } = words();
  const place = element("div", { className: "comment-place" });
  const give = (verdict) => button(labelled(verdict, told[verdict]), () => judge(turn, verdict, buttons, place), {
    className: `tool thumb ${verdict}`, title: told[verdict],
    "aria-label": told[verdict], "aria-pressed": String(turn.verdict === verdict),
  });
  const buttons = { up: give("up"), down: give("down") };
  if (turn.verdict) place.append(commentForm(turn, place));
  return [element("span", { className: "thumbs" }, buttons.up, buttons.down), place];
}

async function judge(turn, verdict, buttons, place) {
  if (turn.verdict === verdict) return;
  const before = turn.verdict;
  show(turn, verdict, buttons);
  const sent = await tell(turn, place);
  if (!sent) return show(turn, before, buttons);
  place.replaceChildren(commentForm(turn, place));
  return place.scrollIntoView({ block: "nearest" });
}

function show(turn, verdict, buttons) {
  turn.verdict = verdict;
  for (const [name, one] of Object.entries(buttons)) one.setAttribute("aria-pressed", String(name === verdict));
}

function commentForm(turn, place) {
  const { feedback: told } = words();
  const id = `comment-${turn.id}`;
  const field = element("textarea", { id, rows: 2, maxLength: COMMENT_CHARACTERS, value: turn.comment });
  const form = element("form", { className: "comment" },
    element("label", { htmlFor: id }, turn.verdict === "up" ? told.commentUp : told.commentDown),
    field,
    element("button", { type: "submit", className: "plain" }, told.send),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    turn.comment = field.value.trim();
    if (!(await tell(turn, place))) return;
    const thanks = element("p", { className: "hint", tabIndex: -1 }, told.thanks);
    place.replaceChildren(thanks);
    thanks.focus();
  });
  return form;
}

// Whether the server took the verdict; what came of it is said aloud.
async function tell(turn, place) {
  const { question, history } = turn.asked;
  try {
    await sendFeedback({ question, history, verdict: turn.verdict, comment: turn.comment, answer_id: turn.answer.id });
    say(words().feedback.thanks);
    return true;
  } catch (trouble) {
    const sentence = inWords(trouble);
    place.replaceChildren(element("p", { className: "complaint" }, sentence));
    say(sentence);
    return false;
  }
}
