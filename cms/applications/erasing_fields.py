"""Answers whose question says that they are kept for a shorter time than the rest."""

from typing import Any

from cms.applications.erasing import record_erasing
from cms.applications.form_version import FormVersion, form_of
from cms.applications.months import months_before
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session

ERASE_ANSWERS = "erase_answers"


async def erase_expired_fields(services: Services, id: str) -> list[str]:
    """The keys of the questions whose answers and files were erased, `keep_months` after the decision."""

    async def write(session: Session) -> list[str]:
        application = await services.repository.applications.get(id, session)
        if application is None or application.erased_at is not None or application.decided_at is None:
            return []
        keys = _expired(services, application, await _form(services, application, session))
        if keys:
            await _erase(services, session, application, keys)
        return keys

    return await services.transact(write)


async def _form(services: Services, application: HostApplication, session: Session) -> FormVersion | None:
    try:
        return await form_of(services, application, session)
    except NotFound:
        return None


def _expired(services: Services, application: HostApplication, form: FormVersion | None) -> list[str]:
    decided, now = application.decided_at, services.clock()
    if form is None or decided is None:
        return []
    snapshot = application.snapshot
    held = application.answers.keys() | {one.question for one in application.files}
    held |= (snapshot.answers.keys() | {one.question for one in snapshot.files}) if snapshot else set()
    return [
        one.key
        for one in form.questions.values()
        if one.keep_months is not None and one.key in held and decided < months_before(now, one.keep_months)
    ]


async def _erase(services: Services, session: Session, application: HostApplication, keys: list[str]) -> None:
    changes: dict[str, Any] = {
        "answers": _without(application.answers, keys),
        "files": [one.model_dump() for one in application.files if one.question not in keys],
        "consents": _without(application.consents, keys),
    }
    if application.snapshot:
        snapshot = application.snapshot.model_dump()
        changes["snapshot"] = {
            **snapshot,
            "answers": _without(snapshot["answers"], keys),
            "files": [one for one in snapshot["files"] if one["question"] not in keys],
        }
    await services.repository.applications.change(application, changes, session)
    details = {"questions": keys, "why": "retention", "reference": application.reference, "call": application.call}
    await record_erasing(services, session, application, ERASE_ANSWERS, details, {})


def _without(values: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    return {name: one for name, one in values.items() if name not in keys}
