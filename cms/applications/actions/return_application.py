"""Give a submitted application back to be completed, once."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications.links import LINK_LASTS
from cms.applications.resume_link import resume_link
from cms.applications.step_change import ReasonedStep
from cms.content.rules.wall_time import entered_instant
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication

LONGEST = timedelta(days=90)


@action(
    right=MANAGE,
    event="ApplicationReturned",
    offered="Give an application back to be completed, once; the applicant gets a mail.",
)
async def return_application(
    change: ReasonedStep,
    id: Id,
    message: Annotated[str, "What is to be completed; the mail is in the language of the application."],
    deadline: Annotated[str, "Wall time in the zone of the call, as 2024-06-14T18:00."],
) -> HostApplication:
    """A draft again, which may be submitted until `deadline` (wall time in the zone of the call, as 2024-06-14T18:00),
    also after its cut-off. The applicant gets a mail with the message and a link that lets them in.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed (also for the second time).
    """
    case, zone = change.case, change.case.data.get("time_zone", "UTC")
    until = return_deadline(deadline, zone, change.now)
    after = await change.move(returns=case.application.returns + 1, return_deadline=until, admissibility=None)
    values = {"moment": until.astimezone(UTC).isoformat(), "time_zone": zone, "days": str(LINK_LASTS.days)}
    link = await resume_link(change.services, change.session, case.application, case.shown_call)
    await change.tell_applicant("application_returned", {"link": link}, **values)
    return after


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
