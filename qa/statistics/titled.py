"""Labels that are met only by words of the table's own title or file: "Sandvikens kommun" names none of its rows."""

from __future__ import annotations

from typing import Final

from indexer.language.tokens import fold_letters
from qa.statistics.catalogue import Family
from qa.statistics.labels import LabelHit
from qa.statistics.nearness import Near
from qa.statistics.question import Asked

_WHOLE: Final = 0.95
_FLAG: Final = 0.9
_TITLED: Final = 0.95
_SCARCELY: Final = 0.6  # share of a label's words
_FEW_LABELS: Final = 6
_NAMED: Final = 5  # letters of a name
_GENITIVE: Final = 1


def of_title(asked: Asked, hit: LabelHit, family: Family, near: Near) -> bool:
    """Is the label met only loosely, by words that the table's title has whole ("omsorgsnämndens" for "Nämnden")?"""
    title = dict.fromkeys(family.title, 1.0)
    named = dict.fromkeys(family.named, 1.0)
    part = hit.covered < _SCARCELY and len(hit.dimension.labels) > _FEW_LABELS  # "kommunens" for one of its companies
    return hit.covered < _WHOLE and all(
        (strength < _FLAG and near[at].best(title) >= _TITLED)
        or (part and (near[at].best(named) >= _TITLED or _in_file(asked.terms[at].text, family)))
        for at, strength in hit.met.items()
    )


def _in_file(text: str, family: Family) -> bool:
    """ "Sandvikens" of a file "sandviken-leverantorer", whose name is written without dots and endings."""
    word = fold_letters(text.lower())
    return any(len(one) >= _NAMED and word.startswith(fold_letters(one)) and len(word) - len(one) <= _GENITIVE
               for one in family.named if one.isalpha())  # fmt: skip
