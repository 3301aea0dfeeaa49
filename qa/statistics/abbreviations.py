"""Short forms that headers are full of ("kg/inv", "ant. årsarb", "tot"), and the words they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from qa.statistics.words import words_of

_SHORT: Final = {
    "inv": "invånare", "invån": "invånare", "pers": "personer", "genomsn": "genomsnittlig", "gsn": "genomsnittlig",
    "avg": "avgift", "årsarb": "årsarbetare", "åa": "årsarbetare", "tot": "totalt", "bef": "befolkning", "ant": "antal",
    "mån": "månad", "lgh": "lägenheter", "kvm": "kvadratmeter", "m²": "kvadratmeter",
    "km²": "kvadratkilometer", "m³": "kubikmeter", "förv": "förvaltning",
    "vht": "verksamhet", "ssk": "sjuksköterskor", "usk": "undersköterskor", "äo": "äldreomsorg", "fsk": "förskola",
    "grsk": "grundskola", "gy": "gymnasieskola", "säbo": "särskilt boende", "komm": "kommun",
    "bud": "budget", "utf": "utfall", "prog": "prognos", "avv": "avvikelse", "utb": "utbildning", "fv": "fjärrvärme",
    "förbr": "förbrukning", "handl": "handläggning", "ek": "ekonomiskt", "ekon": "ekonomiskt", "soc": "socialt",
    "hh": "hushåll", "besl": "beslut", "ärend": "ärenden", "just": "justerad",
    "hjt": "hemtjänst", "htj": "hemtjänst", "kostn": "kostnad", "nto": "netto", "bto": "brutto",
    "invest": "investering",
    "sjukfrv": "sjukfrånvaro", "tv": "tillsvidareanställda", "medelv": "medelvärde",
}  # fmt: skip
_SQUARE: Final = re.compile(r"(?<![^\W_])(k?m)([23])(?![^\W_])", re.IGNORECASE)
_RAISED: Final = {"2": "²", "3": "³"}
_DOTTED: Final = re.compile(r"(?<=[a-zåäö])\.(?=\s?[a-zåäö])", re.IGNORECASE)


def spelt_out(text: str) -> tuple[str, ...]:
    """The words of a header, short forms as the words they stand for.

    A form that is a word of its own too is spelt out all the same where it stands among others or ends in a dot.
    """
    words = words_of(_DOTTED.sub(" ", _SQUARE.sub(_raised, text)))
    return tuple(_expanded(words)) if len(words) > 1 or text.strip().endswith(".") else words


def _raised(unit: re.Match[str]) -> str:
    return f"{unit[1]}{_RAISED[unit[2]]}"


def _expanded(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield from _SHORT.get(word, word).split()
