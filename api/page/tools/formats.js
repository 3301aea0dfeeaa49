// Numbers, dates, periods and sizes as a person of the page's language writes them.

import { language } from "./language.js";

const LOCALES = { sv: "sv-SE", en: "en-GB" };
const MONTH = /^(\d{4})-(\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export function number(value, inLanguage = language()) {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString(LOCALES[inLanguage] ?? inLanguage, { maximumFractionDigits: 10 }).replace("-", "−");
}

// An ISO date or period in words: 2018-11 as "november 2018", 2016/2018-11 as "2016–november 2018".
export function period(iso) {
  const parts = (iso ?? "").split("/"); // two school years are four parts
  return (parts.length > 2 ? [parts[0], parts.at(-1)] : parts).map(moment).join("–");
}

// Several periods as one: each where there are two at most, else from the first to the last.
export function periods(all) {
  const known = [...new Set(all.filter(Boolean))].sort();
  if (known.length <= 2) return known.map(period).join(", ");
  return period(`${known[0].split("/")[0]}/${known.at(-1).split("/").at(-1)}`);
}

export function moment(iso) {
  if (DAY.test(iso)) return written(iso, { day: "numeric", month: "long", year: "numeric" });
  if (MONTH.test(iso)) return written(`${iso}-01`, { month: "long", year: "numeric" });
  return iso;
}

export function size(bytes) {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${megabytes.toLocaleString(locale(), { maximumFractionDigits: 1 })} MB`;
}

function written(day, form) {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(locale(), { ...form, timeZone: "UTC" });
}

function locale() {
  return LOCALES[language()];
}
