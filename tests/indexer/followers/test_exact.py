"""Exact search over what a library wrote after a change number."""

from __future__ import annotations

from collections.abc import Callable

from indexer.embedding import HashingEmbedder
from indexer.followers import Exact
from indexer.library import Library
from indexer.model import Document

Put = Callable[..., Document]


def test_the_nearest_come_first_with_their_cosine(library: Library, put: Put) -> None:
    document = put("a.txt", ["lind ek", "lind", "sten"])
    exact = Exact().refreshed(library, 0)
    hits = exact.search(HashingEmbedder().embed_query("lind"), 2)
    paragraphs = library.paragraphs(document.id)
    assert [hit for hit, _ in hits] == [paragraphs[1].id, paragraphs[0].id]
    assert abs(hits[0][1] - 1.0) < 1e-5


def test_a_refresh_takes_in_what_came_and_drops_what_went(library: Library, put: Put) -> None:
    first = put("a.txt", ["lind"])
    exact = Exact().refreshed(library, 0)
    put("b.txt", ["lind ek"])
    library.remove(first.id)
    later = exact.refreshed(library, 0)
    assert [library.paragraphs_by_id([hit])[hit].text for hit, _ in later.search(_query(), 9)] == ["lind ek"]
    assert len(exact.search(_query(), 9)) == 1  # who holds the earlier rows goes on with them
    assert later.refreshed(library, 0) is later


def test_only_what_came_after_the_change_number_is_held(library: Library, put: Put) -> None:
    put("a.txt", ["lind"])
    after = library.change_number
    put("b.txt", ["lind ek", "alm"])
    exact = Exact().refreshed(library, 0)
    assert len(exact) == 3
    exact = exact.refreshed(library, after)
    assert len(exact) == 2
    exact = exact.refreshed(library, library.change_number)
    assert (len(exact), exact.search(_query(), 5)) == (0, [])


def test_an_empty_library_gives_no_hits(library: Library) -> None:
    exact = Exact().refreshed(library, 0)
    assert exact.search(_query(), 5) == []


def _query():  # type: ignore[no-untyped-def]
    return HashingEmbedder().embed_query("lind")
