// Figures as a reader wants them: percent, intervals, milliseconds, and the names of metrics, kinds and languages.

const LANGUAGES = { sv: "Swedish", en: "English" };
const METRICS = {
  strict: "Strictly right",
  answer: "Answer right",
  citation: "Citation right",
  citation_precision: "Citation precision",
  citation_recall: "Citation recall",
  fidelity: "Numbers supported",
  made_up: "Citations made up",
  refused_right: "Rightly refused",
  answered_anyway: "Wrongly answered",
  refused_wrongly: "Wrongly refused",
  "recall@1": "Found at 1",
  "recall@5": "Found in 5",
  "recall@20": "Found in 20",
  mrr: "MRR",
  "ndcg@10": "nDCG@10",
};

const languageName = (language) => LANGUAGES[language] ?? language;
const metricName = (metric) => METRICS[metric] ?? metric.replaceAll("_", " ");
const kindName = (kind) => kind.replaceAll("_", " ");
const known = (figure) => Boolean(figure) && figure.n !== 0 && Number.isFinite(figure.value);
const percent = (value) => `${Math.round(value * 100)}%`;
const interval = (figure) => `${Math.round(figure.low * 100)}–${Math.round(figure.high * 100)}%`;
const count = (figure) => (Number.isFinite(figure.right) ? `${figure.right} of ${figure.n}` : `mean of ${figure.n}`);
const spoken = (figure) => `${percent(figure.value)}, 95% interval ${interval(figure)}, ${count(figure)}`;

function duration(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : `${(seconds / 60).toFixed(1)} min`;
}

// Swedish first, then English, then what else a golden set may hold.
function languagesOf(cases) {
  const order = Object.keys(LANGUAGES);
  const place = (language) => (order.indexOf(language) + 1 || order.length + 1);
  return [...new Set(cases.map((one) => one.lang))].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

const figure = (run, language, group, metric) => run.summary?.[language]?.[group]?.[metric];

function plural(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
