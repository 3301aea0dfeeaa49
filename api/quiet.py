"""Nothing but our own words on the terminal."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from io import TextIOWrapper

# Libraries below the engine talk on their own; what they say means nothing to who asks.
SILENCE = {
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TQDM_DISABLE": "1",
    "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
}


def silence_libraries() -> None:
    """Keep warnings, logs and progress bars of other libraries off the terminal; the environment wins."""
    for name, value in SILENCE.items():
        os.environ.setdefault(name, value)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())  # without one, Python itself writes on stderr


def make_unbreakable() -> None:
    """Letters that the terminal's encoding lacks become marks instead of errors."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
