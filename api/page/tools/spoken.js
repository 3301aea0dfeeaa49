// What a screen reader is told: one sentence at a time, never an answer letter by letter.

const region = document.getElementById("spoken");
let waiting = [];
let soon = null;

// Said after what is being read. The pause lets the same sentence be heard twice, and joins what comes at once.
export function say(sentence) {
  clearTimeout(soon);
  waiting.push(sentence);
  region.textContent = "";
  soon = setTimeout(() => {
    region.textContent = waiting.join(" ");
    waiting = [];
  }, 120);
}
