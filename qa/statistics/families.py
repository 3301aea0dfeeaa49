"""Tables of a library gathered into families: their measures, dimensions and words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from indexer.figures.period import Period
from indexer.library import Library
from indexer.model import Document
from indexer.tables.model import Addressing, Column, Role, Table
from indexer.tables.store import TableStore
from indexer.tables.totals import is_whole
from qa.statistics.abbreviations import spelt_out
from qa.statistics.catalogue import Catalogue, Dimension, Family, Measure
from qa.statistics.kinds import kinds_of
from qa.statistics.label_units import holds_units, is_unit, units_of_labels
from qa.statistics.said_otherwise import codes_explained, sheets_titled, without_number
from qa.statistics.titles import VERSIONS, captioned, phrase_of
from qa.statistics.words import Lexicon, words_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d\d)")
_NUMBERED = re.compile(r"\b(?:tabell|tab|table|blad|bilaga|diagram)\.?\s*[A-Z]?\d+[a-z]?\b", re.IGNORECASE)
_PER = re.compile(
    r"(?:(?<=\bkr)|(?<=\bkg)|(?<=\bst)|(?<=\bm[23²³])|(?<=\btkr)|(?<=\bton)|(?<=\bkwh)|(?<=\bmwh)|(?<=\bantal)|(?<=\bliter))"
    r"/(?=[a-zåäö\d])",
    re.IGNORECASE,
)  # "kr/elev"
_MOST_MEASURE_LABELS = 300
_SHEET = "Blad"


def catalogue(library: Library, store: TableStore | None = None) -> Catalogue:
    """Read the whole catalogue; a library without tables gives an empty one.

    store: to read from the rows in which units measures are, where a column of its own says it.
    """
    known = library.tables()
    if not known:
        return Catalogue((), Lexicon(()))
    full = library.tables_by_id([table.id for table in known])
    documents = {document.id: document for document in library.documents()}
    groups: dict[tuple[object, ...], list[Table]] = defaultdict(list)
    beside: dict[str, list[Table]] = defaultdict(list)
    for table in (full[one.id] for one in known if one.id in full and one.document_id in documents):
        groups[_signature(table)].append(table)
        beside[table.document_id].append(table)
    families = tuple(_family(group, documents, beside, store) for group in groups.values())
    return Catalogue(families, Lexicon(_all_words(families)))


def _all_words(families: Iterable[Family]) -> Iterable[str]:
    for family in families:
        yield from family.context
        for measure in family.measures:
            yield from measure.words
            yield from measure.description
            yield from words_of(measure.unit)
        for dimension in family.dimensions:
            yield from dimension.words
            yield from dimension.by_word


def _signature(table: Table) -> tuple[object, ...]:
    if table.addressing is Addressing.PAGE:
        return (table.id,)  # the same table in two documents is one fact twice
    labelled = tuple((c.role, words_of(" ".join(c.header))) for c in table.columns if c.role is not Role.VALUE)
    values = frozenset((column.measure.casefold(), column.unit, column.fixed) for column in table.having(Role.VALUE))
    if not labelled:
        return (labelled, values, bool(table.title) or None)
    return (labelled, values, _named_by_title(table))


def _named_by_title(table: Table) -> tuple[str, ...]:
    """Of a table whose columns leave it to the title what is measured, its words: "Elever 2022" is "Elever 2023"."""
    told = (column.measure for column in table.having(Role.VALUE))
    if table.having(Role.MEASURE) or any(one and not is_whole(one) for one in told):
        return ()
    beside = {*words_of(table.sheet), *(word for _, label in table.fixed for word in words_of(label))}
    title = _NUMBERED.sub("", captioned(table.title))
    return tuple(word for word in words_of(title) if word.isalpha() and word not in beside | VERSIONS)


def _family(
    tables: Sequence[Table],
    documents: dict[str, Document],
    beside: dict[str, list[Table]],
    store: TableStore | None,
) -> Family:
    owners = tuple(documents[table.document_id] for table in tables)
    slices = _slices(tables, owners)
    context: dict[str, float] = {}
    for table, document in zip(tables, owners, strict=True):
        _add(context, words_of(f"{table.title} {table.sheet}"), 0.85)
        _add(context, words_of(f"{document.title} {PurePosixPath(document.path).stem}"), 0.75)
        for other in beside[table.document_id]:
            _add(context, words_of(f"{other.title}"), 0.6)
        _add(context, words_of(" ".join(table.notes[:40])), 0.3)
    parts = tuple(_label_dimensions(tables, Role.PERIOD))
    for part in parts:
        _add(context, part.words, 0.9)
    measures = tuple(_measures(tables, units_of_labels(tables, store) if store is not None else {}))
    for measure in measures:
        _add(context, measure.words, 0.35)
    return Family(
        tables=tuple(tables),
        documents=owners,
        measures=measures,
        dimensions=(*_without_units(_label_dimensions(tables), measures), *_slice_dimensions(tables, slices)),
        slices=slices,
        parts=parts,
        context=context,
        periods=frozenset(period.iso for table in tables for period in _stated(table)),
        years=frozenset(year for table in tables for year in _years(table)),
        title=tuple(dict.fromkeys(word for table in tables for word in words_of(f"{table.title} {table.sheet}"))),
    )


def _without_units(dimensions: Iterable[Dimension], measures: Sequence[Measure]) -> Iterable[Dimension]:
    """Those that tell values apart: of measures in rows, the column that says in what they are does not."""
    rows = any(one.row is not None for one in measures)
    return (one for one in dimensions if not (rows and is_unit(one.name) and holds_units(one.labels)))


def _stated(table: Table) -> list[Period]:
    """The periods of the columns and of the table as a whole."""
    return [period for period in (table.period, *(column.period for column in table.columns)) if period is not None]


def _years(table: Table) -> Iterable[str]:
    texts = [period.iso for period in _stated(table)]
    texts += [label.text for column in table.having(Role.PERIOD) for label in column.labels]
    return (year for text in texts for year in _YEAR.findall(text))


def _add(context: dict[str, float], words: Iterable[str], worth: float) -> None:
    for word in words:
        context[word] = max(worth, context.get(word, 0.0))


def _measures(tables: Sequence[Table], units: Mapping[str, str]) -> Iterable[Measure]:
    groups: dict[tuple[object, ...], list[list[Column]]] = {}
    for at, table in enumerate(tables):
        for column in table.having(Role.VALUE):
            key = (column.measure.casefold(), column.unit, column.fixed)
            groups.setdefault(key, [[] for _ in tables])[at].append(column)
    for columns in groups.values():
        first = next(column for some in columns for column in some)
        kept = tuple(tuple(some) for some in columns)
        unit = first.unit or tables[0].unit
        told = spelt_out(
            f"{_PER.sub(' per ', first.measure)} {' '.join(label for _, label in first.fixed)}"
        ) or _unit_words(first)
        title = captioned(tables[0].title) or tables[0].sheet
        name = first.measure or (first.header[-1] if told else title)
        description = words_of(first.description)
        rows = _measure_rows(tables)
        for keys, label in rows:
            words = spelt_out(f"{_PER.sub(' per ', label)} {first.measure}")
            yield Measure(label, words, units.get(label) or _unit_of(label, unit), kept, (keys, label), description)
        if not rows:
            own = bool(told)
            unit = unit or ("antal" if not own and "antal" in words_of(title) else "")
            yield Measure(name, told if own else _said_by(title), unit, kept, None, description, own)

    yield Measure("", (), "antal", tuple(() for _ in tables), own=False, rows=True)


def _said_by(title: str) -> tuple[str, ...]:
    """The words of a title that say what is measured: not its number, what tells the values apart, and the years."""
    return tuple(
        dict.fromkeys(word for part in _NUMBERED.sub("", title).split(". ") for word in words_of(phrase_of(part)))
    )


def _unit_words(column: Column) -> tuple[str, ...]:
    """Of a header that is nothing but a unit ("Årsarbetare"), its words."""
    header = words_of(column.header[-1]) if column.header else ()
    return header if column.unit and set(header) <= set(words_of(column.unit)) - {"antal", "procent"} else ()


def _unit_of(label: str, unit: str) -> str:
    from indexer.tables.units import unit_in

    return unit_in(label) or unit


def _measure_rows(tables: Sequence[Table]) -> list[tuple[tuple[int, ...], str]]:
    columns = [table.having(Role.MEASURE) for table in tables]
    if not all(columns):
        return []
    labels = dict.fromkeys(label.text for some in columns for label in some[0].labels[:_MOST_MEASURE_LABELS])
    return [(tuple(some[0].key for some in columns), label) for label in labels]


def _label_dimensions(tables: Sequence[Table], *roles: Role) -> Iterable[Dimension]:
    places = [table.having(*(roles or (Role.DIMENSION, Role.CODE))) for table in tables]
    for same in zip(*places, strict=True):
        labels = tuple(dict.fromkeys(label.text for column in same for label in column.labels))
        totals = frozenset(label for column in same for label in column.totals)
        yield Dimension(
            same[0].name if same[0].header else "",
            words_of(" ".join(same[0].header)),
            tuple(column.key for column in same),
            labels,
            totals,
            all(column.complete for column in same),
            same[0].role is Role.CODE,
            codes_explained(labels, totals, tables),
        )


def _slices(tables: Sequence[Table], owners: Sequence[Document]) -> tuple[dict[str, str], ...]:
    found = [dict(table.fixed) for table in tables]
    names = Counter(table.document_id for table in tables)
    bare = without_number(list(dict.fromkeys(table.sheet for table in tables)))
    kinds = kinds_of([table.title or PurePosixPath(one.path).stem for table, one in zip(tables, owners, strict=True)])
    for labels, kind in zip(found, kinds, strict=False):
        labels.setdefault(*kind)
    held = Counter((table.document_id, table.sheet) for table in tables)
    titles = Counter((table.document_id, table.sheet, table.title) for table in tables)
    for table, labels in zip(tables, found, strict=True):
        if names[table.document_id] > 1 and table.sheet and table.sheet not in labels.values():
            several = held[table.document_id, table.sheet] > 1 == titles[table.document_id, table.sheet, table.title]
            labels[_SHEET] = captioned(table.title) if several and table.title else bare[table.sheet]
    return tuple(found)


def _slice_dimensions(tables: Sequence[Table], slices: Sequence[dict[str, str]]) -> Iterable[Dimension]:
    for name in dict.fromkeys(name for labels in slices for name in labels):
        labels = tuple(dict.fromkeys(one[name] for one in slices if name in one))
        totals = frozenset(label for label in labels if is_whole(_NUMBERED.sub("", label).strip()))
        titles = {one[name]: table.title for one, table in zip(slices, tables, strict=True) if name in one}
        said = sheets_titled(titles) if name == _SHEET and len(titles) > 1 else {}
        yield Dimension(name, words_of(name), tuple(-1 for _ in tables), labels, totals, others=said)
