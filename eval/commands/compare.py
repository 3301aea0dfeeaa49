"""`eval compare OLD.json NEW.json`: what was mended, what broke, and whether the difference is real."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from eval import files, result
from eval.commands.options import Json
from eval.compare import compared
from eval.terminal import LABELS, WIDTH

LONGEST = 400  # characters of an answer shown


def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", exists=True, dir_okay=False, help="A run.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.json", exists=True, dir_okay=False, help="A later run.")],
    json_out: Json = None,
) -> None:
    """Compare two runs of the same questions, question by question."""
    found = compared(result.read(old), result.read(new))
    console = Console(width=WIDTH)
    console.print(_table(found))
    for title, changes in (("Mended", found["mended"]), ("Broken", found["broken"])):
        _listed(console, title, changes)
    for note in _notes(found):
        console.print(note, markup=False, highlight=False)
    console.print(f"\n{found['sentence']}", markup=False, highlight=False)
    if json_out:
        files.write_json(json_out, found)


def _table(found: Mapping[str, Any]) -> Table:
    title = "Now, difference to before, its 95 % interval (* leaves out 0)"
    table = Table(title=title, title_justify="left", width=WIDTH)
    table.add_column("")
    spoken = [language for language in found["measures"] if language != "all" or len(found["measures"]) != 2]
    for language in spoken:
        table.add_column(language, no_wrap=True, min_width=26)
    for name, label in LABELS.items():
        cells = [_cell(found["measures"][language].get(name)) for language in spoken]
        if any(cells):
            table.add_row(label, *cells)
    table.add_row("strictly right: mended, broken; p", *(_test(found["strict"][language]) for language in spoken))
    return table


def _cell(measured: Mapping[str, float] | None) -> str:
    if not measured:
        return ""
    if measured["old"] == measured["new"]:
        return f"{measured['new']:.2f}"
    sure = " *" if measured["low"] > 0 or measured["high"] < 0 else ""
    return f"{measured['new']:.2f} {measured['difference']:+.2f} [{measured['low']:+.2f} {measured['high']:+.2f}]{sure}"


def _test(strict: Mapping[str, Any]) -> str:
    return f"+{strict['mended']} −{strict['broken']}; p = {strict['p']:.2g}"


def _listed(console: Console, title: str, changes: Sequence[Mapping[str, Any]]) -> None:
    console.print(f"\n{title}: {len(changes)}", markup=False, highlight=False)
    for change in changes:
        shown = (
            f"  {change['id']} [{change['kind']}] {change['question']}\n     wanted: {change['wanted']}"
            f"\n     before ({change['before']['status']}): {change['before']['text'][:LONGEST]}"
            f"\n     after  ({change['after']['status']}): {change['after']['text'][:LONGEST]}"
        )
        console.print(shown, markup=False, highlight=False)


def _notes(found: Mapping[str, Any]) -> list[str]:
    notes = []
    if found["only_old"] or found["only_new"]:
        notes.append(
            f"\n{found['common']} cases are in both runs and compared;"
            f" {found['only_old']} only in the old one and {found['only_new']} only in the new one are left out."
        )
    if found["expected_changed"]:
        notes.append(f"The question or what it expects has changed in: {', '.join(found['expected_changed'])}.")
    return notes
