"""`namndsvar ask`: one question, or a batch of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.options import Batch, Json, Library, library_path
from api.troubles import told, wrong_usage


@told
def ask(
    question: Annotated[
        str | None, typer.Argument(help="In Swedish or English; - reads it from stdin.", show_default=False)
    ] = None,
    history: Annotated[
        list[str] | None, typer.Option("--history", metavar="TURN", help="An earlier question; may be repeated.")
    ] = None,
    library: Library = None,
    json: Json = False,
    batch: Batch = False,
) -> None:
    """Answer a question from the documents, with citations.

    With --batch each line on stdin is {"id", "question", "history"}.
    """
    if batch == (question is not None):
        wrong_usage('Give a question, as in: namndsvar ask "Hur många tjänster är vakanta?", or --batch.')
    if batch and history:
        wrong_usage("With --batch each line gives its own history; --history goes with one question.")
    if question is None:
        _ask_batch(library_path(library))
    else:
        _ask_once(question, history or [], library_path(library), json)


def _ask_once(question: str, history: list[str], library: Path, as_json: bool) -> None:
    from api import engines
    from api.answer_json import answer_json
    from api.question_json import checked, checked_history
    from api.streams import asked_or_read, write_json
    from api.terminal import console, show_answer

    words = checked(asked_or_read(question))
    with engines.open_engine(library) as engine:
        answer = engine.ask(words, checked_history(history))
        if as_json:
            write_json(answer_json(answer, engine.library))
    if not as_json:
        show_answer(answer, console())


def _ask_batch(library: Path) -> None:
    from api import engines
    from api.answer_json import AnswerJson, answer_json
    from api.batch import run_batch
    from api.question_json import BatchQuestion, checked, checked_history

    with engines.open_engine(library) as engine:

        def answer(line: BatchQuestion) -> AnswerJson:
            found = engine.ask(checked(line.question), checked_history(line.history), line.filters)
            return answer_json(found, engine.library, line.id)

        run_batch(BatchQuestion, answer)
