"""Who says it, in words: labels of speakers and roles, in Swedish and English."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.model import Role, Speaker

SHOWN_NAMES = 4  # a longer list of signers is cut, with the domain's own mark for "and others"

ROLES: dict[Role, dict[str, str]] = {
    Role.DECISION: {"sv": "Beslut", "en": "Decision"},
    Role.PROPOSAL: {"sv": "Förslag", "en": "Proposal"},
    Role.ACCOUNT: {"sv": "Förvaltningens redogörelse", "en": "The administration's account"},
    Role.REPLY: {"sv": "Ordförandens svar", "en": "The chair's reply"},
    Role.CLAIM: {"sv": "Uttalande av parti eller politiker", "en": "Statement by a party or politician"},
    Role.QUESTION: {"sv": "Fråga", "en": "Question"},
    Role.PROCEDURE: {"sv": "Formalia", "en": "Formalities"},
    Role.SIGNATURE: {"sv": "Underskrift", "en": "Signature"},
    Role.FURNITURE: {"sv": "Sidhuvud eller sidfot", "en": "Page header or footer"},
}

OFFICES_IN_ENGLISH = {
    "ordförande": "chair",
    "vice ordförande": "vice chair",
    "förste vice ordförande": "first vice chair",
    "1:e vice ordförande": "first vice chair",
    "andre vice ordförande": "second vice chair",
    "2:e vice ordförande": "second vice chair",
    "ledamot": "member",
    "ersättare": "substitute",
    "tjänstgörande ersättare": "serving substitute",
    "borgarråd": "city commissioner",
    "kommunalråd": "municipal commissioner",
    "sekreterare": "secretary",
    "nämndsekreterare": "committee secretary",
    "handläggare": "case officer",
    "enhetschef": "head of unit",
    "avdelningschef": "head of department",
    "förvaltningschef": "head of the administration",
    "förvaltningsdirektör": "director of the administration",
}

# Proper names of organs stay Swedish; only the words that name no organ in particular have an English one.
BODIES_IN_ENGLISH = {
    "förvaltningen": "the administration",
    "kontoret": "the office",
    "nämnden": "the committee",
    "styrelsen": "the board",
    "staden": "the city",
    "kommunen": "the municipality",
    "återger förvaltningens svar": "reporting the administration's answer",
}


def role_label(role: Role, language: str = "sv") -> str:
    """What a paragraph is worth as evidence, in words."""
    return ROLES[role][_known(language)]


def speaker_label(speaker: Speaker, language: str = "sv") -> str:
    """Who speaks, as a reader would say it: "socialnämndens ordförande Anna Ek (V)", "(V), (S)", "förvaltningen".

    Only what is stated: among several persons it is not said who has the office or the party, so the office is left
    out and parties stand apart from names. Empty when nothing is stated.
    """
    language = _known(language)
    if len(speaker.persons) > 1:
        speaker = replace(speaker, role="")
    return _joined(_office(speaker, language), _people(speaker, language), language)


def _known(language: str) -> str:
    return "en" if language == "en" else "sv"


def _joined(office: str, people: str, language: str) -> str:
    apart = people.startswith("(") and (language == "en" or ":" in people)
    if office and apart:
        return f"{office}, {people}"
    return " ".join(part for part in (office, people) if part)


def _office(speaker: Speaker, language: str) -> str:
    """Body and office together, or the one that is stated."""
    body, office = speaker.body, _bare_office(speaker)
    if language == "en":
        body = BODIES_IN_ENGLISH.get(body.lower(), body)
        office = OFFICES_IN_ENGLISH.get(office.lower(), office)
        return f"{office} of {body}" if body and office else body or office
    return f"{_genitive(body)} {office}" if body and office else body or office


def _bare_office(speaker: Speaker) -> str:
    """The office without the body, which some documents write with it: "nämndens ordförande", "ordförande i …"."""
    if not speaker.body:
        return speaker.role
    owner = re.escape(_genitive(speaker.body.removesuffix("s")))
    office = re.sub(rf"^{owner} ", "", speaker.role, flags=re.IGNORECASE)
    return re.sub(rf" (?:i|för) {re.escape(speaker.body)}$", "", office, flags=re.IGNORECASE)


def _genitive(noun: str) -> str:
    return noun if noun[-1].lower() in "sxz" else f"{noun}s"


def _people(speaker: Speaker, language: str) -> str:
    parties = ", ".join(f"({party})" for party in speaker.parties)
    persons = _persons(speaker.persons, language)
    if not parties or not persons:
        return parties or persons
    one_to_one = len(speaker.parties) == len(speaker.persons) == 1
    return f"{persons} {parties}" if one_to_one else f"{parties}: {persons}"


def _persons(persons: tuple[str, ...], language: str) -> str:
    if len(persons) <= SHOWN_NAMES:
        return ", ".join(persons)
    others = "et al." if language == "en" else "m.fl."
    return f"{', '.join(persons[: SHOWN_NAMES - 1])} {others}"
