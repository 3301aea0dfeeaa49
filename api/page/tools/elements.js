// Small tools for building the page. Text always goes in as text, never as markup.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name in made && name !== "lang") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function button(content, action, properties = {}) {
  const made = element("button", { type: "button", ...properties }, ...[content].flat());
  made.addEventListener("click", () => action(made));
  return made;
}

// Where text will stand.
export function skeleton() {
  return element("div", { className: "skeleton", "aria-hidden": "true" }, ...["", "", ""].map(() => element("span")));
}

// Select with its label; `options` are [value, text] pairs.
export function choice(label, id, options, chosen, changed) {
  const list = element("select", { id }, ...options.map(([value, text]) => element("option", { value }, text)));
  list.value = chosen;
  list.addEventListener("change", () => changed(list.value));
  return element("div", { className: "choice" }, element("label", { htmlFor: id }, label), list);
}

export function shortened(text, most) {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most) || most)} …`;
}

export function joined(...parts) {
  return parts.filter(Boolean).join(" · ");
}

// Saves `blob` on the asker's machine under `name`.
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it late
}
