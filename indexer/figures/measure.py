"""What a number in a sentence measures: the words around it that are neither number nor period."""

from __future__ import annotations

import re

from indexer.figures.number import Number
from indexer.figures.period import Period

_REPORTED = re.compile(
    r"^.*\b(?:framgår|visar|uppger|anger|bedömer|konstaterar|innebär|betyder|anser|redovisas|"
    r"rapporteras|"
    r"shows|states|says|är)\b(?:\s\w+){0,4}?[,\s]+(?:att|that)\s",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"\s(?:har|hade|var|är|blev|blir|ökar|ökade|ökat|minskar|minskade|minskat|uppgår|uppgick|utgör|utgjorde|ligger|"
    r"låg|sjönk|steg|"
    r"höjs|höjdes|sänks|sänktes|omfattar|omfattade|beräknas|bedöms|prognostiseras|beviljades|was|were|is|are|has|had|"
    r"amounted|increased|decreased|rose|fell)\b",
    re.IGNORECASE,
)
_QUANTITY_NOUN = re.compile(
    r"\b(?:antal|andel|summa|kostnad|resultat|underskott|överskott|avvikelse|budget|snitt|"
    r"genomsnitt|"
    r"omsättning|belopp|avgift|ersättning|omfattning|bemanning|utfall|frånvaro)",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    (
        "i på för om med till från av per under år åren den de det en ett cirka ca drygt knappt nära närmare omkring "
        "ungefär över "
        "minst högst och samt men att som var är in of the on to from for about around så perioden varav dels mellan"
    ).split()
)
_COUNTERS = frozenset({"stycken", "st", "st."})
_CUT = re.compile(r"[,;:]\s|\s(?:och|samt|men|medan|varav|and|but|while)\s|[.!?]$|[()]")
_WORDS = re.compile(r"[^\s,;:()”\"]+")
_CHANGE_VERB = re.compile(
    r"\b(?:ök|minsk|höj|sänk|stig|steg|sjunk|sjönk|växt|väx|förändr|förbättr|försämr|reducer|"
    r"gått|gick|"
    r"gå|fall|föll|increas|decreas|r[oi]se|fell|grew|reduc)\w*",
    re.IGNORECASE,
)
_FEW_WORDS = r"\s(?:[^\W\d]+\s){0,3}\Z"
_FROM = re.compile(rf"\b(?:från|from){_FEW_WORDS}", re.IGNORECASE)
_TO = re.compile(rf"\b(?:till|to){_FEW_WORDS}", re.IGNORECASE)
_BY = re.compile(rf"\b(?:med|om|på|by|of){_FEW_WORDS}", re.IGNORECASE)
_FARTHEST = 400  # characters before a number in which its subject is sought
_MOST_AFTER = 9  # words after the number that may say what it counts


def measure_of(blanked: str, offset: int, clause: tuple[int, int], number: Number, first: int) -> str:
    """The words that say what `number` measures: the subject of its sentence, its own clause and its unit noun.

    blanked: its sentence, which begins at `offset`, without numbers and periods; first: where the first number begins.
    """
    own = blanked[clause[0] - offset : number.start - offset]
    subject = _subject(blanked[: first - offset][-_FARTHEST:])
    before = own if clause[0] == offset or _says_itself(own) else f"{subject} {own}"
    after = blanked[number.end - offset : clause[1] - offset]
    if number.kind not in ("count", "range", "plain"):
        after = blanked[max(number.end, number.unit_end) - offset : clause[1] - offset]
    cut = _CUT.search(after)
    trailing = _WORDS.findall(after[: cut.start()] if cut else after)[:_MOST_AFTER]
    head = _subject(before) if clause[0] == offset or before is own else before
    return " ".join(_trimmed(_WORDS.findall(head)) + _trimmed(trailing)).strip()


def trend_of(text: str, start: int, number: Number) -> str:
    """ "from" and "to" of "ökade från 3 till 8", "change" of "ökade med 5"; "" where nothing changes."""
    left = text[max(start, number.start - _FARTHEST) : number.start]
    if _CHANGE_VERB.search(left) is None:
        return ""
    near = left[-40:]
    ends = {"from": _FROM.search(near), "to": _TO.search(near)}
    nearest = max(((found.start(), end) for end, found in ends.items() if found), default=(0, ""))[1]
    return nearest or ("change" if _BY.search(near) else "")


def _subject(before: str) -> str:
    """The words before a number without the reporting clause; cut at the verb when they begin with a quantity."""
    reported = _REPORTED.match(before)
    rest = before[reported.end() :] if reported else before
    verb = _VERB.search(rest)
    if verb is not None and _QUANTITY_NOUN.search(rest[: verb.start()]):
        return rest[: verb.start()]
    return rest


def blank(text: str, sentence: tuple[int, int], inner: list[Number], dates: list[Period]) -> str:
    """The sentence with its numbers and periods blanked, same length."""
    start, end = sentence
    pieces, at = [], start
    spans = [(number.start, number.end) for number in inner] + [(date.begin, date.finish) for date in dates]
    for first, last in sorted(spans):
        stop = min(last, end)
        pieces += [text[at:first], " " * (stop - max(first, at))]
        at = max(at, stop)
    return "".join(pieces) + text[at:end]


def _says_itself(own: str) -> bool:
    """Has the clause a verb and a subject of its own?"""
    return _VERB.search(own) is not None and len(_trimmed(_WORDS.findall(own))) > 1


def _trimmed(words: list[str]) -> list[str]:
    """The words without empty ones at either end, and without stray digits and counters."""
    words = [word for word in words if not word.isdigit() and word.lower() not in _COUNTERS]
    first, last = 0, len(words)
    while first < last and words[first].lower().strip(".") in _EMPTY:
        first += 1
    while last > first and words[last - 1].lower().strip(".") in _EMPTY:
        last -= 1
    return words[first:last]
