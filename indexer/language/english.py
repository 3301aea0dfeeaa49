"""The base forms of English words, as far as translation needs them."""

from __future__ import annotations

from functools import cache
from typing import Final

_ENDINGS: Final = ("'s", "'", "ing", "ed", "er", "est", "ly")
_IRREGULAR: Final = """
be am is are was were been being|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten
blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
come came|cost|cut cutting|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|fly flew flown|forbid forbade forbidden
forget forgot forgotten|freeze froze frozen|get got gotten getting|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hit hitting|hold held|keep kept|know knew known|lay laid|lead led|learn learnt
leave left|lend lent|let letting|lie lay lain lying|lose lost|make made|mean meant|meet met|overspend overspent
pay paid|put putting|quit quitting|read|rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran running
see saw seen|seek sought|sell sold|send sent|set setting|shake shook shaken|shrink shrank shrunk|shut shutting
sing sang sung|sink sank sunk|sit sat sitting|sleep slept|speak spoke spoken|spend spent|split splitting
spread|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|swim swam swum|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|undertake undertook undertaken
understand understood|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written
child children|foot feet|half halves|life lives|man men|person people|tooth teeth|wife wives|woman women
criterion criteria|analysis analyses|basis bases|crisis crises|datum data
"""
_RESPELT: Final = 6  # letters of a word that may have two spellings
_SPELLINGS: Final = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("our", "or"),
    ("ogramme", "ogram"),
    ("entre", "enter"),
    ("elling", "eling"),
    ("elled", "eled"),
    ("icence", "icense"),
    ("efence", "efense"),
)
"""Ends of words in British and American spelling."""


@cache
def _irregular() -> dict[str, str]:
    """Irregular form -> base."""
    groups = (group.split() for group in _IRREGULAR.replace("\n", "|").split("|"))
    return {form: base for base, *forms in filter(None, groups) for form in forms}


def singular(word: str) -> str:
    """A lower-case English word without possessive and plural endings; tables are keyed by this form."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def bases(word: str) -> tuple[str, ...]:
    """The word, its singular and what it may be inflected from, likeliest first ("planned": planned, plann, plan…).

    Irregular forms lead to their base ("drove": drive), and each form to its other spelling ("organise": organize).
    """
    one = singular(word)
    found = [word, one]
    found += [_irregular()[form] for form in (word, one) if form in _irregular()]
    for ending in _ENDINGS:
        stem = one.removesuffix(ending)
        if stem != one and len(stem) > 2:
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if stem[-1] == "i":
                found.append(stem[:-1] + "y")
    return tuple(dict.fromkeys([*found, *(other for form in found for other in _respelt(form))]))


def _respelt(word: str) -> list[str]:
    """The word in the other spelling, British or American, where its end has two."""
    pairs = (pair for british, american in _SPELLINGS for pair in ((british, american), (american, british)))
    return [word.removesuffix(old) + new for old, new in pairs if word.endswith(old) and len(word) >= _RESPELT]
