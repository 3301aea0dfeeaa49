"""Looking a citation up in the original documents, where they are at hand: what is made up there is no citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.extract import plain_text
from eval.golden import Case
from eval.passages import Original, words_of
from eval.places import same_document
from eval.sheets import SUFFIXES, Sheets

ABOUT = ("text_repaired", "title", "speaker", "question")
_DIGITS = re.compile(r"\d+")


class Originals:
    """The folder of original documents; each is read once, when it is first cited."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._read: dict[str, Original | Sheets | None] = {}

    def get(self, document: str) -> Original | Sheets | None:
        """The document as cited, or None where it is not in the folder or cannot be read in the simple way."""
        if document not in self._read:
            path = self._path(document)
            self._read[document] = None if path is None else _opened(path)
        return self._read[document]

    def _path(self, document: str) -> Path | None:
        """The file cited; a product may have indexed it from a folder further up or down."""
        path = (self._folder / document).resolve()
        if path.is_relative_to(self._folder) and path.is_file():
            return path
        same = [path for name, path in self._files.items() if same_document(name, document)]
        return same[0] if len(same) == 1 else None

    @cached_property
    def _files(self) -> dict[str, Path]:
        return {path.relative_to(self._folder).as_posix(): path for path in self._folder.rglob("*") if path.is_file()}


def _opened(path: Path) -> Original | Sheets | None:
    if path.suffix.lower() in SUFFIXES:
        return Sheets(path)
    text = plain_text(path)
    return Original(text) if text and text.strip() else None


def beside(golden: Path, cases: list[Case], others: Iterable[Path] = ()) -> Path | None:
    """The folder near the golden set, else among the others, that holds all documents it names, if there is one."""
    named = {document for case in cases for document in case.documents}
    near = (golden.parent, golden.parent / golden.stem.removesuffix("_questions"), golden.parent / "documents")
    folders = (*near, *others)
    return next((folder for folder in folders if named and all((folder / name).is_file() for name in named)), None)


def made_up(citation: Mapping[str, Any], originals: Originals | None) -> str:
    """Why the citation is none ("" when it is one): its quote is not in its paragraph, or either not in its document.

    A citation of cells states its place by address, so the product may lay out its text: only its words and numbers are
    looked up.
    """
    quote, text = str(citation.get("quote") or ""), str(citation.get("text") or "")
    if quote and text and "".join(words_of(quote)) not in "".join(words_of(text)):
        return "the quote is not in the cited paragraph"
    document = str(citation.get("document") or "")
    original = originals.get(document) if originals else None
    if original is None:
        return ""
    if isinstance(original, Sheets):
        unknown = original.lacks(f"{quote}\n{text}")
        if unknown:
            return f"{unknown!r} of the cited cells is not in the document"
        cells = [str(cell) for cell in citation.get("cells") or ()]
        other = original.contradicts(quote or text, cells, str(citation.get("sheet") or ""))
        return f"the quote does not state what stands in {other}" if other else ""
    if citation.get("cells"):
        return "" if original.has_words(f"{quote} {text}") else "words of the cited cells are not in the document"
    if quote and not original.holds(quote):
        return "the quote is not in the document"
    if text and not original.holds(text):
        return "the paragraph is not in the document"
    return ""


def numbers_of_cells(citation: Mapping[str, Any], originals: Originals | None) -> list[float]:
    """The numbers that stand in the cited cells of a statistics file; none where it is not at hand."""
    original = originals.get(str(citation.get("document") or "")) if originals else None
    cells = [str(cell) for cell in citation.get("cells") or ()]
    return original.numbers(cells, str(citation.get("sheet") or "")) if isinstance(original, Sheets) else []


def without_strange_numbers(citation: Mapping[str, Any], originals: Originals | None) -> Mapping[str, Any]:
    """The citation less each text about it (title, headings, question …) with digits that its document does not hold.

    Such a text may be worded by the product, so it need not be verbatim; but it supports no number of an answer.
    """
    original = originals.get(str(citation.get("document") or "")) if originals else None
    if not isinstance(original, Original):
        return citation

    def known(text: object) -> bool:
        return original.has_words(" ".join(_DIGITS.findall(str(text))))

    kept = {name: value for name, value in citation.items() if name not in ABOUT or known(value)}
    return kept | {"headings": [heading for heading in citation.get("headings") or () if known(heading)]}
