"""Many different questions on what a server's library holds, made of words from its own documents."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from eval.load.wire import Server

# Half of them in English. {word}: a long word of a paragraph; {words}: some that stand beside each other in one.
FORMS: Final = (
    "Hur många {word} fanns {year}?",
    "Vad beslutade {committee} om {word}?",
    "Vad säger förvaltningen om {words}?",
    "Varför {words}?",
    "Vem föreslog {word}?",
    "Hur stor var kostnaden för {word} {year}?",
    "How many {word} were there in {year}?",
    "What did {committee} decide on {word}?",
    "What does the administration say about {words}?",
    "Why {words}?",
    "Who proposed {word}?",
    "What was the cost of {word} in {year}?",
)
_DOCUMENTS: Final = 60  # whose words are used
_LONG: Final = 7  # letters of a word that says something
_WORD: Final = re.compile(r"[A-Za-zÅÄÖåäöé]{3,}")


def questions(server: Server, count: int, seed: int = 1) -> list[str]:
    """At most so many different questions. Raises DoorError where the server does not answer."""
    draw = random.Random(seed)
    listed: list[dict[str, Any]] = server.json("/api/documents?limit=1000")["documents"]
    chosen = draw.sample(listed, min(_DOCUMENTS, len(listed)))
    texts = [text for one in chosen for text in _texts(server, one["id"])]
    committees = sorted({one["committee"] for one in listed if one["committee"]}) or ["nämnden"]
    years = sorted({one["date"][:4] for one in listed if one["date"]}) or ["2023"]
    drawn = (_question(draw, texts, committees, years) for _ in range(count if texts else 0))
    return list(dict.fromkeys(drawn))


def _texts(server: Server, document_id: str) -> list[list[str]]:
    paragraphs = server.json(f"/api/documents/{document_id}")["paragraphs"]
    words = (_WORD.findall(one["text"]) for one in paragraphs)
    return [some for some in islice(words, 200) if any(len(word) >= _LONG for word in some)]


def _question(draw: random.Random, texts: Sequence[list[str]], committees: Sequence[str], years: Sequence[str]) -> str:
    words = draw.choice(texts)
    start = draw.randrange(max(len(words) - 3, 1))
    return draw.choice(FORMS).format(
        word=draw.choice([word for word in words if len(word) >= _LONG]).lower(),
        words=" ".join(words[start : start + 4]).lower(),
        committee=draw.choice(committees),
        year=draw.choice(years),
    )
