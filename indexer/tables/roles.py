"""What each column of a table is for, by its header and the look of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.tables.grid import Look
from indexer.tables.model import Role
from indexer.tables.periods import is_part, is_whole_year, period_of
from indexer.tables.totals import is_total
from indexer.tables.units import unit_in

_CODE = re.compile(
    r"(?:kod|code|nummer|number|\bid|\bnr|\bsort|\bdnr|orgnr|löpnr|löpnummer|^konto(?:nr)?|^kst|kostnadsställe|"
    r"^rang|^rank|^placering)$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:år|year|läsår|månad|month|kvartal|quarter|tid|time|tidpunkt|period|datum|date|vecka|week|termin|tertial|"
    r"halvår|ar|manad|mätperiod|redovisningsår|verksamhetsår)\b",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?:datum|dag|date|månad|kvartal|vecka|termin|läsår|(?:mät|statistik|räkenskaps|budget|kalender|inkomst|boksluts|"
    r"undersöknings|uppföljnings|avtals|skol)år)$",
    re.IGNORECASE,
)
_LABELS = re.compile(r"(?:ålder|age|åldersgrupp|årskurs|klass|grupp|nivå|skala|födelseår)", re.IGNORECASE)
_MEASURES = re.compile(
    r"(?:uppgift(?:er)?|mått|nyckeltal|indikator(?:er)?|tabellinnehåll|variabel|mätetal|measure|indicator|kpi|"
    r"resultatmått|statistikvärde|tabelluppgift|contents?code|innehåll|benämning)",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"(?:anmärkning(?:ar)?|kommentar(?:er)?|not(?:er)?|note|notes|anm\.?|fotnot(?:er)?)", re.IGNORECASE
)
_LONG = 60  # characters; labels that are longer on the average are remarks
_UNITS = re.compile(r"(?:enhet|unit|måttenhet|sort|mätenhet|units?)", re.IGNORECASE)
_KEY = re.compile(r"[A-Z]{0,10}[\d_.-]*\d[A-Z\d]*", re.IGNORECASE)
_REPEATED = 3  # rows for each different text: such texts are labels, however long
_GENERIC = re.compile(r"(?:value|värden?|data|obs_?value|tal|v)", re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """What is seen of a column. header: its path; looks: cells by Look; numeric_years: PERIOD cells that are numbers.

    sample: some of its labels as text.
    """

    header: tuple[str, ...]
    looks: dict[Look, int]
    numeric_years: int
    sample: tuple[str, ...]
    first: bool = False

    @property
    def last(self) -> str:
        """The innermost header cell, words parted by blanks."""
        return self.header[-1].replace("_", " ").strip() if self.header else ""

    @property
    def filled(self) -> int:
        """Cells that are not blank."""
        return sum(count for look, count in self.looks.items() if look is not Look.BLANK)


def roles_of(shapes: Sequence[Shape], *, dated: bool = False) -> list[Role]:
    """The role of each column, seen beside the others. dated: the title says for which time the table holds."""
    roles = [_role(shape) for shape in shapes]
    known = dated or _dated_beside(shapes, roles)
    for at, shape in enumerate(shapes):
        if known and roles[at] is Role.PERIOD and not shape.first and not _heads_periods(shape):
            roles[at] = Role.DIMENSION  # "Byggstart", "Senaste tillsyn": when something was, not of when the values are
    labelled = any(role in (Role.DIMENSION, Role.PERIOD, Role.MEASURE) for role in roles)
    values = [at for at, role in enumerate(roles) if role is Role.VALUE]
    if not labelled and len(values) > 1:
        roles[values[0]] = Role.PERIOD if shapes[values[0]].numeric_years else Role.DIMENSION
        values = values[1:]
    unitless = not any(unit_in(cell) for at in values for cell in shapes[at].header)
    bare = bool(values) and all(_says_nothing(shapes[at]) for at in values)
    for at, role in enumerate(roles):
        if role is Role.DIMENSION and _measures(shapes[at], bare, unitless) and not _UNITS.fullmatch(shapes[at].last):
            roles[at] = Role.MEASURE
    measures = [at for at, role in enumerate(roles) if role is Role.MEASURE]
    if any(not _coded(shapes[at]) for at in measures):
        roles = [Role.CODE if at in measures and _coded(shapes[at]) else role for at, role in enumerate(roles)]
    return roles


def is_unit_header(text: str) -> bool:
    """Whether a column of this name says in what the values of a row are."""
    return _UNITS.fullmatch(text.replace("_", " ").strip()) is not None


def _heads_periods(shape: Shape) -> bool:
    return bool(_PERIOD.search(shape.last) or _DATES.search(shape.last))


def _dated_beside(shapes: Sequence[Shape], roles: Sequence[Role]) -> bool:
    """Whether a period column or the headers of values say of when the values are."""
    if any(role is Role.PERIOD and _heads_periods(shape) for shape, role in zip(shapes, roles, strict=True)):
        return True
    values = [shape for shape, role in zip(shapes, roles, strict=True) if role is Role.VALUE]
    return any(period_of(cell) is not None for shape in values for cell in shape.header)


def _coded(shape: Shape) -> bool:
    """Whether the labels are codes of measures ("N15033") that another column has in words."""
    return bool(shape.sample) and all(_KEY.fullmatch(label) for label in shape.sample)


def _role(shape: Shape) -> Role:
    looks = shape.looks
    texts, marks, periods = looks[Look.TEXT], looks[Look.MARK], looks[Look.PERIOD]
    numbers = looks[Look.NUMBER]
    if shape.filled and _names_periods(shape):
        return Role.PERIOD
    if _CODE.search(shape.last) and not (shape.header and unit_in(shape.last) == "antal"):
        return Role.CODE
    if shape.filled and periods > shape.numeric_years and periods == shape.filled - marks:
        return Role.PERIOD
    if shape.first and shape.filled and shape.numeric_years == shape.filled:
        return Role.PERIOD
    if _LABELS.fullmatch(shape.last) and (numbers or texts):
        return Role.DIMENSION
    if numbers + shape.numeric_years >= 2 * texts and numbers + shape.numeric_years:
        return Role.VALUE
    if not texts and not periods and (marks or shape.header):
        return Role.VALUE
    if _REMARKS.fullmatch(shape.last):
        return Role.NOTE
    if shape.first or _MEASURES.fullmatch(shape.last) or len(shape.sample) * _REPEATED <= shape.filled:
        return Role.DIMENSION
    length = sum(map(len, shape.sample)) / max(1, len(shape.sample))
    return Role.NOTE if length > _LONG else Role.DIMENSION


def _names_periods(shape: Shape) -> bool:
    """Whether header and cells agree that these are years, months ..."""
    if not _PERIOD.search(shape.last) or not shape.sample:
        return False
    single = [label for label in shape.sample if not is_total(label) and not is_whole_year(label)]
    fit = [label for label in single if period_of(label) or is_part(shape.last, label)]
    return bool(fit) and len(fit) >= 0.9 * len(single)


def _says_nothing(shape: Shape) -> bool:
    """Whether the header of a value column names only a period, or "value"."""
    words = [cell for cell in shape.header if not _GENERIC.fullmatch(cell.replace("_", " "))]
    return all(period_of(cell) is not None and len(cell) < 16 for cell in words)


def _measures(shape: Shape, bare: bool, unitless: bool) -> bool:
    """Whether the labels say what is measured: by the header, or by their units where nothing else does."""
    if _MEASURES.fullmatch(shape.last):
        return True
    units = {unit for label in shape.sample if (unit := unit_in(label))}
    held = [label for label in shape.sample if unit_in(label)]
    return (bare or unitless) and len(units) > 1 and len(held) * 2 >= len(shape.sample)
