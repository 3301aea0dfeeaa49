"""Registry numbers, days and sections of an errand, asked by its heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from eval.build.case import Built
from eval.build.decisions import filled, first_words
from eval.build.forms import date_forms, english_date, first_date, swedish_date
from eval.build.naming import Phrase
from eval.build.pages import fold
from eval.build.sections import Minutes, Section

WAY = "errands"
_NUMBER = (
    Phrase("Vilket diarienummer har ärendet {h}?", "What is the registry number of the matter {h}?"),
    Phrase("Vad är diarienumret för {h}?", "What is the registry number (diarienummer) of {h}?"),
    Phrase("Under vilket diarienummer behandlade {c} ärendet {h}?",
           "Under which registry number did {c} deal with the matter {h}?"),
)  # fmt: skip
_DAY = (  # with the §, since an errand may have been up before under the same name
    Phrase("Vilken dag behandlade {c} § {n}, {h}?", "On which day did {c} deal with § {n}, {h}?"),
    Phrase("När tog {c} upp ärendet {h} (§ {n})?", "When did {c} take up the matter {h} (§ {n})?"),
    Phrase("Vilket datum hade {c} § {n}, {h}, uppe till behandling?", "On what date did {c} consider § {n}, {h}?"),
)
_SECTION = (
    Phrase("I vilken paragraf behandlade {c} ärendet {h} den {d}?",
           "In which section (§) did {c} deal with the matter {h} on {d}?"),
    Phrase("Vilket paragrafnummer har {h} i {c}s protokoll från den {d}?",
           "Which section number (§) does {h} have in the minutes of {c} of {d}?"),
)  # fmt: skip
_ADJUSTED = (
    Phrase("När justerades {c}s protokoll med § {n}, {h}?", "When were the minutes of {c} with § {n}, {h}, adjusted?"),
    Phrase("Vilken dag justerades § {n}, {h}, i {c}s protokoll?",
           "On which day was § {n}, {h}, in the minutes of {c} adjusted (justerat)?"),
)  # fmt: skip
_ADJUSTED_LINE = re.compile(r"^(?:protokollet (?:är )?)?justera(?:t|des):?(?: den)? \d", re.IGNORECASE)


def errands(found: Sequence[Minutes], rng: Random, most: int) -> list[Built]:
    """At most `most` cases on errands whose heading means one thing in the whole library."""
    by_heading: dict[str, list[tuple[Minutes, Section]]] = defaultdict(list)
    for meeting in found:
        for section in meeting.sections:
            if " " in section.heading:  # one word, as "Meddelanden", names no errand
                by_heading[fold(section.heading)].append((meeting, section))
    built = [case for same in by_heading.values() for case in _of_heading(same, rng)]
    rng.shuffle(built)
    return built[:most]


def _of_heading(same: Sequence[tuple[Minutes, Section]], rng: Random) -> Iterator[Built]:
    numbers = {section.dnr for _, section in same}
    if len(numbers) == 1 and "" not in numbers:
        yield _number(same, rng)
    for meeting, section in same:
        if [other.committee for other, _ in same].count(meeting.committee) == 1:
            if meeting.day:
                yield _day(meeting, section, rng)
                yield _section(meeting, section, rng)
            if adjusted := _adjusted(meeting, section, rng):
                yield adjusted


def _number(same: Sequence[tuple[Minutes, Section]], rng: Random) -> Built:
    meeting, section = same[0]
    return Built(
        way=WAY,
        source=f"{meeting.text.document}, § {section.number}: dnr",
        kind="dnr",
        questions=filled(rng.choice(_NUMBER), meeting, section),
        answers=(f"{section.dnr}.", f"{section.dnr}."),
        documents=tuple(dict.fromkeys(other.text.document for other, _ in same)),
        locators=tuple(dict.fromkeys(first_words(each.dnr_line) for _, each in same)),
        must=(f"{section.dnr}|{section.dnr.rsplit(' ', 1)[0]}" if section.dnr[:1].isdigit() else section.dnr,),
        value=section.dnr,
        page=section.page,
    )


def _day(meeting: Minutes, section: Section, rng: Random) -> Built:
    assert meeting.day
    return Built(
        way=WAY,
        source=f"{meeting.text.document}, § {section.number}: day",
        kind="date",
        questions=filled(rng.choice(_DAY), meeting, section),
        answers=(f"Den {swedish_date(meeting.day)}.", f"On {english_date(meeting.day)}."),
        documents=(meeting.text.document,),
        locators=(first_words(section.heading),),
        must=(date_forms(meeting.day),),
        value=meeting.day.isoformat(),
        period=meeting.day.isoformat(),
        page=section.page,
    )


def _section(meeting: Minutes, section: Section, rng: Random) -> Built:
    number = section.number
    return Built(
        way=WAY,
        source=f"{meeting.text.document}, § {number}: section",
        kind="section",
        questions=filled(rng.choice(_SECTION), meeting, section),
        answers=(f"§ {number}.", f"§ {number}."),
        documents=(meeting.text.document,),
        locators=(first_words(section.heading),),
        must=(f"§ {number}|§{number}|paragraf {number}|paragraph {number}|section {number}",),
        value=number,
        page=section.page,
    )


def _adjusted(meeting: Minutes, section: Section, rng: Random) -> Built | None:
    lines = [(page, line) for page, line in meeting.text.lines if _ADJUSTED_LINE.match(line)]
    day = first_date(lines[0][1]) if len(lines) == 1 else None
    if day is None:
        return None
    return Built(
        way=WAY,
        source=f"{meeting.text.document}, § {section.number}: adjusted",
        kind="date",
        questions=filled(rng.choice(_ADJUSTED), meeting, section),
        answers=(f"Den {swedish_date(day)}.", f"On {english_date(day)}."),
        documents=(meeting.text.document,),
        locators=(first_words(lines[0][1]),),
        must=(date_forms(day),),
        value=day.isoformat(),
        period=day.isoformat(),
        page=lines[0][0],
    )
