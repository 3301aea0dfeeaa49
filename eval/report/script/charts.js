// What the plots share: their frame, scales, whiskers, points and keys. A series is a language, told by colour and shape.

const POINTS = [
  (x, y) => drawn("circle", { cx: x, cy: y, r: 4 }),
  (x, y) => drawn("path", { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z` }),
  (x, y) => drawn("rect", { x: x - 3.5, y: y - 3.5, width: 7, height: 7 }),
];

const series = (index) => `series-${index % POINTS.length}`;
const point = (index, x, y) => POINTS[index % POINTS.length](x, y);
const label = (x, y, text, name = "") => drawn("text", { x, y, class: name }, text);
const line = (x1, y1, x2, y2, name) => drawn("line", { x1, y1, x2, y2, class: name });

// A linear scale from [low, high] to [from, to].
const scale = (low, high, from, to) => (value) => from + ((value - low) / (high - low)) * (to - from);

function plate(name, title, note, ...content) {
  return node("figure", { class: `plate ${name}` }, node("figcaption", {}, node("h3", {}, title), node("p", {}, note)), ...content);
}

function canvas(width, height, says, ...content) {
  return drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": says, class: "chart" }, ...content);
}

// The key to the series, in HTML so that it wraps.
function key(languages) {
  const swatch = (index) => drawn("svg", { viewBox: "0 0 12 12", width: 12, height: 12, class: series(index), "aria-hidden": "true" }, point(index, 6, 6));
  return node("p", { class: "key" }, languages.map((language, index) => span("", swatch(index), " ", languageName(language))));
}

// A horizontal 95 % interval with its value; `along` is the scale of shares.
function whisker(index, figure, along, y) {
  const [low, high, value] = [figure.low, figure.high, figure.value].map(along);
  return drawn("g", { class: series(index) },
    drawn("title", {}, spoken(figure)),
    line(low, y, high, y, "range"), line(low, y - 3, low, y + 3, "range"), line(high, y - 3, high, y + 3, "range"),
    point(index, value, y));
}

function uprightWhisker(index, figure, x, up) {
  const [low, high, value] = [figure.low, figure.high, figure.value].map(up);
  return drawn("g", { class: series(index) },
    drawn("title", {}, spoken(figure)),
    line(x, low, x, high, "range"), line(x - 3, low, x + 3, low, "range"), line(x - 3, high, x + 3, high, "range"),
    point(index, x, value));
}

// Vertical rules at shares of 0, 25, … 100 %, with the percent below.
function shareRules(along, top, bottom) {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(along(share), top, along(share), bottom, "rule"),
    label(along(share), bottom + 16, percent(share), "tick middle"),
  ]);
}
