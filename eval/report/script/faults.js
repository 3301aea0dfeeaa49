// What went wrong with an answer, in the five places where it can go wrong, and the groups of one question.

const DEEP = 5; // a right paragraph below this rank is hard to use
const FAULTS = {
  text: {
    says: "The answer lacks something it must say, or says something it must not.",
    of: (one, verdict) => !verdict.refused && expectsAnswer(one) && (verdict.answer_right === false || asksNotBack(one)),
  },
  citation: {
    says: "No cited paragraph or cell is one that holds the answer, or a citation is made up.",
    of: (one, verdict) => Boolean(verdict.made_up?.length) ||
      (!verdict.refused && one.answerable && !ambiguous(one) && verdict.citation_right === false),
  },
  refusal: {
    says: "Refused though the documents answer it, or answered though they do not.",
    of: (one, verdict) => verdict.refused === one.answerable && !(verdict.strict && ambiguous(one)),
  },
  fidelity: {
    says: "A number in the answer stands in no cited quote and follows from no stated formula.",
    of: (one, verdict) => verdict.fidelity === false,
  },
  retrieval: {
    says: `No paragraph that holds the answer is among the first ${DEEP} found.`,
    of: (one) => Boolean(one.retrieval) && one.answerable && !(one.retrieval.rank <= DEEP && one.retrieval.rank > 0),
  },
};

const ambiguous = (one) => one.kind === "ambiguous";
const expectsAnswer = (one) => one.answerable || ambiguous(one);
const asksNotBack = (one) => ambiguous(one) && !one.verdict.strict;
const faultsOf = (one) => Object.keys(FAULTS).filter((name) => FAULTS[name].of(one, one.verdict));

// [{id, kind, cases}] in the order of the run; each case learns its faults and the words it can be found by.
function groupsOf(cases) {
  const groups = new Map();
  for (const one of cases) {
    const id = one.group ?? one.id;
    one.faults = faultsOf(one);
    one.words = [one.id, one.question, one.expected.answer, one.given.text, ...(one.expected.documents ?? [])]
      .join("\n")
      .toLowerCase();
    if (!groups.has(id)) groups.set(id, { id, kind: one.kind, cases: [] });
    groups.get(id).cases.push(one);
  }
  return [...groups.values()];
}
