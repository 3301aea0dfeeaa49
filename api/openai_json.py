"""The chat of OpenAI's API: what comes in and what goes out (platform.openai.com, "Chat Completions").

Beside OpenAI's own fields an answer has ours: status, figures, citations, and what is nearest where nothing answers.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from api.answer_json import CitationJson, FigureJson, SeriesJson

MODEL = "namndsvar"


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str | None = None


class Message(BaseModel):
    """One turn. Only the user's turns are read: the answer stands on the documents, not on what was said of them."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def words(self) -> str:
        """Its text."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text" and part.text)
        return self.content or ""


class StreamOptions(BaseModel):
    """include_usage: count the words in a last chunk."""

    include_usage: bool | None = None


class ChatJson(BaseModel):
    """A conversation. What shapes a language model's wording (temperature, max_tokens, ...) shapes nothing here."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"model": MODEL, "messages": [{"role": "user", "content": "Hur många konsulter fanns 2018?"}]},
            ]
        }
    )

    model: str
    messages: list[Message]
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = 1


class Link(BaseModel):
    """A source; the indexes say where its mark stands in the content."""

    url: str
    title: str
    start_index: int
    end_index: int


class Annotation(BaseModel):
    """A citation as OpenAI's clients know it."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: Link


class Reply(BaseModel):
    """The message that answers."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: list[Annotation]


class Choice(BaseModel):
    """The one choice."""

    index: int = 0
    message: Reply
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(BaseModel):
    """Words and marks, counted: there are no tokens to pay for."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Completion(BaseModel):
    """A whole answer."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: list[Choice]
    usage: Usage
    status: str
    figures: list[FigureJson]
    citations: list[CitationJson]
    related: list[CitationJson]
    series: SeriesJson | None = None


class Delta(BaseModel):
    """What a chunk adds to the message."""

    role: Literal["assistant"] | None = None
    content: str | None = None
    annotations: list[Annotation] | None = None


class ChunkChoice(BaseModel):
    """The one choice, so far."""

    index: int = 0
    delta: Delta
    logprobs: None = None
    finish_reason: Literal["stop"] | None = None


class Chunk(BaseModel):
    """A piece of an answer.

    status, figures, citations, related, series: in the first chunk only. usage: in a last one, where it was asked for.
    """

    id: str
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    created: int
    model: str = MODEL
    choices: list[ChunkChoice]
    usage: Usage | None = None
    status: str | None = None
    figures: list[FigureJson] | None = None
    citations: list[CitationJson] | None = None
    related: list[CitationJson] | None = None
    series: SeriesJson | None = None

    def line(self) -> str:
        """As an event; fields that are not there are left out, as OpenAI does."""
        left_out: dict[str, Any] = dict.fromkeys(_absent(self), True)
        left_out["choices"] = {at: {"delta": _absent(choice.delta)} for at, choice in enumerate(self.choices)}
        return f"data: {self.model_dump_json(exclude=left_out)}\n\n"


def _absent(model: BaseModel) -> set[str]:
    return {name for name, value in model if value is None}


class ModelJson(BaseModel):
    """A model that can be asked."""

    id: str = MODEL
    object: Literal["model"] = "model"
    created: int
    owned_by: str = MODEL


class ModelsJson(BaseModel):
    """All models: the one."""

    object: Literal["list"] = "list"
    data: list[ModelJson]
