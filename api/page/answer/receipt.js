// A receipt of an answer: what was asked and answered, on what, when and by which versions, to be checked later.

import { save } from "../tools/elements.js";

const FORM = "namndsvar/1";

export function saveReceipt(turn) {
  const { asked, answer } = turn;
  const receipt = { receipt: FORM, question: asked.question, history: asked.history, filters: asked.filters, answer };
  const made = new Date(answer.made?.time ?? Date.now());
  const stamp = made.toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);
  save(new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" }), `namndsvar-kvitto-${stamp}.json`);
}
