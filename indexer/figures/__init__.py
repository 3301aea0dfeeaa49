"""Figures out of running text: numbers, units, hedges, periods, dates and persons."""

from indexer.figures.masks import masks
from indexer.figures.number import Number
from indexer.figures.numbers import numbers
from indexer.figures.period import Period
from indexer.figures.periods import is_bare_year, periods

__all__ = ["Number", "Period", "is_bare_year", "masks", "numbers", "periods"]
