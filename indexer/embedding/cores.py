"""How many threads a model may use."""

from __future__ import annotations

import os


def threads() -> int:
    """One per core that this process may run on, unless the environment says another number (OMP_NUM_THREADS)."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    if told.isdecimal() and int(told):
        return int(told)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
