"""The tables of a library as a question sees them: families of like tables, their measures, dimensions and words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indexer.language.tokens import fold
from indexer.model import Document
from indexer.tables.model import Column, Table
from indexer.tables.periods import period_of
from qa.statistics.words import Lexicon, beginnings, root, words_of

_NEUTRAL = frozenset(
    "helår helåret totalt total totala samtliga alla summa antal antalet andel andelen procent value värde varde "
    "uppgift genomsnittligt genomsnittlig genomsnitt medel och per i av med som den det för till på 1.0".split()
)
YES = frozenset("ja yes x j sant true".split())
_OF_MEASURES = 0.5  # worth of words that stand in notes or in measures only
_OF_ITS_OWN = 0.7
_FEWEST = 3
_SOME = 20  # labels that are looked at
_COMMON = 0.05  # rarity of a word that all labels have
_PEOPLE = frozenset("kön ålder åldersgrupp bakgrund ursprung födelseregion målgrupp sex gender age".split())
_SEX = frozenset("kön sex gender kon".split())
_SEXES = {"K": "kvinnor", "M": "män", "T": "totalt", "F": "kvinnor"}
_DIVISORS = frozenset(
    root(word)
    for word in """elev elever invånare hushåll brukare plats barn årsarbetare person anställd anställda kvadratmeter
    kvm m2 dygn capita kvadratkilometer hektar lärare pupil student inhabitant household user child employee
    hemtjänsttagare vårdtagare
    familj timme kilometer km mil kwh ton liter besök lån bok resa ärende styck lägenhet bostad patient""".split()
)
_ALL = frozenset("totalt total totala summa samtliga alla".split())
_UNIT_WORDS = frozenset("kg ton kr tkr mnkr kwh mwh gwh liter m3 m2 st stycken km mil timmar".split())
_BRACKETED = re.compile(r"\([^()]*\)")
_PLACES = frozenset("i på av efter per med för hos vid inom in of by at".split())
_NEGATIVE = frozenset("ej inte icke utan saknar saknade obehöriga not without".split())


@dataclass(frozen=True, eq=False)
class Dimension:
    """What rows can be told apart by.

    keys: of the column in each table of the family; -1 where the table itself stands for a label (`Family.slices`).
    others: other ways to say a label, each as its words: what notes explain of a code, what a sheet's title says.
    """

    name: str
    words: tuple[str, ...]
    keys: tuple[int, ...]
    labels: tuple[str, ...]
    totals: frozenset[str]
    complete: bool = True
    code: bool = False
    others: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @cached_property
    def exact(self) -> dict[str, str]:
        """The labels by how they are written, case and white space aside."""
        return {fold(label.removeprefix("- ")): label for label in reversed(self.labels)} | {
            fold(label): label for label in reversed(self.labels)
        }

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        """Places of the labels that hold a word."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, label in enumerate(self.labels):
            for word in dict.fromkeys(word for words in self.ways(label) for word in words):
                found[word].append(at)
        return dict(found)

    def words_in(self, label: str) -> tuple[str, ...]:
        """The words of a label; of the letters that stand for women, men and all in columns of sex, what they mean."""
        if label.upper() in _SEXES and not _SEX.isdisjoint(self.words):
            return (_SEXES[label.upper()],)
        return words_of(label)

    def ways(self, label: str) -> tuple[tuple[str, ...], ...]:
        """The words of a label, without what its brackets add where they tell no labels apart, and other ways."""
        bare = (self._bare[label],) if label in self._bare else ()
        return (self.words_in(label), *bare, *self.others.get(label, ()))

    @cached_property
    def _bare(self) -> dict[str, tuple[str, ...]]:
        """Label -> its words without brackets ("Skadegörelse (12 kap.)"), where no other label has the same."""
        words = {label: words_of(_BRACKETED.sub(" ", label)) if "(" in label else () for label in self.labels}
        held = Counter(some or self.words_in(label) for label, some in words.items())
        return {label: some for label, some in words.items() if some and held[some] == 1}

    def rarity(self, word: str) -> float:
        """How well a word tells the labels apart, 0..1."""
        many, having = len(self.labels), len(self.by_word.get(word, (0,)))
        if 1 < many == having:
            return _COMMON
        return math.log(1 + many / having) / math.log(1 + many)

    @property
    def is_flag(self) -> bool:
        """Whether it says yes or no of a row."""
        return len(self.labels) <= 2 and any(label.strip().lower() in YES for label in self.labels)

    @cached_property
    def is_dated(self) -> bool:
        """Whether its labels are days or months: when something was, by which nothing is told apart unasked."""
        some = self.labels[:_SOME]
        dates = sum(label[:4].isdigit() and period_of(label) is not None for label in some)
        return bool(some) and dates * 2 > len(some)

    @property
    def of_tables(self) -> bool:
        """Whether the tables themselves stand for its labels."""
        return -1 in self.keys


