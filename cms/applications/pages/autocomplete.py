"""Which answers browsers may fill in, by the tokens of HTML (WCAG 2.2, 1.3.5): those about whoever answers."""

from cms.applications.form_version import FormVersion
from cms.applications.reading import CONTACT
from cms.content.questions.question import Question


def autocomplete_of(form: FormVersion, question: Question) -> str:
    """The first question of each kind about a contact is about the person who answers; "" for all others."""
    about_contact = (one for one in form.where(lambda kind: kind is question.kind) if one.personal == CONTACT)
    return question.kind.autocomplete if next(about_contact, None) is question else ""
