"""Which of the readings that read about as well answers: the kind of question says what to look for.

Each preference looks only a little below the best reading, and only for what the question itself asks for: the cause
for a "why", the act for "who voted", the decision for "what the board decided", the signature of the kind named.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Form, Role
from qa.choose.acts import actors
from qa.choose.contradicts import contradiction_first, covers
from qa.choose.decided import decision_first
from qa.choose.doers import doer_first
from qa.choose.explained import explained_first
from qa.choose.matter import Matters, place_of
from qa.choose.narrower import final_first, narrower_first, stated_time_first
from qa.choose.onset import end_first, newest_holder_first, onset_first
from qa.choose.posts import post_first
from qa.choose.proposed import proposal_first
from qa.choose.reasons import replies_why, stands_with_its_reason
from qa.choose.tally import tally_first
from qa.choose.voices import wish_first
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.outcomes import asked_outcome, outcome
from qa.read.readings import Reading, near_first, take_first
from qa.read.references import in_which_matter, registry_numbers
from qa.refuse.acted import acted_first
from qa.refuse.premise import presumed_outcome
from qa.understand.cues import ACTS, DECIDED_ON, OF_THEM, SUBMITS

_CAUSE: Final = 1.5  # how far below the best sentence, in the reader's score, one with the cause may read
_REPLIED: Final = 8.0  # likewise one that replies to a question for the causes, in the same document
_HEADING: Final = 2.5  # likewise where the best one is a heading, which states no cause
_ACT: Final = 4.0  # likewise one that names the act that is asked about
_DECISION: Final = 3.0
_SIGNATURE: Final = 6.0
_PART: Final = 3.0
_TITLE: Final = 4.0
_CONTENTS: Final = re.compile(r"§+\s?\d+\w*\s[^.!?]*$")  # "§ 47 Plan för lokaler", a line of the list of contents
_ON_IT: Final = {"sv": 0.5, "en": 0.35}  # share of the matter that the § of a decision must name
_REFERENCE: Final = 4.0
_PART_OF: Final = re.compile(r"\b(av (de|dem|dessa)|varav|därav)\b", re.IGNORECASE)


def preferred(query: Query, readings: list[Reading]) -> list[Reading]:
    """The readings, the one first that the kind of question calls for among those that read about as well."""
    for prefer in _PREFERENCES:
        if not readings:
            return readings
        readings = prefer(query, readings)
    return readings


def same_place(one: Reading, other: Reading) -> bool:
    """Do both stand in one document and §?"""
    return _place(one) == _place(other)


def asked_act(query: Query) -> re.Pattern[str] | None:
    """How minutes write the act at a meeting that the question asks about; None when it asks about none."""
    return next((done for asked, done in (*ACTS, *SUBMITS) if asked.search(query.question)), None)


def _place(reading: Reading) -> tuple[str, str]:
    paragraph = reading.passage.candidate.paragraph
    return paragraph.document_id, paragraph.place.section or ""


def _lacks(reading: Reading) -> bool:
    return bool(reading.vector[INDEX["lacks wanted type"]])


def cause_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Why: the sentence that says the cause, where the best one does not."""
    if query.wants is not Wants.REASON or stands_with_its_reason(readings[0].passage):
        return readings
    best = readings[0].passage.candidate
    heading = best.paragraph.form is Form.HEADING
    margin = _HEADING if heading else _CAUSE
    found = near_first(
        readings,
        margin,
        lambda r: (
            stands_with_its_reason(r.passage)
            and (heading or (_same_paragraph(r, readings[0]) and covers(query, r, readings[0])))
        ),
    )
    if found is not readings or best.paragraph.question is None:
        return found
    return near_first(  # the same letter's question for the causes was replied to elsewhere
        readings, _REPLIED, lambda r: replies_why(r.passage) and r.passage.candidate.document.id == best.document.id
    )


def _same_paragraph(one: Reading, other: Reading) -> bool:
    return one.passage.candidate.paragraph.id == other.passage.candidate.paragraph.id


