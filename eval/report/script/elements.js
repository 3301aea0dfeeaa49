// Making nodes. Text only ever becomes text: there is no markup from strings anywhere in this report.

const SVG = document.querySelector("svg").namespaceURI;

// An HTML element; `properties` are set on it (class, dataset and aria-* included), children are nodes or text.
function node(name, properties = {}, ...children) {
  return filled(document.createElement(name), properties, children);
}

function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (key === "dataset") Object.assign(element.dataset, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const byId = (id) => document.getElementById(id);
const span = (name, ...children) => node("span", { class: name }, ...children);

// A labelled part of an opened question; nothing when it has no content.
function part(title, ...children) {
  const given = children.flat(Infinity).filter(Boolean);
  return given.length ? node("section", { class: "part" }, node("h4", {}, title), ...given) : null;
}
