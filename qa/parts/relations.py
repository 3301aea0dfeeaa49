"""How a question relates two figures, and whether two that a document states may stand in that relation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from indexer.figures import Period, canonical_unit
from qa.compute.apart import between, names_one, opposed, side_by_side
from qa.compute.operands import Operand, alike
from qa.compute.plan import Operation, is_turn, plan
from qa.compute.slots import Slot, ends, entities, listed_periods
from qa.compute.stated import IN_ALL, asks_change
from qa.query import FIGURES, PIECES, Query, Wants
from qa.read.matching import coverage, weigh

_GAP: Final = re.compile(
    r"\b(?:gap(?:et)?|glapp(?:et)?|skillnad(?:en)?|skilj(?:er|de)|skilde|diff(?:ers?|ered|erence)|avstånd(?:et)?)\b"
    r"|\b(?:hur (?:mycket|många)|how (?:much|many))\s(?:\w+\s)?(?:fler|färre|mer|mindre|större|högre|lägre|dyrare"
    r"|billigare|sämre|bättre|längre|kortare|more|fewer|less|larger|higher|lower|cheaper|dearer|worse|better|longer"
    r"|shorter)\b"
    r"|\b(?:hur mycket|med hur (?:mycket|många)|by how (?:much|many)|how much)\b.*\b(?:öka|minska|försämra|förbättra"
    r"|steg|stigit|sjönk|sjunkit|improve|worsen|increase|decrease|rise|rose|risen|fall|fell|fallen|drop|below|above"
    r"|cheaper)",
    re.IGNORECASE,
)
_SUM: Final = re.compile(rf"{IN_ALL.pattern}|\b(?:allt som allt|add(?:s|ed|ing)? up|all told|plus)\b", re.IGNORECASE)
_REST: Final = re.compile(
    r"\b(?:kvar|återst(?:år|od|ående)|resten|gick (?:det )?inte|inte gick|(?:skjuta|sätta|lägga) till|baklänges"
    r"|left (?:over|of)|(?:is|are|was|were|be) left|the rest|remain(?:s|ed|ing|der)?|did not go|didn['’]t go|backwards?"
    r"|working back)\b"
    r"|\b(?:när|om|då|efter|sedan|utan|when|if|after|once)\b.*\b(?:räkna(?:s|r|t|ts|de)? (?:bort|av|från)"
    r"|dra(?:s|r|gits|git)? (?:av|bort|ifrån|från)|frånräkn\w+|(?:taken|take|took) (?:off|away)|deduct\w*"
    r"|subtract\w*)\b",
    re.IGNORECASE,
)
_IS_REST: Final = re.compile(
    r"\b(?:kvar\w*|återst\w+|resten|resterande|överbliv\w+|stanna\w*|behåll\w*|inte (?:\w+ )?(?:gått|gick|använ\w+)"
    r"|gick (?:det )?inte|(?:skjut|sköt|lägg|la|sätt|satt)\w* till)\b",
    re.IGNORECASE,
)
_REST_OF_TIME: Final = re.compile(
    r"\bresten av \w*(?:året|perioden|månaden|terminen|tiden)\b|\brest of (?:the )?(?:year|period|month|term|time)\b",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(r"\b(?:också|även|dessutom|also|too|as well)\b", re.IGNORECASE)  # a third figure comes in
_JOINED: Final = re.compile(r"\b(?:och|samt|plus|jämte|ytterligare|respektive|även|dessutom)\b", re.IGNORECASE)
_MORE: Final = re.compile(
    r"\b(?:ytterligare|dessutom|även|därtill|därutöver|också)\b|\btill(?=\s*(?:[.,;:!?)]|och\b|samt\b|$))",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(r"\b(?:båda|bägge|de två|both|the two)\b", re.IGNORECASE)
_OPPOSED: Final = re.compile(r"\b(?:mot|jämfört|från|varav|av dem|av dessa|budget|utfall)\b", re.IGNORECASE)
_SOUGHT: Final = re.compile(
    r"\b(?:(?:an)?sök(?:t|te|er|a|ts|tes|s|an|ande)|äska\w*|begär\w*|yrka\w*|önska\w*|föresl\w+)\b", re.IGNORECASE
)
_SET_OFF: Final = re.compile(r"\b(?:medan|men|mot|jämfört|däremot)\b", re.IGNORECASE)
_AS_PLANNED: Final = re.compile(
    r"\bän (?:man |som |vad (?:man |som )?|de |den )?(?:hade |var |har )?"
    r"(?:räkna|beräkna|plane|budget|tänk|vänta|avse|anslag)\w*"
    r"|\b(?:än|than|below|above|under|over|mot) (?:the |its |sin |den |vad )?(?:\w+ )?(?:plan|budget|estimate|expect"
    r"|kalkyl|anslag|forecast|prognos)\w*",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"beräkn|\bräkna|budget|planera|kalkyl|uppskatt|anslag|avsatt|prognos|vänta|expect|forecast|estimate"
    r"|\b(?:\w{3,}s)?mål(?:et|en|sättning\w*|värde\w*|nivå\w*)?\b|riktvärde|gränsvärde|\bgräns(?:en)?\b|krav(?:et|en)?\b"
    r"|\btak(?:et)? (?:på|är|var|om|för)\b|(?:kostnads|utgifts|pris|hyres|avgifts)tak|\btargets?\b|\blimits?\b"
    r"|\b(?:får|ska|skall|bör) (?:inte )?(?:vara|bli|överstiga|understiga|uppgå|ligga)\b",
    re.IGNORECASE,
)
_OFF_PLAN: Final = re.compile(r"\b(?:mot|över|under|än|jämfört med) (?:\w*budget|prognos|plan)\w*", re.IGNORECASE)
_COSTS: Final = re.compile(r"\b(?:dyrare|billigare|kosta\w*|cheaper|dearer|expensive|costs?)\b", re.IGNORECASE)
_BY_PERCENT: Final = re.compile(r"\b(?:med|by)\s(?:hur|vilken|what|how)\b", re.IGNORECASE)
_EACH: Final = re.compile(r"\b(?:vardera|var och en|styck|per)\b", re.IGNORECASE)
_COMPARES: Final = frozenset({Operation.CHANGE, Operation.DIFFERENCE})
_COUNTED: Final = frozenset({"count", "plain"})
_KINDS: Final = {
    Wants.MONEY: ({"money"},),
    Wants.COUNT: (_COUNTED,),
    Wants.POINTS: ({"percent"},),
}
_ANY: Final = ({"money"}, _COUNTED, {"percent"})
_PARTS: Final = (_COUNTED, {"money"})  # of a share: a percentage is no part
_TOO_FAR: Final = 10.0  # times as much, said elsewhere, is another thing


def relation(query: Query) -> Operation | None:
    """How the question relates two figures, None where it asks for one."""
    text = query.question
    if query.wants not in FIGURES | {Wants.TEXT}:
        return None
    asked = plan(query)
    if asked is not None and asked.operation is Operation.SHARE:
        return None if _BY_PERCENT.search(text) else Operation.SHARE
    if _REST.search(text):
        return None if _ALSO.search(text) else Operation.REST
    compares = asked is not None and asked.operation in _COMPARES and bool(asked.slots or asks_change(query))
    if compares or _GAP.search(text):
        return Operation.DIFFERENCE
    return Operation.SUM if query.wants in FIGURES and _SUM.search(text) else None


def kinds(query: Query, operation: Operation) -> Sequence[AbstractSet[str]]:
    """What the two may measure, the likeliest first."""
    if operation is Operation.SHARE:
        return _PARTS
    return ({"money"},) if _COSTS.search(query.question) else _KINDS.get(query.wants, _ANY)


def fit(query: Query, operation: Operation, one: Operand, two: Operand) -> bool:
    """May the two be related so: alike, of the times and plans that are asked about, the one named where one is?"""
    if not alike(one, two) or one.place == two.place or not _RELATES[operation](one, two):
        return False
    if operation is Operation.REST and _stated_or_of_another_time(query, one, two):
        return False
    if operation is Operation.SUM and not _both_asked(query, one, two):
        return False
    return _of_one_standing(query, operation, one, two) and _of_times(query, one, two)


def _of_one_standing(query: Query, operation: Operation, one: Operand, two: Operand) -> bool:
    """Are both, or neither, planned or only asked for? One of each only where the question sets them off so."""
    planned, sought = (
        [bool(says.search(_OFF_PLAN.sub(" ", each.clause))) for each in (one, two)] for says in (_PLANNED, _SOUGHT)
    )
    if _AS_PLANNED.search(query.question):
        return planned[0] is not planned[1]
    if operation not in {Operation.DIFFERENCE, Operation.SUM}:
        return True
    asked = [says.search(query.question) is not None for says in (_PLANNED, _SOUGHT)]
    return (asked[0] or planned[0] is planned[1]) and (asked[1] or sought[0] is sought[1])


def _stated_or_of_another_time(query: Query, one: Operand, two: Operand) -> bool:
    """Does one of their sentences state itself what is left, or is the part not within the time of the whole?"""
    if any(_IS_REST.search(each.passage.text) for each in (one, two)):
        return True
    if not _REST_OF_TIME.search(query.question):
        return False
    part, whole = (each.period for each in sorted((one, two), key=lambda each: each.value))
    return part is None or whole is None or part.same(whole) or not whole.covers(part)


def _both_asked(query: Query, one: Operand, two: Operand) -> bool:
    """Does the question name what both are of, each its own, or neither; and two where nothing else joins them?"""
    named, adds_on = entities(query, joined=True), _adds_on(one, two)
    lists_two = len(named) == len((one, two))
    if one.passage is not two.passage and (lists_two or not adds_on):
        apiece = lists_two and (_each_its_own(named, one, two) or _each_its_own(named, two, one))
        return apiece or _BOTH.search(query.question) is not None
    about = [item for item in weigh(query) if not is_turn(item.concept.word)]
    return (lists_two and adds_on) or not names_one(about, one, two)


def _each_its_own(named: Sequence[Slot], one: Operand, two: Operand) -> bool:
    return all(coverage(slot.words, each.beside) > 0 for slot, each in zip(named, (one, two), strict=True))


def _adds_on(one: Operand, two: Operand) -> bool:
    """Does the later one say that it comes on top of the other?"""
    later = max(one, two, key=lambda each: (each.passage.candidate.paragraph.place.number, place_in_text(each)))
    return _MORE.search(later.clause) is not None


def _differs(one: Operand, two: Operand) -> bool:
    """Are they two values of one size, neither a loss where the other is a gain that is said in words?"""
    if opposed(one, two) or one.value == two.value or not _of_one_unit(one, two):
        return False
    small, large = sorted((abs(one.value), abs(two.value)))
    return one.passage is two.passage or large <= _TOO_FAR * small


def _whole_and_part(one: Operand, two: Operand) -> bool:
    """Is the one a part of the other: of one unit and time, and not what stands against it?"""
    if one.passage is two.passage and (_SET_OFF.search(between(one, two)) or side_by_side(one, two)):
        return False
    if one.period is not None and two.period is not None and not one.period.overlaps(two.period):
        return False
    return one.value != two.value and min(one.value, two.value) > 0 and _of_one_unit(one, two)


def _adds(one: Operand, two: Operand) -> bool:
    """Does the text put the two side by side, not the one against the other?"""
    if one.value * two.value <= 0 or {one.figure.trend, two.figure.trend} & {"from", "to", "change"}:
        return False
    if _EACH.search(one.clause) or _EACH.search(two.clause):
        return False
    if one.passage is two.passage:
        joint = between(one, two)
        return _JOINED.search(joint) is not None and not _OPPOSED.search(joint)
    if not _of_one_unit(one, two) and not _adds_on(one, two):
        return False
    return not (_OPPOSED.search(one.clause) or _OPPOSED.search(two.clause))


def _of_one_unit(one: Operand, two: Operand) -> bool:
    """Do they count the same, as far as both say what? Amounts of a kind do."""
    if one.passage is two.passage or one.figure.number.dimension not in _COUNTED:
        return True
    units = {canonical_unit(each.figure.number.unit) for each in (one, two)} - PIECES
    return len(units) < 2


def times_compared(query: Query) -> tuple[Period, ...]:
    """The two or more times that the question compares, () where it does not."""
    listed = listed_periods(query)
    return listed if len(listed) > 1 else ends(query) or ()


def _of_times(query: Query, one: Operand, two: Operand) -> bool:
    """Where times are compared: is each figure, as far as its own is known, of one of them, and of another?

    Which of two figures of one sentence is of which time, nothing hangs on; they are of these years at least.
    """
    times = times_compared(query)
    stated = [each.period for each in (one, two) if each.period is not None and not each.period.yearless]
    if one.passage is two.passage:
        years = {time.days[0][:4] for time in times if not time.yearless}
        return not years or all(period.days[0][:4] in years for period in stated)
    fits = [[time.overlaps(period) for time in times] for period in stated]
    return not times or (all(map(any, fits)) and (len(fits) < 2 or fits[0] != fits[1]))


def place_in_text(operand: Operand) -> int:
    """Where in its paragraph the figure begins, in characters."""
    return operand.figure.number.start


_RELATES: Final[dict[Operation, Callable[[Operand, Operand], bool]]] = {
    Operation.DIFFERENCE: _differs,
    Operation.REST: _whole_and_part,
    Operation.SHARE: _whole_and_part,
    Operation.SUM: _adds,
}
