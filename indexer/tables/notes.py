"""What titles and notes say of a table: its period, its unit, what its marks and columns mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indexer.figures.period import Period
from indexer.tables.cells import fold
from indexer.tables.periods import period_of
from indexer.tables.units import unit_in

_CHOSEN = re.compile(r"\b(?:valt|vald|avser|period|mätperiod|redovisningsår|läsår|år)\b[^:]*:?\s", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"\b(?:uttag|uttagsdatum|uppdater\w*|källa|skapad|publicer\w*|fr\.?\s?o\.?\s?m\.?|från och med|sedan|inrättad\w*|"
    r"hämtad\w*|senast|revider\w*|extracted|updated|source)\b|\d{4}\s?[-–](?!\s?\d)",
    re.IGNORECASE,
)
_DECLARES = re.compile(
    r"^(?:belopp|enhet|unit|alla belopp|anges|redovisas|tusental|miljoner|tkr|mnkr|mkr|kronor|procent)", re.IGNORECASE
)
_MARK = r"(?:\.\.|(?<![\w.])\.(?![\w.])|(?<!\w)[-–](?!\w)|(?<!\w)[xX](?!\w)|\*)"
_EXPLAINED = re.compile(
    rf"(?:^|[\s(\"”']){_MARK}[)\"”']?\s*(?:=|:|betyder|innebär|anger|står för|markerar|means)", re.IGNORECASE
)
_SPELLED = (
    ("..", re.compile(r"dubbelprick|två prickar|dubbla punkter|\(\.\.\)|två punkter", re.IGNORECASE)),
    (".", re.compile(r"en prick|enkelprick|en punkt|\(\.\)", re.IGNORECASE)),
    ("-", re.compile(r"streck|\([-–]\)", re.IGNORECASE)),
    ("~100", re.compile(r"~\s?100|ungefär 100", re.IGNORECASE)),
    ("", re.compile(r"\b(?:tomt? (?:fält|cell|ruta|rutor)|tomma (?:fält|celler|rutor)|blank)\b", re.IGNORECASE)),
)
_NAME_CHARACTERS = 40
_BY = re.compile(r"\b(?:efter|by)\s([^.:()]{3,120})", re.IGNORECASE)
_LISTED = re.compile(r",\s*|\s+(?:och|and|samt)\s+")
_PARTS = re.compile(rf"(?=(?<!\S){_MARK}\s*=)")
_LAST = re.compile(r"\.\s+(?=[A-ZÅÄÖ])")  # "Avser 2024. Kön: Totalt"
_SENTENCE = re.compile(r"(?<=[a-zåäö)]\.)\s+(?=[A-ZÅÄÖ~.])")


def stated_period(lines: Iterable[str]) -> Period | None:
    """The period for which the lines say that the table holds; the first line that chooses one, else the only one."""
    found = [
        (bool(_CHOSEN.match(line)), period) for line in lines
        if len(line) < 200 and not _OTHER_DATE.search(line) and (period := period_of(line))
        and period.precision != "week"
    ]  # fmt: skip
    chosen = [period for choice, period in found if choice] or [period for _, period in found]
    return chosen[0] if chosen else None


def stated_dimensions(lines: Iterable[str]) -> list[str]:
    """The names in "Folkmängd efter region, kön och år": of label columns without a header, in their order."""
    for line in lines:
        if found := _BY.search(line):
            return [name.strip() for name in _LISTED.split(found.group(1)) if name.strip()]
    return []


def stated_labels(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What lines such as "Typ av huvudman: Kommunal" say of every row, (dimension, label)."""
    found = []
    for line in lines:
        name, colon, label = (part.strip() for part in line.partition(":"))
        name = _LAST.split(name)[-1]
        short = colon and label and max(len(name), len(label)) <= _NAME_CHARACTERS and "//" not in line
        if short and not period_of(label) and not unit_in(label, strict=True) and not _OTHER_DATE.search(name):
            found.append((name, label))
    return tuple(found)


def stated_unit(titles: Sequence[str], sheet: str, notes: Iterable[str]) -> str:
    """The unit that title, sheet name or a note declares for all values."""
    for line in titles:
        if unit := unit_in(line, strict=True):
            return unit
    if unit := unit_in(sheet, strict=True):
        return unit
    return next((unit for line in notes if _DECLARES.match(line) and (unit := unit_in(line, strict=True))), "")


def marks_of(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What the lines say that marks mean, (mark, sentence); "" is the blank cell."""
    found: dict[str, str] = {}
    for line in lines:
        for sentence in _sentences(line):
            for mark in _marks_in(sentence):
                found.setdefault(mark, sentence)
    return tuple(found.items())


def descriptions_of(lines: Iterable[str], headers: Iterable[str]) -> dict[str, str]:
    """{folded header: explanation} from lines of the form "term: explanation"."""
    wanted = {_bare(header) for header in headers}
    found: dict[str, str] = {}
    for line in lines:
        term, colon, explanation = line.partition(":")
        if colon and _bare(term) in wanted and explanation.strip():
            found.setdefault(_bare(term), explanation.strip())
    return found


def description_for(found: dict[str, str], header: Sequence[str]) -> str:
    """That of a column, by its innermost header that has one."""
    return next((found[_bare(cell)] for cell in reversed(header) if _bare(cell) in found), "")


def _bare(text: str) -> str:
    return fold(text).strip(" #*-–:").casefold()


def _sentences(line: str) -> list[str]:
    parts = [part.strip(" ;,") for part in _PARTS.split(line) if part.strip(" ;,")]
    return [sentence for part in parts for sentence in (_SENTENCE.split(part) if len(part) > 60 else [part])]


def _marks_in(sentence: str) -> list[str]:
    if found := _EXPLAINED.search(sentence):
        mark = re.search(_MARK, found.group())
        return [mark.group().replace("–", "-")] if mark else []
    return [mark for mark, pattern in _SPELLED if pattern.search(sentence)]
