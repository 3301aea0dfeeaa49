"""Names in quotation marks: labels, headers and titles looked up letter for letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from indexer.figures.period import Period
from indexer.language.tokens import fold
from qa.statistics.catalogue import Catalogue, Dimension, Family, Measure
from qa.statistics.labels import LabelHit
from qa.statistics.question import Asked, Quote
from qa.statistics.words import alike

_TABLE_WORDS: Final = frozenset("tabellen tabell bladet blad filen fil arket table sheet file".split())


@dataclass(frozen=True)
class Said:
    """What the quoted names of a question are in one family. terms: those that they explain."""

    labels: tuple[LabelHit, ...] = ()
    measures: Mapping[Measure, tuple[Period | None, tuple[int, ...]]] = field(default_factory=dict)
    terms: frozenset[int] = frozenset()

    @property
    def dimensions(self) -> set[Dimension]:
        """Those with a quoted label."""
        return {hit.dimension for hit in self.labels}


class Quoted:
    """The quoted names of a question, looked up letter for letter."""

    def __init__(self, asked: Asked, known: Catalogue) -> None:
        self._families = list(known.families)
        self.kinds = known.single_labels
        self.measured = known.measured
        self.beside = known.beside
        self._of_tables: set[Quote] = set()
        for quote in asked.quotes:
            tables = [one for one in self._families if _is_table(quote, one)]
            if tables and (quote.before in _TABLE_WORDS or not any(_has(quote, one) for one in self._families)):
                self._of_tables.add(quote)
                self._families = tables
        for quote in asked.quotes:
            if quote not in self._of_tables and (having := [one for one in self._families if _has(quote, one)]):
                self._families = having

    def on(self, asked: Asked, family: Family) -> Said | None:
        """What they are in a family; None when they name another table, or something that only others have."""
        if all(family is not one for one in self._families):
            return None
        labels: list[LabelHit] = []
        measures: dict[Measure, tuple[Period | None, tuple[int, ...]]] = {}
        terms: set[int] = set()
        for quote in asked.quotes:
            found = {one: one.exact[quote.text] for one in family.measures if quote.text in one.exact}
            dimension = _dimension_of(quote, family, labels)
            if found:
                measures |= {one: (column.period if column else None, quote.terms) for one, column in found.items()}
            elif dimension is not None:
                met = dict.fromkeys(quote.terms or (0,), 1.0)
                labels.append(LabelHit(dimension, _label(quote, dimension), 1.0, met))
            elif quote not in self._of_tables:
                continue
            terms.update(quote.terms)
        return Said(tuple(labels), measures, frozenset(terms))


def _dimension_of(quote: Quote, family: Family, taken: Sequence[LabelHit]) -> Dimension | None:
    """The dimension that has the quoted label: the one named before it, else the next that has none yet."""
    holding = [one for one in (*family.dimensions, *family.parts) if quote.text in one.exact]
    named = (
        [one for one in holding if any(alike(quote.before, word) >= 0.7 for word in one.words)] if quote.before else []
    )
    beside = [one for one in holding if taken and one is taken[-1].dimension]
    free = [one for one in holding if all(one is not hit.dimension for hit in taken)]
    return next(iter([*named, *beside, *free, *holding]), None)


def _label(quote: Quote, dimension: Dimension) -> str:
    """The label as the question writes it, where labels differ by nothing but case."""
    return quote.written if quote.written in dimension.labels else dimension.exact[quote.text]


def _has(quote: Quote, family: Family) -> bool:
    """Is the quoted name a measure or a label of the family?"""
    if any(quote.text in one.exact for one in family.measures):
        return True
    return any(quote.text in one.exact for one in (*family.dimensions, *family.parts))


def _is_table(quote: Quote, family: Family) -> bool:
    for table, document in zip(family.tables, family.documents, strict=True):
        names = (table.title, table.sheet, document.title, document.path, document.path.rpartition("/")[2])
        if quote.text in {fold(name) for name in names} or (len(quote.text) > 15 and quote.text in fold(table.title)):
            return True
    return False
