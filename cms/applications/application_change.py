"""A change of one application, by somebody who decides on it and has the right on the site of its call."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.change import Change
from cms.access.record import Subject
from cms.applications.case import Case, load_case
from cms.applications.record import step_details, subject_of
from storage.documents import HostApplication


@dataclass
class ApplicationChange(Change):
    """`case`: as it was found; `application`: as it is now, of which entry and event tell."""

    case: Case = field(init=False)
    application: HostApplication = field(init=False)

    async def load(self, id: str) -> None:
        """Raises what `find` raises."""
        self.case = await self.find(id)
        self.application = self.case.application

    async def find(self, id: str) -> Case:
        """Raises NotFound, NotPermitted."""
        return await load_case(self.services, self.actor, id, self.right, self.session)

    async def store(self, **changes: Any) -> HostApplication:
        self.application = await self.repository.applications.change(self.application, changes, self.session)
        return self.application

    def subject(self) -> Subject:
        return subject_of(self.application)

    async def finish(self) -> None:
        self.details = step_details(self.application, self.details)
        await super().finish()
