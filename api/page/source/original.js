// The way to the original file.

import { button, element, save } from "../tools/elements.js";
import { icon } from "../tools/icons.js";
import { currentKey } from "../tools/key.js";
import { words } from "../tools/language.js";
import { documentAddress, request } from "../tools/server.js";
import { say } from "../tools/spoken.js";
import { inWords } from "../ask/heard.js";

const SHOWN_IN_PLACE = ["pdf", "text", "markdown"]; // by the server; the rest is saved

// A link to the file at the cited page. Where a key is needed a link cannot bring it: the file is fetched and saved.
export function originalLink(head, citation) {
  const address = `${documentAddress(head.id)}/original`;
  const content = [element("span", {}, words().original), icon(SHOWN_IN_PLACE.includes(head.format) ? "leave" : "receipt")];
  if (currentKey()) return button(content, (pressed) => fetched(head, address, pressed), { className: "link original" });
  const page = head.format === "pdf" && citation?.page ? `#page=${citation.page}` : "";
  return element("a", { href: address + page, target: "_blank", rel: "noopener", className: "link original" }, ...content,
    element("span", { className: "unseen" }, ` ${words().newTab}`));
}

async function fetched(head, address, pressed) {
  try {
    const response = await request(address);
    save(await response.blob(), head.document.split("/").at(-1));
  } catch (trouble) {
    say(inWords(trouble));
    pressed.after(element("span", { className: "complaint" }, ` ${inWords(trouble)}`));
  }
}
