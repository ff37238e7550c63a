"""What a step of an application leaves behind: an entry of the audit trail and an event, with nothing personal in
either."""

from collections.abc import Mapping
from typing import Any

from cms.access.record import Subject, record
from cms.content.rules.application_status import TYPE
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def record_step(
    services: Services,
    session: Session,
    action: str,
    event: str | None,
    application: HostApplication,
    by: str,
    **details: Any,
) -> None:
    """`by`: the id of an account or of an applicant; `event`: None where nothing follows from it."""
    told = step_details(application, details)
    await record(services, by, action, subject_of(application), session, told, event)


def subject_of(application: HostApplication) -> Subject:
    return Subject(item=application.id, type=TYPE, site=application.site)


def step_details(application: HostApplication, details: Mapping[str, Any]) -> dict[str, Any]:
    return {"call": application.call, "status": application.status, **details}
