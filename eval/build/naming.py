"""How tables, rows and columns are spoken of in a question, in Swedish and in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eval.build.table import PERIOD, Measure, Table, is_measure, is_period
from eval.number_words import ENGLISH_MONTHS, SWEDISH_MONTHS

NOUNS = {  # dimension: definite, definite plural; English singular and plural
    "kommun": ("kommunen", "kommunerna", "municipality", "municipalities"),
    "län": ("länet", "länen", "county", "counties"),
    "region": ("regionen", "regionerna", "region", "regions"),
    "nämnd": ("nämnden", "nämnderna", "committee", "committees"),
    "stadsdelsnämnd": ("stadsdelsnämnden", "stadsdelsnämnderna", "district committee", "district committees"),
    "stadsdel": ("stadsdelen", "stadsdelarna", "district", "districts"),
    "stadsdelsförvaltning": (
        "stadsdelsförvaltningen", "stadsdelsförvaltningarna", "district administration", "district administrations"),
    "förvaltning": ("förvaltningen", "förvaltningarna", "administration", "administrations"),
    "avdelning": ("avdelningen", "avdelningarna", "department", "departments"),
    "verksamhet": ("verksamheten", "verksamheterna", "service", "services"),
    "enhet": ("enheten", "enheterna", "unit", "units"),
    "skola": ("skolan", "skolorna", "school", "schools"),
    "område": ("området", "områdena", "area", "areas"),
    "yrkesgrupp": ("yrkesgruppen", "yrkesgrupperna", "occupational group", "occupational groups"),
    "målgrupp": ("målgruppen", "målgrupperna", "target group", "target groups"),
    "hustyp": ("hustypen", "hustyperna", "type of building", "types of building"),
    "utbildningsnamn": ("utbildningen", "utbildningarna", "programme", "programmes"),
    "utbildningsområde": ("utbildningsområdet", "utbildningsområdena", "field of education", "fields of education"),
}  # fmt: skip
ENGLISH = {
    "kön": "sex", "ålder": "age", "kvartal": "quarter", "månad": "month", "typ": "type", "beslut": "decision",
    "typ av huvudman": "type of school operator", "födelseregion": "region of birth", "studieform": "form of study",
    "läsår": "school year", "vecka": "week", "bakgrund": "background", "tid": "period", "år": "year",
}  # fmt: skip
_LONGEST_TITLE = 110
_MONTH = re.compile(r"^((?:19|20)\d\d)M(\d\d)$")
_QUARTER = re.compile(r"^((?:19|20)\d\d)[KQ]([1-4])$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_SCHOOL_YEAR = re.compile(r"^(?:19|20)\d\d/\d\d(?:\d\d)?$")
_ORDINALS = (("första", "first"), ("andra", "second"), ("tredje", "third"), ("fjärde", "fourth"))


@dataclass(frozen=True)
class Phrase:
    """The same words in both languages."""

    sv: str
    en: str

    def __add__(self, other: Phrase) -> Phrase:
        return Phrase(self.sv + other.sv, self.en + other.en)


def quoted(text: str) -> Phrase:
    """A name out of a document, in the quotation marks of each language."""
    plain = re.sub('[”“"]', "'", text).removeprefix("- ")
    return Phrase(f"”{plain}”", f'"{plain}"')


def listed(phrases: Sequence[Phrase]) -> Phrase:
    """a, b och c / a, b and c"""
    if len(phrases) == 1:
        return phrases[0]
    head = phrases[:-1]
    return Phrase(
        f"{', '.join(phrase.sv for phrase in head)} och {phrases[-1].sv}",
        f"{', '.join(phrase.en for phrase in head)} and {phrases[-1].en}",
    )


def references(tables: Sequence[Table]) -> dict[int, Phrase]:
    """What to call each table (by its place in the list) so that no other is meant: its title, else its file."""
    titled = {place: _titled(table) for place, table in enumerate(tables)}
    names = Counter(phrase.sv for phrase in titled.values() if phrase)
    found = {}
    for place, table in enumerate(tables):
        phrase = titled[place]
        if phrase and names[phrase.sv] == 1:
            found[place] = phrase
        else:
            found[place] = _by_file(table)
    return found


def _titled(table: Table) -> Phrase | None:
    if not table.title or len(table.title) > _LONGEST_TITLE:
        return None
    dated = any(measure.period for measure in table.measures)
    kept = [note for note in table.notes if "uttag" not in note and not (dated and re.search(r"\d{4}", note))]
    notes = f" ({'; '.join(kept)})" if kept else ""
    return Phrase("tabellen ", "the table ") + quoted(table.title) + Phrase(notes, notes)


def _by_file(table: Table) -> Phrase:
    file = Phrase("filen ", "the file ") + quoted(table.document.rsplit("/", 1)[-1])
    if not table.sheet:
        return file
    return Phrase("bladet ", "the sheet ") + quoted(table.sheet) + Phrase(" i ", " in ") + file


def measure_name(measure: Measure, members: Sequence[tuple[str, str]]) -> Phrase:
    """What is measured: the column's label and the members that say what is measured, else just "the value"."""
    said = [member for dimension, member in members if is_measure(dimension)]
    if measure.name.lower() in {"value", "värde", ""}:
        return quoted(said[0]) if said else Phrase("värdet", "the value")
    if said:
        return quoted(measure.name) + Phrase(" (", " (") + quoted(said[0]) + Phrase(")", ")")
    return quoted(measure.name)


