"""`namndsvar search`: ranked paragraphs only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.limits import MOST_HITS
from api.options import Batch, Json, Library, library_path
from api.troubles import told, wrong_usage


@told
def search(
    query: Annotated[
        str | None, typer.Argument(help="What to look for; - reads it from stdin.", show_default=False)
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=MOST_HITS, help="How many paragraphs.")] = 10,
    library: Library = None,
    json: Json = False,
    batch: Batch = False,
) -> None:
    """Show the paragraphs nearest to a query, best first.

    With --batch each line on stdin is {"id", "question", "k"}.
    """
    if batch == (query is not None):
        wrong_usage('Give a query, as in: namndsvar search "lediga tjänster", or --batch.')
    if query is None:
        _search_batch(library_path(library), k)
    else:
        _search_once(query, k, library_path(library), json)


def _search_once(query: str, k: int, library: Path, as_json: bool) -> None:
    from api import engines
    from api.answer_json import hits_json
    from api.question_json import checked
    from api.streams import asked_or_read, write_json
    from api.terminal import console, show_hits
    from indexer.language.detect import language

    words = checked(asked_or_read(query))
    with engines.open_engine(library) as engine:
        hits = engine.search(words, k)
        if as_json:
            write_json(hits_json(words, hits, language(words), engine.library))
    if not as_json:
        show_hits(hits, console(), language(words))


def _search_batch(library: Path, usual: int) -> None:
    from api import engines
    from api.answer_json import HitsJson, hits_json
    from api.batch import run_batch
    from api.question_json import BatchSearch, checked
    from indexer.language.detect import language

    with engines.open_engine(library) as engine:

        def answer(line: BatchSearch) -> HitsJson:
            words = checked(line.question)
            hits = engine.search(words, line.k or usual, line.filters)
            return hits_json(words, hits, language(words), engine.library, line.id)

        run_batch(BatchSearch, answer)
