"""Saying the place of one among all, and which changed the most."""

from __future__ import annotations

from typing import Final

from qa.statistics.gather import PERIOD
from qa.statistics.results import Moved, Pair, Placed
from qa.statistics.saying import Saying, iso
from qa.statistics.speech import rounded

_HEADS: Final = {
    (True, True): "rose_most",
    (True, False): "fell_least",
    (False, True): "rose_least",
    (False, False): "fell_most",
}
"""By whether the highest change is asked for, and whether those that are told rose."""
_LISTED: Final = 6  # of those before it


def placed(saying: Saying, result: Placed) -> None:
    """ "Plats 2 av 3: Lindås med 40 [1] (…; högst först). Före kommer Granberg: 50 [2]."."""
    speech = saying.speech
    value = saying.value(result.figure)
    ahead = [f"{speech.label(one)}: {saying.value(one)}" for one in result.ahead[:_LISTED]]
    for count, some in ((result.place, (result.figure, *result.ahead)), (result.among, result.all)):
        marks = [saying.citations.mark(one).split()[0] for one in some]
        saying.computed(float(count), "antal", f"count({', '.join(marks)})")
    saying.sentences.append(
        saying.text(
            "place_shared" if result.shared else "place",
            place=result.place,
            among=result.among,
            shared=result.shared,
            label=speech.label(result.figure),
            value=value,
            what=saying.scope(),
            order=saying.text("highest_first" if speech.plan.highest else "lowest_first"),
        )
    )
    if ahead and len(result.ahead) <= _LISTED:
        saying.sentences.append(saying.text("ahead", labels=speech.listed(ahead)))
    saying.left_out(result.missing)


def moved(saying: Saying, result: Moved) -> None:
    """ "Störst ökning (…): Halmstad med 20 mnkr, från 80 mnkr [1] (2018) till 100 mnkr [2] (2024)."."""
    plan = saying.speech.plan
    rose = {pair.difference >= 0 for pair in result.pairs}
    name = _HEADS[plan.highest or plan.either, True in rose] if len(rose) == 1 else "moved_most"
    entries = saying.speech.listed([_entry(saying, pair) for pair in result.pairs])
    saying.sentences.append(saying.text(name, what=saying.scope(period=plan.group != PERIOD), entries=entries))
    saying.left_out(result.missing)


def _entry(saying: Saying, pair: Pair) -> str:
    speech = saying.speech
    first, second = (f"{saying.value(one)} ({speech.period(one.period)})" for one in (pair.first, pair.second))
    unit = speech.difference_unit(pair.first.unit)
    formula = f"{saying.operand(pair.second)} − {saying.operand(pair.first)}"
    span = f"{iso(pair.first)}/{iso(pair.second)}"
    saying.computed(pair.difference, unit, formula, span)
    sizes = [speech.amount(abs(pair.difference), unit)]
    if pair.change is not None:
        percent = rounded(pair.change, 1)
        saying.computed(percent, "procent", f"({formula}) / {saying.operand(pair.first)} × 100", span)
        sizes.insert(0 if pair.percent else 1, speech.amount(abs(percent), "procent", 1))
    size = f"{sizes[0]} ({sizes[1]})" if len(sizes) > 1 else sizes[0]
    return saying.text("moved", label=speech.label(pair.second), size=size, first=first, second=second)
