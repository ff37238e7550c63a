"""Which answers browsers may fill in, by the tokens of HTML (WCAG 2.2, 1.3.5): those about whoever answers."""

from cms.applications.form_version import FormVersion, Question
from cms.applications.reading import CONTACT

TOKENS = {"text": "name", "email": "email", "phone": "tel"}


def autocomplete_of(form: FormVersion, question: Question) -> str:
    """The first question of each kind about a contact is about the person who answers; "" for all others."""
    token = TOKENS.get(question.type, "")
    return token if token and question.personal == CONTACT and _first(form, question.type) == question.key else ""


def _first(form: FormVersion, type: str) -> str | None:
    return next((one.key for one in form.of_type(type) if one.personal == CONTACT), None)
