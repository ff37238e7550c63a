"""A step of an application through its review: who may make it, what it writes, and the mail that tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from cms.applications import states
from cms.applications.application_change import ApplicationChange
from cms.applications.case import Case, load_case
from cms.applications.decision_mail import decision_values
from cms.applications.mailing import contact_of
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.mail.queue_mail import queue_mail
from storage.documents import HostApplication, StatusChange

LONGEST_MESSAGE = 4000


@dataclass
class StepChange(ApplicationChange):
    """Its action records "<step>_application". `states.TRANSITIONS` say where the step leads from and to, and by which
    right, which may be another one than the action's where the application stands elsewhere."""

    @property
    def step(self) -> str:
        return self.action.removesuffix("_application")

    async def find(self, id: str) -> Case:
        """Raises NotFound, NotPermitted, TransitionNotAllowed."""
        case = await load_case(self.services, self.actor, id, session=self.session)
        found = states.find(self.step, case.application)
        if not any(self.actor.may(right, case.call.site) for right in ({found.who} if found else self.rights())):
            name = self.step.replace("_", " ")
            raise NotPermitted(f"You may not {name} applications to this call; ask an administrator.")
        states.require(self.step, case.application)
        return case

    def rights(self) -> set[str]:
        """Those of which one allows the step somewhere."""
        return {one.who for one in states.TRANSITIONS if one.name == self.step}

    async def move(self, message: str = "", **changes: Any) -> HostApplication:
        """The application after the step, with its history."""
        before = self.application
        to = states.require(self.step, before).to
        told = {before.locale: message} if message else {}
        entry = StatusChange(at=self.now, status=to, by=self.actor.id, message=told)
        history = [one.model_dump() for one in (*before.history, entry)]
        return await self.store(status=to, history=history, modified_at=self.now, **changes)


@dataclass
class ToldStep(StepChange):
    """One that the applicant gets a mail of; `message`: what that person reads besides."""

    needs_message: ClassVar[bool] = False
    message: str = field(init=False)

    async def load(self, id: str, message: str = "") -> None:
        """Raises Invalid besides."""
        self.message = clean_message(message, is_required=self.needs_message)
        await super().load(id)

    async def move(self, message: str = "", **changes: Any) -> HostApplication:
        return await super().move(message or self.message, **changes)

    async def tell_applicant(self, template: str, secrets: Mapping[str, str] | None = None, **values: str) -> None:
        """Queues the mail, once for each step. `secrets` as `queue_mail` takes them; they go before `values`."""
        found, hidden = self.case.application, secrets or {}
        filled = {**decision_values(self.case, self.message), **values}
        await queue_mail(
            self.services,
            self.session,
            to=found.email,
            template=template,
            locale=found.locale,
            values={name: value for name, value in filled.items() if name not in hidden},
            secrets=hidden,
            about=found.id,
            site=found.site,
            reply_to=contact_of(self.case.shown_call),
            once=f"{found.id}/{template}/{found.returns}",
        )


@dataclass
class ReasonedStep(ToldStep):
    """One whose reasons the applicant must be told."""

    needs_message: ClassVar[bool] = True


def clean_message(message: str, *, is_required: bool) -> str:
    """Raises Invalid."""
    text = message.strip()
    if is_required and not text:
        raise Invalid([Problem("message", "REQUIRED", "Say why: the applicant reads this.")])
    if len(text) > LONGEST_MESSAGE:
        raise Invalid([Problem("message", "TOO_LONG", f"Write at most {LONGEST_MESSAGE} characters.")])
    return text
