"""The form that applicants answer, as data: steps, questions, conditions. A call is pinned to one version of it."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Boolean, Choice, Embedded, EmbeddedList, EmbeddedOne, Integer, Key, Terms, Text, TextList
from cms.content.questions.registry import LABELS
from cms.content.rules.form_rules import form_problems
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Column, Listing
from cms.kernel.errors import Problem

PERSONAL = {
    "none": {"en": "None", "cs": "Žádné", "bg": "Няма"},
    "contact": {"en": "Contact data", "cs": "Kontaktní údaje", "bg": "Данни за контакт"},
    "identity": {"en": "Who somebody is", "cs": "Kdo někdo je", "bg": "Кой е някой"},
    "sensitive": {"en": "Sensitive data", "cs": "Citlivé údaje", "bg": "Чувствителни данни"},
}


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

    key = Key(required=True)
    type = Choice(LABELS, enum="QuestionType", required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=300)
    help = Text(localized=True, fallback=True, max_length=600, multiline=True)
    required = Boolean()
    min = Integer(doc="Least number: of a value, or of entries where several may be given.")
    max = Integer()
    max_length = Integer(doc="In characters.")
    max_files = Integer(maximum=10)
    accept = TextList(max_items=10, max_length=100, doc="Media types.")
    max_bytes = Integer()
    max_days = Integer(minimum=1, maximum=60, doc="Of one range of days.")
    days_ahead = Integer(minimum=0, maximum=1000, doc="Least days between the cut-off and the first day of a range.")
    show_if = EmbeddedOne(ShowIf)
    waived_if = EmbeddedOne(ShowIf, doc="Need not be answered then, such as a letter of support by authorities.")
    vocabulary = Terms("", single=True, doc="Where the options are the terms of a vocabulary: its key.")
    options = EmbeddedList(Option, max_items=300)
    personal = Choice(PERSONAL, enum="PersonalData", doc="Which kind of personal data the answers hold.")
    keep_months = Integer(minimum=0, maximum=240, doc="Erased this long after the decision; else with the application.")


class Step(Embedded):
    keyed = True

    key = Key(required=True)
    title = Text(localized=True, fallback=True, required=True, max_length=120)
    questions = EmbeddedList(Question, max_items=60)


class ApplicationForm(ContentType):
    delivery = Delivery(plural="applicationForms", within=("CallForHosts.form",))
    library = True
    listing = Listing(group="structure", icon="form", place=4, columns=(Column("steps"),))

    title = Text(localized=True, fallback=True, required=True, max_length=160)
    steps = EmbeddedList(Step, max_items=20, required=True)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        yield from form_problems(data.get("steps", ()))
