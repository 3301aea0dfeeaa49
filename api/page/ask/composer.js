// The field for the question: sending, cancelling, growing with what is written.

import { ask, cancel, isAnswering, lastQuestion, onConversation } from "./conversation.js";
import { closeFilters } from "./filters.js";

const [form, field, send, stop] = ["ask", "question", "send", "cancel"].map((id) => document.getElementById(id));
const MOST_HEIGHT = 180; // px: about seven lines

export function focusQuestion() {
  field.focus();
}

// Let the field work.
export function startComposer() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", fit);
  field.addEventListener("keydown", pressed);
  stop.addEventListener("click", cancel);
  onConversation(showBusy);
}

function submit() {
  const question = field.value;
  if (isAnswering() || !question.trim()) return;
  field.value = "";
  fit();
  field.focus();
  closeFilters();
  ask(question);
}

function pressed(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
  if (event.key === "ArrowUp" && !field.value && lastQuestion()) {
    event.preventDefault();
    field.value = lastQuestion();
    fit();
  }
}

function showBusy() {
  const hadFocus = document.activeElement === stop;
  send.hidden = isAnswering();
  stop.hidden = !isAnswering();
  if (hadFocus && stop.hidden) field.focus();
}

function fit() {
  field.style.height = "auto";
  field.style.height = `${Math.min(MOST_HEIGHT, field.scrollHeight)}px`;
}
