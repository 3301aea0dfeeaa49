// The conversation: asking, one question at a time, what was answered, and beginning anew.

import { drawAnswer, drawStream, drawTrouble, drawWaiting, newTurn } from "./turn.js";
import { activeFilters } from "./filters.js";
import { spokenAnswer, spokenTrouble } from "./heard.js";
import { onLanguage, words } from "../tools/language.js";
import { say } from "../tools/spoken.js";
import { askStream } from "../tools/stream.js";

const MOST_TURNS = 10; // earlier questions that are sent along
const [list, field] = ["turns", "question"].map((id) => document.getElementById(id));
const listeners = [];
const deeds = { ask, again };

let turns = [];
let running = null; // the AbortController of the question that is being answered

// `changed` is called when an answer begins or ends, and when the conversation is emptied.
export function onConversation(changed) {
  listeners.push(changed);
}

export function isAnswering() {
  return running !== null;
}

export function isEmpty() {
  return turns.length === 0;
}

export function lastQuestion() {
  return turns.at(-1)?.asked.question ?? "";
}

// Ask, with what was asked before. Nothing happens while another answer is under way.
export async function ask(question) {
  if (running || !question.trim()) return;
  const turn = newTurn({ question: question.trim(), history: history(), filters: activeFilters() });
  turns.push(turn);
  list.append(turn.node);
  if (document.activeElement !== field) turn.title.focus({ preventScroll: true }); // what was pressed may be gone
  await answer(turn);
}

// Ask the same once more, after an error or a cancelled answer.
async function again(turn) {
  if (running) return;
  turn.asked = { ...turn.asked, history: history(turn) };
  await answer(turn);
}

export function cancel() {
  running?.abort();
}

export function startAnew() {
  cancel();
  turns = [];
  list.replaceChildren();
  tell();
}

async function answer(turn) {
  const own = new AbortController();
  running = own;
  tell();
  drawWaiting(turn);
  turn.node.scrollIntoView({ block: "start" });
  say(words().searching);
  try {
    turn.answer = await askStream(turn.asked, own.signal, drawStream(turn));
    drawAnswer(turn, deeds);
    say(spokenAnswer(turn.answer));
  } catch (trouble) {
    turn.trouble = trouble;
    drawTrouble(turn, deeds);
    if (turns.includes(turn)) say(spokenTrouble(trouble));
  } finally {
    if (running === own) running = null;
    tell();
  }
}

// The earlier questions that got an answer, oldest first.
function history(upTo = null) {
  const before = upTo ? turns.slice(0, turns.indexOf(upTo)) : turns;
  return before.filter((turn) => turn.answer).map((turn) => turn.asked.question).slice(-MOST_TURNS);
}

function tell() {
  listeners.forEach((changed) => changed());
}

onLanguage(() => {
  for (const turn of turns) {
    if (turn.answer) drawAnswer(turn, deeds);
    else if (turn.trouble) drawTrouble(turn, deeds);
    else drawWaiting(turn);
  }
});
