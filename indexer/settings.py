"""Every setting, in one place. The environment sets them with the prefix NAMNDSVAR_."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexer.errors import WrongSetting

_PREFIX = "NAMNDSVAR_"


class Settings(BaseSettings):
    """What can be changed without touching code; defaults fit one machine with two cores."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True)

    library: Path = Path("library")  # where the library lives
    embedding_model: str = "namndsvar-sv-en"  # ours, or a sentence-transformers name or path
    embedding_query_prompt: str = "auto"  # put before a question; auto takes what the model's folder says
    embedding_passage_prompt: str = "auto"  # put before a paragraph; likewise
    read_seconds: float = 30.0  # wall clock for reading one file
    read_memory_mb: int = 1000  # address space of the child that reads it, on top of the interpreter's own
    file_mb: int = 200  # larger files are refused
    question_characters: int = 4000  # longer questions are refused
    answer_seconds: float = 30.0  # the server gives up an answer that takes longer
    api_key: SecretStr | None = None  # the server asks it of every request; without it only this machine is answered
    log_questions: bool = False  # the server's log holds the words of questions too


@cache
def settings() -> Settings:
    """The settings of this process, read once. Raises WrongSetting."""
    try:
        return Settings()
    except ValidationError as error:
        told = error.errors()[0]
        variable = f"{_PREFIX}{'_'.join(map(str, told['loc'])).upper()}"
        raise WrongSetting(
            f"{variable} is set to {str(told['input'])!r}: {told['msg']}. Set it anew, or unset it for the default."
        ) from error
