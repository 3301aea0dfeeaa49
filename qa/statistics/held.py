"""What a table holds in place of what is asked: another unit, another thing counted, no division."""

from __future__ import annotations

from collections.abc import Sequence

from qa.statistics.accounting import holds_kind, works_out
from qa.statistics.catalogue import Family
from qa.statistics.divided import divided_otherwise
from qa.statistics.fitting import fits_unit
from qa.statistics.match import Match
from qa.statistics.other_things import other_thing
from qa.statistics.question import Asked
from qa.statistics.signs import is_deviation, is_signed


def held(asked: Asked, match: Match, found: Sequence[Match]) -> tuple[str, ...]:
    """The names of the family's measures, when none of them is the one asked for."""
    measure = match.measure
    if measure.rows:
        return ()
    if is_signed(asked) and not is_deviation(measure):
        return measure_names(match.family)
    if asked.unit and measure.unit and not fits_unit(asked.unit, measure.unit) and not works_out(asked, match):
        return measure_names(match.family)
    if divided_otherwise(asked, match):
        return measure_names(match.family)
    if not works_out(asked, match) and not holds_kind(asked, measure, match.family):
        return measure_names(match.family)
    if asked.unit == "antal" and not asked.threshold and other_thing(asked, match):
        return measure_names(match.family)
    better = [
        one for one in found if one.family is match.family and one.own and not fits_unit(asked.unit, one.measure.unit)
    ]
    if asked.unit == "antal" and not match.own and measure.telling and better:
        return measure_names(match.family)
    return ()


def measure_names(family: Family) -> tuple[str, ...]:
    names = [
        f"{one.name.lstrip('-# ')}{f' ({one.unit})' if one.unit else ''}" for one in family.measures if not one.rows
    ]
    return tuple(dict.fromkeys(names))
