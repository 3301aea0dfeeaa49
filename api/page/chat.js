// The page itself: asking, the conversation, and what the panel beside it shows.

import { answerCard } from "./answer.js";
import { button, element } from "./elements.js";
import { ask, documents, examples } from "./server.js";
import { shelfView } from "./shelf.js";
import { documentView } from "./source.js";
import { language, switchLanguage, translatePage, words } from "./words.js";

const NARROW = matchMedia("(max-width: 56rem)"); // as in chat.css
const MOST_TURNS = 10; // earlier questions that are sent along

const [form, field, turns, welcome, panel, spoken] = ["ask", "question", "turns", "welcome", "source", "spoken"].map(
  (id) => document.getElementById(id),
);
let history = [];
let shown = []; // {question, answer, card}: redrawn when the language changes
let opener = null; // takes the focus back when the panel closes
let refill = null; // what the panel shows, to be shown again in the other language
let busy = false;

async function answerQuestion(question) {
  if (busy || !question.trim()) return;
  setBusy(true);
  welcome.hidden = true;
  document.getElementById("anew").hidden = false;
  const waiting = element("p", { className: "waiting" }, words().searching);
  const turn = element("div", { className: "turn" }, asked(question), waiting);
  turns.append(turn);
  field.value = "";
  fit();
  waiting.scrollIntoView({ block: "end" });
  try {
    const answer = await ask(question, history.slice(-MOST_TURNS));
    const card = answerCard(answer, openCitation);
    waiting.replaceWith(card);
    shown.push({ answer, card });
    history.push(question);
    spoken.textContent = answer.text;
  } catch (trouble) {
    waiting.replaceWith(complaint(trouble));
    field.value = question;
    fit();
  } finally {
    setBusy(false);
    turn.scrollIntoView({ block: "start" });
  }
}

function setBusy(now) {
  busy = now;
  form.classList.toggle("busy", now);
  turns.setAttribute("aria-busy", String(now));
}

function asked(question) {
  return element("p", { className: "asked-question" }, element("span", { className: "unseen" }, `${words().you}: `), question);
}

function complaint(trouble) {
  const { errors, unreachable } = words();
  const text = trouble.code === "unreachable" ? unreachable : (errors[trouble.code] ?? (trouble.message || errors.unexpected));
  return element("p", { className: "complaint", role: "alert" }, text);
}

function openCitation(citation, pressed) {
  document.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  pressed.setAttribute("aria-current", "true");
  return openPanel(() => documentView(citation.document_id, citation), pressed);
}

function openShelf(pressed) {
  return openPanel(async () => shelfView(await documents(language()), openDocument), pressed);
}

function openDocument(one) {
  return openPanel(() => documentView(one.id, null), document.getElementById("documents"));
}

async function openPanel(view, pressed) {
  opener = pressed;
  refill = view;
  let content;
  try {
    content = await view();
  } catch (trouble) {
    content = [complaint(trouble)];
  }
  if (refill !== view) return; // something else was opened meanwhile
  const close = button(words().close, closePanel, { className: "quiet close" });
  panel.replaceChildren(close, ...content);
  panel.hidden = false;
  document.body.classList.add("with-source");
  coverRest(NARROW.matches);
  panel.querySelector(".cited")?.scrollIntoView({ block: "center" });
  panel.querySelector("#source-title")?.focus({ preventScroll: true });
}

function closePanel() {
  panel.hidden = true;
  coverRest(false);
  refill = null;
  document.body.classList.remove("with-source");
  document.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  (opener?.isConnected ? opener : field).focus();
}

// On a narrow screen the panel lies over everything else, so nothing else may take the focus.
function coverRest(covered) {
  for (const rest of document.querySelectorAll(".top, .talk")) rest.inert = covered;
}

function startAnew() {
  history = [];
  shown = [];
  turns.querySelectorAll(".turn").forEach((turn) => turn.remove());
  welcome.hidden = false;
  document.getElementById("anew").hidden = true;
  if (!panel.hidden) closePanel();
  field.focus();
}

async function drawWelcome() {
  let held = [];
  const holding = document.getElementById("holding");
  try {
    held = await documents(language());
    holding.textContent = held.length ? words().holding(held.length) : words().empty;
  } catch (trouble) {
    holding.replaceChildren(complaint(trouble));
  }
  const questions = held.length ? await examples(language()).catch(() => []) : []; // without them the page works as well
  document.getElementById("examples-title").hidden = !questions.length;
  const items = questions.map((question) => element("li", {}, button(question, () => answerQuestion(question), { className: "example" })));
  document.getElementById("examples").replaceChildren(...items);
}

function draw() {
  translatePage();
  const other = document.getElementById("language");
  other.textContent = words().otherLanguage;
  other.lang = language() === "sv" ? "en" : "sv";
  field.placeholder = words().placeholder;
  for (const turn of shown) {
    const card = answerCard(turn.answer, openCitation);
    turn.card.replaceWith(card);
    turn.card = card;
  }
  if (refill) openPanel(refill, opener);
  drawWelcome();
}

// The question field grows with what is written.
function fit() {
  field.rows = Math.min(6, Math.max(1, field.value.split("\n").length, Math.ceil(field.value.length / 70)));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  answerQuestion(field.value);
});
field.addEventListener("input", fit);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  answerQuestion(field.value);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) closePanel();
});
document.getElementById("anew").addEventListener("click", startAnew);
document.getElementById("documents").addEventListener("click", (event) => openShelf(event.currentTarget));
document.getElementById("language").addEventListener("click", () => {
  switchLanguage();
  draw();
});

NARROW.addEventListener("change", () => coverRest(NARROW.matches && !panel.hidden));

draw();
if (matchMedia("(pointer: fine)").matches) field.focus(); // on a phone it would raise the keyboard over the page
