"""What a question asks to have worked out: the operation, and the slots that its operands are to fill.

Rules fill the plan; nothing of it is free text that is run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indexer.figures import Period
from qa.compute.slots import Slot, ends, entities, listed_periods, named
from qa.query import FIGURES, Query, Wants
from qa.read.matching import Weighed, weigh


class Operation(StrEnum):
    """What is done with the operands."""

    CHANGE = "change"  # of one thing between two times
    DIFFERENCE = "difference"  # between two things
    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"
    PRODUCT = "product"  # of a rate and how many it is given for
    REST = "rest"  # a whole less the part that is the opposite of what is asked for
    AFTER = "after"  # a level and the rise of it
    SPREAD = "spread"  # between the highest and the lowest of a group
    OVER = "over"  # outcome or forecast against budget
    BOTH = "both"  # the sum of two things, between two times
    DECIDED = "decided"  # what was decided against what was proposed
    COVER = "cover"  # an income against the cost that it is to cover


@dataclass(frozen=True)
class Plan:
    """operation; slots: what each operand must be, in order; about: the question's other words.

    percent: the result is wanted in percent. times: as "how many times". since: the time that a change is counted
        from, where only that is named.
    """

    operation: Operation
    slots: tuple[Slot, ...] = ()
    about: tuple[Weighed, ...] = ()
    percent: bool = False
    since: Period | None = None
    times: bool = False

    @property
    def words(self) -> tuple[Weighed, ...]:
        """Everything that the question is about."""
        return (*self.about, *(item for slot in self.slots for item in slot.words))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


_HIGH: Final = _pattern(
    r"längsta?|högsta?|störst\w*|flest|mesta?|dyrast\w*|longest|highest|largest|biggest|most|maximum"
)
_LOW: Final = _pattern(r"kortast\w*|lägsta?|minst\w*|färst|billigast\w*|shortest|lowest|smallest|least|fewest|minimum")
_WHICH: Final = re.compile(r"^(?:i |in )?(?:vilken|vilket|vilka|which)\b", re.IGNORECASE)
_AFTER: Final = _pattern(
    r"efter (?:den )?(?:\w+ )?(?:höjning\w*|sänkning\w*|ökning\w*|minskning\w*)"
    r"|after (?:the |an? )?(?:\w+ )?(?:increase|raise|rise|reduction|cut|decrease)"
)
_COVER: Final = re.compile(
    r"\b(?:täck(?:te|er|t|a)|cover(?:ed|s)?)\b.*\b(?:kostnad\w*|utgift\w*|costs?|expenses?)\b"
    r"|\b(?:kostnad\w*|utgift\w*|costs?|expenses?)\b.*\b(?:täckt\w*|täcks|covered)\b",
    re.IGNORECASE,
)
_OF_BOTH: Final = _pattern(r"båda|bägge|both")
_PROPOSED: Final = re.compile(
    r"\bän (?:vad )?(?:\w*förvaltningen|\w*kontoret|\w*direktören|tjänstemännen)\b.*"
    r"\b(?:ville|föresl\w+|begär\w+|äska\w+|önska\w+|tänkte)"
    r"|\bän (?:i )?(?:\w*förvaltningens |kontorets |det ursprungliga )?förslag(?:et)?\b"
    r"|\bthan (?:what )?the (?:administration|office|officials|director|department)\b.*"
    r"\b(?:want|propos|ask|request|suggest)\w*|\bthan (?:the )?(?:\w+ )?propos(?:ed|al)\b",
    re.IGNORECASE,
)
_SHARE: Final = _pattern(
    r"andel(?:en)?|hur stor del|procent av|share|proportion|fraction|what part|percentage|per ?cent of"
)
_WHAT_SHARE: Final = _pattern(
    r"(?:hur stor|vilken) (?:andel|del)|(?:what|which) (?:share|proportion|fraction|part|percentage)"
)
_OVER: Final = _pattern(
    r"(?:över|utöver|mot|jämfört med|under) (?:periodens |sin |årets )?budget(?:en)?|budgetöverskridande\w*"
    r"|överskr[ie]d\w*|dra(?:git|r) över|drog över|spräck\w*"
    r"|(?:over|under|above|below|against|beyond) (?:its |the )?(?:\d+ )?budget"
    r"|overr[au]n\w*|exceed\w*|overspen[dt]\w*|budgetavvikelse\w*"
    r"|mellan budget och (?:utfall|prognos)|between (?:the )?budget and (?:the )?(?:outcome|forecast|actual\w*)"
)
_SUM: Final = _pattern(
    r"tillsammans|sammanlagt|sammanlagda?|sammantaget|ihop|totalt|summan|together|combined|in total|altogether|the sum"
    r"|in all|total|inräknat|counting(?! (?:the )?first)"
)
_MEAN: Final = _pattern(
    r"i genomsnitt|genomsnittlig\w*|i snitt|i medel|i medeltal|medelvärdet?|on average|average|mean"
)
_CHANGES: Final = _pattern(
    r"öka\w*|ökning\w*|minska\w*|minskning\w*|förändra\w*|förändring\w*|försämra\w*|försämring\w*|förbättra\w*|ändra\w*"
    r"|steg|stigit|stiga|sjönk|sjunkit|sjunka|föll|fallit|växt|växte|gått (?:upp|ned|ner)|gick (?:upp|ned|ner)"
    r"|krymp\w*|krympt|tappa\w*|dyrare|billigare|fler|färre|mer|mindre|större|högre|lägre|längre|kortare|bättre|sämre|värre|skillnad\w*|skilj\w*|skilde"
    r"|jämför(?:t|a|)?|utveckla\w*|differ\w*|compared?|rise|rose|risen|fell|fall|fallen|drop\w*|increas\w*|decreas\w*|change\w*"
    r"|worsen\w*|improv\w*|more|fewer|less|higher|lower|larger|smaller|longer|shorter|worse|better|grow|grew|grown"
    r"|cheaper|dearer|decline\w*|reduc\w*|shr[iau]nk\w*|lose|loses|lost"
    r"|(?:go|goes|gone|went|going) (?:up|down)|below|above"
)
_QUANTITY: Final = _pattern(r"antal(?:et)?|number of|hur många|how many|hur mycket|how much|procent|percent")
_TOLD_BY: Final = re.compile(
    r"\b(?:[Ee]nligt|[Aa]ccording to|[Gg]oing by)\s((?:[A-ZÅÄÖ][\w-]+?(?:['’]s|s)?\s?)+)(?=[\s,?.]|$)"
)
_BRACKET: Final = re.compile(r"\([^()]*,[^()]*\)")
_TIMES: Final = re.compile(
    r"\bhur många gånger (?:\w+(?:are|re)|fler|mer|så|högre|större)\b|\bhow many times (?:\w+er|more|as)\b",
    re.IGNORECASE,
)
_SINCE: Final = _pattern(r"sedan|since")
_STOPPED: Final = _pattern(
    rf"{_HIGH.pattern}|{_LOW.pattern}|{_AFTER.pattern}|{_SHARE.pattern}|{_SUM.pattern}|{_MEAN.pattern}|{_CHANGES.pattern}"
    r"|budget\w*|överskr\w+|spräck\w*|overr[au]n\w*|exceed\w*|overspen\w*|dragit|drog|mellan|between|båda|both|än|than"
    r"|stor|stort|stora|hur|vad|blir|become\w*|mycket|många|med|procent|procentenheter|percent\w*|points?|kronor|kr|tkr"
    r"|genomsnitt|snitt|medeltal|medel|plats|place|sätt|gång|efter|after|calculated|räknat|alla|all|de|del|dem|those|låg|ligger|landade|hamnade|lay|landed|ge|säg|say|whether|hälften|half|jämför\w*"
    r"|compar\w*(?: with| to)?|adds?(?: up)?(?: to)?|helår\w*|full year|turn(?:ed)? out"
)
COMPLEMENTS: Final = (
    (
        _pattern(r"tillsatta?|besatta?|bemannade?|på plats|filled|staffed|in place|present"),
        _pattern(r"vakan\w+|saknas|saknades|obesatt\w*|tom|tomma|vacan\w+|missing|unfilled|empty"),
    ),
    (
        _pattern(r"kvar|i tjänst|remain(?:s|ed|ing)?|still (?:in|at)"),
        _pattern(r"saknas|saknades|slutat|slutade|lämnat|lämnade|vakan\w+"),
    ),
)
"""Opposites that add up to a whole: (what is asked for, what the documents state)."""

_ASKS: Final = FIGURES | {Wants.TEXT, Wants.DURATION}


def asks_times(text: str) -> bool:
    """Is it asked how many times as large the one is as the other?"""
    return _TIMES.search(text) is not None


def is_turn(word: str) -> bool:
    """Is the word one of an operation ("ihop", "than"), not of what is asked about?"""
    return _STOPPED.fullmatch(word) is not None


def plan(query: Query) -> Plan | None:
    """What is to be worked out, None when a figure, if any, is only to be looked up."""
    if _COVER.search(query.question):
        return _filled(Operation.COVER, query)
    if query.wants not in _ASKS and not (query.wants is Wants.DECISION and _QUANTITY.search(query.question)):
        return None
    operation = None if _picks(query.question) else _operation(query)
    return None if operation is None else _filled(operation, query)


def _picks(text: str) -> bool:
    """Is it asked which of several is the highest or lowest?"""
    return _WHICH.match(text) is not None and (_HIGH.search(text) is None) != (_LOW.search(text) is None)


def _operation(query: Query) -> Operation | None:
    text = query.question
    if _HIGH.search(text) and _LOW.search(text):
        return Operation.SPREAD
    if _PROPOSED.search(text):
        return Operation.DECIDED
    two_times = ends(query) is not None or len(listed_periods(query)) > 1
    for operation, cue, fits in (
        (Operation.AFTER, _AFTER, True),
        (Operation.OVER, _OVER, True),
        (Operation.SHARE, _SHARE, query.wants is Wants.PERCENT and not _of_a_change(text, two_times)),
        (Operation.SUM, _SUM, _is_listed(query)),
        (Operation.MEAN, _MEAN, two_times and not _CHANGES.search(text)),
    ):
        if fits and cue.search(text):
            return operation
    if _CHANGES.search(text) and _OF_BOTH.search(text) and ends(query) is not None:
        return Operation.BOTH
    if _CHANGES.search(text):
        return Operation.DIFFERENCE if len(entities(query)) == 2 else Operation.CHANGE
    return Operation.REST if any(asked.search(text) for asked, _ in COMPLEMENTS) else None


def _is_listed(query: Query) -> bool:
    """Does the question name the things or times that are to be added, and does not compare them?"""
    compared = _CHANGES.search(query.question) is not None
    in_brackets = _BRACKET.search(query.question) is not None
    return not compared and (in_brackets or len(entities(query, joined=True)) > 1 or len(listed_periods(query)) > 1)


def _of_a_change(text: str, two_times: bool) -> bool:
    """Does a share change, rather than being asked for?"""
    return _CHANGES.search(text) is not None and (two_times or _WHAT_SHARE.search(text) is None)


def _filled(operation: Operation, query: Query) -> Plan:
    slots: tuple[Slot, ...] = ()
    since = None
    if operation in {Operation.CHANGE, Operation.BOTH}:
        pair = ends(query)
        slots = tuple(Slot(period=period) for period in pair or ())
        alone = query.periods[0] if len(query.periods) == 1 and _SINCE.search(query.question) else None
        since = alone if pair is None else None
    elif operation in {Operation.DIFFERENCE, Operation.SUM}:
        slots = entities(query, joined=operation is Operation.SUM)
        if len(slots) < 2:
            slots = tuple(Slot(period=period) for period in listed_periods(query))
    elif operation is Operation.MEAN:
        slots = tuple(Slot(period=period) for period in ends(query) or ())
    taken = {token for slot in slots for item in slot.words for token, _ in item.concept.tokens}
    told_by = {word.lower() for said in _TOLD_BY.finditer(query.question) for word in said[1].split()}
    about = tuple(
        item
        for item in weigh(query)
        if not is_turn(item.concept.word)
        and item.concept.word not in told_by
        and not {token for token, _ in item.concept.tokens} & taken
    )
    percent = query.wants is Wants.PERCENT or named("percent", query.question)
    return Plan(operation, slots, about, percent, since, asks_times(query.question))
