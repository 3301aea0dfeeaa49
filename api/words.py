"""The fixed words around an answer on the terminal, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "sv": {
        "adjusted": "justerat",
        "page": "sida",
        "paragraph": "stycke",
        "sources": "Källor:",
        "related": "Närmast i dokumenten:",
        "same": "samma dokument",
        "no_hits": "Inget stycke liknar det du söker.",
    },
    "en": {
        "adjusted": "approved",
        "page": "page",
        "paragraph": "paragraph",
        "sources": "Sources:",
        "related": "Nearest in the documents:",
        "same": "same document",
        "no_hits": "No paragraph resembles what you are looking for.",
    },
}


def words(language: str) -> dict[str, str]:
    """The words in the language of the question."""
    return WORDS["en" if language == "en" else "sv"]
