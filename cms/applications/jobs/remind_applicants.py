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
from cms.kernel.desk import Desk
from cms.kernel.errors import CmsError
from cms.mail.queue_mail import queue_mail
from storage.documents import HostApplication
from storage.mongo import Session

log = structlog.get_logger(__name__)

DAYS = (7, 1)
BATCH = 100


async def remind_applicants(desk: Desk) -> None:
    """Each reminder once, by the deadline that the draft is for, or else the next one. Raises Unavailable."""
    soon = desk.clock() + timedelta(days=max(DAYS))
    query = {"type": "CallForHosts", "derived.closes_at": {"$gt": desk.clock()}, "derived.opens_at": {"$lt": soon}}
    for call in await desk.repository.published.find(query, limit=1000):
        last = ""
        while drafts := await desk.repository.applications.drafts_of([call["_id"]], last, BATCH):
            for draft in drafts:
                await _remind(desk, call, draft)
            last = drafts[-1].id


async def _remind(desk: Desk, call: LiveCall, draft: HostApplication) -> None:
    if (due := due_reminder(call, draft, desk.clock())) is None:
        return
    try:
        await desk.transact(lambda session: _send(desk, session, draft.id, *due))
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


async def _send(desk: Desk, session: Session, id: str, name: str, deadline: Deadline) -> None:
    draft = await desk.repository.applications.get(id, session)
    call = await live_call(desk, draft.call, session) if draft else None
    if draft is None or call is None or draft.status != DRAFT or name in draft.reminded:
        return
    await desk.repository.applications.note(draft.id, {"reminded": [*draft.reminded, name]}, session)
    link = await resume_link(desk, session, draft, call)
    values = {
        "name": addressee(draft),
        "title": call_title(call, draft.locale),
        "moment": deadline.at.isoformat(),
        "time_zone": deadline.zone,
        "days": str(LINK_LASTS.days),
    }
    await queue_mail(
        desk,
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