def where(members: Sequence[tuple[str, str]]) -> Phrase:
    """Whose value it is: `kommun ”X” och kön ”Kvinnor”`."""
    named = [pair for pair in members if not is_measure(pair[0]) and not is_period(*pair)]
    return listed([member_phrase(*pair) for pair in named]) if named else Phrase("", "")


def member_phrase(dimension: str, member: str) -> Phrase:
    """One member with its dimension."""
    plain = dimension.lower() if dimension[1:] == dimension[1:].lower() else dimension
    nouns = NOUNS.get(plain)
    kind = Phrase(nouns[0], nouns[2]) if nouns else Phrase(plain, ENGLISH.get(plain, plain))
    return kind + Phrase(" ", " ") + quoted(member)


def members_phrase(dimension: str, members: Sequence[str]) -> Phrase:
    """Several members: `kommunerna ”A”, ”B” och ”C”`; without the noun where its plural is not known."""
    nouns = NOUNS.get(dimension.lower())
    head = Phrase(f"{nouns[1]} ", f"the {nouns[3]} ") if nouns else Phrase("", "")
    return head + listed([quoted(member) for member in members])


def which(dimension: str) -> Phrase:
    """vilken or vilket, after the noun's gender; vilket of what has no noun."""
    nouns = NOUNS.get(dimension.lower())
    return Phrase("vilken" if nouns and not nouns[0].endswith("t") else "vilket", "which")


def when(measure: Measure, members: Sequence[tuple[str, str]]) -> Phrase:
    """The period, with a blank before it; empty where there is none."""
    pairs = [pair for pair in members if is_period(*pair)]
    if measure.period:
        pairs.append(("år", measure.period))
    pairs.sort(key=lambda pair: PERIOD.match(pair[1]) is not None)  # the quarter before its year
    said = [period_phrase(*pair) for pair in pairs]
    head = " " if all(PERIOD.match(member) for _, member in pairs) else ", "
    if not said:
        return Phrase("", "")
    return Phrase(head + " ".join(phrase.sv for phrase in said), head + " ".join(phrase.en for phrase in said))


def period_phrase(dimension: str, member: str) -> Phrase:
    """år 2021, läsåret 2024/25, januari 2020, första kvartalet 2001."""
    if match := _MONTH.match(member):
        place = int(match[2]) - 1
        return Phrase(f"i {SWEDISH_MONTHS[place]} {match[1]}", f"in {ENGLISH_MONTHS[place]} {match[1]}")
    if match := _QUARTER.match(member):
        swedish, english = _ORDINALS[int(match[2]) - 1]
        return Phrase(f"{swedish} kvartalet {match[1]}", f"in the {english} quarter of {match[1]}")
    if _YEAR.match(member):
        return Phrase(f"år {member}", f"in {member}")
    if _SCHOOL_YEAR.match(member):
        return Phrase(f"läsåret {member}", f"in the school year {member}")
    return member_phrase(dimension, member)
