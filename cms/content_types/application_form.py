"""The form that applicants answer, as data: steps, questions, conditions. A call is pinned to one version of it."""

from collections.abc import Iterator
from typing import Any

from cms.content_types.content_type import ContentType
from cms.errors import Problem
from cms.fields import Boolean, Choice, Embedded, EmbeddedList, EmbeddedOne, Integer, Key, Terms, Text, TextList

QUESTION_TYPES = {
    key: {"en": label}
    for key, label in {
        "text": "One line",
        "long_text": "Several lines",
        "email": "E-mail address",
        "phone": "Telephone number",
        "url": "Web address",
        "number": "Number",
        "yes_no": "Yes or no",
        "choice": "One of several",
        "choices": "Several of several",
        "country": "Country",
        "date_ranges": "Ranges of days",
        "cutoff": "A cut-off of the call",
        "files": "Files",
        "texts": "List of texts",
        "group": "List of entries",
        "consent": "Consent",
    }.items()
}


class Option(Embedded):
    slug = Key(required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=200)


class ShowIf(Embedded):
    """Shown only while the question `question` is answered with one of `values`."""

    question = Key(required=True)
    values = TextList(max_items=20, max_length=64)


class Question(Embedded):
    key = Key(required=True)
    type = Choice(QUESTION_TYPES, enum="QuestionType", required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=300)
    help = Text(localized=True, fallback=True, max_length=600, multiline=True)
    required = Boolean()
    min = Integer(doc="Least number: of a value, or of entries where several may be given.")
    max = Integer()
    max_length = Integer(doc="In characters.")
    max_files = Integer(maximum=10)
    accept = TextList(max_items=10, max_length=100, doc="Media types.")
    max_bytes = Integer()
    show_if = EmbeddedOne(ShowIf)
    vocabulary = Terms("", single=True, doc="Where the options are the terms of a vocabulary: its key.")
    options = EmbeddedList(Option, max_items=300)


class Step(Embedded):
    key = Key(required=True)
    title = Text(localized=True, fallback=True, required=True, max_length=120)
    questions = EmbeddedList(Question, max_items=60)


class ApplicationForm(ContentType):
    type_name = "ApplicationForm"
    plural = "applicationForms"
    library = True
    has_slug = False

    title = Text(localized=True, fallback=True, required=True, max_length=160)
    steps = EmbeddedList(Step, max_items=20, required=True)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        questions = [question for step in data.get("steps", ()) for question in step.get("questions", ())]
        keys = [question.get("key") for question in questions]
        for key in {key for key in keys if keys.count(key) > 1}:
            yield Problem("steps", "REPEATED", f"Two questions have the key {key}; answers would be mixed up.")
        for question in questions:
            if (condition := question.get("show_if")) and condition.get("question") not in keys:
                yield Problem(
                    "steps", "UNKNOWN_QUESTION", f"{question.get('key')} depends on a question that is not there."
                )
