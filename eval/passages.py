"""Does a passage stand in a document, however its readers laid it out?

It does when its letters and digits do, in order (white space, hyphens and punctuation aside). Readers differ where a
page breaks or a table is laid out, so two more ways count: a passage in few long runs of words that follow close upon
one another (a sentence across a page break), and, for what is no prose, the same words close together in another order
(rows and columns). A changed number in a sentence fails all three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_PROSE = re.compile(
    r"\b(?:i|av|som|att|till|för|med|har|hade|var|är|på|från|under|det|den|the|of|in|to|was|were|has)\b",
    re.IGNORECASE,
)
_SHORTEST_RUN = 3  # words; a lone changed word or number cannot make a run
_PAGE_EDGES = 60  # words at most between the two parts of a sentence that goes on across a page break


class Original:
    """The words of one original document."""

    def __init__(self, text: str) -> None:
        self.words = words_of(text)
        self._held: dict[str, bool] = {}  # the same paragraph is cited and found for many questions

    @cached_property
    def _joined(self) -> str:
        return "".join(self.words)

    @cached_property
    def _spaced(self) -> str:
        return f" {' '.join(self.words)} "

    def holds(self, passage: str) -> bool:
        """Does the passage stand here, whole or line by line?"""
        if passage not in self._held:
            lines = passage.split("\n")
            self._held[passage] = self._stands(passage) or (len(lines) > 1 and all(map(self._stands, lines)))
        return self._held[passage]

    def has_words(self, passage: str) -> bool:
        """Does each word of the passage stand here somewhere?"""
        return all(word in self._places for word in words_of(passage))

    def _stands(self, passage: str) -> bool:
        words = words_of(passage)
        return (
            not words
            or f" {' '.join(words)} " in self._spaced
            or self._joined_holds(words)
            or self._in_long_runs(words)
            or (not _PROSE.search(passage) and self._close_together(words))
        )

    def _joined_holds(self, words: list[str]) -> bool:
        """As one string of letters, since readers part words differently; a number at either end must be whole."""
        before, after = (r"(?<!\d)" * words[0].isdigit(), r"(?!\d)" * words[-1].isdigit())
        return re.search(before + re.escape("".join(words)) + after, self._joined) is not None

    def _in_long_runs(self, words: list[str]) -> bool:
        """In order, with no more between two runs than the edges of a page."""
        return any(self._chained(words, start) for start in self._starts(words[:_SHORTEST_RUN], 0, len(self.words)))

    def _chained(self, words: list[str], here: int) -> bool:
        runs, at = 0, 0
        while at < len(words):
            begin = next(self._starts(words[at : at + _SHORTEST_RUN], here, here + _PAGE_EDGES), None)
            if begin is not None:
                length = self._common(words[at:], begin)
                runs, at, here = runs + 1, at + length, begin + length
            elif self._parted(words[at]):
                at += 1
            else:
                return False
        return runs <= 2 + len(words) // 20

    def _starts(self, head: list[str], first: int, last: int) -> Iterator[int]:
        """Where the words stand in a row, from `first` and before `last`; fewer than make a run stand nowhere."""
        if len(head) == _SHORTEST_RUN:
            yield from (
                at
                for at in self._places.get(head[0], ())
                if first <= at < last and self.words[at : at + len(head)] == head
            )

    def _common(self, words: list[str], begin: int) -> int:
        """How many of the words stand in a row from there on."""
        pairs = enumerate(zip(words, self.words[begin : begin + len(words)], strict=False))
        return next((at for at, (one, other) in pairs if one != other), min(len(words), len(self.words) - begin))

    def _parted(self, word: str) -> bool:
        """Is the word hyphenated across a page break: do both its parts stand here as words?"""
        cuts = range(3, len(word) - 2) if word.isalpha() else range(0)
        return any(word[:cut] in self._places and word[cut:] in self._places for cut in cuts)

    def _close_together(self, words: list[str]) -> bool:
        wanted = Counter(words)
        width = 2 * len(words) + 60
        rarest = min(wanted, key=lambda word: len(self._places.get(word, ())))
        starts = self._places.get(rarest, ())
        return any(not wanted - Counter(self.words[max(0, at - width) : at + width]) for at in starts)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word, []).append(at)
        return places


def words_of(text: str) -> list[str]:
    joined = re.sub(r"[\u00ad\ufffe]\s*(?=[a-zåäö])|(?<=\w)-\n(?=[a-zåäö])", "", text)
    return _TOKEN.findall(joined.lower())
