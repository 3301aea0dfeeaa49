"""From a § to its decision: what did the committee decide?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from eval.build.case import Built
from eval.build.forms import date_forms, english_date, first_date, swedish_date
from eval.build.naming import Phrase, quoted
from eval.build.pages import clean
from eval.build.sections import Minutes, Section

WAY = "decisions"
WORDS = 12  # the longest locator
DATED = (
    Phrase("Vad beslutade {c} i § {n} den {d}?", "What did {c} decide in § {n} on {d}?"),
    Phrase("Vilket beslut fattade {c} den {d} i § {n}?", "What decision did {c} make on {d} in § {n}?"),
)
DATED_HEADED = (
    Phrase("Vilket beslut fattade {c} den {d} i ärendet {h}?", "What decision did {c} make on {d} on the matter {h}?"),
    Phrase("Vad blev {c}s beslut den {d} om {h} (§ {n})?", "What was the decision of {c} on {d} on {h} (§ {n})?"),
)
HEADED = (
    Phrase("Vad beslutade {c} i § {n}, {h}?", "What did {c} decide in § {n}, {h}?"),
    Phrase("Vilket beslut fattade {c} i ärendet {h} (§ {n})?", "What decision did {c} make on the matter {h} (§ {n})?"),
)
VERBS = {  # how the decision says it: how an answer may say it in either language
    r"godkän": "godkän|approv|accept|endors",
    r"\banta[rs]?\b": "anta|antog|adopt|approv",
    r"fastställ": "fastställ|adopt|establish|confirm|approv|set",
    r"uppdra[gr]?\b": "uppdr|uppdrag|instruct|task|assign|commission|mandate",
    r"återremitt": "återremi|remit|refer|sent back|send back|return",
    r"avslå[rs]?\b": "avslå|avslag|avslog|reject|decline|turned down|dismiss",
    r"bifall|bifalls": "bifall|bifäll|biföll|grant|approv|accept|uphold|upheld|support",
    r"besvarad": "besvara|answer|respond|dealt with",
    r"\butse[rs]?\b": "utse|appoint|elect|name",
    r"bevilja": "bevilja|grant|approv|accept",
    r"överlämna": "överlämn|forward|submit|hand|pass|transfer|transmit|send|sent",
    r"tillstyrk": "tillstyrk|support|endors|approv|recommend",
    r"hänskjut": "hänskj|refer|submit|pass|forward",
    r"\bhöj[as]": "höj|rais|increas",
    r"undanta": "undant|exempt|except",
    r"\bskickas\b": "skick|send|sent|forward|submit",
    r"till handlingarna": "handlingarna|file|record|noted",
    r"\bnotera[rs]?\b": "noter|note",
    r"\blämnas?\b.* till\b": "lämna|refer|submit|hand|pass|forward|sent|send|given",
    r"gäll(er|a) från": "gäll|appl|effect|valid|force",
    r"avvikelse": "avvik|deviat|exempt|except|depart",
}
_LOCATOR = re.compile(r"\S+")


def decisions(found: Sequence[Minutes], rng: Random, most: int) -> list[Built]:
    """One case for each § with a decision that can be told apart from all others in the library."""
    numbered = Counter((meeting.committee, section.number) for meeting in found for section in meeting.sections)
    dated = Counter((m.committee, m.day, section.number) for m in found for section in m.sections)
    built = []
    for meeting in found:
        for section in meeting.sections:
            one = dated[meeting.committee, meeting.day, section.number] == 1
            if meeting.day is None:
                one = numbered[meeting.committee, section.number] == 1 and bool(section.heading)
            if one and (case := _case(meeting, section, rng)):
                built.append(case)
    rng.shuffle(built)
    return built[:most]


def first_words(text: str, most: int = WORDS) -> str:
    """The first words of a text, verbatim."""
    return " ".join(_LOCATOR.findall(text)[:most])


def speakable(committee: str) -> Phrase:
    """The committee in running text: lower case in Swedish, as a name in English."""
    return Phrase(committee[0].lower() + committee[1:], committee)


def filled(template: Phrase, meeting: Minutes, section: Section) -> tuple[str, str]:
    """A template on a § in both languages: {c} committee, {n} number, {d} day, {h} heading."""
    committee, heading = speakable(meeting.committee), quoted(section.heading)
    days = (swedish_date(meeting.day), english_date(meeting.day)) if meeting.day else ("", "")
    return (
        template.sv.format(c=committee.sv, n=section.number, d=days[0], h=heading.sv),
        template.en.format(c=committee.en, n=section.number, d=days[1], h=heading.en),
    )


def templates(meeting: Minutes, section: Section) -> Sequence[Phrase]:
    """The ways of asking that leave no doubt which § is meant."""
    if meeting.day is None:
        return HEADED
    return (*DATED, *DATED_HEADED) if section.heading and _once(meeting, section) else DATED


def _once(meeting: Minutes, section: Section) -> bool:
    return [other.heading for other in meeting.sections].count(section.heading) == 1


def _case(meeting: Minutes, section: Section, rng: Random) -> Built | None:
    must = _must(section)
    if not must:
        return None
    text = " ".join(section.points)
    return Built(
        way=WAY,
        source=f"{meeting.text.document}, § {section.number}",
        kind="decision",
        questions=filled(rng.choice(templates(meeting, section)), meeting, section),
        answers=(text, f"({meeting.committee}, in Swedish:) {text}"),
        documents=(meeting.text.document,),
        locators=tuple(dict.fromkeys(first_words(clean(point)) for point in section.points)),
        must=must,
        period=meeting.day.isoformat() if meeting.day else None,
        page=section.decision_page,
    )


def _must(section: Section) -> tuple[str, ...]:
    """A word for what each point does, and the day in a decision of one point; empty when a point is not known."""
    entries = []
    for point in section.points:
        said = [
            (match.start(), forms) for pattern, forms in VERBS.items() if (match := re.search(pattern, point, re.I))
        ]
        if not said:
            return ()
        entries.append(min(said)[1])  # what comes first is what is done
    day = first_date(" ".join(section.points))
    if len(section.points) == 1 and day:
        entries.append(date_forms(day))
    return tuple(dict.fromkeys(entries))
