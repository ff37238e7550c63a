"""By what an application is told from others, whatever its form asks: its first answer, else its reference."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion, form_version
from cms.kernel.services import Services
from storage.documents import HostApplication

LONGEST = 120


def first_answer(form: FormVersion, answers: Mapping[str, Any], *, without: frozenset[str] = frozenset()) -> str:
    """The first that was given in words, in the order of the form; "" for none. `without`: kinds of personal data."""
    questions = form.where(lambda kind: kind.names_application)
    asked = (one for one in questions if one.personal not in without and is_asked(form, one, answers))
    texts = (" ".join(str(answers.get(one.key) or "").split()) for one in asked)
    return next((text[:LONGEST] for text in texts if text), "")


def name_of(application: HostApplication, form: FormVersion | None, *, without: frozenset[str] = frozenset()) -> str:
    """As it was submitted last; "" once it is erased."""
    if application.erased_at is not None:
        return ""
    answers = application.snapshot.answers if application.snapshot else application.answers
    return (first_answer(form, answers, without=without) if form else "") or application.reference or ""


FormKey = tuple[str, int]


def form_key(application: HostApplication) -> FormKey:
    return application.form, application.form_version


async def forms_of(services: Services, keys: Sequence[FormKey]) -> dict[FormKey, FormVersion]:
    """Those that are kept, in one query. Raises Unavailable."""
    found = await services.repository.pinned_forms.several(keys)
    return {(one.form, one.version): form_version(one.form, one.version, one.data) for one in found}
