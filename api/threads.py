"""One thread for a question: many are answered at once, so more threads for one only take the cores from another."""

from __future__ import annotations

import os
from typing import Final

_OF_NUMPY: Final = "OPENBLAS_NUM_THREADS"  # read when numpy loads
"""Small products are all that answering asks of numpy's matrix library; its threads would spin between them."""


def one_thread_a_question() -> None:
    """Keep numpy to the thread that calls it; the environment wins. To be called before numpy is imported."""
    os.environ.setdefault(_OF_NUMPY, "1")
