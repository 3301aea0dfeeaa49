"""The sections (§) of minutes: number, registry number, heading, decision, and whose meeting on which day it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from eval.build.forms import first_date
from eval.build.pages import BROKEN, Text

_DNR = r"(?:[A-ZÅÄÖ]{2,5}[ -]?)?\d{4}[./:-]\d{2,6}(?: [A-ZÅÄÖ]{2,5})?|\d(?:\.\d+)+-\d+/\d{4}"
_START = re.compile(rf"^§ ?(\d{{1,3}})(?:\s*$|\s+(?:[Dd]nr\.?:? )?({_DNR})\b(?![-\d])\s*(.*)$|\s*(?=[A-ZÅÄÖ])(.+)$)")
_DNR_LINE = re.compile(rf"^(?:dnr|diarienr|diarienummer|beteckning)\.?:? ({_DNR})\b(?![-\d])", re.IGNORECASE)
_COMMITTEE = re.compile(r"^([A-ZÅÄÖ][a-zåäö -]{1,60}?(?:nämnden|styrelsen|fullmäktige|utskott(?:et)?))(?:s beslut)?:?$")
_MINUTES = re.compile(r"^(?:sammanträdes)?protokoll(?:sutdrag)?$|^protokollsutdrag\b", re.IGNORECASE)
_DECISION = re.compile(r"^(?:[A-ZÅÄÖ][\w\- ]{3,45}s )?beslut:?$", re.IGNORECASE)
_PROPOSAL = re.compile(r"förslag", re.IGNORECASE)
_HEADINGS = re.compile(
    r"^(?:ärende(?:t|beskrivning)?|sammanfattning.*|beredning|ärendets beredning|bakgrund|yrkanden?|beslutsgång"
    r"|beslutsordning|propositionsordning|expedieras till.*|beslutet (?:ska )?(?:skickas|expedieras).*|skickas till.*"
    r"|beslutsunderlag|bilag(?:a|or)|handlingar i ärendet|reservation(?:er)?|särskil(?:t|da) (?:uttalanden?|yttranden?)"
    r"|protokollsanteckning(?:ar)?|anteckning(?:ar)?|ersättaryttranden?|delegationsbeslut|anmälningar|jäv|votering"
    r"|omröstning.*|paragrafen är.*|justerat.*|justering.*|vid protokollet.*|deltar ej.*|deltog ej.*|underlag.*"
    r"|(?:.{3,60} )?förslag till (?:beslut|[a-zåäö -]*nämnden).*|.{3,40} (?:synpunkter|yttrande|överväganden).*"
    r"|partirepresentanternas.*|anföranden?|kopia till.*|protokollsutdrag till.*|ajournering|kommentar(?:er)?"
    r"|barnkonsek.*|ekonomiska? .{3,30}|sändlista|beslutet i sin helhet|tidigare behandling|uppläsning.*):?$",
    re.IGNORECASE,
)
_POINT = re.compile(r"^\d{1,2}[.)] ")
_HEAD_LINES = 14
_LONGEST_HEADING = 4  # lines
_LONGEST_DECISION = 900
_MEETING = re.compile(r"^(?:sammanträdesdatum|sammanträde|datum|mötesdatum)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Minutes:
    """A document that is the minutes of a meeting, or an extract. day: of the meeting, None where it is not told."""

    text: Text
    committee: str
    day: date | None
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Section:
    """One §. heading_line: the line in which the registry number stands; points: of the decision, whole."""

    number: int
    page: int
    dnr: str
    dnr_line: str
    heading: str
    points: tuple[str, ...]
    decision_page: int


def minutes(text: Text) -> Minutes | None:
    """The document as minutes; None when it is something else or does not say whose they are."""
    sections = tuple(_sections(text))
    committee = _committee(text)
    if not sections or not committee:
        return None
    return Minutes(text, committee, _day(text), sections)


def _committee(text: Text) -> str:
    """Who met: the name above the word Protokoll, else the one in the heading of the decision."""
    head = [line for line in text.pages[0] if line][:_HEAD_LINES]
    for place, line in enumerate(head):
        if _MINUTES.match(line):
            for start in range(max(0, place - 3), place):
                if match := _COMMITTEE.match(_joined(head[start:place])):
                    return match[1]
    owners = {match[1] for _, line in text.lines if _DECISION.match(line) and (match := _COMMITTEE.match(line))}
    return owners.pop() if len(owners) == 1 else ""


def _day(text: Text) -> date | None:
    head = [line for line in text.pages[0] if line][:_HEAD_LINES]
    for place, line in enumerate(head):
        if _MINUTES.match(line) or _MEETING.match(line):
            found = first_date(" ".join(head[place : place + 3]))
            if found:
                return found
    return None


def _sections(text: Text) -> Iterator[Section]:
    lines = text.lines
    starts = [place for place, (_, line) in enumerate(lines) if _START.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        body = lines[start:end]
        if any(_HEADINGS.match(line) or _DECISION.match(line) for _, line in body[1:]):  # else a table of contents
            section = _section(body)
            if section:
                yield section


def _section(body: Sequence[tuple[int, str]]) -> Section | None:
    page, first = body[0]
    match = _START.match(first)
    if match is None:
        return None
    dnr, dnr_line, rest = match[2] or "", first if match[2] else "", match[3] or match[4] or ""
    words, ended = [rest] if rest else [], False
    for _, line in body[1:]:
        if found := _DNR_LINE.match(line):
            dnr, dnr_line = found[1], line
        elif _HEADINGS.match(line) or _DECISION.match(line) or (words and not line):
            ended = True
            break
        elif line:
            words.append(line)
    heading = _joined(words) if ended and len(words) <= _LONGEST_HEADING else ""
    if BROKEN in heading or ". " in heading:
        heading = ""
    points, decided = _decision(body)
    return Section(int(match[1]), page, dnr, dnr_line, heading, points, decided or page)


def _decision(body: Sequence[tuple[int, str]]) -> tuple[tuple[str, ...], int]:
    """The points of the decision and the page on which it begins; nothing where it is only a proposal."""
    starts = [place for place, (_, line) in enumerate(body) if _DECISION.match(line) and not _PROPOSAL.search(line)]
    if len(starts) != 1:
        return (), 0
    points: list[str] = []
    for _, line in body[starts[0] + 1 :]:
        if _HEADINGS.match(line) or _DECISION.match(line):
            break
        if not line:
            continue
        if _POINT.match(line) or not points:
            points.append(_POINT.sub("", line))
        else:
            points[-1] += f" {line}"
    text = " ".join(points)
    whole = all(point.endswith(".") for point in points[:-1]) and (text.endswith(".") or len(points) > 1)
    whole = whole and len(text) <= _LONGEST_DECISION and BROKEN not in text and "•" not in text
    return (tuple(points) if whole else ()), body[starts[0]][0]


def _joined(lines: Sequence[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(lines)).strip(" .")
