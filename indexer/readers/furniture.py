"""What is not body text: running heads and feet, page numbers, signature fields and stamps.

A text is furniture when it stands at the same place near the edge of several pages, or when it is a known mark at a
page's edge. A single page has no repetition, so only known marks are taken there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD, _FOOT = 0.17, 0.86  # of the page's height: furniture by repetition lies outside of these
_OUTER_HEAD, _OUTER_FOOT = 0.09, 0.90  # page numbers and addresses lie outside of these
_RIM_HEAD, _RIM_FOOT = 0.05, 0.94  # stamps that are whole sentences lie outside of these, where no body text does
_SAME_PLACE = 0.006  # of the page's height
_TOUCH = 0.004  # of the page's height that two lines may overlap
_MOST_PAGES = 0.6  # of all pages: what stands on more is furniture even below text that is not
_SECTION = re.compile(r"§+\s?\d")
_PAGE_MARK = re.compile(
    r"(?P<word>(?:sida|sidan|sid|s|page|p)\.?\s*:?\s*)?(?:[-–]\s*|[\dA-Z]{1,2}-)?(?P<page>\d{1,4})\s*[-–]?"
    r"(?:\s*(?:\(\s*(?P<a>\d{1,3})\s*\)|\[\s*(?P<b>\d{1,3})\s*\]|(?:av|of|/)\s*(?P<c>\d{1,3})))?",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:(?:[^\W\d]+\s+){0,2}sign(?:atur(?:er)?)?\.?|\w*signatur(?:er)?|utdragsbestyrkande\w*|rätt utdraget.*"
    r"|utdraget bestyrkes.*)(?:\s*/.*)?:?",
    re.IGNORECASE,
)
_DIGITAL = re.compile(
    r"transaktion\s*\d{6,}|^signerat\s+\w{2,}$|penneo|scrive|bankid|dokumentnyckel|document key|verifikat\w*:?\s*\d"
    r"|(?:dokumentet|handlingen|protokollet)\s.*(?:elektroniskt|digitalt)\s+(?:signera|underteckna|justera)\w*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:besöks|post|leverans|faktura|box)?adress\b|(?:telefon|tfn|tel|växel|fax|bankgiro|plusgiro|postgiro|bg|pg"
    r"|org(?:anisations)?\.?\s?-?n(?:umme)?r)\b[.:]?\s*[\d(+]|(?:e-?post|e-?mail|webb(?:plats)?|hemsida|internet)\b:?\s*\S+$"
    r"|\S+@\S+\.\w+|www\.|[\w-]+\.(?:se|nu|fi)$|.*,\s*\d{3}\s\d{2}\s+[A-ZÅÄÖ]\w+$)",
    re.IGNORECASE,
)
_TRAILING_MARK = re.compile(
    r"(?:(?:sida|sid|page)\s*\d+\s*(?:\(\d+\)|av \d+|of \d+|/\d+)?|\s\d+\s?\(\d+\))$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A text and where it stands.

    page: from 1. top, base: its upper edge and baseline as a share of the page's height, from 0 at the top to 1.
    fixed: it belongs to a table with a body, so that repetition says nothing.
    """

    text: str
    page: int
    top: float
    base: float
    fixed: bool = False


def find_furniture(texts: Sequence[Standing], pages: int) -> set[int]:
    """The indexes of the texts that are furniture, in a document of `pages` pages."""
    found = {index for index, text in enumerate(texts) if _is_known(text, pages)}
    if pages > 1:
        found |= _repeated(texts, found, pages)
    return found


def is_page_mark(text: str) -> bool:
    """Whether the text is only a page number in one of the usual forms."""
    return _page_number(text) is not None


def is_stamp(text: str) -> bool:
    """Whether the text is only a signature field's name."""
    return _STAMP.fullmatch(text.strip()) is not None


def _page_number(text: str) -> tuple[int, bool] | None:
    """The page that a page mark states, and whether the mark cannot be another number."""
    mark = _PAGE_MARK.fullmatch(text.strip())
    if mark is None:
        return None
    page, total = int(mark["page"]), mark["a"] or mark["b"] or mark["c"]
    if total is not None and int(total) < page:
        return None
    return page, total is not None or mark["word"] is not None


def _is_known(text: Standing, pages: int) -> bool:
    if _is_outside(text, _HEAD, _FOOT) and is_stamp(text.text):
        return True
    rim = _is_outside(text, _RIM_HEAD, _RIM_FOOT)
    if rim and _DIGITAL.search(text.text):
        return True
    if text.fixed or not _is_outside(text, _OUTER_HEAD, _OUTER_FOOT):
        return False
    mark = _page_number(text.text)
    if mark is not None:
        number, certain = mark
        return certain or number == text.page or (pages == 1 and rim)
    return text.base > _OUTER_FOOT and not text.text.endswith(".") and _ADDRESS.match(text.text) is not None


def _is_outside(text: Standing, head: float, foot: float) -> bool:
    return text.base < head or text.base > foot


def _repeated(texts: Sequence[Standing], known: set[int], pages: int) -> set[int]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if _is_outside(text, _HEAD, _FOOT) and not text.fixed and not _SECTION.match(text.text):
            groups[_folded(text.text)].append(index)
    candidates: set[int] = set()
    everywhere: set[int] = set()
    for group in groups.values():
        paired = {i for i in group if any(_same_place(texts[i], texts[j]) for j in group)}
        if paired and not is_page_mark(texts[group[0]].text):
            paired.update(i for i in group if texts[i].page == 1)  # the first page's head often stands lower
        candidates |= paired
        if len({texts[i].page for i in paired}) > max(3, _MOST_PAGES * pages):
            everywhere |= paired
    return everywhere | _outermost(texts, candidates, known | everywhere)


def _same_place(one: Standing, other: Standing) -> bool:
    if one.page == other.page or abs(one.base - other.base) > _SAME_PLACE:
        return False
    mark, other_mark = _page_number(one.text), _page_number(other.text)
    return mark is None or other_mark is None or mark[0] - other_mark[0] == one.page - other.page


def _outermost(texts: Sequence[Standing], candidates: set[int], known: set[int]) -> set[int]:
    """The candidates between which and the page's edge stands nothing but furniture."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        by_page[text.page].append(index)
    found: set[int] = set()
    for indexes in by_page.values():
        body = [texts[i] for i in indexes if i not in candidates and i not in known]
        highest = min((text.top for text in body), default=1.0)
        lowest = max((text.base for text in body), default=0.0)
        found.update(i for i in indexes if i in candidates and _outside(texts[i], highest, lowest))
    return found


def _outside(text: Standing, highest: float, lowest: float) -> bool:
    return text.base <= highest + _TOUCH if text.base < _HEAD else text.top >= lowest - _TOUCH


def _folded(text: str) -> str:
    """The text with its page mark folded; other numbers tell texts apart."""
    return "#" if is_page_mark(text) else _TRAILING_MARK.sub(" #", text.casefold())
