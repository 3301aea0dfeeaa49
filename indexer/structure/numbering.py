"""Which of the lines that carry a § open an item, which list the contents, and which only refer to another item."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.structure.sections import SectionHead, ordinal, section_number, wordless

Head = tuple[int, SectionHead]  # where the line stands, and what it says


@dataclass(frozen=True)
class Numbering:
    """Lines by their index: those that open an item of these minutes, and those of a list of contents."""

    opening: dict[int, SectionHead]
    contents: frozenset[int]


def numbering(heads: list[Head]) -> Numbering:
    """The heads judged: an item's mark is that of the first head, the list of contents ends where the numbers restart.

    A head that falls back to an earlier number refers to it; one without words that says the last number again stands
    over the next page.
    """
    own = heads[0][1].mark if heads else ""
    mine = [head for head in heads if head[1].mark in ("", own)]
    restart = _restart(mine)
    parts = (mine[:restart], mine[restart:])
    listed = [head for part in parts for head in _without_repetitions(_without_mentions(part))]
    keys = [section_number(head.section) for _, head in listed]
    announced = [place for place, key in enumerate(keys) if key in keys[place + 1 :]]
    return Numbering(
        opening={index: head for place, (index, head) in enumerate(listed) if place not in announced},
        contents=frozenset(listed[place][0] for place in announced),
    )


def _restart(heads: list[Head]) -> int:
    """Where the numbers begin anew, never to rise above those before; 0 when they do not."""
    numbers = [ordinal(head.section) for _, head in heads]
    anew = (place for place in range(1, len(numbers)) if numbers[place] == numbers[0])
    return next((place for place in anew if max(numbers[place:]) <= max(numbers[:place])), 0)


def _without_mentions(heads: list[Head]) -> list[Head]:
    """The heads without those that name an earlier item: falling ones that have a mark or that came before."""
    kept: list[Head] = []
    highest = 0
    for index, head in heads:
        number = ordinal(head.section)
        known = bool(head.mark) or any(section_number(head.section) == section_number(one.section) for _, one in kept)
        if number < highest and known:
            continue
        highest = max(highest, number)
        kept.append((index, head))
    return kept


def _without_repetitions(heads: list[Head]) -> list[Head]:
    """The heads without those that say the last § again, over its next page, and have no title where it had one."""
    kept: list[Head] = []
    for index, head in heads:
        last = kept[-1][1] if kept else None
        if (
            last is None
            or section_number(head.section) != section_number(last.section)
            or wordless(last.title)
            or not wordless(head.title)
        ):
            kept.append((index, head))
    return kept
