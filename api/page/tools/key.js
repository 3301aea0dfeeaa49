// The server's key: asked for once, kept while the tab is open, sent with every request.

import { element } from "./elements.js";
import { keep, kept, sessionStorageOf } from "./keeping.js";
import { words } from "./language.js";
import { shown } from "./dialog.js";

let key = kept("key", sessionStorageOf()) ?? "";
let asking = null; // one dialog, however many requests wait for it

export function currentKey() {
  return key;
}

// Ask for the key that replaces `refused`; gives false when the asker would not say.
export function askKey(refused) {
  if (key !== refused) return Promise.resolve(true); // another request was told a new one meanwhile
  asking ??= asked(Boolean(refused)).finally(() => {
    asking = null;
  });
  return asking;
}

function asked(wrong) {
  return new Promise((resolve) => {
    const { key: told } = words();
    const field = element("input", { type: "password", id: "key", autocomplete: "current-password", required: true });
    if (wrong) field.setAttribute("aria-describedby", "key-wrong");
    const form = element("form", { method: "dialog" },
      element("h2", { id: "dialog-title" }, told.title),
      element("p", {}, told.explained),
      element("label", { htmlFor: "key" }, told.label),
      field,
      wrong ? element("p", { className: "complaint", id: "key-wrong" }, told.wrong) : null,
      element("div", { className: "dialog-choices" }, element("button", { type: "submit", className: "firm" }, told.use)),
    );
    const dialog = element("dialog", { className: "dialog", "aria-labelledby": "dialog-title" }, form);
    form.addEventListener("submit", () => take(field.value.trim()));
    const before = key;
    shown(dialog, () => resolve(key !== before));
    field.focus();
  });
}

function take(given) {
  if (!given) return;
  key = given;
  keep("key", key, sessionStorageOf());
}
