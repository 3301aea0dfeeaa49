"""News and summaries of a meeting: papers that are no minutes, yet tell what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.model import Kind
from indexer.structure.folding import folded, tolerant

TELLING = (Kind.OKAND, Kind.RIKTLINJE)  # news of a budget or a plan are taken for the plan; all others put forward
OPENING, TITLE = 4, 120  # lines in which a paper says what it is, and the most characters of each
LOOKS_BACK = tolerant(
    r"\b(?:(?:besluts)?referat|några av besluten|besluten från|från (?:mötet|sammanträdet)"
    r"|(?:beslut\w*|nämnden|styrelsen|fullmäktige|mötet|sammanträdet) i korthet|beslut\b.{0,24}\d{4}, sammanfattning"
    r"|sammanfattning (?:(?:av|från|över) )?(?:\w+ ){0,2}(?:beslut\w*|möte\w*|sammanträde\w*|\w*nämnden|\w*styrelsen"
    r"|\w*fullmäktige))\b"
)
LOOKS_FORWARD = tolerant(r"\b(?:inför|förslag\w*|kallelse\w*|dagordning\w*|ärenden? till|underlag\w*)\b")
DECIDED = tolerant(
    r"\b(?:beslutade\w*|beslutat\w*|beslöts?|beslutas|antogs?|antagits|antas|avslogs?|avslagits|avslås"
    r"|biföll\w*|bifallits|bifalls|godkände\w*|godkänts|godkänns|fastställde\w*|fastställts|fastställs"
    r"|beviljade\w*|beviljats|beviljas|(?:åter)?remitterade\w*|återremitteras|bordlade\w*|bordläggs"
    r"|tillstyrkte\w*|sade (?:ja|nej)|sa (?:ja|nej)|röstade|överlämnade\w*|överlämnas|skickade\w*|lämnas till"
    r"|valdes|utsågs|utses|uppdrog\w*|(?:fick|gav)\b.{0,40}\bi uppdrag|fick\b.{0,30}\bröster"
    r"|(?:är|anses|ansågs) besvara(?:de|d|t))\b"
)
# "bör" stands as a class: read as tolerantly as the rest it would also be "bor" (lives)
OPEN = tolerant(r"\b(?:föresl\w+|yrka\w*|b[ö]r|borde|vill|ville|önskar|rekommendera\w*|ska ta ställning)\b")
TO_DECIDE = tolerant(r"\b(?:beslutar(?: \w+)? att|besluta)\b")


def looks_back(lines: Sequence[str]) -> bool:
    """Do the first lines call the paper an account of a meeting that has been held?"""
    opening = [line for line in map(folded, lines[:OPENING]) if len(line) <= TITLE and not line.endswith(".")]
    return any(map(LOOKS_BACK.search, opening)) and not any(map(LOOKS_FORWARD.search, opening))


def tells_decision(text: str, kind: Kind, news: bool) -> bool:
    """Whether the folded text below the heading of a decision tells one. news: the paper `looks_back`.

    Elsewhere only what is told as done counts: "The board decides that" is also how a decision is put forward.
    """
    if kind not in TELLING or OPEN.search(text):
        return False
    return news or (DECIDED.search(text) is not None and TO_DECIDE.search(text) is None)


def opens_proposal(text: str) -> bool:
    """A lead-in to what another body is to decide ("The board proposed the council to decide:")."""
    return text.endswith(":") and OPEN.search(text) is not None
