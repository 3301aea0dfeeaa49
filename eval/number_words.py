"""Tables: number words, months and money scales, Swedish and English."""

from __future__ import annotations

from typing import Final

_SWEDISH_ONES = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_SWEDISH_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _table(ones: str, tens: str, joins: tuple[str, ...]) -> dict[str, int]:
    units = ones.split()
    table = {word: value for value, word in enumerate(units)}
    for ten, word in enumerate(tens.split(), start=2):
        table[word] = ten * 10
        table |= {f"{word}{join}{units[one]}": ten * 10 + one for join in joins for one in range(1, 10)}
    return table


_SWEDISH = _table(_SWEDISH_ONES, _SWEDISH_TENS, ("",))
_HUNDREDS = {
    f"{_SWEDISH_ONES.split()[count] if count > 1 else head}hundra{rest}": 100 * count + value
    for count in range(1, 10)
    for head in ("ett", "")
    for rest, value in [("", 0), *((word, value) for word, value in _SWEDISH.items() if value)]
}
# "en", "ett" and "one" are articles and pronouns far more often than numbers: no answer is held to them.
ARTICLES: Final = frozenset({"en", "ett", "one"})
WORDS: Final[dict[str, int]] = {
    **_table(_ENGLISH_ONES, _ENGLISH_TENS, ("-",)),
    **_SWEDISH,
    **_HUNDREDS,
    "en": 1,
    "aderton": 18,
    "dussin": 12,
    "dozen": 12,
}

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("mars", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augusti", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}

SCALES: Final[dict[str, float]] = {
    **dict.fromkeys(("kr", "kronor", "sek", "krona"), 1.0),
    **dict.fromkeys(("tkr", "kkr", "ksek", "tusen", "thousand"), 1e3),
    **dict.fromkeys(("mnkr", "mkr", "msek", "milj", "miljon", "miljoner", "million", "millions", "mn"), 1e6),
    **dict.fromkeys(("mdkr", "mdr", "miljard", "miljarder", "billion", "bn"), 1e9),
}


def month(name: str) -> int | None:
    """1–12 for a month's name in either language, else None."""
    return _MONTH.get(name.lower())
