"""Store answers of a draft: what is given, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.applications.answers import clean_answers, size_problems
from cms.applications.applicant import ApplicantActor
from cms.applications.form_version import FormVersion, form_of
from cms.applications.limits import CHANGES, count
from cms.applications.own import own_application, require_draft
from cms.applications.privacy_notice import notice_shown
from cms.applications.turns import in_turn
from cms.applications.window import Window
from cms.applications.words import say
from cms.content.fields.field import Clash
from cms.kernel.errors import Conflict, Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Saved:
    """`problems`: of answers that could not be kept as they came; all others are stored."""

    application: HostApplication
    problems: list[Problem]


@in_turn
async def save_answers(
    services: Services, applicant: ApplicantActor, id: str, answers: Mapping[str, Any], *, revision: int | Window
) -> Saved:
    """`answers`: {question key: value}, those that changed; None takes one away. `revision`: the one that the applicant
    saw, or the page that it was seen on. Answers that another window changed since are merged question by question.

    Raises NotFound, TransitionNotAllowed once it is submitted, TooManyRequests, Invalid where all answers together are
    too long, and Conflict where another window changed the same question to something else: nothing is stored then.
    """
    await count(services, f"changes {applicant.id}", CHANGES, applicant.locale)
    window = revision if isinstance(revision, Window) else Window(revision)

    async def write(session: Session) -> Saved:
        application = await own_application(services, applicant, id, session)
        require_draft(application)
        form = await form_of(services, application, session)
        cleaned, problems = clean_answers(form, answers, applicant.locale)
        changed = {
            key: one
            for key, one in cleaned.items()
            if application.answers.get(key) != one and not window.is_overtaken(application, key)
        }
        _check_clashes(application, changed, window, applicant.locale)
        if not changed:
            return Saved(application, problems)
        changes = draft_changes(services, application, form, changed, window)
        if new := changes["consents"].keys() - application.consents.keys():
            notice = await notice_shown(services, application.call, applicant.locale, session)
            changes["consents"] |= {key: {**changes["consents"][key], "notice": notice} for key in new if notice}
        if too_large := size_problems(changes["answers"], applicant.locale):
            raise Invalid(too_large)
        return Saved(await services.repository.applications.change(application, changes, session), problems)

    return await services.transact(write)


def _check_clashes(application: HostApplication, changed: Mapping[str, Any], window: Window, locale: str) -> None:
    clashes = [
        Clash(key, None, None, application.answers.get(key), value)
        for key, value in changed.items()
        if window.has_not_seen(application, key)
    ]
    if clashes:
        raise Conflict(say("CHANGED_MEANWHILE", locale), clashes, application.revision)


def draft_changes(
    services: Services, application: HostApplication, form: FormVersion, changed: Mapping[str, Any], window: Window
) -> dict[str, Any]:
    """What is stored of the application when these answers change."""
    now = services.clock()
    kept = {key: one for key, one in {**application.answers, **changed}.items() if one is not None}
    cutoff = form.cutoff_question
    consents = {key: one for key, one in application.consents.items() if kept.get(key)}
    for question in form.where(lambda kind: kind.records_consent):
        if kept.get(question.key) and question.key not in consents:
            consents[question.key] = {"version": form.version, "at": now}
    return {
        "answers": kept,
        "answered_at": {**application.answered_at, **dict.fromkeys(changed, application.revision + 1)},
        "answered_in": {**_without(application.answered_in, changed), **_stamps(changed, window)},
        "consents": consents,
        "cutoff": kept.get(cutoff.key) if cutoff else None,
        "modified_at": now,
    }


def _without(stamps: Mapping[str, str], changed: Mapping[str, Any]) -> dict[str, str]:
    return {key: stamp for key, stamp in stamps.items() if key not in changed}


def _stamps(changed: Mapping[str, Any], window: Window) -> dict[str, str]:
    return dict.fromkeys(changed, window.stamp) if window.stamp else {}
