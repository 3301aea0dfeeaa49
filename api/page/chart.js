// A series as a small drawing with its table: a line over time, bars for a ranking. Text goes in as text.

import { element } from "./elements.js";
import { words } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 560;
const HEIGHT = 160;
const PAD = 24;

// The drawing of `series`, or null where there is none or too little to draw.
export function chart(series) {
  const known = series ? series.points.filter((point) => point.y !== null) : [];
  if (known.length < 2) return null;
  const drawing = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": series.label });
  drawing.append(...(series.over_time ? line(series.points) : bars(series.points)));
  return element("figure", { className: "chart" },
    element("figcaption", { lang: "sv" }, [series.label, series.unit].filter(Boolean).join(" · ")),
    drawing,
    table(series),
  );
}

function shape(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function number(value) {
  return value === null ? "–" : value.toLocaleString(document.documentElement.lang);
}

// Heights on the drawing; nought is in sight for bars, not for lines.
function scale(points, withNought) {
  const values = points.map((point) => point.y).filter((value) => value !== null);
  const low = Math.min(...values, ...(withNought ? [0] : []));
  const high = Math.max(...values, ...(withNought ? [0] : []));
  const span = high - low || 1;
  return (value) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD);
}

function line(points) {
  const height = scale(points, false);
  const step = (WIDTH - 2 * PAD) / Math.max(points.length - 1, 1);
  const places = points.map((point, at) => ({ ...point, left: PAD + at * step }));
  const known = places.filter((place) => place.y !== null);
  const path = known.map((place) => `${place.left},${height(place.y)}`).join(" ");
  const dots = known.map((place) => {
    const dot = shape("circle", { cx: place.left, cy: height(place.y), r: 3.5 });
    dot.append(shape("title", {}, `${place.x}: ${number(place.y)}`));
    return dot;
  });
  const ends = [places[0], places[places.length - 1]].map((place, at) =>
    shape("text", { x: place.left, y: HEIGHT - 4, "text-anchor": at ? "end" : "start" }, place.x));
  return [shape("polyline", { points: path, class: "line" }), ...dots, ...ends];
}

function bars(points) {
  const height = scale(points, true);
  const step = (WIDTH - 2 * PAD) / points.length;
  return points.filter((point) => point.y !== null).flatMap((point, at) => {
    const top = Math.min(height(point.y), height(0));
    const left = PAD + at * step;
    const bar = shape("rect", {
      x: left + step * 0.15, y: top, width: step * 0.7, height: Math.abs(height(point.y) - height(0)), class: "bar",
    });
    bar.append(shape("title", {}, `${point.x}: ${number(point.y)}`));
    const most = Math.max(3, Math.floor(step / 7));
    const name = point.x.length > most ? `${point.x.slice(0, most - 1)}…` : point.x;
    return [bar, shape("text", { x: left + step / 2, y: HEIGHT - 4, "text-anchor": "middle" }, name)];
  });
}

function table(series) {
  const rows = series.points.map((point) => element("tr", {},
    element("th", { scope: "row", lang: "sv" }, point.x),
    element("td", {}, number(point.y)),
  ));
  return element("details", {},
    element("summary", {}, words().asTable),
    element("table", {}, element("tbody", {}, ...rows)),
  );
}
