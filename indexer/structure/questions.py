"""Which texts only ask, and which question a paragraph answers."""

from __future__ import annotations

import re

from indexer.structure.folding import folded, tolerant

SENTENCE_BREAK = re.compile(r"(?<=[.!?])[”\"»’)]*\s+(?=[A-ZÅÄÖ\d”\"“(–-])")
ABBREVIATION = re.compile(
    r"\b(?:m\.?\s?fl|bl\.?\s?a|t\.?\s?ex|d\.?v\.?s|osv|etc|ca|nr|s\.k|resp|f\.n|inkl|exkl|fr\.?o\.?m|t\.?o\.?m|kap)\.",
    re.I,
)
LEAD_IN = tolerant(
    r"(?:undrar|frågar|frågor|fråga|frågeställning\w*|svar på(?! (?:interpellation|motion|skrivelse|enkel|fråga))"
    r"|besvara|vill (?:vi|jag) (?:veta|fråga)|ställer)\b"
    r"[^.?!]*(?::|\.\.\.|…)\s*$"
)
ASKING = tolerant(
    r"^(?:\W|\d)*(?:hur|vad|vilk\w+|när|var|varför|vem|vilka|stämmer|är|har|kan|kommer|finns|ska|anser|avser|om)\b"
)
CLOSING = tolerant(r"\banser (?:jag|vi|nämnden)\b.{0,80}\bbesvara")


def sentences(text: str) -> list[str]:
    """The sentences of the text, roughly: abbreviations do not end one."""
    guarded = ABBREVIATION.sub(lambda match: match[0].replace(".", "\u2024"), folded(text))
    return [part for part in SENTENCE_BREAK.split(guarded) if part]


def is_question(text: str) -> bool:
    """Whether the text asks and states nothing: every sentence ends in a question mark."""
    return "?" in text and all(part.rstrip('”"»’) ').endswith("?") for part in sentences(text))


def asks(text: str) -> bool:
    """Whether an item of a list of questions asks: it holds a question mark or opens like a question."""
    return "?" in text or ASKING.match(text) is not None


def leads_to_questions(text: str) -> bool:
    """Whether the text announces a list of questions ("… undrar vi följande:")."""
    return LEAD_IN.search(folded(text)) is not None


def closes_answer(text: str) -> bool:
    """Whether the text is the closing formula of an answer ("Med detta anser jag interpellationen besvarad")."""
    return CLOSING.search(folded(text)) is not None
