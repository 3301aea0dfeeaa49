"""`eval search GOLDEN`: is a paragraph that holds the place among the first hits?"""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from eval.asking import searched
from eval.commands.options import DEFAULT_LIBRARY, Golden, Library, Product
from eval.golden import cases
from eval.intervals import share
from eval.ranking import DEPTH, ranked
from eval.terminal import WIDTH


def search(
    golden: Golden,
    library: Library = DEFAULT_LIBRARY,
    k: Annotated[int, typer.Option("-k", "--k", min=1, max=DEPTH, help="How many hits to look at.")] = DEPTH,
    misses: Annotated[bool, typer.Option(help="Show the questions whose place is not among the first 5.")] = False,
    product: Product = "",
) -> None:
    """Look only at the search: is the place among the first hits?"""
    chosen = {case.id: case for case in cases(golden)}
    ranks = {
        name: ranked(chosen[name], hits)["rank"]
        for name, hits in searched([*chosen.values()], library, product, k).items()
    }
    console = Console(width=WIDTH)
    depths = sorted({depth for depth in (1, 5, k) if depth <= k})
    for language in sorted({chosen[name].language for name in ranks}, reverse=True):
        spoken = [rank for name, rank in ranks.items() if chosen[name].language == language]
        shares = (f"R@{depth} {share(r is not None and r <= depth for r in spoken)}" for depth in depths)
        console.print(language, *shares, sep="   ", markup=False, highlight=False)
    for name, rank in ranks.items():
        if misses and (rank is None or rank > 5):
            console.print(name, rank, chosen[name].question, "|", chosen[name].locators, markup=False)
