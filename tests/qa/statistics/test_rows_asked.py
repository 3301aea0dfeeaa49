"""Whether a question asks how many rows there are."""

from __future__ import annotations

from qa.statistics.catalogue import Dimension
from qa.statistics.labels import LabelHit
from qa.statistics.rows_asked import without_labels


def test_a_dimension_with_a_label_named_is_not_counted() -> None:
    ages = Dimension("Ålder", ("ålder",), (0,), ("1-5 år", "6-9 år"), frozenset())
    assert without_labels({ages: 1}, [LabelHit(ages, "1-5 år", 1.0, {1: 1.0})]) == {}
    assert without_labels({ages: 1}, []) == {ages: 1}
