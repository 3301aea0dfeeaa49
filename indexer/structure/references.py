"""The references that documents carry: registry numbers (dnr) and dates.

Formats: documents.md 1.3; the dnr pattern was tested on 19 real forms.
"""

from __future__ import annotations

import re

DNR_LABEL = r"(?:\bd\s?nr|\bdiarie(?:nr|nummer)|\b[äÄ]rende(?:nr|nummer|beteckning)|\bbeteckning)\.?\s*:?\s*"
DNR_BODY = (
    r"(?:[A-ZÅÄÖ]{1,6}[\s/-]?)?\d[\dA-ZÅÄÖ.]*(?:\s?[-–/:]\s?\d[\d.]*){0,3}"
    r"(?:/[A-ZÅÄÖ]{1,5}\s?\d{3,5}(?:\s\d{2,3})?)?(?:\s(?:[A-ZÅÄÖ]{2,5}|\d{3})(?![\w-]))?"
)
LABELLED_DNR = re.compile(rf"(?i:{DNR_LABEL})(?P<dnr>{DNR_BODY})")
BARE_DNR = re.compile(
    r"(?<![\w.§])(?P<dnr>\d{4}\.\d{1,5}\s[A-ZÅÄÖ]{2,5}(?![\w-])|[A-ZÅÄÖ]{2,5}[ /-]?\d{4}[/:]\d{1,5}(?:[ -]\d{1,3})?"
    r"|[A-ZÅÄÖ] ?\d{4}-\d{3}[-–]\d{3,5}(?![\w-])|[A-ZÅÄÖ]{2,5}-(?:19|20)\d\d-\d{1,6}(?![\w-]))"
)
MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ),
        start=1,
    )
}
PAGE_MARK = re.compile(r"(?i:\bsid(?:a|nr)?\b\.?)(?:\s\d{1,3})?|\b\d{1,3}\s?(?:\(\d{1,3}\)|av\s\d{1,3}\b)")
SECTION_DNR = re.compile(r"\d{3,5}/\d\d(?:\d\d)?(?!\d)")  # only behind a §
ISO_DATE = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")
WORD_DATE = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)\s+(?P<name>{'|'.join(MONTHS)})\s+(?P<year>(?:19|20)\d\d)", re.IGNORECASE
)


def labelled_dnrs(text: str) -> list[str]:
    """Registry numbers that stand behind a label ("Dnr", "Diarienummer:"), as written."""
    found = (match["dnr"].rstrip(". ") for match in LABELLED_DNR.finditer(text))
    return [dnr for dnr in found if sum(letter.isdigit() for letter in dnr) > 3]


def bare_dnrs(text: str) -> list[str]:
    """Registry numbers that are known by their form alone ("2021.089 FN", "FN 2012/0164"), as written."""
    return [match["dnr"] for match in BARE_DNR.finditer(text)]


def dates(text: str) -> list[str]:
    """The full dates of the text as ISO, in reading order."""
    found = [
        (match.start(), _iso(match["year"], int(match["month"]), match["day"])) for match in ISO_DATE.finditer(text)
    ]
    found += [
        (match.start(), _iso(match["year"], MONTHS[match["name"].lower()], match["day"]))
        for match in WORD_DATE.finditer(text)
    ]
    return [date for _, date in sorted(found) if date]


def _iso(year: str, month: int, day: str) -> str:
    """ISO form, or nothing when there is no such day."""
    valid = 1 <= month <= 12 and 1 <= int(day) <= 31
    return f"{year}-{month:02d}-{int(day):02d}" if valid else ""
