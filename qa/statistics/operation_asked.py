"""Which operation a question asks for, and from which end of an order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qa.statistics.ages import is_aged
from qa.statistics.catalogue import Measure
from qa.statistics.labels import LabelHit
from qa.statistics.match import Match
from qa.statistics.meeting import AVERAGED
from qa.statistics.plan import Filter, Operation
from qa.statistics.question import Asked
from qa.statistics.spans import by_parts, is_span

_WHOLE: Final = 0.85  # share of a label's words
_FEW: Final = 2  # labels, among which there is no place
_BOTH: Final = 2  # ends in time
_CHANGES: Final = ("förändring", "ökning", "minskning", "utveckling", "tillväxt", "change", "growth", "increase")
_EITHER: Final = re.compile(r"\b(?:förändra|ändra|skift|chang)", re.IGNORECASE)


def operation_asked(asked: Asked, match: Match, filters: Sequence[Filter]) -> Operation:
    """What is to be done with the values."""
    several = any(len(one.labels) > 1 for one in filters)
    if match.measure.rows or _counts(asked):
        return Operation.COUNT
    if asked.has("place") and placed_label(asked, match) is not None:
        return Operation.PLACE
    if several:
        return _of_several(asked, match, filters)
    if _changed_most(asked, match):
        return Operation.RANK_OF_CHANGE
    if asked.has("highest", "lowest") and (asked.has("when") or asked.has("highest") is asked.has("lowest")):
        return Operation.RANK if asked.has("when") else Operation.RANGE
    if asked.has("trend"):
        return Operation.TREND
    if _is_mean(asked, match):
        return Operation.MEAN
    if asked.times.last and not asked.has("whole", "highest", "lowest"):
        return Operation.TREND
    if asked.has("highest", "lowest", "deficit", "surplus") and ranks(asked, match):
        return Operation.RANK
    return _over_time(asked, match)


def _counts(asked: Asked) -> bool:
    """Is it asked how many, or which, are above or below a limit?"""
    return asked.threshold is not None and (asked.has("counting") or (asked.has("which") and not asked.has("share")))


def _of_several(asked: Asked, match: Match, filters: Sequence[Filter]) -> Operation:
    """What is to be done with several labels of a dimension."""
    if any(one.ratio or (one.part and len(one.labels) > 1) for one in filters):
        return Operation.SHARE
    if max(len(one.labels) for one in filters) > _BOTH and asked.has("highest", "lowest"):
        return Operation.RANK
    if asked.has("mean") and not (asked.has("difference") and _averages(match.measure)):
        return Operation.MEAN
    together = asked.has("whole") and not asked.has("difference", "other", "highest", "lowest")
    return Operation.SUM if together or is_aged(asked, match) else Operation.COMPARE


def placed_label(asked: Asked, match: Match) -> LabelHit | None:
    """The label whose place is asked for: in the dimension that is named, else in that of the most labels."""
    whole = [hit for hit in match.labels if hit.covered >= _WHOLE and hit.label not in hit.dimension.totals]
    among = [hit for hit in whole if len(hit.dimension.labels) > _FEW and not hit.dimension.code]
    return max(among, key=lambda hit: (hit.dimension in match.named, len(hit.dimension.labels)), default=None)


def _changed_most(asked: Asked, match: Match) -> bool:
    """ "var ökade lånen mest från 2018 till 2024", "när": one of several is asked for, by how much it changed."""
    chooses = asked.has("where", "when") or (asked.has("which") and (bool(match.named) or asked.top > 1))
    moved = asked.has("change") and asked.has("highest", "lowest") and not asked.has("budget", "deficit", "surplus")
    stated = any(word.startswith(_CHANGES) for word in match.measure.words)
    return chooses and moved and not stated and asked.threshold is None


def _is_mean(asked: Asked, match: Match) -> bool:
    if not asked.has("mean") or over_periods(asked, match):
        return asked.has("mean")
    several = asked.times.last or len(asked.times.stated) > 1
    if match.measure.divided and not (several or match.named or asked.has("of_all")):
        return False  # "hur mycket fick ett hushåll i snitt" of "Bistånd per hushåll"
    return not _averages(match.measure) and bool(several or "counting" not in asked.cues or match.named)


def over_periods(asked: Asked, match: Match) -> bool:
    """ "i snitt per säsong": a mean of what there is in each, unless the table states it for each already."""
    stated = asked.times.stated and not by_parts(asked)
    return asked.has("each_time") and not stated and "per" not in match.measure.words


def _averages(measure: Measure) -> bool:
    """Are its values means already: "Genomsnittlig betygspoäng"?"""
    return not AVERAGED.isdisjoint(measure.words) or any(word.startswith(("medel", "median")) for word in measure.words)


def ranks(asked: Asked, match: Match) -> bool:
    """Is one of several asked for, and not only how high something was?"""
    if asked.has("where") or asked.times.last:
        return True
    if asked.has("counting") and not asked.has("which", "when") and asked.top == 1:
        return False  # "hur många har högst gymnasial utbildning"
    return asked.has("highest", "lowest") and (asked.top > 1 or bool(match.named) or asked.has("which"))


def _over_time(asked: Asked, match: Match) -> Operation:
    times = asked.times
    if is_span(asked):
        return Operation.SUM
    percent = asked.unit == "procent" and match.measure.unit not in ("procent", "promille")
    if percent and asked.has("share") and times.until and not asked.has("change", "difference"):
        return Operation.SHARE
    if len(times.stated) > 1 or (asked.has("change") and not match.measure.rows):
        if asked.has("whole") and not asked.has("change", "difference"):
            return Operation.SUM
        shown = percent and (asked.has("change") or not asked.has("share"))
        return Operation.PERCENT_CHANGE if shown else Operation.DIFFERENCE
    if percent and asked.unit == "procent":
        return Operation.SHARE
    return Operation.LOOKUP


def highest_asked(asked: Asked) -> bool:
    """From which end; the largest deficit is the lowest deviation."""
    if asked.has("deficit") and not asked.has("surplus"):
        return asked.has("lowest")
    return not asked.has("lowest") or asked.has("highest")


def rises_most(asked: Asked) -> bool:
    """Of what changed: is it the highest change that is asked for? The largest fall is the lowest, and so on."""
    return highest_asked(asked) is not asked.has("fall")


def moves_either_way(asked: Asked) -> bool:
    """ "förändrades mest": however it moved."""
    return asked.has("change") and _EITHER.match(asked.text, asked.cues["change"]) is not None
