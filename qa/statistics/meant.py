"""What words of a question stand for by their meaning alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qa.statistics.catalogue import Dimension, Measure
from qa.statistics.labels import LabelHit


@dataclass(frozen=True)
class Meant:
    """What words stand for by their meaning alone: labels of dimensions, and measures with the terms that say them."""

    labels: Mapping[Dimension, Sequence[LabelHit]] = field(default_factory=dict)
    measures: Mapping[Measure, Mapping[int, float]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.labels or self.measures)


NO_MEANING: Final = Meant()
