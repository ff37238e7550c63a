"""What an action works with: one try of it in its transaction, and what that leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cms.access.actor import Actor
from cms.access.record import Subject, record
from cms.kernel.services import Services
from storage.mongo import Session
from storage.repository import Repository


@dataclass
class Change:
    """Made anew for each try. A kind of change (an item's, a release's) says in `load` what is to be changed and who
    may, in `subject` what the audit trail says that it is about.

    `details`: of the audit entry and the event. `is_recorded`: set where what the action called left entries of its
    own, or where nothing was changed; otherwise one entry and one event are written at the end.
    """

    services: Services
    actor: Actor
    session: Session
    action: str
    right: str
    event: str | None
    now: datetime = field(init=False)
    details: dict[str, Any] = field(init=False, default_factory=dict)
    is_recorded: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.now = self.services.clock()

    @property
    def repository(self) -> Repository:
        return self.services.repository

    async def load(self, *args: Any, **kwargs: Any) -> None:
        """Takes those arguments of the action that it names. Raises NotFound, NotPermitted."""

    def subject(self) -> Subject:
        return Subject()

    def payload(self) -> Mapping[str, Any] | None:
        """Of the event; None for the details with {by, audit}."""
        return None

    def tell(self, **details: Any) -> None:
        """What the audit entry and the event say besides."""
        self.details.update(details)

    async def finish(self) -> None:
        """Leaves behind what follows from the change."""
        if not self.is_recorded:
            await record(
                self.services,
                self.actor.id,
                self.action,
                self.subject(),
                self.session,
                self.details,
                self.event,
                self.payload(),
            )


@dataclass
class SiteChange(Change):
    """A change that a right on a site allows."""

    site: str = field(init=False)

    async def load(self, site: str) -> None:
        """Raises NotPermitted."""
        self.actor.require(self.right, site)
        self.site = site

    def subject(self) -> Subject:
        return Subject(site=self.site)
