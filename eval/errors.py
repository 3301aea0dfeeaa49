"""Everything that can go wrong in an evaluation, as one tree.

EvalError
├── GoldenError     a golden set that cannot be used
├── BenchmarkError  a public set that is not of its form
├── DoorError       the product did not answer as its contract says
├── ResultError     a file of results that cannot be used
├── GateError       the file of gates cannot be used
├── OutputError     a file that cannot be written
├── NothingFound    there is nothing to measure or to build from
└── MissingTool     a library that only this command needs is not installed

Each reaches the user as one sentence on stderr and exit code 1.
"""

from __future__ import annotations


class EvalError(Exception):
    """Base of all errors that the evaluation raises on purpose; its message is fit for the user."""


class GoldenError(EvalError):
    """A golden set that cannot be used; the message names file, line and field."""


class BenchmarkError(EvalError):
    """A public set of questions that is not of its form; the message names file and line."""


class DoorError(EvalError):
    """The product did not answer as its contract says."""


class ResultError(EvalError):
    """A file of results that cannot be used."""


class GateError(EvalError):
    """The file of gates cannot be used; the message names the gate."""


class OutputError(EvalError):
    """A file that cannot be written; the message names it."""


class NothingFound(EvalError):
    """There is nothing to measure or to build from; the message says where it was looked for."""


class MissingTool(EvalError):
    """A library that only this command needs is not installed; the message names it."""
