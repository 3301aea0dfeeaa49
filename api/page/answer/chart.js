// A line over time, drawn without anyone's library. Text goes in as text; the table beside it says the same.

import { number } from "../tools/formats.js";
import { shape } from "../tools/icons.js";
import { words } from "../tools/language.js";

const MOST_WIDTH = 640;
const LEAST_WIDTH = 260;
const MARGINS = 80; // around the drawing, on a narrow screen
const HEIGHT = 210;
const LEFT = 56;
const RIGHT = 20;
const TOP = 26;
const BOTTOM = 28;
const STEPS = 4; // lines across, about
const NAME_WIDTH = 76; // for the name of a period below

export function lineChart(series) {
  const { points } = series;
  const known = points.filter((point) => point.y !== null);
  const { ticks, height } = scale(known.map((point) => point.y));
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, innerWidth - MARGINS)); // letters keep their size on a phone
  const left = (at) => LEFT + (at * (width - LEFT - RIGHT)) / Math.max(points.length - 1, 1);
  const places = points.map((point, at) => ({ ...point, left: left(at), top: point.y === null ? null : height(point.y) }));
  const drawing = shape("svg", {
    viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart", role: "img", "aria-label": told(series, known),
  });
  drawing.append(...grid(ticks, height, width), ...lines(places), ...dots(places), ...names(places, width), ...ends(places));
  return drawing;
}

function told(series, known) {
  const { y: first, x: from } = known[0];
  const { y: last, x: to } = known.at(-1);
  return `${series.label}: ${words().series.told(from, number(first), to, number(last))}`;
}

// Round steps around the values, and where a value stands on the drawing.
function scale(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const rough = (high - low || Math.abs(high) || 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough);
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first || 1;
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  const height = (value) => HEIGHT - BOTTOM - ((value - ticks[0]) / (ticks.at(-1) - ticks[0])) * (HEIGHT - TOP - BOTTOM);
  return { ticks, height };
}

function grid(ticks, height, width) {
  return ticks.flatMap((tick) => [
    shape("line", { x1: LEFT, x2: width - RIGHT, y1: height(tick), y2: height(tick), class: "grid" }),
    shape("text", { x: LEFT - 10, y: height(tick) + 4, "text-anchor": "end" }, number(tick)),
  ]);
}

// One stroke for each run of known values: a gap in the source is a gap in the line.
function lines(places) {
  const runs = [[]];
  for (const place of places) {
    if (place.top === null) runs.push([]);
    else runs.at(-1).push(`${place.left},${place.top}`);
  }
  return runs.filter((run) => run.length > 1).map((run) => shape("polyline", { points: run.join(" "), class: "line" }));
}

function dots(places) {
  return places.filter((place) => place.top !== null).map((place) => {
    const dot = shape("circle", { cx: place.left, cy: place.top, r: 4 });
    dot.append(shape("title", {}, `${place.x}: ${number(place.y)}`));
    return dot;
  });
}

function names(places, width) {
  const every = Math.ceil((places.length * NAME_WIDTH) / (width - LEFT));
  return places.filter((_, at) => (places.length - 1 - at) % every === 0).map((place) =>
    shape("text", { x: place.left, y: HEIGHT - 8, "text-anchor": place === places.at(-1) ? "end" : "middle" }, place.x));
}

// The first and the last value in numbers, above their dots.
function ends(places) {
  const known = places.filter((place) => place.top !== null);
  return [known[0], known.at(-1)].map((place) => shape("text", {
    x: place.left, y: place.top - 11, class: "end", "text-anchor": place === known[0] ? "start" : "end",
  }, number(place.y)));
}
