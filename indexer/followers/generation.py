"""Each follower's files lie in a numbered folder; one small file says which is current and what it holds.

A rebuild fills a new folder and then switches, so that readers never see half an index and a kill costs nothing.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

_STATE = "state.json"


@dataclass(frozen=True)
class State:
    """What the current generation holds.

    library: identity of the library that it follows. shape: what else shaped it (versions, model).
    change: the change number reached. clean: False while a writer is at work.
    seals: checksums of the files, by path relative to the generation's folder, where the engine keeps none itself.
    """

    generation: int
    library: str
    shape: str
    change: int = 0
    clean: bool = True
    dead: int = 0
    seals: dict[str, int] = field(default_factory=dict)


class Generations:
    """The folder of one follower."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def state(self) -> State | None:
        """The current state; None when there is none or it is unreadable, which both mean: rebuild."""
        try:
            values = json.loads((self.folder / _STATE).read_text(encoding="utf-8"))
            return State(**values)
        except (OSError, ValueError, TypeError):
            return None

    def write(self, state: State) -> State:
        """Make `state` the current one, atomically and durably."""
        file = self.folder / _STATE
        draft = file.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(asdict(state), stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
        return state

    def path(self, state: State) -> Path:
        """The folder that holds the files of a state."""
        return self.folder / f"{state.generation:06d}"

    def begin(self, library: str, shape: str) -> State:
        """An empty folder for a new generation, not yet current."""
        numbers = [int(path.name) for path in self.folder.glob("[0-9]*") if path.name.isdigit()]
        state = State(max(numbers, default=0) + 1, library, shape)
        self.path(state).mkdir(parents=True)
        return state

    def switch(self, state: State) -> State:
        """Make a generation current and delete all others."""
        written = self.write(replace(state, clean=True))
        for path in self.folder.glob("[0-9]*"):
            if path != self.path(state):
                shutil.rmtree(path, ignore_errors=True)  # a reader on Windows may hold it; the next switch tries again
        return written
