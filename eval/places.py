"""Does a citation stand at a place of the case: a locator in its paragraph, a named cell, or an accepted page?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter

from eval.golden import Case
from eval.matching import either, fold

# A citation is a paragraph. Where a product gives whole pages or files as one, only what it quotes is the place.
LONGEST_PARAGRAPH = 5000  # characters
LONGEST_RANGE = 10_000  # cells of one row or column that a range may name
_RANGE = re.compile(
    r"(?P<sheet>.*!)?(?P<left>[A-Z]{1,3})(?P<row>\d{1,7}):(?P<right>[A-Z]{1,3})(?P<below>\d{1,7})", re.IGNORECASE
)


def covers(case: Case, citation: Mapping[str, Any]) -> bool:
    """Is the citation at any place of the case?"""
    return bool(locators_in(case, citation)) or covers_cell(case, citation) or accepted(case, citation)


def covered(case: Case, citations: Sequence[Mapping[str, Any]]) -> int:
    """How many of the case's places the citations cover; an accepted page stands for one locator."""
    found = {locator for citation in citations for locator in locators_in(case, citation)}
    by_cell = bool(case.cells) and any(covers_cell(case, citation) for citation in citations)
    elsewhere = not found and not by_cell and any(accepted(case, citation) for citation in citations)
    return min(case.places, len(found) + int(by_cell) + int(elsewhere))


def covers_locator(case: Case, citation: Mapping[str, Any]) -> bool:
    """Does the cited paragraph hold one of the case's locators, in one of its documents?"""
    return bool(locators_in(case, citation))


def locators_in(case: Case, citation: Mapping[str, Any]) -> set[str]:
    """The case's locators that the cited paragraph holds, where the paragraph is of one of the case's documents."""
    text = str(citation.get("text") or citation.get("quote") or "")
    if len(text) > LONGEST_PARAGRAPH:
        text = str(citation.get("quote") or "")
    folded = fold(text) if len(text) <= LONGEST_PARAGRAPH else ""
    return {locator for locator in case.locators if fold(locator) in folded} if _of_case(case, citation) else set()


def covers_cell(case: Case, citation: Mapping[str, Any]) -> bool:
    """Is one of the case's cells cited? `A1`, `sheet!A1`, `file!A1`, or `dim=label|dim=label`, its pairs in any order.

    A bare A1 counts in the case's sheet where case and citation both name one, else in any sheet of the document.
    """
    if not case.cells or not _of_case(case, citation):
        return False
    document, sheet = str(citation.get("document") or ""), str(citation.get("sheet") or "")
    cells = [one for cell in citation.get("cells") or () for one in cells_of(str(cell))]
    named = {form for cell in cells for form in _forms(cell, sheet, document)}
    return any(_wanted(cell, case, sheet) in named for cell in case.cells)


def accepted(case: Case, citation: Mapping[str, Any]) -> bool:
    """Is the citation on an accepted page, in a paragraph that holds every `must`?"""
    if not any(
        same_document(document, str(citation.get("document") or "")) and page == citation.get("page")
        for document, page in case.accept
    ):
        return False
    text = fold(str(citation.get("text") or ""))
    return bool(case.must) and all(either(entry, text) for entry in case.must)


def same_document(golden: str, cited: str) -> bool:
    """Equal, or one is the end of the other's path: a file may be indexed by itself or from a folder further up."""
    one, other = golden.replace("\\", "/").lower(), cited.replace("\\", "/").lower()
    return bool(one and other) and (one == other or one.endswith("/" + other) or other.endswith("/" + one))


def _of_case(case: Case, citation: Mapping[str, Any]) -> bool:
    cited = str(citation.get("document") or "")
    return not case.documents or any(same_document(document, cited) for document in case.documents)


def cells_of(address: str) -> Iterable[str]:
    """The cells of a range within one row or one column; a wider one names no cell, it only holds many."""
    ends = _RANGE.fullmatch(address.replace("$", ""))
    if ends is None or (ends["row"] != ends["below"] and ends["left"] != ends["right"]):
        return (address,)
    left, right = (column_index_from_string(ends[name]) for name in ("left", "right"))
    rows = range(int(ends["row"]), int(ends["below"]) + 1)
    if len(rows) * (right - left + 1) > LONGEST_RANGE:
        return (address,)
    return [f"{ends['sheet'] or ''}{get_column_letter(at)}{row}" for row in rows for at in range(left, right + 1)]


def _forms(cell: str, sheet: str, document: str) -> Iterable[str]:
    """All the ways in which a golden case may name a cited cell."""
    address = _address(cell)
    own_sheet, bare = address.rsplit("!", 1) if "!" in address and "=" not in address else (fold(sheet), address)
    name = fold(document.rsplit("/", 1)[-1])
    return (bare, f"{own_sheet}!{bare}", f"{fold(document)}!{bare}", f"{name}!{bare}", f"{name}!{own_sheet}!{bare}")


def _wanted(cell: str, case: Case, sheet: str) -> str:
    address = _address(cell)
    if "!" in address or "=" in address or not sheet or len(case.sheets) != 1:
        return address
    return f"{fold(case.sheets[0])}!{address}"


def _address(cell: str) -> str:
    if "=" in cell:
        return "|".join(sorted(fold(pair) for pair in cell.split("|")))
    return re.sub(r"\$", "", fold(cell).replace("'", ""))
