// Adding documents: chosen or dropped, sent one after the other, each with its progress and what came of it.

import { parted, reasonWords } from "./reasons.js";
import { upload } from "./upload.js";
import { inWords } from "../ask/heard.js";
import { button, element } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { size } from "../tools/formats.js";
import { words } from "../tools/language.js";
import { say } from "../tools/spoken.js";

const KINDS = ".pdf,.docx,.odt,.html,.htm,.md,.txt,.xlsx,.xls,.xlsb,.ods,.csv,.px,.json";

// The place where documents are added; `done` is called after each lot.
export function uploading(done) {
  const { add, dropHere } = words().uploading;
  const input = element("input", {
    type: "file", id: "upload", multiple: true, accept: KINDS, className: "unseen", tabIndex: -1, "aria-label": add,
  });
  const list = element("ul", { className: "uploads", id: "uploads" });
  const zone = element("div", { className: "drop", id: "drop" },
    icon("upload"),
    button(add, () => input.click(), { className: "firm", id: "add-documents" }),
    element("p", { className: "hint" }, dropHere), input);
  input.addEventListener("change", () => {
    take([...input.files], list, done);
    input.value = "";
  });
  droppable(zone, (files) => take(files, list, done));
  return element("div", { className: "adding", role: "group", "aria-label": add }, zone, list);
}

function droppable(zone, take) {
  const over = (now) => (event) => {
    event.preventDefault();
    zone.classList.toggle("over", now);
  };
  zone.addEventListener("dragenter", over(true));
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    take([...event.dataTransfer.files]);
  });
}

async function take(files, list, done) {
  const lines = files.map((file) => line(file, list));
  for (const one of lines) await send(one);
  if (files.length) done();
}

function line(file, list) {
  const bar = element("progress", { max: 1, value: 0, "aria-label": file.name });
  const outcome = element("p", { className: "facts" }, words().uploading.waits);
  const node = element("li", { className: "upload" },
    element("p", { className: "ledger-name" }, file.name, element("span", { className: "facts" }, ` ${size(file.size)}`)),
    bar, outcome);
  list.prepend(node);
  return { file, bar, outcome, node };
}

// What came of a file, in words.
function cameOf({ outcome, reason, paragraphs }) {
  const word = words().uploading.outcomes[outcome] ?? outcome;
  if (outcome === "refused") return [`${word}: `, ...reasonWords(...parted(reason ?? ""))];
  return [outcome === "unchanged" ? word : `${word}: ${words().paragraphs(paragraphs)}`];
}

async function send({ file, bar, outcome, node }) {
  const { uploading: told } = words();
  try {
    const report = await upload(file, (share) => {
      if (share < 1) bar.value = share;
      else bar.removeAttribute("value"); // all is sent: the server reads, for as long as that takes
      outcome.textContent = share < 1 ? told.sends(Math.round(share * 100)) : told.reads;
    });
    outcome.replaceChildren(...cameOf(report));
    node.classList.add(report.outcome);
  } catch (trouble) {
    outcome.textContent = inWords(trouble);
    node.classList.add("refused");
  }
  bar.remove();
  say(`${file.name}: ${outcome.textContent}`);
}
