"""The form that applicants answer, as data: steps, questions, conditions. A call is pinned to one version of it."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Boolean, Choice, Embedded, EmbeddedList, EmbeddedOne, Integer, Key, Terms, Text, TextList
from cms.content.questions.registry import LABELS
from cms.content.rules.form_rules import form_problems
from cms.content.rules.labels import Label, Options
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Column, Listing
from cms.kernel.errors import Problem

PERSONAL = Options(
    "Which kind of personal data answers hold.",
    {
        "none": Label("None", "Žádné", "Няма", "Nothing about people."),
        "contact": Label("Contact data", "Kontaktní údaje", "Данни за контакт", "How somebody is reached."),
        "identity": Label("Who somebody is", "Kdo někdo je", "Кой е някой"),
        "sensitive": Label(
            "Sensitive data", "Citlivé údaje", "Чувствителни данни", "What must be kept with special care."
        ),
    },
)


class Option(Embedded):
    slug = Key(required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=200)
    tick = Boolean(doc="Of a part of an entry: it is ticked, not written.")


class ShowIf(Embedded):
    """Holds while the question `question` is answered with one of `values`: the slug of an option, "yes" or "no"."""

    question = Key(required=True)
    values = TextList(max_items=20, max_length=64)


class Question(Embedded):
    keyed = True

    key = Key(required=True, description="What the answer is called in `answers`; the same in all languages.")
    type = Choice(LABELS, enum="QuestionType", required=True, description="What kind of answer is taken.")
    label = Text(
        localized=True,
        fallback=True,
        required=True,
        max_length=300,
        description="The question itself, in the language that is read.",
    )
    help = Text(localized=True, fallback=True, max_length=600, multiline=True, description="Shown below the question.")
    required = Boolean(description="True: the application cannot be submitted without an answer.")
    min = Integer(
        doc="Least number: of a value, or of entries where several may be given.",
        description="Least number: of a value, or of entries where several may be given.",
    )
    max = Integer(description="Greatest number: of a value, or of entries where several may be given.")
    max_length = Integer(
        doc="In characters.",
        description="Characters of a text at most; null: the most that the kind of question takes.",
    )
    max_files = Integer(maximum=10, description="Files at most.")
    accept = TextList(
        max_items=10,
        max_length=100,
        doc="Media types.",
        description="Media types of files that are taken, such as `application/pdf`; empty: all that the CMS takes.",
    )
    max_bytes = Integer(description="Size of a file at most, in bytes.")
    max_days = Integer(minimum=1, maximum=60, doc="Of one range of days.", description="Days of one range at most.")
    days_ahead = Integer(
        minimum=0,
        maximum=1000,
        doc="Least days between the cut-off and the first day of a range.",
        description="Least days between the cut-off and the first day of a range.",
    )
    show_if = EmbeddedOne(ShowIf)
    waived_if = EmbeddedOne(ShowIf, doc="Need not be answered then, such as a letter of support by authorities.")
    vocabulary = Terms("", single=True, doc="Where the options are the terms of a vocabulary: its key.")
    options = EmbeddedList(Option, max_items=300)
    personal = Choice(
        PERSONAL,
        enum="PersonalData",
        doc="Which kind of personal data the answers hold.",
        description="Which kind of personal data the answers hold.",
    )
    keep_months = Integer(
        minimum=0,
        maximum=240,
        doc="Erased this long after the decision; else with the application.",
        description="Months after the decision when the answer is erased; null: with the application.",
    )


class Step(Embedded):
    """Questions that are answered on one page of the form."""

    keyed = True

    key = Key(required=True, description="The same in all languages.")
    title = Text(localized=True, fallback=True, required=True, max_length=120, description="The heading of the step.")
    questions = EmbeddedList(
        Question, max_items=60, description="In their order; some are asked only while `showIf` holds."
    )


class ApplicationForm(ContentType):
    delivery = Delivery(plural="applicationForms", within=("CallForHosts.form",))
    library = True
    listing = Listing(group="structure", icon="form", place=4, columns=(Column("steps"),))

    title = Text(localized=True, fallback=True, required=True, max_length=160, description="What the form is called.")
    steps = EmbeddedList(Step, max_items=20, required=True, description="In the order in which they are answered.")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        yield from form_problems(data.get("steps", ()))
