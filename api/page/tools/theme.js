// Light or dark: as the system has it until the asker chooses; the choice is remembered.

import { keep, kept } from "./keeping.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

export function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

export function switchTheme() {
  keep("theme", isDark() ? "light" : "dark");
  apply();
}

// Set the theme now, and again whenever the system changes; `changed` is told each time.
export function followTheme(changed) {
  DARK.addEventListener("change", () => {
    apply();
    changed();
  });
  apply();
  changed();
}

function apply() {
  const chosen = kept("theme");
  const system = DARK.matches ? "dark" : "light";
  document.documentElement.dataset.theme = ["light", "dark"].includes(chosen) ? chosen : system;
}
