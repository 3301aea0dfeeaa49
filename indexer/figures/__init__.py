"""Figures out of running text: numbers, units, hedges, periods, dates and persons."""

from indexer.figures.figure import Figure, figures
from indexer.figures.formats import format_number, missing_numbers, number_values, same_number
from indexer.figures.masks import masks
from indexer.figures.number import Number
from indexer.figures.numbers import numbers
from indexer.figures.period import Period
from indexer.figures.periods import is_bare_year, periods
from indexer.figures.persons import Person, persons
from indexer.figures.references import Mask
from indexer.figures.sentences import sentences
from indexer.figures.units import canonical_unit

__all__ = [
    "Figure",
    "Mask",
    "Number",
    "Period",
    "Person",
    "canonical_unit",
    "figures",
    "format_number",
    "is_bare_year",
    "masks",
    "missing_numbers",
    "number_values",
    "numbers",
    "periods",
    "persons",
    "same_number",
    "sentences",
]
