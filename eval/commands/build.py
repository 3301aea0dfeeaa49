"""`eval build OUT`: an evaluation set built from the documents of a library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from eval import files, indexing
from eval.commands.options import DEFAULT_LIBRARY, Library, in_a_folder
from eval.errors import MissingTool, NothingFound
from eval.review import Reviewed, with_reviews
from eval.terminal import bar

Out = Annotated[
    Path,
    typer.Argument(metavar="OUT", dir_okay=False, callback=in_a_folder, help="The golden set to write (JSON lines)."),
]
Documents = Annotated[
    list[Path] | None,
    typer.Option(
        "--documents",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Folder of the original files. Default: the folders that the library was indexed from.",
    ),
]
Ways = Annotated[str, typer.Option("--ways", metavar="WAY,WAY", help="Only these ways. Default: all.")]
Most = Annotated[
    int, typer.Option("--most", min=1, help="At most so many questions of each way, in two languages each.")
]


def build(
    out: Out,
    library: Library = DEFAULT_LIBRARY,
    documents: Documents = None,
    ways: Ways = "",
    most: Most = 100,
    seed: int = 1,
) -> None:
    """Build questions with known answers from the documents themselves."""
    try:
        from eval.build import everything
    except ModuleNotFoundError as error:
        raise MissingTool(f"`eval build` needs {error.name}: install the extra `develop`.") from error
    chosen = [way.strip() for way in ways.split(",") if way.strip()] or list(everything.WAYS)
    if unknown := sorted(set(chosen) - set(everything.WAYS)):
        raise typer.BadParameter(f"There is no way {', '.join(unknown)}. There are: {', '.join(everything.WAYS)}.")
    originals = everything.Originals(tuple(_files(documents or _sources(library))))
    rows = []
    counted = []
    with bar("building", len(chosen)) as step:
        for way, built in everything.build(originals, chosen, most, seed):
            rows += [row | {"built": row["built"] | {"seed": seed}} for case in built for row in case.rows()]
            counted.append(f"{way} {len(built)}")
            step()
    if not rows:
        raise NothingFound(
            f"Nothing could be built from {len(originals.files)} files. Check the folder of the originals."
        )
    files.write_objects(out, with_reviews(rows, Reviewed.open(out).rows if out.exists() else []))
    typer.echo(f"{out}: {len(rows)} cases ({', '.join(counted)}; each in Swedish and English)")


def _sources(library: Path) -> list[Path]:
    """The folders that the library was indexed from, as its door tells."""
    folders = [Path(source) for source in indexing.status(library).get("sources") or ()]
    gone = [str(folder) for folder in folders if not folder.is_dir()]
    if not folders or gone:
        what = f"{', '.join(gone)} is gone" if gone else "the library does not tell where its documents came from"
        raise NothingFound(f"The original files are needed, and {what}. Name their folder with --documents DIR.")
    return folders


def _files(folders: list[Path]) -> list[tuple[Path, str]]:
    """Every file below the folders with its path relative to its folder, in one order on every machine."""
    found = []
    for folder in folders:
        for at, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if not name.startswith("."))
            files = (Path(at) / name for name in sorted(names) if not name.startswith((".", "~$")))
            found += [(file, file.relative_to(folder).as_posix()) for file in files]
    return found
