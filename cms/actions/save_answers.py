"""Store answers of a draft: what is given, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.applications.answers import clean_answers, size_problems
from cms.applications.applicant import ApplicantActor
from cms.applications.form_version import FormVersion, form_of
from cms.applications.limits import CHANGES, count
from cms.applications.own import own_application, require_draft
from cms.applications.turns import in_turn
from cms.applications.words import say
from cms.desk import Desk
from cms.errors import Conflict, Invalid, Problem
from cms.fields.field import Clash
from storage.documents import HostApplication
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Saved:
    """`problems`: of answers that could not be kept as they came; all others are stored."""

    application: HostApplication
    problems: list[Problem]


@in_turn
async def save_answers(
    desk: Desk, applicant: ApplicantActor, id: str, answers: Mapping[str, Any], *, revision: int
) -> Saved:
    """`answers`: {question key: value}, those that changed; None takes one away. `revision`: the one that the applicant
    saw. Answers that another window changed since are merged question by question.

    Raises NotFound, TransitionNotAllowed once it is submitted, TooManyRequests, Invalid where all answers together are
    too long, and Conflict where another window changed the same question to something else: nothing is stored then.
    """
    await count(desk, f"changes {applicant.id}", CHANGES, applicant.locale)

    async def write(session: Session) -> Saved:
        application = await own_application(desk, applicant, id, session)
        require_draft(application)
        form = await form_of(desk, application, session)
        cleaned, problems = clean_answers(form, answers, applicant.locale)
        changed = {key: one for key, one in cleaned.items() if application.answers.get(key) != one}
        _check_clashes(application, changed, revision, applicant.locale)
        if not changed:
            return Saved(application, problems)
        changes = draft_changes(desk, application, form, changed)
        if too_large := size_problems(changes["answers"], applicant.locale):
            raise Invalid(too_large)
        return Saved(await desk.repository.applications.change(application, changes, session), problems)

    return await desk.transact(write)


def _check_clashes(application: HostApplication, changed: Mapping[str, Any], revision: int, locale: str) -> None:
    clashes = [
        Clash(key, None, None, application.answers.get(key), value)
        for key, value in changed.items()
        if application.answered_at.get(key, 0) > revision or revision > application.revision
    ]
    if clashes:
        raise Conflict(say("CHANGED_MEANWHILE", locale), clashes, application.revision)


def draft_changes(
    desk: Desk, application: HostApplication, form: FormVersion, changed: Mapping[str, Any]
) -> dict[str, Any]:
    """What is stored of the application when these answers change."""
    now = desk.clock()
    kept = {key: one for key, one in {**application.answers, **changed}.items() if one is not None}
    cutoff = next(form.of_type("cutoff"), None)
    consents = {key: one for key, one in application.consents.items() if kept.get(key)}
    for question in form.of_type("consent"):
        if kept.get(question.key) and question.key not in consents:
            consents[question.key] = {"version": form.version, "at": now}
    return {
        "answers": kept,
        "answered_at": {**application.answered_at, **dict.fromkeys(changed, application.revision + 1)},
        "consents": consents,
        "cutoff": kept.get(cutoff.key) if cutoff else None,
        "modified_at": now,
    }
