"""`namndsvar status`, `remove` and `verify`: what the library holds, and keeping it sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer

from api.options import Json, Library, library_path
from api.troubles import told


@told
def status(library: Library = None, json: Json = False) -> None:
    """Tell what the library holds."""
    from indexer.library import Library as Shelf

    with Shelf.open(library_path(library)) as shelf:
        _show(shelf.status(), json)


@told
def remove(
    document: Annotated[str, typer.Argument(help="Its path, file name or id.")],
    library: Library = None,
) -> None:
    """Take a document out of the library; it is gone in the very next answer."""
    from api.waiting import when_free
    from indexer.build import remove as take_out

    typer.echo(f"{when_free(lambda: take_out(library_path(library), document)).path}: removed")


@told
def verify(library: Library = None, json: Json = False) -> None:
    """Check the search indexes against the library, and heal them."""
    from api.waiting import when_free
    from indexer.build import verify as check

    _show(asdict(when_free(lambda: check(library_path(library)))), json)


def _show(facts: Mapping[str, Any], as_json: bool) -> None:
    """Facts as one JSON object, or a line for each."""
    if as_json:
        from json import dumps

        typer.echo(dumps(facts, ensure_ascii=False, default=str))
        return
    width = max(map(len, facts), default=0)
    for name, value in facts.items():
        typer.echo(f"{name.replace('_', ' '):<{width}}  {_written(value)}")


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    if isinstance(value, float):
        return f"{value:.1f}"
    return str(value) if value not in ("", None) else "-"
