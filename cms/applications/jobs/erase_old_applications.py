"""Erases what applicants gave, when the time is over for which it may be kept."""

from collections.abc import AsyncIterator
from datetime import datetime

import structlog

from cms.applications import states
from cms.applications.erasing import erase_application
from cms.applications.erasing_fields import erase_expired_fields
from cms.applications.months import months_before
from cms.kernel.errors import CmsError
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, between, equal
from storage.documents import HostApplication
from storage.mongo import Session

log = structlog.get_logger(__name__)

BATCH = 50


async def erase_old_applications(services: Services) -> None:
    """What was rejected or withdrawn goes as a whole (`CMS_APPLICATION_RETENTION_MONTHS` after the decision), drafts
    that nobody touched for so long too; single answers as soon as their question says. Raises Unavailable."""
    before = months_before(services.clock(), services.settings.application_retention_months)
    for status in (states.REJECTED, states.WITHDRAWN):
        async for one in _over(services, all_of(equal({"status": status}), between("decided_at", below=before))):
            await _erased(services, one)
    async for one in _over(services, all_of(equal({"status": states.DRAFT}), between("modified_at", below=before))):
        await _erased(services, one)
    async for one in _over(services, between("decided_at", below=services.clock())):
        await erase_expired_fields(services, one.id)


async def _over(services: Services, condition: Condition) -> AsyncIterator[HostApplication]:
    """Those of which it holds and that are not erased yet, by id."""
    last, there = "", all_of(condition, equal({"erased_at": None}))
    while found := await services.repository.applications.matching(
        all_of(there, between("_id", above=last)), at_most=BATCH
    ):
        for one in found:
            yield one
        last = found[-1].id


async def _erased(services: Services, found: HostApplication) -> None:
    """One transaction each; what cannot be erased now does not stop the others."""

    async def write(session: Session) -> datetime | None:
        present = await services.repository.applications.get(found.id, session)
        if present is None or present.erased_at is not None or present.status != found.status:
            return None
        await erase_application(services, session, present, "retention")
        return services.clock()

    try:
        await services.transact(write)
    except CmsError:
        log.exception("applications.not_erased", application=found.id)
