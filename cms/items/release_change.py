"""A change of a release, by the right to publish on its site."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cms.access.change import Change
from cms.access.record import Subject
from cms.items.release_plan import load_release, release_details, require_state, store_changed
from storage.documents import Release


@dataclass
class ReleaseChange(Change):
    release: Release = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        self.release = await load_release(self.services, self.actor, id, self.session)

    def require_state(self, states: Sequence[str]) -> None:
        """Raises TransitionNotAllowed."""
        require_state(self.release, states)

    async def store(self) -> None:
        await store_changed(self.services, self.actor, self.release, self.session)

    def subject(self) -> Subject:
        return Subject(site=self.release.site)

    async def finish(self) -> None:
        self.tell(**release_details(self.release))
        await super().finish()
