"""The sentences beside a passage: what makes it whole when it leans on them."""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Form
from qa.read.passages import Passage, passages

_LEANS_BACK: Final = re.compile(
    r"""(Detta|Denna|Dessa|Därför|Därmed|Därigenom|Dessutom|Härigenom|Vilket|Sådana?|Samma|Båda|Han|Hon|De)\b
      | Av\ (den\ anledningen|detta\ skäl|dem|de\ \w+)\b
      | (På\ grund|Med\ anledning|Till\ följd|Mot\ bakgrund|I\ syfte|Utifrån|Genom)\s(av\ )?(detta|dessa|denna|det)\b
      | De[nt]\ (innebär|medför|medförde|beror|berodde|gör|gjorde|betyder|gäller|gällde|påverkar|ledde|skulle)\b""",
    re.VERBOSE,
)
_QUOTED_WHOLE: Final = 600  # characters of a statement
_OPENS_A_LIST: Final = re.compile(r":\s*$")


def beside(passage: Passage, step: int) -> Passage | None:
    """The sentence of the same paragraph that many places further on (1) or back (-1); None when there is none."""
    found = _sentences(passage)
    at = next((place for place, one in enumerate(found) if one.start == passage.start), None)
    if at is None or not 0 <= at + step < len(found):
        return None
    return found[at + step]


def leans_back(passage: Passage) -> bool:
    """Does the sentence begin by pointing at the one before it ("Detta …", "Av den anledningen …")?"""
    return _LEANS_BACK.match(passage.text) is not None


def opens_a_list(passage: Passage) -> bool:
    """Does the passage end in a colon, so that what it says follows?"""
    return _OPENS_A_LIST.search(passage.text) is not None


def whole_paragraph(passage: Passage) -> list[Passage]:
    """Every sentence of the passage's paragraph, [] where that is too long to be quoted."""
    return _sentences(passage) if len(passage.candidate.paragraph.text) <= _QUOTED_WHOLE else []


def with_what_it_leans_on(passage: Passage) -> list[Passage]:
    """The passage, and before it the sentence that it points back at, if it does."""
    before = beside(passage, -1) if leans_back(passage) else None
    return [passage] if before is None else [before, passage]


def _sentences(passage: Passage) -> list[Passage]:
    if passage.candidate.paragraph.form is Form.TABLE:
        return []
    return list(passages([passage.candidate]))
