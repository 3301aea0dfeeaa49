"""What the server counts and times, in the text form that Prometheus reads (exposition format 0.0.4)."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
HELP = {
    "namndsvar_requests_total": "Requests answered.",
    "namndsvar_request_seconds": "From a request's arrival to the end of its response.",
    "namndsvar_first_byte_seconds": "From a request's arrival to the first byte of its response's body.",
    "namndsvar_answers_total": "Answers given.",
    "namndsvar_answer_seconds": "The engine's own time for an answer.",
    "namndsvar_answers_given_up_total": "Answers that took too long, or whose asker went away.",
    "namndsvar_answers_left_running": "Answers that were given up and are still being made.",
    "namndsvar_uploads_total": "Files uploaded.",
    "namndsvar_feedback_total": "Verdicts on answers.",
    "namndsvar_requests_in_flight": "Requests that are being answered now.",
    "namndsvar_library_documents": "Documents in the library.",
    "namndsvar_library_paragraphs": "Paragraphs in the library.",
    "namndsvar_library_change_number": "Number of the library's last change.",
    "process_resident_memory_bytes": "Memory of this process.",
    "process_start_time_seconds": "When this process began, in seconds since 1970.",
}
_STARTED = time.time()

Labels = tuple[tuple[str, str], ...]


@dataclass
class _Times:
    """A histogram. under: how many took at most each bound; the last is for those that took longer."""

    under: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        at = next((at for at, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))
        self.under[at] += 1
        self.total += seconds


class Metrics:
    """Counts and times of one server. Safe from several threads."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._counts: Counter[tuple[str, Labels]] = Counter()
        self._times: dict[tuple[str, Labels], _Times] = {}
        self.in_flight = 0

    def count(self, name: str, **labels: str) -> None:
        """One more."""
        with self._guard:
            self._counts[(name, tuple(labels.items()))] += 1

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """One more that took so many seconds."""
        with self._guard:
            self._times.setdefault((name, tuple(labels.items())), _Times()).add(seconds)

    def text(self, gauges: Mapping[str, float]) -> str:
        """Everything counted so far, and values as they are now."""
        now = {**gauges, "namndsvar_requests_in_flight": self.in_flight, **_process()}
        with self._guard:
            lines = [
                *_families("counter", _counted(self._counts)),
                *_families("histogram", _timed(self._times)),
                *_families("gauge", ((name, f"{name} {value:g}" if value < 1e6 else f"{name} {value:.0f}")
                                     for name, value in now.items())),
            ]  # fmt: skip
        return "\n".join(lines) + "\n"


def _families(kind: str, samples: Iterator[tuple[str, str]]) -> Iterator[str]:
    """The samples, those of one name together under its help and type."""
    told = ""
    for name, sample in samples:
        if name != told:
            yield f"# HELP {name} {HELP[name]}"
            yield f"# TYPE {name} {kind}"
            told = name
        yield sample


def _counted(counts: Mapping[tuple[str, Labels], int]) -> Iterator[tuple[str, str]]:
    for (name, labels), count in sorted(counts.items()):
        yield name, f"{name}{_written(labels)} {count}"


def _timed(times: Mapping[tuple[str, Labels], _Times]) -> Iterator[tuple[str, str]]:
    for (name, labels), found in sorted(times.items(), key=lambda item: item[0]):
        so_far = 0
        for bound, count in zip((*map(str, BOUNDS), "+Inf"), found.under, strict=True):
            so_far += count
            yield name, f"{name}_bucket{_written((*labels, ('le', bound)))} {so_far}"
        yield name, f"{name}_sum{_written(labels)} {found.total:.6f}"
        yield name, f"{name}_count{_written(labels)} {so_far}"


def _written(labels: Labels) -> str:
    pairs = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{pairs}}}" if pairs else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _process() -> dict[str, float]:
    """Memory and start of this process; the former where the system tells it."""
    found = {"process_start_time_seconds": _STARTED}
    statm = Path("/proc/self/statm")
    if statm.exists():
        found["process_resident_memory_bytes"] = float(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return found
