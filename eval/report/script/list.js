// The list of questions, drawn a batch at a time as the reader comes to it; an opened question is drawn when opened.

const BATCH = 40;

class List {
  constructor(home, more, languages) {
    Object.assign(this, { home, more, languages, rows: [], drawn: 0, open: new Set() });
    new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.draw(BATCH), { rootMargin: "600px" }).observe(more);
  }

  // groups: those to list; shows(case): is it among the chosen? Others of the group stand beside it, dimmed.
  show(groups, shows, languages) {
    const columns = this.languages.filter((language) => languages.has(language));
    this.rows = groups.map((group) => ({ group, shows, columns }));
    this.drawn = 0;
    this.home.replaceChildren();
    this.draw(BATCH);
  }

  draw(number) {
    const batch = this.rows.slice(this.drawn, this.drawn + number);
    this.drawn += batch.length;
    this.home.append(...batch.map((row) => this.row(row)));
    this.more.hidden = this.drawn === this.rows.length;
  }

  row({ group, shows, columns }) {
    const held = columns.filter((language) => group.cases.some((one) => one.lang === language));
    const cases = held.map((language) => group.cases.filter((one) => one.lang === language));
    return node("article", { class: `group columns-${Math.min(cases.length, 2)}`, "aria-label": `Question ${group.id}` },
      node("header", {}, span("id", group.id), span("soft", kindName(group.kind))),
      cases.map((column) => node("div", { class: "column" }, column.map((one) => this.item(one, group, shows(one))))));
  }

  item(one, group, chosen) {
    const state = one.verdict.strict ? "right" : "wrong";
    const head = node("button", { type: "button", class: "head", "aria-expanded": "false", on: { click: () => this.toggle(group) } },
      span(`sign ${state}`, one.verdict.strict ? "✓" : "✗"), span("unseen", `${state}, ${languageName(one.lang)}. `),
      node("span", { class: "question", lang: one.lang }, one.question),
      one.faults.length ? span("faults", one.faults.map((name) => span("fault", name))) : null,
      one.verdict.strict ? null : span("short", span("soft", "wanted "), shortly(one.answerable ? one.expected.answer : "a refusal")),
      one.verdict.strict ? null : span("short", span("soft", "given "), shortly(one.given.text)));
    const item = node("div", { class: `case ${state}${chosen ? "" : " beside"}`, id: `q-${one.id}` }, head);
    Object.assign(head, { one, chosen });
    if (this.open.has(group)) unfold(head);
    return item;
  }

  // The cases of a group open and close together, so that they can be read beside each other.
  toggle(group, open = !this.open.has(group)) {
    open ? this.open.add(group) : this.open.delete(group);
    for (const one of group.cases) {
      const head = byId(`q-${one.id}`)?.firstElementChild;
      if (head) open ? unfold(head) : fold(head);
    }
  }

  toggleAll() {
    const groups = this.rows.map((row) => row.group);
    const open = groups.some((group) => !this.open.has(group));
    for (const group of groups) this.toggle(group, open);
  }

  // The next question after the one in focus (or the first on the screen) for which `wanted` holds; null at the end.
  step(direction, wanted) {
    for (;;) {
      const heads = [...this.home.querySelectorAll(".head")].filter((head) => head.chosen);
      const at = heads.indexOf(document.activeElement?.closest?.(".case")?.firstElementChild);
      const rest = direction > 0 ? heads.slice(at + 1) : heads.slice(0, Math.max(at, 0)).reverse();
      const found = rest.find((head) => wanted(head.one));
      if (found || direction < 0 || this.drawn === this.rows.length) return found ?? null;
      this.draw(BATCH);
    }
  }
}

const shortly = (text) => (text ?? "").slice(0, 240);

function unfold(head) {
  if (head.nextElementSibling) return;
  head.setAttribute("aria-expanded", "true");
  const opened = details(head.one);
  head.after(opened);
  for (const paragraph of opened.querySelectorAll(".paragraph")) {
    const first = paragraph.querySelector("mark");
    if (first) paragraph.scrollTop = first.offsetTop - paragraph.offsetTop - 40;
  }
}

function fold(head) {
  head.setAttribute("aria-expanded", "false");
  head.nextElementSibling?.remove();
}
