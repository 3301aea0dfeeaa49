"""The server's log: JSON lines on stderr, without the words of questions unless the settings ask for them."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from indexer.settings import settings

LOG = logging.getLogger("namndsvar")
_FRAMES = 8  # of a traceback, the innermost


class JsonLines(logging.Formatter):
    """A record as one JSON object.

    A message's arguments and an error's own words may hold what was asked, so they are left out by default.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record on one line."""
        told = settings().log_questions
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if told else str(record.msg),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line |= {"error": type(error).__name__, "at": _frames(error.__traceback__)}
            line |= {"message": str(error)} if told else {}
        return json.dumps(line, ensure_ascii=False, default=str)


def log(event: str, *, level: int = logging.INFO, error: BaseException | None = None, **fields: object) -> None:
    """Write an event with its fields into the log."""
    LOG.log(level, event, extra={"fields": fields}, exc_info=error)


def set_up_logs() -> None:
    """Send our own events, and the warnings of all others, to stderr as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.WARNING)
    LOG.setLevel(logging.INFO)


def _frames(found: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(found)[-_FRAMES:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
