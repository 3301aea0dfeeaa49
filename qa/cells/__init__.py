"""Cells of tables inside documents: the one that a question names, the highest of a column, a row over the years."""

from qa.cells.find import develops
from qa.cells.judge import cells_for, only_rows
from qa.cells.lines import lines
from qa.cells.say import Beside, write_cells

__all__ = ["Beside", "cells_for", "develops", "lines", "only_rows", "write_cells"]
