"""Number words, Swedish and English: "tolv", "tjugofem", "tvåhundra", "hälften", "tredubbling", "twelve"."""

from __future__ import annotations

from functools import cache

_ONES = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
).split()
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONE = frozenset({"ett", "en", "one"})  # articles too: a number only before a unit
ORDINALS = {
    word: float(rank)
    for rank, word in enumerate(
        "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte".split(), 1
    )
}
PARTS = {
    "tredjedel": 3,
    "fjärdedel": 4,
    "femtedel": 5,
    "sjättedel": 6,
    "sjundedel": 7,
    "åttondel": 8,
    "åttondedel": 8,
    "tiondel": 10,
    "tiondedel": 10,
    "hundradel": 100,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
}
_FOLD = {"fördubbl": 2.0, "tredubbl": 3.0, "fyrdubbl": 4.0, "femdubbl": 5.0, "tiodubbl": 10.0, "halver": 0.5}
_FOLD_ENDINGS = "ing ingen ingar ats ades at ade a ar as".split()
MULTIPLIERS = {"hundra": 100.0, "tusen": 1000.0, "hundred": 100.0, "thousand": 1000.0}


@cache
def cardinals() -> dict[str, float]:
    """Lower-case number word -> value, 0–999 and whole thousands, without the articles."""
    below_100 = _below_100()
    words = dict(below_100)
    for hundreds, head in [(1, "hundra"), (1, "etthundra"), *((n, f"{_ONES[n]}hundra") for n in range(2, 10))]:
        words[head] = 100.0 * hundreds
        words.update({head + word: 100.0 * hundreds + value for word, value in below_100.items() if value})
    thousands = {f"{word}tusen": 1000.0 * value for word, value in words.items() if value}
    english = {word: float(value) for value, word in enumerate(_ENGLISH)}
    english |= {word: 20.0 + 10 * at for at, word in enumerate(_ENGLISH_TENS)}
    words |= thousands | english | {"tusen": 1000.0, "ettusen": 1000.0, "hundred": 100.0, "thousand": 1000.0}
    return {word: value for word, value in words.items() if word not in ONE}


@cache
def ratios() -> dict[str, float]:
    """Words that say how many times or what part: "hälften" 0.5, "fördubbling" 2, "dubbelt" 2."""
    words = {stem + ending: value for stem, value in _FOLD.items() for ending in _FOLD_ENDINGS}
    return words | {
        "hälften": 0.5,
        "halvparten": 0.5,
        "dubbelt": 2.0,
        "dubbla": 2.0,
        "half": 0.5,
        "doubled": 2.0,
        "doubling": 2.0,
        "tripled": 3.0,
        "tripling": 3.0,
        "halved": 0.5,
        "twice": 2.0,
    }


@cache
def dozens() -> dict[str, float]:
    """ "tiotal" 10, "trettiotal" 30, "hundratal" 100: about so many."""
    words = {f"{word}tal": 20.0 + 10 * at for at, word in enumerate(_TENS)}
    return words | {"tiotal": 10.0, "femtontal": 15.0, "hundratal": 100.0, "tusental": 1000.0, "dussin": 12.0}


def _below_100() -> dict[str, float]:
    words = {word: float(value) for value, word in enumerate(_ONES)} | {"aderton": 18.0}
    for at, tens in enumerate(_TENS):
        words[tens] = 20.0 + 10 * at
        words.update({tens + one: 20.0 + 10 * at + value for value, one in enumerate(_ONES[1:10], 1)})
        words[f"{tens}en"] = 21.0 + 10 * at
    return words
