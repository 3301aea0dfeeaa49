"""Whose documents they are: what the name of a municipality in a question tells in a library of its documents.

Where all documents are of one municipality, its name tells none of them from another, and a sentence that happens to
hold it is no nearer to the question. Where they are of several, the name chooses documents, not sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from indexer.language.tokens import fold
from indexer.language.words import known, known_english
from indexer.model import Document
from qa.query import Concept, Query

HARDLY: Final = 0.2
"""What is left of the weight of a name that tells no document, and no sentence, from another."""

_SAID_OTHERWISE: Final = {"gothenburg": "göteborg"}
"""Municipalities that English calls by another name."""

_OFFICIAL: Final = re.compile(r"\b(?:kommun|stad|region)\b|\bstads\b")
_OF_IT: Final = r"[as]?(?:are|arna|bor?|borna|kommun\w*)?s?"
"""How a name ends where it says who lives there, or the authority; a street named after the place ends otherwise."""


def homes(documents: Iterable[Document]) -> frozenset[str]:
    """The municipalities that the documents say they are of: what is theirs alone of the names, folded.

    Without "kommun", "stad" and a last s; of several words the last ("väsby" of "Upplands Väsby").
    """
    stated = {document.municipality for document in documents if document.municipality}
    named = (_OFFICIAL.sub("", fold(one)).split() for one in stated)
    return frozenset(words[-1].removesuffix("s") for words in named if words)


def named_home(word: str, known: frozenset[str]) -> bool:
    """Does the word of a question name one of the municipalities?"""
    said = as_here(word)
    return any(re.fullmatch(re.escape(name) + _OF_IT, said) for name in known)


def as_here(name: str) -> str:
    """The name of a place in a question as documents write it: folded, without an English genitive's mark."""
    said = fold(name).removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    return _SAID_OTHERWISE.get(said, said)


def at_home(query: Query, known: frozenset[str]) -> Query:
    """The question with its municipality's name weighing little; as it is where it names none of them."""
    if not any(named_home(concept.word, known) for concept in query.concepts):
        return query
    return replace(query, concepts=tuple(_weighed(concept, known) for concept in query.concepts))


def _weighed(concept: Concept, known: frozenset[str]) -> Concept:
    if not named_home(concept.word, known):
        return concept
    return replace(concept, weight=concept.weight * HARDLY, of_home=True)


def as_named(concept: Concept) -> Concept:
    """The concept as the question names it: the name of the place may stand in the head of a column."""
    return replace(concept, weight=concept.weight / HARDLY, of_home=False) if concept.of_home else concept


def named_homes(query: Query) -> tuple[str, ...]:
    """The municipalities that the question names, in its own words."""
    return tuple(concept.word for concept in query.concepts if concept.of_home)


def surely_named(query: Query) -> bool:
    """Does the question name a municipality beyond doubt: with a capital, or by what is no word of the language?"""
    common = known if query.language == "sv" else known_english
    return any(
        re.search(rf"\b{re.escape(word[:1].upper() + word[1:])}", query.question) or not common(as_here(word))
        for word in named_homes(query)
    )


def speaks_of_it(query: Query, text: str) -> bool:
    """Does the text, of whatever municipality, hold the name of one that the question names?"""
    there, named = fold(text), (as_here(word).removesuffix("s") for word in named_homes(query))
    return any(re.search(rf"\b{re.escape(name)}{_OF_IT}\b", there) for name in named)


def is_elsewhere(query: Query, document: Document) -> bool:
    """Is the document one of another municipality than the question names?"""
    named = named_homes(query)
    own = homes([document]) if named else frozenset()
    return bool(own) and not any(named_home(word, own) for word in named)
