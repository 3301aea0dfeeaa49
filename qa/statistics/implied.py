"""What cues say is measured, beside what is done with it: "underskott" a deviation, "hur många bor" inhabitants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from qa.statistics.terms import Alternatives

Implied = tuple[str, int, int, Alternatives, float]
"""Text, start, end, alternatives and weight of a term."""


def implied(found: Mapping[str, re.Match[str]]) -> list[Implied]:
    """The terms that the cues of a question stand for."""
    named = next((one for one in _MEASURES if one[0] in found), None)
    some = [one for one in (named, _GIVEN) if one is not None and one[0] in found]
    terms: list[Implied] = [(found[cue].group(), *found[cue].span(), ways, weight) for cue, ways, weight in some]
    if (cue := found.get("residing")) is not None:
        terms.append(("invånare", *cue.span("said"), _POPULATION, 1.0))
    if (cue := expectation(found)) is not None:
        terms.append(("väntas", *cue.span(), _FORECAST, _VAGUE))
    return terms


def expectation(found: Mapping[str, re.Match[str]]) -> re.Match[str] | None:
    """The words that ask for what is expected by no name of it ("tror", "väntas"), which a forecast answers."""
    cue = found.get("expected")
    return cue if cue is not None and len(cue.group().split()) == 1 and not _NAMED.match(cue.group()) else None


_VAGUE: Final = 0.25  # weight of a term that need not be met
_NAMED: Final = re.compile(r"prognos|forecast", re.IGNORECASE)
_FORECAST: Final = (
    *(((word,), 1.0) for word in ("prognos", "helårsprognos", "årsprognos", "slutprognos", "forecast")),
    (("förväntat",), 0.9),
)
_DEVIATION: Final = ((("avvikelse",), 1.0), (("resultat",), 0.7), (("differens",), 0.6))
_GIVEN: Final = ("got", ((("beviljat",), 1.0), (("beviljade",), 1.0), (("utbetalt",), 0.9)), 0.2)
"""What was received is what was granted, and not what was applied for."""
_MEASURES: Final = (
    ("budget", _DEVIATION, 1.5),
    ("deficit", _DEVIATION, 1.5),
    ("surplus", _DEVIATION, 1.5),
    ("fared", _DEVIATION, 0.6),
    ("used", ((("utfall",), 1.0), (("förbrukning",), 0.9), (("kostnad",), 0.9)), 1.0),
    ("aged", ((("medelålder",), 1.0), (("ålder",), 0.9)), 1.0),
    (
        "priced",
        ((("kostnad",), 1.0), (("nettokostnad",), 0.95), (("pris",), 0.9), (("avgift",), 0.9), (("hyra",), 0.9)),
        0.6,
    ),
)
_POPULATION: Final = (
    *(((word,), 1.0) for word in ("invånare", "folkmängd", "befolkning", "befolkningen", "boende", "population")),
    *(((word,), 0.9) for word in ("personer", "kommuninvånare", "folkbokförda", "inhabitants", "hyresgäster")),
)
"""Those who live somewhere, where it is not said who they are: nobody else, and nothing that there is in the place."""
