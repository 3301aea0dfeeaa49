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
from indexer.model import Document
from qa.query import Concept, Query

HARDLY: Final = 0.2
"""What is left of the weight of a name that tells no document, and no sentence, from another."""

_OFFICIAL: Final = re.compile(r"\b(?:kommun|stad|region)\b|\bstads\b")
_SAYS_OF: Final = 5  # letters from which a word that begins with the name is said of the place ("stockholmarna")


def homes(documents: Iterable[Document]) -> frozenset[str]:
    """The municipalities that the documents say they are of: what is theirs alone of the names, folded.

    Without "kommun", "stad" and a last s; of several words the last ("väsby" of "Upplands Väsby").
    """
    stated = {document.municipality for document in documents if document.municipality}
    named = (_OFFICIAL.sub("", fold(one)).split() for one in stated)
    return frozenset(words[-1].removesuffix("s") for words in named if words)


def named_home(word: str, known: frozenset[str]) -> bool:
    """Does the word of a question name one of the municipalities?"""
    said = fold(word)
    bare = said.removesuffix("'s").removesuffix("’s").removesuffix("s")
    return any(bare == name or (len(name) >= _SAYS_OF and said.startswith(name)) for name in known)


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


def is_elsewhere(query: Query, document: Document) -> bool:
    """Is the document one of another municipality than the question names?"""
    named = [concept.word for concept in query.concepts if concept.of_home]
    own = homes([document])
    return bool(named and own) and not any(named_home(word, own) for word in named)
