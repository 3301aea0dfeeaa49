// The page begins: every part gets to work, and the buttons at the top do what they say.

import { startPrinting } from "./answer/printing.js";
import { focusQuestion, startComposer } from "./ask/composer.js";
import { isEmpty, onConversation, startAnew } from "./ask/conversation.js";
import { startFilters } from "./ask/filters.js";
import { startWelcome } from "./ask/welcome.js";
import { openShelf } from "./documents/shelf.js";
import { closePanel, isOpen, startPanel } from "./source/panel.js";
import { icon } from "./tools/icons.js";
import { language, onLanguage, switchLanguage, translatePage, words } from "./tools/language.js";
import { followTheme, isDark, switchTheme } from "./tools/theme.js";

const [anew, shelf, other, theme] = ["anew", "documents", "language", "theme"].map((id) => document.getElementById(id));

function drawTop() {
  translatePage();
  other.querySelector(".word").textContent = words().otherLanguage;
  other.querySelector(".short").textContent = language() === "sv" ? "EN" : "SV";
  other.lang = language() === "sv" ? "en" : "sv";
  drawTheme();
}

function drawTheme() {
  const name = isDark() ? words().light : words().dark;
  theme.setAttribute("aria-label", name);
  theme.title = name;
  theme.replaceChildren(icon(isDark() ? "sun" : "moon"));
}

function startTop() {
  anew.addEventListener("click", () => {
    startAnew();
    if (isOpen()) closePanel();
    focusQuestion();
  });
  shelf.addEventListener("click", () => openShelf(shelf));
  other.addEventListener("click", switchLanguage);
  theme.addEventListener("click", () => {
    switchTheme();
    drawTheme();
  });
  onConversation(() => {
    anew.hidden = isEmpty();
  });
}

for (const place of document.querySelectorAll("[data-icon]")) place.prepend(icon(place.dataset.icon));
onLanguage(drawTop);
followTheme(drawTheme);
drawTop();
startTop();
startPanel(focusQuestion);
startFilters();
startComposer();
startPrinting();
startWelcome();
document.documentElement.dataset.ready = "";
if (matchMedia("(pointer: fine)").matches) focusQuestion(); // on a phone it would raise the keyboard over the page
