// A question put over the page: a modal dialog that gives back what was decided.

import { button, element } from "./elements.js";
import { words } from "./language.js";

// Show `content` with a button that does it; gives true when that was pressed. Esc and the other button say no.
export function confirmed(title, content, doIt, { danger = false } = {}) {
  return new Promise((resolve) => {
    const no = button(words().keepIt, () => dialog.close(), { className: "plain" });
    const yes = button(doIt, () => dialog.close("yes"), { className: danger ? "firm danger" : "firm" });
    const dialog = element("dialog", { className: "dialog", "aria-labelledby": "dialog-title" },
      element("h2", { id: "dialog-title" }, title),
      ...content,
      element("div", { className: "dialog-choices" }, no, yes),
    );
    shown(dialog, () => resolve(dialog.returnValue === "yes"));
    no.focus();
  });
}

// Put a dialog before the page; it leaves no trace when it closes.
export function shown(dialog, closed) {
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
