// What is listed: language, kind, right or wrong, what went wrong, and words to search for.

const RESULTS = { wrong: "Failures", right: "Right", all: "All" };

class Filters {
  constructor(home, groups, languages, changed) {
    const cases = groups.flatMap((group) => group.cases);
    const kinds = [...new Set(cases.map((one) => one.kind))].sort();
    Object.assign(this, { home, groups, languages, changed });
    this.chosen = { result: cases.some((one) => !one.verdict.strict) ? "wrong" : "all", language: "", kind: "", fault: "", words: "" };
    this.faults = node("div", { class: "chips", role: "group", "aria-label": "What went wrong" });
    this.told = node("p", { class: "told", role: "status" });
    this.search = node("input", { type: "search", id: "search", placeholder: "Search questions, answers, documents", "aria-label": "Search", on: { input: () => this.set({ words: this.search.value }) } });
    this.choices = {
      result: this.choice("result", "Result", Object.entries(RESULTS)),
      language: this.choice("language", "Language", [["", "All languages"], ...languages.map((one) => [one, languageName(one)])]),
      kind: this.choice("kind", "Kind", [["", "All kinds"], ...kinds.map((one) => [one, kindName(one)])]),
    };
    home.append(node("div", { class: "bar-of-filters" }, ...Object.values(this.choices), this.search, this.told), this.faults);
  }

  choice(name, says, options) {
    return node("select", { "aria-label": says, name, on: { change: (event) => this.set({ [name]: event.target.value }) } },
      options.map(([value, text]) => node("option", { value }, text)));
  }

  // `answerable` is asked for by a plot only; the next choice by hand lifts it.
  set(chosen) {
    Object.assign(this.chosen, { answerable: undefined }, chosen);
    this.apply();
  }

  // The whole selection anew, as the plots ask for it.
  only(chosen) {
    this.set({ result: "wrong", language: "", kind: "", fault: "", words: "", ...chosen });
  }

  apply() {
    const { chosen } = this;
    for (const [name, select] of Object.entries(this.choices)) select.value = chosen[name];
    if (this.search.value !== chosen.words) this.search.value = chosen.words;
    const listed = this.groups.filter((group) => group.cases.some((one) => this.shows(one)));
    const cases = listed.flatMap((group) => group.cases).filter((one) => this.shows(one));
    this.told.replaceChildren(told(cases, listed));
    this.drawFaults();
    this.changed(listed, (one) => this.shows(one), new Set(chosen.language ? [chosen.language] : this.languages));
  }

  shows(one, chosen = this.chosen) {
    const words = chosen.words.toLowerCase().split(/\s+/u).filter(Boolean);
    return (chosen.result === "all" || one.verdict.strict === (chosen.result === "right")) &&
      (!chosen.language || one.lang === chosen.language) && (!chosen.kind || one.kind === chosen.kind) &&
      (!chosen.fault || one.faults.includes(chosen.fault)) &&
      (chosen.answerable === undefined || one.answerable === chosen.answerable) &&
      words.every((word) => one.words.includes(word));
  }

  drawFaults() {
    const cases = this.groups.flatMap((group) => group.cases).filter((one) => this.shows(one, { ...this.chosen, fault: "" }));
    const chip = (name) => {
      const number = cases.filter((one) => one.faults.includes(name)).length;
      const pressed = this.chosen.fault === name;
      return node("button", { type: "button", class: "chip", title: FAULTS[name].says, "aria-pressed": String(pressed), disabled: !number && !pressed, on: { click: () => this.set({ fault: pressed ? "" : name }) } },
        name, " ", span("soft", number));
    };
    const focused = [...this.faults.children].indexOf(document.activeElement);
    this.faults.replaceChildren(...Object.keys(FAULTS).map(chip));
    if (focused >= 0) this.faults.children[focused].focus();
  }
}

function told(cases, groups) {
  return cases.length ? `${plural(cases.length, "question")} in ${plural(groups.length, "group")}` : "No question fits these choices.";
}
