"""Offices that a question asks for and persons hold: the chair is neither the vice chair nor the secretary."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Person

_BESIDE: Final = 20  # characters between an office and who holds it, at most
_OFFICES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(held, re.IGNORECASE))
    for asked, held in (
        (r"\bvice ordförande|\bvice[- ]chair|\bdeputy chair", r"vice ordförande"),
        (r"\bordförande|\bchair", r"(?<!vice )ordförande"),
        (r"\w*sekreterare(?! har)\b(?<!socialsekreterare)|\bsecretary", r"sekreterare"),
        (r"\w*förvaltningschef|\bhead of (the )?\w* ?administration", r"förvaltningschef|förvaltningsdirektör"),
        (r"\bavdelningschef|\bhead of department", r"avdelningschef"),
        (r"\bstadsdelsdirektör|\bdistrict director", r"stadsdelsdirektör"),
        (r"\bsocialdirektör|\bdirector of social services|\bsocial services director", r"socialdirektör"),
        (r"\bhandläggare|\bcase officer|\bprepared\b", r"handläggare|controller|utredare|strateg"),
    )
)


def asked_office(question: str) -> re.Pattern[str] | None:
    """How the office that the question asks for is written in documents; None when it asks for none."""
    return next((held for asked, held in _OFFICES if asked.search(question)), None)


def holders(office: re.Pattern[str], text: str, persons: tuple[Person, ...]) -> list[Person]:
    """The persons of the text who hold the office: by their role, else the nearest to where the office is named."""
    by_role = [person for person in persons if office.search(person.role)]
    if by_role:
        return by_role
    near = (_nearest(named.start(), named.end(), persons) for named in office.finditer(text))
    return list(dict.fromkeys(person for person in near if person is not None and not person.role))


def _nearest(start: int, end: int, persons: tuple[Person, ...]) -> Person | None:
    def gap(person: Person) -> int:
        return max(person.start - end, start - person.end)

    closest = min(persons, key=gap, default=None)
    return closest if closest is not None and gap(closest) <= _BESIDE else None
