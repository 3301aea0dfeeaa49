"""What a question about a share takes as the part and what as the whole: "andel av W [verb] P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qa.statistics.labels import LabelHit
from qa.statistics.question import Asked

OF: Final = re.compile(
    r"\b(?:andel|andelen|del|delen|procent|share|proportion|percentage|per\s?cent|part)\s(?:av|of)\s(?:de|det|den|alla|samtliga|the|all)?\s?",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"(?<!som\s)(?<!that\s)(?<!who\s)(?<!which\s)\b(?:var|är|blev|blivit|fanns|finns|låg|ligger|går|gick|bor|bodde|sitter"
    r"|satt|står|stod|hade|har|kom|kommer|utgjordes|utgörs|bestod|består|hör|hörde|were|was|are|is|had|has|went|goes|go"
    r"|came|comes?|lived?|lives|lay|lies|consisted|belonged)\b",
    re.IGNORECASE,
)

_TWO: Final = 2


def of_share(asked: Asked) -> bool:
    """Is a share, or percent, of something asked for that the question names behind "av"?"""
    return (asked.has("share") or asked.unit == "procent") and OF.search(asked.text) is not None


def part_from(asked: Asked) -> int | None:
    """Where the words for the part begin: behind the verb that ends the words for the whole; None when none does."""
    whole = OF.search(asked.text) if of_share(asked) else None
    if whole is None:
        return None
    verbs = [match.end() for match in _VERB.finditer(asked.text, whole.end())]
    return verbs[-1] if verbs else None


def parts_among(asked: Asked, hits: Sequence[LabelHit]) -> list[LabelHit]:
    """The labels that are the part: those with a word of their own behind the verb."""
    begins = part_from(asked)
    if begins is None:
        return []
    return [hit for hit in hits if any(asked.terms[at].start >= begins for at in hit.met)]


def part_and_whole(asked: Asked, hits: Sequence[LabelHit]) -> tuple[str, str] | None:
    """Of two labels of one dimension the part and the whole that it is compared with, None when that is not asked."""
    said = OF.search(asked.text)
    if said is None or len(hits) != _TWO or not of_share(asked):
        return None
    parts = parts_among(asked, hits) if part_from(asked) is not None else []
    if not parts:  # "kvinnors lön i procent av mäns"
        behind = [hit for hit in hits if any(asked.terms[at].start >= said.end() for at in hit.met)]
        parts = [hit for hit in hits if hit not in behind]
    if len(parts) != 1:
        return None
    whole = next(hit for hit in hits if hit is not parts[0])
    return parts[0].label, whole.label
