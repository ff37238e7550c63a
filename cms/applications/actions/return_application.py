"""Give a submitted application back to be completed, once."""

from datetime import UTC, datetime, timedelta

from cms.access.actor import Actor
from cms.applications.links import LINK_LASTS
from cms.applications.resume_link import resume_link
from cms.applications.review_steps import clean_message, load_for_step, move, tell_applicant
from cms.content.rules.wall_time import entered_instant
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session

LONGEST = timedelta(days=90)


async def return_application(services: Services, actor: Actor, id: str, message: str, deadline: str) -> HostApplication:
    """A draft again, which may be submitted until `deadline` (wall time in the zone of the call, as 2024-06-14T18:00),
    also after its cut-off. The applicant gets a mail with the message and a link that lets them in.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed (also for the second time).
    """
    text = clean_message(message, is_required=True)

    async def write(session: Session) -> HostApplication:
        case = await load_for_step(services, actor, id, "return", session)
        zone = case.data.get("time_zone", "UTC")
        until = return_deadline(deadline, zone, services.clock())
        changes = {"returns": case.application.returns + 1, "return_deadline": until, "admissibility": None}
        after = await move(
            services, actor, case, "return", "ApplicationReturned", session, message=text, changes=changes
        )
        values = {"moment": until.astimezone(UTC).isoformat(), "time_zone": zone, "days": str(LINK_LASTS.days)}
        secrets = {"link": await resume_link(services, session, case.application, case.shown_call)}
        await tell_applicant(services, case, "application_returned", text, session, secrets=secrets, **values)
        return after

    return await services.transact(write)


def return_deadline(wall: str, zone: str, now: datetime) -> datetime:
    """The instant in UTC. Raises Invalid."""
    try:
        until = entered_instant(wall, zone)
    except ValueError as error:
        raise Invalid([Problem("deadline", "NOT_A_TIME", "Give a time such as 2024-06-14T18:00.")]) from error
    if not now < until <= now + LONGEST:
        text = f"The time to complete it must lie ahead, at most {LONGEST.days} days."
        raise Invalid([Problem("deadline", "OUT_OF_RANGE", text)])
    return until
