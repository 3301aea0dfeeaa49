"""Words of questions and tables, and how alike two of them are: inflections, compounds, letters without dots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from indexer.language.tokens import fold, fold_letters, stem

WORD: Final = re.compile(r"\d+(?:[.,:/+-]\d+)*|[^\W\d_]+(?:\+[^\W\d_]+)*")
_SHORT: Final = 4  # letters of a stem below which only equal stems are alike
_GRAM: Final = 4
_HEAD: Final = 0.75  # "grundskolekostnad" for "kostnad": the last part of a compound says what it is
_TAIL: Final = 0.55  # "personalomsättning" for "personal"
_WITHIN: Final = 0.5
_SAME_HEAD: Final = 0.45  # "lärartjänster" for "heltidstjänster"
_LONG_HEAD: Final = 6
_ENDS: Final = ("s", "n", "t", "r")  # that the stemmer leaves on one form of a word and takes from another
_INFLECTED: Final = 0.95
_DOUBLED: Final = re.compile(r"(?<=\w{4})([mn])\1$")  # "programmen" of "program"
_FRONT: Final = 3  # letters that the first part of a compound has at least
_KNOWN: Final = 9  # letters by which two first parts are compared
_HEAD_LETTERS: Final = 3  # that the last part of a compound has at least; endings are shorter
_INFLECTIONS: Final = frozenset(["", *"s n t r en et er ar or na erna arna orna ena ens ets ers ernas arnas".split()])
_COUNTING: Final = tuple(
    "antal total mangd mängd belopp siffr statistik uppgift namn kod progno utveck halt niva nivå".split()
)
_OTHER_HEAD: Final = 0.39
_SHORTENED: Final = 0.95
_COUNTED: Final = 0.9  # "elevantal", "elevprognos" for "elever"
_SINGULAR: Final = {
    "bränder": "brand", "stränder": "strand", "händer": "hand", "städer": "stad", "tänder": "tand", "nätter": "natt",
    "böcker": "bok", "söner": "son", "fötter": "fot", "rötter": "rot", "döttrar": "dotter", "ledamöter": "ledamot",
}  # fmt: skip
_UMLAUT: Final = re.compile(rf"({'|'.join(_SINGULAR)})(?:na|s|nas)?$")
_WIDE: Final = frozenset("hel helår år månad total medel genomsnitt snitt slut delår antal".split())
"""First parts of compounds that narrow nothing ("helårsprognos", "medelålder")."""


def words_of(text: str) -> tuple[str, ...]:
    """The lower-case words and numbers of a text; ranges and codes such as 16-24 and C+D stay whole."""
    return tuple(WORD.findall(fold(text)))


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """The stem with å ä ö as base letters: column names are often written without dots."""
    return fold_letters(_DOUBLED.sub(r"\1", stem(_UMLAUT.sub(_singular, word))))


def _singular(plural: re.Match[str]) -> str:
    return _SINGULAR[plural.group(1)]


@lru_cache(maxsize=1 << 18)
def alike(asked: str, held: str) -> float:
    """How well the held word meets the asked one, 0..1."""
    if asked == held:
        return 1.0
    if _is_form(asked, held):
        return 0.97
    if asked[0].isdigit() or held[0].isdigit() or "+" in asked or "+" in held:
        return 0.0
    one, two = root(asked), root(held)
    if fold_letters(held) != held:  # "värde" is no "vård"; only what is written without dots is compared without
        one, two = (_DOUBLED.sub(r"\1", stem(word)) for word in (asked, held))
        if one != two and fold_letters(one) == fold_letters(two):
            return 0.0
    if _ends_in(asked, held) or _ends_in(held, asked):
        return _HEAD
    likeness = _as_roots(one, two, asked, held)
    return max(likeness, _shortened(fold_letters(asked), fold_letters(held))) if likeness < _WITHIN else likeness


def _as_roots(one: str, two: str, asked: str, held: str) -> float:
    """How alike the roots of two words are."""
    short, long = sorted((one, two), key=len)
    if len(short) < _SHORT:
        return 0.0
    if len(short) >= _LONG_HEAD and any(long == f"{short}{end}" for end in _ENDS):
        return _INFLECTED
    if _is_head(short, long, asked if long == one else held):
        return _HEAD
    if long.startswith(short):
        return _begun(short, long, longer=long == one)
    if len(short) > _LONG_HEAD and short in long:
        return _WITHIN
    return max(_beginning(short, long), _ending(short, long))


def _is_form(asked: str, held: str) -> bool:
    """Are they forms of one word?"""
    if stem(held) in (stem(asked), _DOUBLED.sub(r"\1", stem(asked))) or asked == f"{held}s":
        return True
    return root(asked) == root(held) and fold_letters(held) == held


def _is_head(short: str, long: str, word: str) -> bool:
    """Is one root the last part of the other, whose word is given?"""
    if long.endswith(tuple(f"{short}{end}" for end in ("", *_ENDS))):
        return True
    if len(short) > _LONG_HEAD and short[-1] in _ENDS and long.endswith(short[:-1]):
        return True
    written = fold_letters(word)
    return len(short) > _SHORT and _front(written, fold_letters(short)) not in ("", root(written))


def _begun(short: str, long: str, *, longer: bool) -> float:
    """Of a root that is the first part of the other. longer: the word asked for is the longer one."""
    if long.removeprefix(short).lstrip("s").startswith(_COUNTING):
        return _COUNTED
    if longer and len(long) - len(short) > _HEAD_LETTERS:
        return _OTHER_HEAD  # "färdtjänsttillstånd" is no "färdtjänst"
    return _TAIL + 0.2 * (len(long) - len(short) <= 3 or len(short) > _LONG_HEAD)


def modifier(asked: str, held: str) -> str:
    """ "gymnasie" of "gymnasieelever", asked, where "elever" is held: what narrows the head; "" when nothing does."""
    front = compound(asked, held)
    return "" if front in _WIDE else front


def compound(asked: str, held: str) -> str:
    """The first part of a compound whose last part is held, "" when it is none."""
    one, two = root(asked), root(held)
    end = next((end for end in ("", *_ENDS) if one.endswith(f"{two}{end}")), "")
    front = one.removesuffix(f"{two}{end}")
    if front == one:
        front = fold_letters(asked)[: -len(held)] if _ends_in(asked, held) else _front(asked, two)
        two = held if _ends_in(asked, held) else two
    if len(two) < _SHORT or len(front) < _FRONT or front == one:
        return ""
    return front.rstrip("s") if len(front) > _SHORT else front


def _ends_in(word: str, head: str) -> bool:
    """ "färdtjänstresor" of "resor", whose stem is too short to be compared."""
    return len(head) > _SHORT and len(word) - len(head) >= _FRONT and fold_letters(word).endswith(fold_letters(head))


def _front(word: str, head: str) -> str:
    """What stands before the head in a word as it is written, whose stem is cut too short ("grundskolekostn")."""
    whole = fold_letters(word)
    at = whole.rfind(head, _FRONT)
    return whole[:at] if at >= 0 and whole[at + len(head) :] in _INFLECTIONS else root(word)


@lru_cache(maxsize=1 << 17)
def by_head(asked: str, held: str) -> float:
    """As `alike`, but 0 where one is only the first part of the other: "konsulttimmar" are no "konsulter".

    What only counts is no head of its own: "elevantal" is of "elever".
    """
    one, two = root(asked), root(held)
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    rest = longer.removeprefix(shorter)
    counts = rest.endswith(_COUNTING) or rest.lstrip("s").startswith(_COUNTING)
    apart = rest != longer and len(rest) >= _HEAD_LETTERS and not counts
    return 0.0 if apart else alike(asked, held)


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """What words begin with, to tell whether one of them is the first part of a compound."""
    return frozenset(text[:length] for text in map(root, words) for length in range(_FRONT, min(len(text), _KNOWN) + 1))


def begins(front: str, known: frozenset[str]) -> bool:
    """Is the first part of a compound one of the words ("skol" for "skola", "kvinno" for "kvinna")?"""
    return (front if len(front) <= _SHORT else front[:-1])[:_KNOWN] in known


def _beginning(short: str, long: str) -> float:
    """Two forms of one word: "legitimerade" for "legitimation"."""
    same = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    share = same / len(long)
    return 0.8 * share if same >= 5 and share >= 0.6 else 0.5 * share if same >= 7 else 0.0


def _ending(short: str, long: str) -> float:
    same = 0
    while same < len(short) and short[-1 - same] == long[-1 - same]:
        same += 1
    return _SAME_HEAD if same >= _LONG_HEAD else 0.0


def _shortened(word: str, written: str) -> float:
    """ "arblosa" for "arbetslosa": the first and the last letters, as file and column names shorten words."""
    if not 6 <= len(written) < len(word) or written[:3] != word[:3]:
        return 0.0
    return _SHORTENED * any(written == word[:at] + word[at - len(written) :] for at in range(3, len(written) - 2))


class Lexicon:
    """All words that tables hold, found by likeness."""

    def __init__(self, words: Iterable[str]) -> None:
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._grams: dict[str, set[str]] = defaultdict(set)
        for word in dict.fromkeys(words):
            self._exact[root(word)].append(word)
            if not word[0].isdigit():
                for gram in _grams(word):
                    self._grams[gram].add(word)

    def rooted(self, front: str) -> tuple[str, ...]:
        """The held words with this root, as the first part of a compound has it ("skol", "kvinno", "hemtjänst")."""
        text = fold_letters(front)
        return tuple(word for form in (root(front), text, text.rstrip("s")) for word in self._exact.get(form, ()))

    def near(self, asked: str) -> dict[str, float]:
        """The held words that are like the asked one, with their likeness."""
        found = set(self._exact.get(root(asked), ()))
        if asked.endswith("s"):
            found.update(self._exact.get(root(asked[:-1]), ()))
        if not asked[0].isdigit():
            for gram in _grams(asked):
                found |= self._grams.get(gram, set())
        return {word: likeness for word in found if (likeness := alike(asked, word)) > 0}


def _grams(word: str) -> set[str]:
    text = root(word)
    return {fold_letters(word)[-_GRAM:]} | {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
