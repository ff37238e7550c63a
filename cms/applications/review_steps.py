"""What the steps of a review share: who may make them, what they write, and the mail that tells the applicant."""

from collections.abc import Mapping
from typing import Any

from cms.access.actor import Actor
from cms.applications import states
from cms.applications.case import Case, load_case
from cms.applications.decision_mail import decision_values
from cms.applications.mailing import contact_of
from cms.applications.record import record_step
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.documents import HostApplication, StatusChange
from storage.mongo import Session

LONGEST_MESSAGE = 4000


async def load_for_step(services: Services, actor: Actor, id: str, name: str, session: Session) -> Case:
    """The case, where the step leads on from where the application stands and this person may make it.

    Raises NotFound, NotPermitted, TransitionNotAllowed.
    """
    case = await load_case(services, actor, id, session=session)
    step = states.find(name, case.application)
    rights = {one.who for one in states.TRANSITIONS if one.name == name} if step is None else {step.who}
    if not any(actor.may(right, case.call.site) for right in rights):
        raise NotPermitted(f"You may not {name.replace('_', ' ')} applications to this call; ask an administrator.")
    states.require(name, case.application)
    return case


async def move(
    services: Services,
    actor: Actor,
    case: Case,
    name: str,
    event: str,
    session: Session,
    *,
    message: str = "",
    changes: Mapping[str, Any] | None = None,
    **details: Any,
) -> HostApplication:
    """The application after the step `name`, with its history, audit entry and event."""
    before, now = case.application, services.clock()
    to = states.require(name, before).to
    told = {before.locale: message} if message else {}
    entry = StatusChange(at=now, status=to, by=actor.id, message=told)
    history = [one.model_dump() for one in (*before.history, entry)]
    written = {"status": to, "history": history, "modified_at": now, **(changes or {})}
    after = await services.repository.applications.change(before, written, session)
    await record_step(services, session, f"{name}_application", event, after, actor.id, **details)
    return after


async def tell_applicant(
    services: Services,
    case: Case,
    template: str,
    message: str,
    session: Session,
    *,
    secrets: Mapping[str, str] | None = None,
    **values: str,
) -> None:
    """Queues the mail of a step, once for each. `secrets` as `queue_mail` takes them; they go before `values`."""
    application, hidden = case.application, secrets or {}
    filled = {**decision_values(case, message), **values}
    await queue_mail(
        services,
        session,
        to=application.email,
        template=template,
        locale=application.locale,
        values={name: value for name, value in filled.items() if name not in hidden},
        secrets=hidden,
        about=application.id,
        site=application.site,
        reply_to=contact_of(case.shown_call),
        once=f"{application.id}/{template}/{application.returns}",
    )


def clean_message(message: str, *, is_required: bool) -> str:
    """Raises Invalid."""
    text = message.strip()
    if is_required and not text:
        raise Invalid([Problem("message", "REQUIRED", "Say why: the applicant reads this.")])
    if len(text) > LONGEST_MESSAGE:
        raise Invalid([Problem("message", "TOO_LONG", f"Write at most {LONGEST_MESSAGE} characters.")])
    return text
