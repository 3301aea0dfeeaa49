"""Every fixed phrase of an answer, in Swedish and English. What is not here is cited, quoted or a figure."""

from __future__ import annotations

from typing import Final

from indexer.model import Kind

PHRASES: Final[dict[str, dict[str, str]]] = {
    "sv": {
        "not_found": "Det framgår inte av {documents}.",
        "documents": "de {count} dokumenten",
        "document": "dokumentet",
        "only_asked": "Frågan ställs i {kind} men besvaras inte där.",
        "only_proposed": "Det som finns är ett förslag till beslut, inte ett beslut.",
        "only_period": "Det som anges gäller {period}, inte hela {asked}.",
        "no_value": "värde saknas (”{mark}” i tabellen)",
        "nothing_indexed": "Biblioteket är tomt; inga dokument har lästs in.",
        "none_fit": "Inget av bibliotekets dokument uppfyller villkoren ({filters}); ändra eller ta bort något av dem.",
        "yes": "Ja",
        "no": "Nej",
        "not_so": "Det stämmer inte",
        "nobody": "Ingen; protokollet redovisar ingen reservation mot beslutet",
        "no_vote": "Ingen; protokollet redovisar ingen omröstning om beslutet",
        "approved": "Bifallet",
        "rejected": "Avslaget",
        "postponed": "Bordlagt",
        "sent_back": "Återremitterat",
        "answered": "Ansett besvarat",
        "down_from": "ned från",
        "up_from": "upp från",
        "about": "cirka",
        "no_figure": "{speaker} anger ingen siffra",
        "also": "Annan uppgift",
        "asks": "{kind} ställer {count} frågor",
        "asks_one": "{kind} ställer en fråga",
        "and": "och",
        "states": "Det uppger {speaker}",
        "from_to": "från {before} till {after}",
        "against": "{one} mot {other}",
        "part_of": "{part} av {whole}",
        "of_which": "{whole}, varav {part} ska räknas bort",
        "months": "{count} månader",
        "more": "{count} fler",
        "fewer": "{count} färre",
        "as_many": "lika många",
        "counted_rows": "räknat på raderna i {lists}",
    },
    "en": {
        "not_found": "Not found in {documents}.",
        "documents": "these {count} documents",
        "document": "this document",
        "only_asked": "The question is asked in {kind} but not answered there.",
        "only_proposed": "What there is is a proposal for a decision, not a decision.",
        "only_period": "What is stated covers {period}, not all of {asked}.",
        "no_value": "no value (“{mark}” in the table)",
        "nothing_indexed": "The library is empty; no documents have been indexed.",
        "none_fit": "No document of the library fits the filters ({filters}); change or remove one of them.",
        "yes": "Yes",
        "no": "No",
        "not_so": "That is not so",
        "nobody": "No one; the minutes record no reservation against the decision",
        "no_vote": "No one; the minutes record no vote on the decision",
        "approved": "Approved",
        "rejected": "Rejected",
        "postponed": "Postponed",
        "sent_back": "Referred for preparation",
        "answered": "Deemed answered",
        "down_from": "down from",
        "up_from": "up from",
        "about": "about",
        "no_figure": "{speaker} gives no figure",
        "also": "Another statement",
        "asks": "{kind} asks {count} questions",
        "asks_one": "{kind} asks one question",
        "and": "and",
        "states": "Stated by {speaker}",
        "from_to": "from {before} to {after}",
        "against": "{one} against {other}",
        "part_of": "{part} of {whole}",
        "of_which": "{whole}, of which {part} are to be taken away",
        "months": "{count} months",
        "more": "{count} more",
        "fewer": "{count} fewer",
        "as_many": "as many",
        "counted_rows": "counted by the rows of {lists}",
    },
}

_KINDS: Final[dict[str, dict[Kind, str]]] = {
    "sv": {
        Kind.PROTOKOLL: "protokollet",
        Kind.PROTOKOLLSUTDRAG: "protokollsutdraget",
        Kind.KALLELSE: "kallelsen",
        Kind.TJANSTEUTLATANDE: "tjänsteutlåtandet",
        Kind.SKRIVELSE: "skrivelsen",
        Kind.MOTION: "motionen",
        Kind.INTERPELLATION: "interpellationen",
        Kind.INTERPELLATIONSSVAR: "interpellationssvaret",
        Kind.SVAR: "svaret",
        Kind.RAPPORT: "rapporten",
        Kind.RIKTLINJE: "riktlinjen",
        Kind.AVTAL: "avtalet",
        Kind.LISTA: "listan",
        Kind.STATISTIK: "statistiken",
        Kind.OKAND: "dokumentet",
    },
    "en": {
        Kind.PROTOKOLL: "the minutes",
        Kind.PROTOKOLLSUTDRAG: "the extract from the minutes",
        Kind.KALLELSE: "the notice of meeting",
        Kind.TJANSTEUTLATANDE: "the officials’ report",
        Kind.SKRIVELSE: "the letter",
        Kind.MOTION: "the motion",
        Kind.INTERPELLATION: "the interpellation",
        Kind.INTERPELLATIONSSVAR: "the answer to the interpellation",
        Kind.SVAR: "the reply",
        Kind.RAPPORT: "the report",
        Kind.RIKTLINJE: "the guideline",
        Kind.AVTAL: "the agreement",
        Kind.LISTA: "the list",
        Kind.STATISTIK: "the statistics",
        Kind.OKAND: "the document",
    },
}


def phrase(language: str, name: str, **values: object) -> str:
    """A fixed phrase with its places filled."""
    return PHRASES[language][name].format(**values)


def kind_name(kind: Kind, language: str) -> str:
    """The document kind with its article, as in running text."""
    return _KINDS[language][kind]


def listed(parts: list[str], language: str) -> str:
    """ "a, b och c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {phrase(language, 'and')} {parts[-1]}"