@dataclass(frozen=True, eq=False)
class Measure:
    """Something that a family has values of.

    columns: for each table of the family, those with the values (one for each period). row: of a table whose rows say
    what they measure, the label of that column: (key in each table, label).
    """

    name: str
    words: tuple[str, ...]
    unit: str
    columns: tuple[tuple[Column, ...], ...]
    row: tuple[tuple[int, ...], str] | None = None
    description: tuple[str, ...] = ()
    own: bool = True  # the words are those of its header, not the title's
    rows: bool = False  # no values: what is counted are the rows

    @cached_property
    def exact(self) -> dict[str, Column | None]:
        """The ways in which its headers write it, case and white space aside, each with its column where it has one."""
        names: dict[str, Column | None] = {fold(self.name.removeprefix("- ")): None, fold(self.name): None}
        for column in (column for some in self.columns for column in some):
            names |= {
                fold(cell): column
                for cell in (*column.header, *(join.join(column.header) for join in (", ", " ", ": ")))
            }
            names.setdefault(fold(column.measure), None)
        return {name: column for name, column in names.items() if name}

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that say what is measured, without "totalt", "antal" and the like."""
        return tuple(word for word in self.words if word not in _NEUTRAL)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What its words begin with."""
        return beginnings([*self.words, *self.description, *words_of(self.unit)])

    @cached_property
    def per(self) -> frozenset[str]:
        """The words behind "per": what values are divided by, which is not what they measure."""
        at = self.words.index("per") if "per" in self.words[1:] else len(self.words)
        return frozenset(self.words[at + 1 :]) - set(self.words[:at])

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of its columns where each of them names one."""
        stated = [column.period for some in self.columns for column in some]
        known = [period for period in stated if period is not None]
        return (
            frozenset(one[:4] for period in known for one in (period.start, period.end))
            if len(known) == len(stated)
            else frozenset()
        )

    @property
    def divided(self) -> bool:
        """Whether its values are of something for each of others, and no amounts: "per elev", not "per kvartal"."""
        at = self.words.index("per") if "per" in self.words[:-1] else -1
        behind = self.words[at + 1] if at >= 0 else ""
        return behind[:1].isdigit() or (bool(behind) and root(behind) in _DIVISORS)

    @property
    def negative(self) -> bool:
        """Whether it counts those who are not or do not."""
        return not _NEGATIVE.isdisjoint(self.words)

    @property
    def is_ratio(self) -> bool:
        """Whether it is one thing in percent of another: "Kvinnors lön i procent av mäns"."""
        return self.unit == "procent" and "procent av" in " ".join(self.words)

    @property
    def is_plain(self) -> bool:
        """Whether its header says only "totalt" and in what: of a table whose title says what is measured."""
        said = set(self.telling) - self.per - _UNIT_WORDS - set(words_of(self.unit))
        return self.own and not self.rows and not _ALL.isdisjoint(self.words) and not said

    @property
    def things(self) -> tuple[str, ...]:
        """The things that "och" joins in its header, before what narrows them: "Dödade och skadade i trafiken"."""
        at = next((at for at, word in enumerate(self.words) if word in _PLACES), len(self.words))
        return tuple(word for word in self.words[:at] if word in self.telling) if "och" in self.words[:at] else ()

    @property
    def telling_apart(self) -> tuple[str, ...]:
        """The telling words without those of the unit ("per elev")."""
        return tuple(word for word in self.telling if word not in self.unit.split())


@dataclass(frozen=True, eq=False)
class Family:
    """Tables of the same columns, such as those of two years or of three sheets.

    parts: the columns that name the period of a row or part of it.
    slices: for each table, the labels by which it differs from the others: {dimension: label}.
    context: words of titles, sheets, file names and notes with what a match there is worth.
    years: that its periods are in, as far as columns and labels tell. periods: those of its columns and titles, ISO.
    """

    tables: tuple[Table, ...]
    documents: tuple[Document, ...]
    measures: tuple[Measure, ...]
    dimensions: tuple[Dimension, ...]
    slices: tuple[dict[str, str], ...]
    parts: tuple[Dimension, ...] = ()
    context: dict[str, float] = field(default_factory=dict)
    years: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    title: tuple[str, ...] = ()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The words of titles, sheets and names of files, of the tables beside it too."""
        return tuple(word for word, worth in self.context.items() if worth > _OF_MEASURES)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of its own title, sheet and file."""
        return frozenset(word for word, worth in self.context.items() if worth >= _OF_ITS_OWN)

    def lists(self, dimension: Dimension) -> bool:
        """Whether each row of its one table has a label of its own in the dimension, as a list of things has."""
        if len(self.tables) > 1 or not dimension.complete or len(dimension.labels) < _FEWEST:
            return False
        table = self.tables[0]
        return len(dimension.labels) == table.rows == sum(one.count for one in table.column(dimension.keys[0]).labels)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What the words of its titles and labels begin with."""
        return beginnings([*self.titles, *(word for one in self.dimensions for word in (*one.words, *one.by_word))])


@dataclass(frozen=True)
class Catalogue:
    """Every family, and the lexicon of all their words."""

    families: tuple[Family, ...]
    lexicon: Lexicon

    @cached_property
    def measured(self) -> frozenset[str]:
        """The words by which the headers of some table say what it measures."""
        return frozenset(
            word
            for family in self.families
            for one in family.measures
            if one.own
            for word in one.telling
            if word.isalpha()
        )

    def beside(self, family: Family) -> frozenset[str]:
        """The words by which the other tables of a family's documents say what they measure."""
        return frozenset().union(*(self._measured_in.get(one.id, frozenset()) for one in family.documents))

    @cached_property
    def _measured_in(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for family in self.families:
            told = {word for one in family.measures if one.own for word in one.telling if word.isalpha()}
            for document in family.documents:
                found[document.id] |= told
        return {name: frozenset(words) for name, words in found.items()}

    @cached_property
    def single_labels(self) -> frozenset[str]:
        """Labels of one word by which some table tells people apart, such as "kvinnor"."""
        return frozenset(
            words[0]
            for family in self.families
            for dimension in family.dimensions
            if not _PEOPLE.isdisjoint(dimension.words)
            for label in dimension.labels
            if label not in dimension.totals and len(words := words_of(label)) == 1 and words[0].isalpha()
        )
