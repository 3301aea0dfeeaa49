"""How list numbers are written: 1, a, iv ... as word processors do."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def letters(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, 28 -> bb: Word and LibreOffice repeat the letter."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 20)


def roman(number: int) -> str:
    """1 -> i, 4 -> iv; numbers that have no Roman form stay as they are."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


# By the names of OOXML (ST_NumberFormat) and of OpenDocument (style:num-format).
WRITTEN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": lambda number: f"{number}.",
    "none": lambda number: "",
    "1": str,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "": lambda number: "",
}


def bullet(sign: str) -> str:
    """The sign of a bulleted list; those of symbol fonts, which mean nothing in another font, become "•"."""
    sign = sign.strip()[:1]
    return "•" if not sign or sign in "oq§ØüvnlàÞ" or "\ue000" <= sign <= "\uf8ff" else sign
