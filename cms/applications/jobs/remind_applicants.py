"""Reminds applicants of drafts seven days and one day before the cut-off."""

from datetime import datetime, timedelta

import structlog

from cms.applications.calls import LiveCall, live_call
from cms.applications.links import LINK_LASTS
from cms.applications.mailing import addressee, contact_of
from cms.applications.resume_link import resume_link
from cms.applications.titles import call_title
from cms.content.rules.application_status import DRAFT
from cms.content.rules.deadlines import Deadline, deadlines_of, find_deadline, next_open
from cms.kernel.errors import CmsError
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.conditions import all_of, between, equal
from storage.documents import HostApplication
from storage.mongo import Session

log = structlog.get_logger(__name__)

DAYS = (7, 1)
BATCH = 100


async def remind_applicants(services: Services) -> None:
    """Each reminder once, by the deadline that the draft is for, or else the next one. Raises Unavailable."""
    soon = services.clock() + timedelta(days=max(DAYS))
    is_open = all_of(between("derived.closes_at", above=services.clock()), between("derived.opens_at", below=soon))
    calls = all_of(equal({"type": "CallForHosts"}), is_open)
    for call in await services.repository.published.find(calls, limit=1000):
        last = ""
        while drafts := await services.repository.applications.drafts_of([call["_id"]], last, BATCH):
            for draft in drafts:
                await _remind(services, call, draft)
            last = drafts[-1].id


async def _remind(services: Services, call: LiveCall, draft: HostApplication) -> None:
    if (due := due_reminder(call, draft, services.clock())) is None:
        return
    try:
        await services.transact(lambda session: _send(services, session, draft.id, *due))
    except CmsError:
        log.exception("applications.not_reminded", application=draft.id)


def due_reminder(call: LiveCall, draft: HostApplication, now: datetime) -> tuple[str, Deadline] | None:
    """(name of the reminder, deadline), where one is due and was not sent. The nearer one replaces the farther one."""
    deadlines = deadlines_of(call["data"], now)
    chosen = find_deadline(deadlines, draft.cutoff)
    deadline = chosen if chosen and not chosen.passed else next_open(deadlines)
    if deadline is None:
        return None
    days = [one for one in DAYS if deadline.at - now <= timedelta(days=one)]
    name = f"{deadline.id}/{deadline.wall}/{min(days)}" if days else ""
    return (name, deadline) if name and name not in draft.reminded else None


async def _send(services: Services, session: Session, id: str, name: str, deadline: Deadline) -> None:
    draft = await services.repository.applications.get(id, session)
    call = await live_call(services, draft.call, session) if draft else None
    if draft is None or call is None or draft.status != DRAFT or name in draft.reminded:
        return
    await services.repository.applications.note(draft.id, {"reminded": [*draft.reminded, name]}, session)
    link = await resume_link(services, session, draft, call)
    values = {
        "name": addressee(draft),
        "title": call_title(call, draft.locale),
        "moment": deadline.at.isoformat(),
        "time_zone": deadline.zone,
        "days": str(LINK_LASTS.days),
    }
    await queue_mail(
        services,
        session,
        to=draft.email,
        template="application_reminder",
        locale=draft.locale,
        values=values,
        secrets={"link": link},
        about=draft.id,
        site=draft.site,
        reply_to=contact_of(call),
    )
