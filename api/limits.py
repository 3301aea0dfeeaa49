"""The limits of what the doors take in."""

from __future__ import annotations

MOST_HITS = 1000
BODY_BYTES = 256 * 1024
