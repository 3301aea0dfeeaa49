"""From a conversation of OpenAI's form to a question of ours, and from our answer to a message with its sources."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from api.answer_json import AnswerJson, CitationJson
from api.events import pieces
from api.markdown import literal
from api.openai_json import (
    Annotation,
    ChatJson,
    Choice,
    Chunk,
    ChunkChoice,
    Completion,
    Delta,
    Link,
    Reply,
    Usage,
)
from api.question_json import QuestionJson
from api.words import words
from indexer.errors import QuestionError
from indexer.settings import settings

END = "data: [DONE]\n\n"
_COUNTED = re.compile(r"\w+|[^\w\s]")


def question_of(chat: ChatJson) -> QuestionJson:
    """The last turn of the user, after the earlier ones. Raises QuestionError when the user has said nothing.

    An earlier turn too long to be a question was refused when it was asked, so it is no part of the history.
    """
    turns = [message.words for message in chat.messages if message.role == "user"]
    if not turns:
        raise QuestionError("There is no message of the user. Send the question as the last message, with role user.")
    longest = settings().question_characters
    return QuestionJson(question=turns[-1], history=[turn for turn in turns[:-1] if len(turn.strip()) <= longest])


def completion(chat: ChatJson, answer: AnswerJson, base: str) -> Completion:
    """The answer as one completion. base: the server's own address, for links to the originals."""
    content = content_of(answer)
    reply = Reply(content=content, annotations=_annotations(answer, content, base))
    return Completion(
        id=_id(answer),
        created=int(time.time()),
        choices=[Choice(message=reply)],
        usage=_usage(chat, content),
        **_grounds(answer),
    )


def chunks(chat: ChatJson, answer: AnswerJson, base: str) -> Iterator[str]:
    """The answer as events: the citations with the role first, then the text, the end, and the count if asked for."""
    content, created = content_of(answer), int(time.time())

    def chunk(*choices: ChunkChoice, **more: Any) -> str:
        return Chunk(id=_id(answer), created=created, choices=list(choices), **more).line()

    annotations = _annotations(answer, content, base)
    yield chunk(ChunkChoice(delta=Delta(role="assistant", content="", annotations=annotations)), **_grounds(answer))
    for piece in pieces(content):
        yield chunk(ChunkChoice(delta=Delta(content=piece)))
    yield chunk(ChunkChoice(delta=Delta(), finish_reason="stop"))
    if chat.stream_options and chat.stream_options.include_usage:
        yield chunk(usage=_usage(chat, content))
    yield END


def content_of(answer: AnswerJson) -> str:
    """The text with its [1], and the list of sources below it; where nothing answers, what stands nearest.

    Chats read it as Markdown: what stands in a document is no markup, and two spaces end each line of the list.
    """
    word = words(answer.language)
    listed = answer.citations or answer.related
    if not listed:
        return literal(answer.text)
    head = word["sources"] if answer.citations else word["related"]
    return f"{literal(answer.text)}\n\n" + "  \n".join([head, *(_source(one, answer.language) for one in listed)])


def _source(citation: CitationJson, language: str) -> str:
    """A line of the list: title, §, dnr, date, who speaks, place and file."""
    word = words(language)
    date = f"{word['adjusted']} {citation.adjusted}" if citation.adjusted else citation.date
    page = f" ({word['page']} {citation.page})" if citation.page else ""
    place = f"{word['paragraph']} {citation.paragraph}{page}"
    dnr = citation.dnr and f"dnr {citation.dnr}"
    parts = (citation.title, citation.section, dnr, date, citation.speaker, place, citation.document)
    folded = " · ".join(" ".join(str(part).split()) for part in parts if part)
    return f"[{citation.number}] {literal(folded)}"


def _annotations(answer: AnswerJson, content: str, base: str) -> list[Annotation]:
    """A link for each mark in the text, to the original's page."""
    by_number = {citation.number: citation for citation in answer.citations}
    found = []
    for mark in re.finditer(r"\[(\d{1,4})\]", content[: len(literal(answer.text))]):
        if citation := by_number.get(int(mark[1])):
            page = f"#page={citation.page}" if citation.page else ""
            url = f"{base.rstrip('/')}/api/documents/{citation.document_id}/original{page}"
            link = Link(url=url, title=citation.title, start_index=mark.start(), end_index=mark.end())
            found.append(Annotation(url_citation=link))
    return found


def _grounds(answer: AnswerJson) -> dict[str, Any]:
    """Our own fields."""
    return {
        "status": answer.status,
        "figures": answer.figures,
        "citations": answer.citations,
        "related": answer.related,
        "series": answer.series,
    }


def _usage(chat: ChatJson, content: str) -> Usage:
    asked, told = _counted([message.words for message in chat.messages]), _counted([content])
    return Usage(prompt_tokens=asked, completion_tokens=told, total_tokens=asked + told)


def _counted(texts: Sequence[str]) -> int:
    return sum(len(_COUNTED.findall(text)) for text in texts)


def _id(answer: AnswerJson) -> str:
    return f"chatcmpl-{answer.id}"
