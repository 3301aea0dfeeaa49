// Plots along a scale: how deep the right paragraph is found, and how long an answer takes.

const DEPTH = 20;

function recallPlot(run, languages) {
  const [width, height, left, bottom] = [360, 236, 40, 206];
  const along = scale(1, DEPTH, left + 10, width - 16);
  const up = scale(0, 1, bottom, 12);
  const searched = run.cases.filter((one) => one.retrieval);
  const drawing = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(left, up(share), width - 8, up(share), "rule"), label(left - 6, up(share) + 4, percent(share), "tick end"),
  ]);
  for (const depth of [1, 5, 10, 15, 20]) drawing.push(label(along(depth), bottom + 18, depth, "tick middle"));
  languages.forEach((language, index) => drawing.push(...recallCurve(run, language, index, along, up)));
  return plate("recall", "Found in search", `Share of ${plural(searched.length, "question")} with a right paragraph among the first k hits.`,
    key(languages), canvas(width, height, "Recall at each depth from 1 to 20", ...drawing));
}

function recallCurve(run, language, index, along, up) {
  const ranks = run.cases.filter((one) => one.retrieval && one.lang === language).map((one) => one.retrieval.rank);
  if (!ranks.length) return [];
  const share = (depth) => ranks.filter((rank) => rank && rank <= depth).length / ranks.length;
  const steps = Array.from({ length: DEPTH }, (_, depth) => `${along(depth + 1)},${up(share(depth + 1))}`);
  const shift = (index - 0.5) * 5; // whiskers of two languages stand beside each other
  const whiskers = [1, 5, 20]
    .map((depth) => [depth, figure(run, language, "all", `recall@${depth}`)])
    .filter(([, found]) => known(found))
    .map(([depth, found]) => uprightWhisker(index, found, along(depth) + shift, up));
  return [drawn("polyline", { points: steps.join(" "), class: `curve ${series(index)}` }), ...whiskers];
}

// Times differ by powers of ten, so the bins are equal in the logarithm.
function latencyPlot(run) {
  const [width, height, left, bottom, bins] = [360, 262, 8, 232, 28];
  const times = run.cases.map((one) => one.given.elapsed_ms).filter((time) => time > 0);
  if (!times.length) return null;
  const [low, high] = [Math.floor(Math.log10(Math.min(...times)) * 2) / 2, Math.log10(Math.max(...times)) + 0.05];
  const along = scale(low, high, left, width - 12);
  const counts = Array(bins).fill(0);
  for (const time of times) counts[Math.min(bins - 1, Math.floor(((Math.log10(time) - low) / (high - low)) * bins))] += 1;
  const up = scale(0, Math.max(...counts), bottom, 40);
  const wide = (width - 12 - left) / bins;
  const bars = counts.map((number, index) => number && drawn("rect",
    { x: left + index * wide + 0.5, y: up(number), width: wide - 1, height: bottom - up(number), class: "bar" },
    drawn("title", {}, `${number} answers in ${duration(10 ** (low + (index * (high - low)) / bins))} to ${duration(10 ** (low + ((index + 1) * (high - low)) / bins))}`)));
  const drawing = [line(left, bottom, width - 12, bottom, "axis"), ...bars, ...timeTicks(low, high, along, bottom), ...percentiles(run.latency_ms ?? {}, along, bottom)];
  return plate("latency", "Time to answer", `${plural(times.length, "answer")}; longest ${duration(Math.max(...times))}. Logarithmic scale.`,
    canvas(width, height, "Distribution of the time to answer", ...drawing));
}

function timeTicks(low, high, along, bottom) {
  return [1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000]
    .filter((time) => Math.log10(time) >= low && Math.log10(time) <= high)
    .map((time) => label(along(Math.log10(time)), bottom + 18, duration(time), "tick middle"));
}

function percentiles(latency, along, bottom) {
  return [["p50", "median", 12], ["p95", "95%", 28]].filter(([name]) => latency[name] > 0).flatMap(([name, says, y]) => {
    const x = along(Math.log10(latency[name]));
    const after = x < 250;
    return [line(x, y - 8, x, bottom, "pointer"), label(x + (after ? 5 : -5), y, `${says} ${duration(latency[name])}`, after ? "value" : "value end")];
  });
}
