"""What is not body text: running heads and feet, page numbers, signature fields and stamps.

A text is furniture when it stands at the same place near the edge of several pages, or when it is a known mark at a
page's edge. A single page has no repetition, so only known marks are taken there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD, _FOOT = 0.16, 0.86  # of the page's height: furniture by repetition lies outside of these
_OUTER_HEAD, _OUTER_FOOT = 0.09, 0.90  # known marks on a single page
_SAME_PLACE = 0.006  # of the page's height
_SECTION = re.compile(r"§+\s?\d")
_PAGE_WORDS = re.compile(
    r"(?:(?:sida|sidan|sid|s|page|p)\.?\s*:?\s*)?[-–]?\s*\d{1,4}\s*[-–]?"
    r"(?:\s*(?:\(\s*\d{1,4}\s*\)|\[\s*\d{1,4}\s*\]|(?:av|of|/)\s*\d{1,4}))?",
    re.IGNORECASE,
)
_STAMPS = re.compile(
    r"(?:justerar\w*s?\s*(?:sign\w*\.?)|justerandes?\s*(?:sign\w*\.?)|utdragsbestyrkande\w*|signatur(?:er)?|sign\.?"
    r"|ordförandes?\s+sign\w*\.?|rätt utdraget.*|utdraget bestyrkes.*|(?:protokoll)?justerares?\s+sign\w*\.?)(?:\s*/.*)?:?",
    re.IGNORECASE,
)
_DIGITAL = re.compile(
    r"transaktion\s*\d{6,}|signerat\s+\w{2,}$|penneo|scrive|bankid|dokumentnyckel|document key|verifikat\w*:?\s*\d"
    r"|(?:elektroniskt|digitalt)\s+(?:signera|underteckna|justera)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A text and where it stands. top: share of the page's height from 0 at the top to 1; page from 1."""

    text: str
    page: int
    top: float


def is_page_mark(text: str) -> bool:
    """Whether the text is only a page number in one of the usual forms."""
    return _PAGE_WORDS.fullmatch(text.strip()) is not None


def is_stamp(text: str) -> bool:
    """Whether the text is only a signature field's name or a digital signature's stamp."""
    return _STAMPS.fullmatch(text.strip()) is not None


def find_furniture(texts: Sequence[Standing], pages: int) -> set[int]:
    """The indexes of the texts that are furniture, in a document of `pages` pages."""
    found = {index for index, text in enumerate(texts) if _is_known(text)}
    if pages > 1:
        found |= _repeated(texts)
    return found


def _is_known(text: Standing) -> bool:
    outer = text.top < _OUTER_HEAD or text.top > _OUTER_FOOT
    near = text.top < _HEAD or text.top > _FOOT
    return (
        (outer and is_page_mark(text.text))
        or (near and is_stamp(text.text))
        or (outer and _DIGITAL.search(text.text) is not None)
    )


def _repeated(texts: Sequence[Standing]) -> set[int]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if (text.top < _HEAD or text.top > _FOOT) and not _SECTION.match(text.text):
            groups[_folded(text.text)].append(index)
    found: set[int] = set()
    for group in groups.values():
        if any(_same_place(texts, one, other) for one in group for other in group if one < other):
            found.update(group)
    return found


def _same_place(texts: Sequence[Standing], one: int, other: int) -> bool:
    return texts[one].page != texts[other].page and abs(texts[one].top - texts[other].top) <= _SAME_PLACE


def _folded(text: str) -> str:
    """The text with page numbers folded; other numbers tell texts apart."""
    words = text.casefold().split()
    return "#" if is_page_mark(text) else " ".join("#" if is_page_mark(word) and i else word for i, word in enumerate(words))
