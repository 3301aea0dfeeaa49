"""What to call a document in a question, so that no other document of the library is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from eval.build.forms import english_date, swedish_date
from eval.build.naming import Phrase, quoted
from eval.build.pages import BROKEN, Text, fold
from eval.build.sections import Minutes

_NO_TITLE = re.compile(
    r"^(?:protokoll|sida|page|datum|diarie|dnr|beteckning|handläggare|till\b|bilaga|besöksadress|telefon|www|http"
    r"|socialnämnden$|tjänste(?:skrivelse|utlåtande)$|ärende|§)|@|\bsida \d|\d{4}-\d\d-\d\d|\d{3} \d\d",
    re.IGNORECASE,
)
_HALF = frozenset("av om för i och med till på samt vid från hos under inom".split())  # a title that goes on below
_FEWEST_WORDS, _MOST_WORDS = 3, 22


def titles(texts: Sequence[Text], meetings: Sequence[Minutes] = ()) -> dict[str, Phrase]:
    """For each document: whose minutes it is, or its own first heading, where only one is meant; else its file name."""
    found = {text.document: _headed(text, texts) or _file(text.document.rsplit("/", 1)[-1]) for text in texts}
    for meeting in meetings:
        same = [other for other in meetings if (other.committee, other.day) == (meeting.committee, meeting.day)]
        if meeting.day and len(same) == 1:
            found[meeting.text.document] = _minutes(meeting)
    named = Counter(phrase.sv for phrase in found.values())
    return {document: phrase if named[phrase.sv] == 1 else _file(document) for document, phrase in found.items()}


def _headed(text: Text, texts: Sequence[Text]) -> Phrase | None:
    heading = _heading(text)
    if not heading or sum(fold(heading) in other.folded for other in texts) != 1:
        return None
    return Phrase("dokumentet ", "the document ") + quoted(heading)


def _minutes(meeting: Minutes) -> Phrase:
    assert meeting.day
    committee = meeting.committee[0].lower() + meeting.committee[1:]
    return Phrase(
        f"{committee}s protokoll från den {swedish_date(meeting.day)}",
        f"the minutes of {meeting.committee} of {english_date(meeting.day)}",
    )


def _file(name: str) -> Phrase:
    return Phrase("filen ", "the file ") + quoted(name)


def _heading(text: Text) -> str:
    """The first paragraph, when it reads as a whole title and stands on a line of its own."""
    for _, paragraph in text.paragraphs[:1]:
        words = paragraph.split()
        plain = not _NO_TITLE.search(paragraph) and BROKEN not in paragraph and not paragraph.endswith((":", "?"))
        if _FEWEST_WORDS <= len(words) <= _MOST_WORDS and plain and words[-1].lower() not in _HALF:
            return paragraph.rstrip(". ")
    return ""
