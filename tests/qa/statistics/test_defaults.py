"""What is taken where a question leaves something out: all there is, never a part of it."""

from __future__ import annotations

import pytest

from indexer.tables.totals import totals_of
from qa.engine import Engine

from .conftest import Over
