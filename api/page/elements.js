// Small tools for building the page. Text always goes in as text, never as markup.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name in made && name !== "lang") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function button(content, action, properties = {}) {
  const made = element("button", { type: "button", ...properties }, content);
  made.addEventListener("click", () => action(made));
  return made;
}

export function shortened(text, most) {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most) || most)} …`;
}

export function joined(...parts) {
  return parts.filter(Boolean).join(" · ");
}
