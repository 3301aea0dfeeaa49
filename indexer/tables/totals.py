"""Labels that sum up others: "Totalt", "Summa nämnder", "Riket", "Kvinnor och män", and codes above other codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WHOLE = re.compile(
    r"(?:total(?:t|en|er|a|summa)?|tot\.?|summa|sum|delsumma|samtliga|samtlige|alla|alle|all|totals?|riket|hela riket|"
    r"sverige|sweden|(?:the )?whole country|entire country|"
    r"(?:alla|hela|samtliga) (?-i:[a-zåäö]+)|båda könen|båda|kvinnor och män|män och kvinnor|flickor och pojkar|"
    r"pojkar och flickor|men and women|women and men|both sexes|inrikes och utrikes födda|genomsnitt|"
    r"medel(?:värde|tal)?|snitt|median|riksgenomsnitt(?:et)?|average|"
    r"mean|grand total|tk|t)(?:\s?(?:%|\(.*\)|\*+|\d\)))?",
    re.IGNORECASE,
)
_SOME = r"(?:därav|varav|of which|hereof)"
_PARTS = re.compile(rf"\W*{_SOME}\b", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:summa|totalt?|delsumma|samtliga|{_SOME}|\W*sum of|total|genomsnitt)[\s:,]", re.IGNORECASE)
_ENDS = re.compile(
    r"[\s,:(-](?:total(?:t|en)?|summa|samtliga|sammanlagt|genomsnitt|snitt|alla|tot\.?)\)?$", re.IGNORECASE
)
_COUNTRY = re.compile(r"sverige|sweden", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:utland|utomlands|abroad|länder|countries|norge\b|norway|danmark|denmark|finland|norden|europa|europe|asien|asia)",
    re.IGNORECASE,
)
_CODED = re.compile(r"(\d{1,8})\s+(\D.*)")
_ALL = re.compile(r"00+")
_ALL_OF = re.compile(r"(?:hela|all of|the whole of) \S", re.IGNORECASE)
_COUNTY = re.compile(r"\S\s(?:län|county)$", re.IGNORECASE)
_FEWEST = 3  # labels beside that of a whole
_CONSECUTIVE = 0.7  # of all numbers between the first and the last
_PLACED = 0.9  # of the longest codes have one above them, else short codes are codes like the others


def is_total(label: str) -> bool:
    """Whether the label says by itself that it stands for others together."""
    bare = label.strip(" \t\u00a0:.")
    coded = _CODED.fullmatch(bare)
    bare = coded.group(2) if coded else bare
    return bool(is_whole(bare) or _BEGINS.match(bare) or _ENDS.search(bare))


def is_whole(label: str) -> bool:
    """Whether the label is nothing but a word for all together ("Totalt", "Samtliga")."""
    parts = label.split(" / ")  # "Hela riket / Whole country"
    return all(_WHOLE.fullmatch(part.strip(" \t\u00a0:.")) for part in parts)


def totals_of(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels of one column that stand for others, by their words or by codes that others begin with."""
    coded = {label: found for label in labels if (found := _CODED.fullmatch(label))}
    units = len({found.group(2).lower() for found in coded.values()}) == 1  # "1 år", "10 år": amounts, no codes
    codes = {} if units else {label: found.group(1) for label, found in coded.items()}
    above = set(parents(list(codes.values())))
    county = _county_of(labels) or _all_of_place(labels)
    own = any(_ABROAD.search(label) for label in labels)  # "Sverige" beside "Utlandet" is one of the countries
    return tuple(
        label
        for label in labels
        if (is_total(label) or codes.get(label) in above or label == county)
        and not (own and _COUNTRY.fullmatch(label.strip()))
    )


def is_part(label: str) -> bool:
    """Whether the label says that it is some of the one above ("därav kvinnor"), and so never all there is."""
    return _PARTS.match(label) is not None


def _county_of(labels: Sequence[str]) -> str:
    """The one county among labels that name none: its municipalities, which it sums up."""
    counties = [label for label in labels if _COUNTY.search(label)]
    others = [label for label in labels if not is_total(label)]
    return (
        counties[0] if len(counties) == 1 and len(others) > _FEWEST and counties[0] in (others[0], others[-1]) else ""
    )


def _all_of_place(labels: Sequence[str]) -> str:
    """ "Hela Viken" before or behind all others, which are its parts."""
    ends = {label for label in (*labels[:1], *labels[-1:]) if _ALL_OF.match(label)}
    return ends.pop() if len(ends) == 1 and len(labels) > _FEWEST else ""


def parents(codes: Sequence[str]) -> tuple[str, ...]:
    """The codes that stand above others: "20" above "2021", "00" above all; () when the codes are no hierarchy."""
    known = dict.fromkeys(codes)
    if _counts_up(known):
        return ()
    longest = max((len(code) for code in known), default=0)
    leaves = [code for code in known if len(code) == longest]
    heads = {code[:length] for code in leaves for length in range(1, longest)} & known.keys()
    placed = sum(any(code[:length] in heads for length in range(1, longest)) for code in leaves)
    if heads and placed < _PLACED * len(leaves):
        heads = set()
    return tuple(code for code in known if code in heads or (_ALL.fullmatch(code) and len(known) > 1))


def _counts_up(codes: Iterable[str]) -> bool:
    """Are the codes numbers that follow each other, such as ages: no hierarchy?"""
    numbers = {int(code) for code in codes if code.isdecimal()}
    return len(numbers) > 2 and len(numbers) > _CONSECUTIVE * (max(numbers) - min(numbers) + 1)
