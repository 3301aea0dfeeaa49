"""Units of amounts that a question may ask for in another size than the table has: kWh and GWh, kr and mnkr."""

from __future__ import annotations

import re
from typing import Final

MONEY: Final = {"kr": 1.0, "tkr": 1e3, "mnkr": 1e6, "mdkr": 1e9}
_SCALES: Final[tuple[dict[str, float], ...]] = (
    MONEY,
    {"wh": 1.0, "kwh": 1e3, "mwh": 1e6, "gwh": 1e9, "twh": 1e12},
    {"gram": 1.0, "kg": 1e3, "ton": 1e6},
    {"kvm": 1.0, "m2": 1.0, "kvadratmeter": 1.0, "hektar": 1e4, "ha": 1e4, "km2": 1e6, "kvadratkilometer": 1e6},
    {"meter": 1.0, "m": 1.0, "km": 1e3, "kilometer": 1e3, "mil": 1e4},
    {"liter": 1.0, "m3": 1e3, "kbm": 1e3, "kubikmeter": 1e3},
)
_WRITTEN: Final = {
    "gwh": r"gigawatt-?(?:t?imm\w+|hours?)|gwh",
    "mwh": r"megawatt-?(?:t?imm\w+|hours?)|mwh",
    "kwh": r"kilowatt-?(?:t?imm\w+|hours?)|kwh",
    "twh": r"terawatt-?(?:t?imm\w+|hours?)|twh",
    "ton": r"ton|tonnes?|tons|metric tons",
    "kg": r"kilogram(?:mes?|s)?|kilos?|kg",
    "hektar": r"hektar|hectares?|ha",
    "kvm": r"kvadratmeter|kvm|m2|square met(?:re|er)s?",
    "km2": r"kvadratkilometer|km2|square kilomet(?:re|er)s?",
    "mil": r"mil",
    "km": r"kilometer|kilometres?|kilometers|km",
    "meter": r"meter|metres?|meters",
    "liter": r"liter|litres?|liters",
    "m3": r"kubikmeter|m3|cubic met(?:re|er)s?",
}
_ASKED: Final = re.compile(
    r"\b(?:hur\s+många|antal(?:et)?|how\s+many|number\s+of|(?:mätt|räknat|uttryckt|measured|expressed)\s+(?:i|in)|,\s+i|,\s+in)\s+"
    r"(?:(?:fler|more|fewer)\s+)?"
    rf"(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _WRITTEN.items())})(?![\w-])",
    re.IGNORECASE,
)


def amount_asked(text: str) -> str:
    """The unit that a question counts in ("hur många hektar"), "" when it counts things or names none."""
    found = _ASKED.search(text)
    return "" if found is None else str(found.lastgroup)


def words_of_amount(text: str) -> tuple[int, int] | None:
    """Where the unit stands that a question counts in: it says in what, and nothing of what."""
    found = _ASKED.search(text)
    return None if found is None or found.lastgroup is None else found.span(found.lastgroup)


def is_amount(unit: str) -> bool:
    """Is it the unit of an amount that is measured, and no money?"""
    return any(unit in scale for scale in _SCALES[1:])


def factor(held: str, wanted: str) -> float | None:
    """What a value in one unit is divided by to be in the other; None where one is no size of the other."""
    scale = next((one for one in _SCALES if held in one and wanted in one), None)
    return None if scale is None else scale[wanted] / scale[held]


def resized(held: str, wanted: str) -> str:
    """How a formula turns the one unit into the other: "/ 1000"."""
    size = factor(held, wanted) or 1.0
    return f"/ {round(size)}" if size >= 1 else f"× {round(1 / size)}"
