"""The answers of an application, in the order and words of its form."""

import strawberry

from cms.applications.reading import Answered, Section
from storage.documents import ApplicationFile as StoredFile


@strawberry.type(description="A file that the applicant attached.")
class ApplicationFile:
    id: strawberry.ID = strawberry.field(description="As in its `path`.")
    filename: str = strawberry.field(description="As the applicant called it.")
    mime: str = strawberry.field(description="By content, never by name.")
    bytes: int = strawberry.field(description="Size of the file.")
    path: str = strawberry.field(description="Where those who may read the application download it.")


@strawberry.type(description="One part of an entry, such as its country.")
class AnsweredPart:
    label: str = strawberry.field(description="In the language asked for.")
    text: str = strawberry.field(description="As people read it.")


@strawberry.type(description="One entry of a list, such as one partner.")
class AnsweredEntry:
    parts: list[AnsweredPart] = strawberry.field(description="Its parts that were filled in.")


@strawberry.type(description="A question that was asked; without texts, entries and files it was not answered.")
class ApplicationAnswer:
    question: str = strawberry.field(description="Key of the question, the same in all languages.")
    type: str = strawberry.field(description="Kind of the question, such as `text` or `files`.")
    label: str = strawberry.field(description="The question in the language asked for, or else in another.")
    texts: list[str] = strawberry.field(description="In the applicant's language; one for each of several answers.")
    entries: list[AnsweredEntry] = strawberry.field(
        description="Of a question that asks for a list: one for each entry."
    )
    files: list[ApplicationFile] = strawberry.field(description="Of a question that asks for files.")


@strawberry.type(description="A step of the form with what was answered in it.")
class ApplicationSection:
    key: str = strawberry.field(description="Of the step, the same in all languages.")
    title: str = strawberry.field(description="In the language asked for, or else in another.")
    answers: list[ApplicationAnswer] = strawberry.field(
        description="Every question that was asked, in the order of the form."
    )


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
