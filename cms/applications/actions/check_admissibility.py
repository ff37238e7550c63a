"""Say whether a submitted application is complete and may be reviewed."""

from cms.access.actor import Actor
from cms.access.application_rights import MANAGE
from cms.applications import states
from cms.applications.case import load_case
from cms.applications.record import record_step
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session

LONGEST_NOTE = 2000


async def check_admissibility(services: Services, actor: Actor, id: str, ok: bool, note: str = "") -> HostApplication:
    """`note` is for the office alone, and needed where it is not admissible. May be said anew until the review begins.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    text = note.strip()
    if not ok and not text:
        raise Invalid([Problem("note", "REQUIRED", "Say what is missing or wrong.")])
    if len(text) > LONGEST_NOTE:
        raise Invalid([Problem("note", "TOO_LONG", f"Write at most {LONGEST_NOTE} characters.")])

    async def write(session: Session) -> HostApplication:
        application = (await load_case(services, actor, id, MANAGE, session)).application
        if application.status != states.SUBMITTED:
            raise TransitionNotAllowed("Only a submitted application is checked, before its review begins.")
        found = {"by": actor.id, "at": services.clock(), "ok": ok, "note": text}
        after = await services.repository.applications.change(application, {"admissibility": found}, session)
        await record_step(services, session, "check_admissibility", None, after, actor.id, ok=ok)
        return after

    return await services.transact(write)
