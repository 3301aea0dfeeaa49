"""Is every word of a question accounted for by a reading, and does the measure hold the kind of value asked for?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from indexer.language.tokens import stem
from qa.statistics.amounts import MONEY
from qa.statistics.catalogue import Family, Measure
from qa.statistics.columns_asked import chosen_columns
from qa.statistics.fillers import CARRIERS, FILLERS, POPULATION
from qa.statistics.fitting import TIMES, fits_unit
from qa.statistics.labels import LabelHit
from qa.statistics.match import Match
from qa.statistics.meeting import says_average
from qa.statistics.question import Asked, Term
from qa.statistics.verbs import is_joining
from qa.statistics.words import alike, root

_VAGUE: Final = 0.25  # weight of words that hardly say anything
_SURELY: Final = 0.85  # likeness of a word that names the measure
_SHORT: Final = 2
_PARTLY: Final = 0.5
_AGES: Final = frozenset("ålder åldersgrupp åldersklass age".split())
AGED: Final = POPULATION | {stem(word) for word in "barn children child unga ungdomar youth boende pensionärer".split()}

_MONEY_WORDS: Final = tuple(
    """kostnad utgift belopp budget utfall prognos intäkt hyra lön arvode pris avgift skuld resultat avvikelse bidrag
    bistånd ersättning anslag kronor ekonomi investering skatt likviditet cost expenditure revenue amount""".split()
)
_TIME_WORDS: Final = tuple(
    "tid tider dagar månader veckor timmar minuter dygn ålder time age days hours duration".split()
)
_TIME_PHRASES: Final = frozenset(
    ("school year", "school years", "academic year", "academic years", "calendar year", "financial year", "fiscal year")
)
_AREAS: Final = frozenset("kommun kommuns kommunen kommunens stad stads region regionen municipality city".split())
_ALL: Final = re.compile(r"\b(?:all|alla|samtliga|every|oavsett|regardless\sof)\s$", re.IGNORECASE)
_KINDS: Final = frozenset(
    stem(word) for word in "slag sort sorter typ typer åldrar kinds sorts types ages categories".split()
)
_RANKED: Final = frozenset(("first", "först", "single", "efter"))  # "highest first", "the single largest"
_WHOM: Final = frozenset(
    stem(word)
    for word in """anställda medarbetare medarbetarna arbetstagare brukare brukarna mottagare användare kunder kund
    deltagare employees staff workers workforce recipients users customers clients participants""".split()
)
"""Whom a measure is of that names something else; where they are counted they are what is asked for."""
_JOINED: Final = 4  # letters between a name and what it is of: " of "
_BRACKETS: Final = re.compile(r"(?:\s\w+)?\s\((?P<inside>[^)]+)\)")  # at most a word away
_PARTICIPLE: Final = re.compile(r"(?:ade|[lngr]da|[pks]ta|[gt]na|iga)$")


def unaccounted(asked: Asked, match: Match) -> tuple[Term, ...]:
    """The words of the question that nothing of the reading stands for and that are not mere filling."""
    left = left_over(asked, match)
    if len(left) == 1 and not left[0].name and _is_participle(match.measure) and _is_named(match):
        return ()
    return tuple(left)


def left_over(asked: Asked, match: Match) -> list[Term]:
    """The same, also where the measure leaves out what it is of."""
    named = len(asked.quotes) > 1  # what is asked for stands in quotation marks: other words only join it
    terms = [term for term in match.unmet if term.quoted or not named]
    return [term for term in terms if term.weight > _VAGUE and not _is_filling(asked, match, term)]


def _is_filling(asked: Asked, match: Match, term: Term) -> bool:
    if asked.chosen is not None and asked.terms[asked.chosen] is term and chosen_columns(asked, match):
        return True
    if (
        is_joining(asked, match, term)
        or is_filler(term)
        or is_gloss(asked, match, term)
        or _in_labels(match, term)
        or is_beside(asked, match, term)
        or _is_of_name(asked, match, term)
        or _is_all_of(asked, match, term)
        or (asked.has("highest", "lowest") and term.text.lower() in _RANKED)
    ):
        return True
    if asked.cues.get("priced") == term.start and match.measure.unit.split(" ")[0] in MONEY:
        return True  # "dyrast"
    if asked.has("mean") and says_average(term.text):
        return True
    words = term.text.lower().split()
    if len(words) == 1 and stem(words[0]) in AGED and any(is_age(hit) for hit in match.labels):
        return True
    counted = asked.counted is not None and asked.terms[asked.counted] is term and asked.unit == "antal"
    if asked.has("share") and match.measure.unit not in ("procent", "promille"):
        return False  # a share of inhabitants cannot be worked out of those whom the table counts
    return not counted and len(words) == 1 and stem(words[0]) in POPULATION | _WHOM and _is_named(match)


def _is_of_name(asked: Asked, match: Match, term: Term) -> bool:
    """ "Viks kommun", "Vik municipality", "the municipality of Vik": what kind of place it is whose name is met."""
    if term.text.lower() not in _AREAS:
        return False
    at = asked.terms.index(term)
    beside = (asked.terms[other] for other in (at - 1, at + 1) if 0 <= other < len(asked.terms))
    return any(
        one.name
        and one not in match.unmet
        and abs(one.start - term.end if one.start > term.start else term.start - one.end) <= _JOINED
        for one in beside
    )


def _is_all_of(asked: Asked, match: Match, term: Term) -> bool:
    """ "all ages", "alla slag": what tells rows apart is said not to matter."""
    if _ALL.search(asked.text[: term.start]) is None:
        return False
    ways = [words[0] for words, _ in term.alternatives if len(words) == 1]
    names = [word for one in match.family.dimensions for word in one.words]
    return stem(term.text.lower()) in _KINDS or any(alike(way, word) >= _SURELY for way in ways for word in names)


def is_age(hit: LabelHit) -> bool:
    """Does the label say how old they are, who are counted?"""
    return not _AGES.isdisjoint(hit.dimension.words) or "år" in hit.dimension.words_in(hit.label)


def is_filler(term: Term) -> bool:
    """Does the term say nothing of what is measured?"""
    words = term.text.lower().split()
    if term.text.lower() in _TIME_PHRASES:
        return True
    return all((len(word) < _SHORT and word.isalpha()) or stem(word) in FILLERS or word in CARRIERS for word in words)


def is_gloss(asked: Asked, match: Match, term: Term) -> bool:
    """ "after-school centre (fritidshem)": said again in brackets, or what the brackets say again."""
    at = asked.terms.index(term)
    if _is_said_again(asked, match, term):
        return True
    opened = asked.text[: term.start].rstrip().endswith("(") and asked.text[term.end :].lstrip().startswith(")")
    return opened and at > 0 and asked.terms[at - 1] not in match.unmet


def _is_said_again(asked: Asked, match: Match, term: Term) -> bool:
    """ "the book bus (Bokbussen)", "två veckor (14 dagar)": the brackets behind it hold what the reading has."""
    found = _BRACKETS.match(asked.text[term.end :])
    if found is None:
        return False
    start, end = (term.end + place for place in found.span("inside"))
    inside = [one for one in asked.terms if start <= one.start < end]
    return bool(inside) and all(one not in match.unmet for one in inside)


def _in_labels(match: Match, term: Term) -> bool:
    """Is it a word, hardly the telling one, of a label that the question names by others?"""
    ways = [words[0] for words, _ in term.alternatives if len(words) == 1]
    held = [word for hit in match.labels for word in hit.dimension.words_in(hit.label)]
    return any(alike(way, word) > _PARTLY for way in ways for word in held)


def _is_named(match: Match) -> bool:
    """Does the question say a word of the measure itself?"""
    return any(match.met.get(at, 0.0) >= _SURELY for at in match.chief)


def is_beside(asked: Asked, match: Match, term: Term) -> bool:
    """Does it name another measure of the table, to which this one is compared or of which it is a share?"""
    if not asked.has("difference", "other", "share", "whole"):
        return False
    ways = [words[0] for words, _ in term.alternatives if len(words) == 1]
    held = {word for one in match.family.measures for word in one.telling}
    return any(alike(way, word) > _SURELY for way in ways for word in held)


def _is_participle(measure: Measure) -> bool:
    """ "Färdigställda", "Behöriga": the header says what is done and leaves out what it is done to."""
    return bool(measure.telling) and all(_PARTICIPLE.search(word) for word in measure.telling)


def holds_kind(asked: Asked, measure: Measure, family: Family) -> bool:
    """Are the values of the kind asked for: money, time? A unit that is not stated must show in the words.

    Those of the title count where no other column says that it holds the kind.
    """
    wanted = _MONEY_WORDS if asked.unit in MONEY else _TIME_WORDS if asked.unit == "dagar" else ()
    if not wanted or (measure.unit and fits_unit(asked.unit, measure.unit)):
        return True
    if measure.unit and (measure.unit.split(" ")[0] in MONEY or measure.unit in TIMES or measure.unit == "procent"):
        return False
    if _says_kind(wanted, measure.words) or (not measure.own and _says_kind(wanted, family.titles)):
        return True
    others = [one for one in family.measures if one is not measure and not one.rows]
    told = any((one.unit and fits_unit(asked.unit, one.unit)) or _says_kind(wanted, one.words) for one in others)
    return not told and not measure.unit and _says_kind(wanted, family.title)


def _says_kind(wanted: Iterable[str], words: Iterable[str]) -> bool:
    ends = tuple(root(word) for word in wanted)
    return any(root(word).endswith(ends) or root(word).startswith(ends) for word in words)


def works_out(asked: Asked, match: Match) -> bool:
    """Can the unit asked for be worked out from the one there is: percent of a change or of a whole?"""
    if asked.unit == "procent":
        return asked.has("change", "share") or len(match.labels) > 1
    return bool(asked.threshold) or (asked.unit == "antal" and asked.has("difference", "change", "highest", "lowest"))
