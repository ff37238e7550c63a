"""The answers of an application, in the order and words of its form."""

import strawberry

from cms.applications.reading import Answered, Section
from storage.documents import ApplicationFile as StoredFile


@strawberry.type
class ApplicationFile:
    id: strawberry.ID
    filename: str
    mime: str
    bytes: int
    path: str = strawberry.field(description="Where those who may read the application download it.")


@strawberry.type
class AnsweredPart:
    label: str
    text: str


@strawberry.type
class AnsweredEntry:
    parts: list[AnsweredPart]


@strawberry.type(description="A question that was asked; without texts, entries and files it was not answered.")
class ApplicationAnswer:
    question: str
    type: str
    label: str
    texts: list[str] = strawberry.field(description="In the applicant's language; one for each of several answers.")
    entries: list[AnsweredEntry]
    files: list[ApplicationFile]


@strawberry.type
class ApplicationSection:
    key: str
    title: str
    answers: list[ApplicationAnswer]


def section(found: Section, application: str) -> ApplicationSection:
    answers = [_answer(one, application) for one in found.answers]
    return ApplicationSection(key=found.key, title=found.title, answers=answers)


def _answer(found: Answered, application: str) -> ApplicationAnswer:
    return ApplicationAnswer(
        question=found.question,
        type=found.type,
        label=found.label,
        texts=list(found.texts),
        entries=[
            AnsweredEntry(parts=[AnsweredPart(label=part.label, text=part.text) for part in entry])
            for entry in found.entries
        ],
        files=[_file(one, application) for one in found.files],
    )


def _file(stored: StoredFile, application: str) -> ApplicationFile:
    return ApplicationFile(
        id=strawberry.ID(stored.id),
        filename=stored.filename,
        mime=stored.mime,
        bytes=stored.bytes,
        path=file_path(application, stored.id),
    )


def file_path(application: str, file: str) -> str:
    return f"/management/applications/{application}/files/{file}"
