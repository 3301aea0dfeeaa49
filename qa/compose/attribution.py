"""Who says it, in words: part of every answer. A decision, an account, a reply and a claim are different things."""

from __future__ import annotations

import re
from typing import Final

from indexer.model import Document, Paragraph, Role, Speaker
from qa.compose.phrases import kind_name, listed
from qa.compose.speakers import speaker_label

_STATEMENT: Final = re.compile(
    r"^(särskilt (uttalande|yttrande)|reservation\w*|ersättaryttrande|protokollsanteckning|röstförklaring)",
    re.IGNORECASE,
)
_FORMS: Final[dict[str, dict[Role, str]]] = {
    "sv": {
        Role.DECISION: "enligt beslutet i {kind}",
        Role.PROPOSAL: "enligt förslaget till beslut i {kind}",
        Role.ACCOUNT: "enligt {body}",
        Role.REPLY: "enligt {chair}",
        Role.CLAIM: "uppger {claimant}",
        Role.QUESTION: "enligt en fråga från {claimant}",
    },
    "en": {
        Role.DECISION: "according to the decision in {kind}",
        Role.PROPOSAL: "according to the proposed decision in {kind}",
        Role.ACCOUNT: "according to {body}",
        Role.REPLY: "according to {chair}",
        Role.CLAIM: "according to {claimant}",
        Role.QUESTION: "according to a question from {claimant}",
    },
}
_CHAIR: Final = {"sv": "ordföranden", "en": "the chair"}
_OTHERWISE: Final = {"sv": "enligt {kind}", "en": "according to {kind}"}


def attribution(document: Document, paragraph: Paragraph, language: str) -> str:
    """ "uppger (V) och (S) i särskilt uttalande", "enligt förvaltningen", "according to the chair" …"""
    form = _FORMS[language].get(paragraph.role, _OTHERWISE[language])
    kind = kind_name(document.kind, language)
    return form.format(
        kind=kind,
        body=_body(paragraph.speaker, kind, language),
        chair=_chair(paragraph.speaker, language),
        claimant=claimant(document, paragraph, language),
    )


def source(document: Document, paragraph: Paragraph, language: str) -> str:
    """The speaker alone: "(V) och (S) i ”Särskilt uttalande”", "förvaltningen", "the decision in the minutes"."""
    words = attribution(document, paragraph, language)
    opening = next(phrase for phrase in ("enligt ", "uppger ", "according to ") if words.startswith(phrase))
    return words.removeprefix(opening)


def _body(speaker: Speaker, kind: str, language: str) -> str:
    """The organ as it is said in running text: common nouns with a small letter, English where it has a word."""
    if not speaker.body:
        return kind
    common = speaker.body.lower() if " " not in speaker.body else speaker.body
    return speaker_label(Speaker(body=common), language)


def claimant(document: Document, paragraph: Paragraph, language: str) -> str:
    """The speaker of a claim: parties and the form of their statement, persons, else the document."""
    speaker = paragraph.speaker
    statement = next((h for h in reversed(paragraph.place.headings) if _STATEMENT.match(h)), None)
    marks = [f"({party})" for party in speaker.parties]
    who = listed(marks or list(speaker.persons), language)
    kind = kind_name(document.kind, language)
    if not who:
        return kind
    where = f"”{statement}”" if statement else kind
    return f"{who} {'i' if language == 'sv' else 'in'} {where}"


def _chair(speaker: Speaker, language: str) -> str:
    if not speaker.role:
        return _CHAIR[language]
    label = speaker_label(Speaker(body=speaker.body, role=speaker.role), language)
    office = label[:1].lower() + label[1:]
    return f"the {office}" if language == "en" and not office.startswith("the ") else office