def _act_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Who reserved, voted, moved …: the passage that says so of somebody."""
    if not (query.yes_no or query.wants in {Wants.PERSON, Wants.PARTY}):
        return readings
    done = asked_act(query)
    if done is None or tells_of_act(query, readings[0], done):
        return readings
    place = _place(readings[0])
    here = query.yes_no  # whether it was done at all stands in the same §
    return near_first(readings, _ACT, lambda r: tells_of_act(query, r, done) and (not here or _place(r) == place))


def tells_of_act(query: Query, reading: Reading, done: re.Pattern[str]) -> bool:
    """Does the passage say that the act was done, and by whom where that is asked?"""
    return done.search(reading.passage.text) is not None and (query.yes_no or bool(actors(reading.passage)))


def _decision_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """What was decided, on a date, a time, a sum: the decision itself before what is told or proposed about it."""
    if query.wants not in FIGURES | {Wants.DATE, Wants.DURATION} or not DECIDED_ON.search(query.question):
        return readings
    if readings[0].passage.candidate.paragraph.role is Role.DECISION:
        return readings
    said = asked_outcome(query.question)  # "the plan that was adopted": what adopts, before what instructs
    found = near_first(
        readings, _DECISION, lambda r: _given(r) and said is not None and outcome(r.passage.text) is said
    )
    if found is not readings:
        return found
    return near_first(readings, _DECISION, lambda r: _given(r) and covers(query, r, readings[0]))


def _given(reading: Reading) -> bool:
    """Is it a decision that gives what is wanted?"""
    return reading.passage.candidate.paragraph.role is Role.DECISION and not _lacks(reading)


def _signer_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Who signed or wrote a letter, a report: the signature below a document of that kind."""
    best = readings[0].passage.candidate
    if not (query.wants is Wants.PERSON and query.signs and query.kinds) or best.paragraph.role is not Role.SIGNATURE:
        return readings
    if best.document.kind in query.kinds:
        return readings
    return near_first(
        readings,
        _SIGNATURE,
        lambda r: (
            r.passage.candidate.paragraph.role is Role.SIGNATURE
            and r.passage.candidate.document.kind in query.kinds
            and not _lacks(r)
        ),
    )


def _part_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """How many of them: the passage that tells a part from a whole."""
    if query.wants not in FIGURES or not OF_THEM.search(query.question) or _PART_OF.search(readings[0].passage.text):
        return readings
    return near_first(readings, _PART, lambda r: _PART_OF.search(r.passage.text) is not None and not _lacks(r))


def _reference_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """A registry number: the line that states the document's own, for the matter that reads best."""
    best = readings[0]
    document = best.passage.candidate.document
    if query.wants is not Wants.DNR or set(registry_numbers(best.passage)) & set(document.dnr):
        return readings
    if in_which_matter(query.question) and registry_numbers(best.passage):
        return readings
    return near_first(
        readings,
        _REFERENCE,
        lambda r: (
            r.passage.candidate.document.id == document.id
            and bool(set(registry_numbers(r.passage)) & set(document.dnr))
            and covers(query, r, best)
        ),
    )


def _statement_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """A yes or no, a cause: a sentence that states something before a heading or a line of the list of contents."""
    if not (query.yes_no or query.wants is Wants.REASON) or not _is_title(readings[0]):
        return readings
    return near_first(readings, _TITLE, lambda r: not _is_title(r) and covers(query, r, readings[0]))


def _is_title(reading: Reading) -> bool:
    paragraph = reading.passage.candidate.paragraph
    return paragraph.form is Form.HEADING or (
        paragraph.role is Role.PROCEDURE and _CONTENTS.match(paragraph.readable) is not None
    )


def _outcome_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Was it approved, why was it approved: the decision on the matter, when one was taken in the same §."""
    if not (query.yes_no or query.wants is Wants.REASON) or presumed_outcome(query) is None:
        return readings
    best = readings[0]
    if best.passage.candidate.paragraph.role is Role.DECISION and outcome(best.passage.text) is not None:
        return readings
    decided = [r for r in readings if r.passage.candidate.paragraph.role is Role.DECISION and outcome(r.passage.text)]
    here = next((r for r in decided if _place(r) == _place(best) and _place(r)[1]), None) or _on_the_matter(
        query, readings, decided
    )
    if here is None or not _decides_otherwise(query, here):
        return readings
    return take_first(here, readings)


def _on_the_matter(query: Query, readings: list[Reading], decided: list[Reading]) -> Reading | None:
    """Of decisions, the one of the § that names most of the matter, where it names much of it."""
    matters = Matters(query, readings)
    on_it = [one for one in decided if matters.share(place_of(one)) >= _ON_IT[query.language]]
    return max(on_it, key=lambda one: (matters.share(place_of(one)), one.score), default=None)


def _decides_otherwise(query: Query, reading: Reading) -> bool:
    """For "why": only a decision against what is taken for granted; for "was it": any."""
    return query.yes_no or outcome(reading.passage.text) is not presumed_outcome(query)


_PREFERENCES: Final = (
    wish_first,
    decision_first,
    proposal_first,
    explained_first,
    _statement_first,
    _outcome_first,
    acted_first,
    contradiction_first,
    _act_first,
    doer_first,
    tally_first,
    _decision_first,
    _signer_first,
    _part_first,
    _reference_first,
    onset_first,
    end_first,
    newest_holder_first,
    post_first,
    narrower_first,
    final_first,
    stated_time_first,
)
