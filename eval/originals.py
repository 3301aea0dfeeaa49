"""Looking a citation up in the original documents, where they are at hand: a made-up quote or paragraph is no citation.

A passage stands in a document when its letters and digits do, in order (white space, hyphens and punctuation aside).
Readers differ where a page breaks or a table is laid out, so two more ways count: a passage in few long runs of words
(a sentence across a page break), and, for what is no prose, the same words close together in another order (rows and
columns). A changed number in a sentence fails all three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.extract import plain_text
from eval.golden import Case

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_PROSE = re.compile(
    r"\b(?:i|av|som|att|till|för|med|har|hade|var|är|på|från|under|det|den|the|of|in|to|was|were|has)\b",
    re.IGNORECASE,
)
_SPREADSHEET = re.compile(r"\.(?:xlsx?|xlsm|ods|csv|tsv|px|json)$", re.IGNORECASE)
_SHORTEST_RUN = 3  # words; a lone changed word or number cannot make a run


class Original:
    """The words of one original document."""

    def __init__(self, text: str) -> None:
        self.words = _words(text)

    @cached_property
    def _joined(self) -> str:
        return "".join(self.words)

    @cached_property
    def _spaced(self) -> str:
        return f" {' '.join(self.words)} "

    def holds(self, passage: str, prose_only: bool = True) -> bool:
        """Does the passage stand here? prose_only: the words of prose must stand in their order."""
        words = _words(passage)
        if (
            not words
            or f" {' '.join(words)} " in self._spaced
            or self._joined_holds(words)
            or self._in_long_runs(words)
        ):
            return True
        return not (prose_only and _PROSE.search(passage)) and self._close_together(words)

    def has_words(self, passage: str) -> bool:
        """Does each word of the passage stand here somewhere?"""
        return all(word in self._counts for word in _words(passage))

    def _joined_holds(self, words: list[str]) -> bool:
        """As one string of letters, since readers part words differently; a number at either end must be whole."""
        before, after = (r"(?<!\d)" * words[0].isdigit(), r"(?!\d)" * words[-1].isdigit())
        return re.search(before + re.escape("".join(words)) + after, self._joined) is not None

    def _in_long_runs(self, words: list[str]) -> bool:
        runs, at = 0, 0
        while at < len(words):
            length = self._run(words[at:])
            if length >= min(_SHORTEST_RUN, len(words)):
                runs, at = runs + 1, at + length
            elif self._parted(words[at]):
                at += 1
            else:
                return False
        return runs <= 2 + len(words) // 20

    def _parted(self, word: str) -> bool:
        """Is the word hyphenated across a page break: do both its parts stand here as words?"""
        cuts = range(3, len(word) - 2) if word.isalpha() else range(0)
        return any(word[:cut] in self._counts and word[cut:] in self._counts for cut in cuts)

    def _run(self, words: list[str]) -> int:
        """How many of the first words stand here in a row; the longest first cut is found by halving."""
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if f" {' '.join(words[:middle])} " in self._spaced else (low, middle - 1)
        return low

    def _close_together(self, words: list[str]) -> bool:
        wanted = Counter(words)
        width = 2 * len(words) + 60
        rarest = min(wanted, key=self._count)
        starts = [at for at, word in enumerate(self.words) if word == rarest]
        return any(not wanted - Counter(self.words[max(0, at - width) : at + width]) for at in starts)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.words)

    def _count(self, word: str) -> int:
        return self._counts[word]


class Originals:
    """The folder of original documents; each is read once, when it is first cited."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Original | None] = {}

    def get(self, document: str) -> Original | None:
        """The document as cited, or None where it is not in the folder or cannot be read in the simple way."""
        if document not in self._read:
            path = (self._folder / document).resolve()
            inside = path.is_relative_to(self._folder.resolve()) and path.is_file()
            text = plain_text(path) if inside else None
            self._read[document] = Original(text) if text and text.strip() else None
        return self._read[document]


def beside(golden: Path, cases: list[Case]) -> Path | None:
    """The folder near the golden set that holds all documents it names, where there is one."""
    named = {document for case in cases for document in case.documents}
    near = (golden.parent, golden.parent / golden.stem.removesuffix("_questions"), golden.parent / "documents")
    return next((folder for folder in near if named and all((folder / name).is_file() for name in named)), None)


def made_up(citation: Mapping[str, Any], originals: Originals | None) -> str:
    """Why the citation is none ("" when it is one): its quote is not in its paragraph, or either not in its document.

    A citation of cells states its place by address, so the product may lay out its text: only its words are looked up,
    and in a spreadsheet, whose cells hold less than they show, nothing is.
    """
    quote, text = str(citation.get("quote") or ""), str(citation.get("text") or "")
    if quote and text and "".join(_words(quote)) not in "".join(_words(text)):
        return "the quote is not in the cited paragraph"
    document = str(citation.get("document") or "")
    original = originals.get(document) if originals and not _SPREADSHEET.search(document) else None
    if original is None:
        return ""
    if citation.get("cells"):
        return "" if original.has_words(f"{quote} {text}") else "words of the cited cells are not in the document"
    if quote and not original.holds(quote):
        return "the quote is not in the document"
    if text and not original.holds(text, prose_only=False):
        return "the paragraph is not in the document"
    return ""


def _words(text: str) -> list[str]:
    joined = re.sub(r"[\u00ad\ufffe]\s*|(?<=\w)-\n(?=[a-zåäö])", "", text)
    return _TOKEN.findall(joined.lower())
