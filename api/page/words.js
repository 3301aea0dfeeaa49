// Every word of the page, in both languages.

const WORDS = {
  sv: {
    tagline: "Svar ur kommunens egna dokument, med källa",
    welcome: "Vad vill du veta?",
    notice: "Det här är ett automatiskt system. Det svarar bara med det som står i dokumenten, visar var det står och säger till när svaret inte finns där.",
    reminder: "Automatiska svar. Läs källan innan du för svaret vidare.",
    examples: "Till exempel",
    documents: "Dokument",
    otherLanguage: "English",
    question: "Din fråga",
    placeholder: "Fråga om dokumenten …",
    send: "Fråga",
    anew: "Börja om",
    searching: "Söker i dokumenten …",
    you: "Du frågade",
    sources: "Källor",
    source: "Källa",
    nearest: "Närmast i dokumenten",
    computation: "Uträkning",
    asTable: "Visa som tabell",
    close: "Stäng",
    whole: "Visa hela dokumentet",
    around: "Visa bara styckena runt omkring",
    find: "Sök bland dokumenten",
    noMatch: "Inget dokument heter så.",
    empty: "Biblioteket är tomt. Läs in dokument med: namndsvar index MAPP",
    page: "sida",
    paragraph: "stycke",
    date: "daterat",
    adjusted: "justerat",
    answersTo: "Svarar på",
    repaired: "Texten är skadad av inläsningen. Så bör den läsas:",
    cited: "Citerat stycke",
    unreachable: "Servern svarar inte. Är den igång?",
    holding: (count) => (count === 1 ? "Ett dokument är inläst." : `${count} dokument är inlästa.`),
    status: {
      computed: "Uträknat ur källorna",
      conflicting: "Källorna går isär",
      clarify: "Frågan kan betyda flera saker",
      not_found: "Finns inte i dokumenten",
    },
    roles: {
      decision: "Beslut",
      proposal: "Förslag",
      account: "Förvaltningens redogörelse",
      reply: "Ordförandens svar",
      claim: "Uttalande av parti eller politiker",
      question: "Fråga",
      procedure: "Formalia",
      signature: "Underskrift",
      furniture: "Sidhuvud eller sidfot",
    },
    kinds: {
      "protokoll": "Protokoll",
      "protokollsutdrag": "Protokollsutdrag",
      "kallelse": "Kallelse",
      "tjänsteutlåtande": "Tjänsteutlåtande",
      "skrivelse": "Skrivelse",
      "motion": "Motion",
      "interpellation": "Interpellation",
      "interpellationssvar": "Interpellationssvar",
      "svar": "Svar",
      "rapport": "Rapport",
      "riktlinje": "Riktlinje",
      "avtal": "Avtal",
      "lista": "Lista",
      "statistik": "Statistik",
      "okänd": "Dokument",
    },
    errors: {
      question: "Frågan är tom eller för lång.",
      too_large: "Frågan är för lång.",
      not_found: "Dokumentet finns inte längre i biblioteket.",
      library_busy: "Biblioteket är upptaget just nu. Försök igen om en stund.",
      unexpected: "Något oväntat gick fel. Försök igen, eller be den som sköter systemet att titta i loggen.",
    },
  },
  en: {
    tagline: "Answers from the municipality’s own documents, with the source",
    welcome: "What would you like to know?",
    notice: "This is an automatic system. It answers only with what the documents say, shows where they say it, and tells you when the answer is not there.",
    reminder: "Automatic answers. Read the source before you pass one on.",
    examples: "For example",
    documents: "Documents",
    otherLanguage: "Svenska",
    question: "Your question",
    placeholder: "Ask about the documents …",
    send: "Ask",
    anew: "Start over",
    searching: "Searching the documents …",
    you: "You asked",
    sources: "Sources",
    source: "Source",
    nearest: "Nearest in the documents",
    computation: "Computation",
    asTable: "Show as a table",
    close: "Close",
    whole: "Show the whole document",
    around: "Show only the paragraphs around it",
    find: "Find a document",
    noMatch: "No document has that name.",
    empty: "The library is empty. Read documents in with: namndsvar index FOLDER",
    page: "page",
    paragraph: "paragraph",
    date: "dated",
    adjusted: "approved",
    answersTo: "Replies to",
    repaired: "The scan damaged this text. It should read:",
    cited: "Cited paragraph",
    unreachable: "The server does not answer. Is it running?",
    holding: (count) => (count === 1 ? "One document has been read." : `${count} documents have been read.`),
    status: {
      computed: "Computed from the sources",
      conflicting: "The sources disagree",
      clarify: "The question can mean several things",
      not_found: "Not in the documents",
    },
    roles: {
      decision: "Decision",
      proposal: "Proposal",
      account: "The administration’s account",
      reply: "The chair’s reply",
      claim: "Statement by a party or politician",
      question: "Question",
      procedure: "Formalities",
      signature: "Signature",
      furniture: "Page header or footer",
    },
    kinds: {
      "protokoll": "Minutes",
      "protokollsutdrag": "Extract of minutes",
      "kallelse": "Agenda",
      "tjänsteutlåtande": "Official report (tjänsteutlåtande)",
      "skrivelse": "Letter (skrivelse)",
      "motion": "Motion",
      "interpellation": "Interpellation",
      "interpellationssvar": "Reply to an interpellation",
      "svar": "Reply",
      "rapport": "Report",
      "riktlinje": "Guideline",
      "avtal": "Contract",
      "lista": "List",
      "statistik": "Statistics",
      "okänd": "Document",
    },
    errors: {
      question: "The question is empty or too long.",
      too_large: "The question is too long.",
      not_found: "The document is no longer in the library.",
      library_busy: "The library is busy right now. Try again in a moment.",
      unexpected: "Something unexpected went wrong. Try again, or ask whoever runs the system to look in its log.",
    },
  },
};

const REMEMBERED = "namndsvar-language";

let current = remembered() ?? preferred();

export function language() {
  return current;
}

export function words() {
  return WORDS[current];
}

export function switchLanguage() {
  current = current === "sv" ? "en" : "sv";
  try {
    localStorage.setItem(REMEMBERED, current);
  } catch {
    // a browser that keeps nothing still shows the page
  }
}

// Fill in every element that names its word, and tell the browser which language it reads.
export function translatePage() {
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = words()[element.dataset.word];
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return kept in WORDS ? kept : null;
  } catch {
    return null;
  }
}

function preferred() {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS);
  return known ?? "sv";
}
