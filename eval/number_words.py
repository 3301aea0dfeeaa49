"""Tables: number words, months and money scales, Swedish and English."""

from __future__ import annotations

from typing import Final

SWEDISH_ONES: Final = (
    *"noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton".split(),
    *"sexton sjutton arton nitton".split(),
)
_SWEDISH_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
ENGLISH_ONES: Final = (
    *"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
    *"sixteen seventeen eighteen nineteen".split(),
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _table(units: tuple[str, ...], tens: str, joins: tuple[str, ...]) -> dict[str, int]:
    table = {word: value for value, word in enumerate(units)}
    for ten, word in enumerate(tens.split(), start=2):
        table[word] = ten * 10
        table |= {f"{word}{join}{units[one]}": ten * 10 + one for join in joins for one in range(1, 10)}
    return table


_SWEDISH = _table(SWEDISH_ONES, _SWEDISH_TENS, ("",))
_HUNDREDS = {
    f"{SWEDISH_ONES[count] if count > 1 else head}hundra{rest}": 100 * count + value
    for count in range(1, 10)
    for head in ("ett", "")
    for rest, value in [("", 0), *((word, value) for word, value in _SWEDISH.items() if value)]
}
# "en", "ett" and "one" are articles and pronouns far more often than numbers: no answer is held to them.
ARTICLES: Final = frozenset({"en", "ett", "one"})
WORDS: Final[dict[str, int]] = {
    **_table(ENGLISH_ONES, _ENGLISH_TENS, ("-",)),
    **_SWEDISH,
    **_HUNDREDS,
    "en": 1,
    "aderton": 18,
    "dussin": 12,
    "dozen": 12,
}

SWEDISH_MONTHS: Final = tuple(
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
ENGLISH_MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
_SHORT_MONTHS = tuple("jan feb mar apr maj jun jul aug sep okt nov dec".split())
_MONTH = {
    **{
        name.lower(): at
        for names in (SWEDISH_MONTHS, ENGLISH_MONTHS, _SHORT_MONTHS)
        for at, name in enumerate(names, 1)
    },
    "sept": 9,
    "oct": 10,
}

SCALES: Final[dict[str, float]] = {
    **dict.fromkeys(("kr", "kronor", "sek", "krona"), 1.0),
    **dict.fromkeys(("tkr", "kkr", "ksek", "tusen", "thousand"), 1e3),
    **dict.fromkeys(("mnkr", "mkr", "msek", "milj", "miljon", "miljoner", "million", "millions", "mn"), 1e6),
    **dict.fromkeys(("mdkr", "mdr", "miljard", "miljarder", "billion", "bn"), 1e9),
}


def month(name: str) -> int | None:
    """1–12 for a month's name in either language, else None."""
    return _MONTH.get(name.lower())
