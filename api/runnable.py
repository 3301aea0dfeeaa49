"""The product as a LangChain Runnable: question in, cited answer out. Slow to import: nothing else imports it.

It needs no server; the engine runs in the same process.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from langchain_core.runnables import RunnableConfig, RunnableSerializable

from api import engines
from api.answer_json import answer_json
from api.question_json import QuestionJson, checked, checked_history


class NamndsvarRunnable(RunnableSerializable[str | dict[str, Any], dict[str, Any]]):
    """Answers a question, or a dict with "question", "history" (earlier questions) and "filters".

    Gives what `namndsvar ask --json` gives, as a dict: "text", "status", "citations", "figures" and the rest.
    engine: an `api.engines.Engine`, for example that of `open`.
    """

    engine: Any

    @classmethod
    def open(cls, library: Path | str) -> Self:
        """Over the library in a folder. Raises LibraryMissing and the other LibraryErrors."""
        return cls(engine=engines.open_engine(Path(library)))

    def close(self) -> None:
        """Let go of the library's files."""
        self.engine.close()

    def invoke(
        self, input: str | dict[str, Any], config: RunnableConfig | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """One answer. Raises QuestionError, and pydantic's ValidationError for a dict of another form."""
        return self._call_with_config(self._answer, input, config, run_type="chain")

    def _answer(self, given: str | dict[str, Any]) -> dict[str, Any]:
        asked = QuestionJson.model_validate({"question": given} if isinstance(given, str) else given)
        answer = self.engine.ask(checked(asked.question), checked_history(asked.history), asked.filters)
        return answer_json(answer, self.engine.library).model_dump()
