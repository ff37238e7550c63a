"""A change of what a site shows differently of an item, by the right that its action asks for on that site."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.change import Change
from cms.access.record import Subject
from cms.items.overrides import ItemOnSite, follow, place_of, record_override_version, stored_override
from storage.documents import SiteOverride


@dataclass
class OverrideChange(Change):
    """`override`: as it is after the change. One whose version rose becomes a version of its history."""

    place: ItemOnSite = field(init=False)
    override: SiteOverride = field(init=False)

    async def load(self, id: str, site: str) -> None:
        """Raises NotFound, NotPermitted, Invalid."""
        self.place = await place_of(self.services, self.actor, id, site, self.right, self.session)

    async def stored(self) -> SiteOverride:
        """As it was. Raises TransitionNotAllowed where there is none."""
        self.override = await stored_override(self.services, self.place, self.session)
        return self.override

    async def store(self, before: SiteOverride, changes: dict[str, Any]) -> SiteOverride:
        """`before` with the changes. Raises StaleVersion where somebody else wrote meanwhile."""
        self.override = before.model_copy(update=changes)
        await self.repository.overrides.replace(self.override, before.version, self.session)
        if self.override.version > before.version:
            await self._add_version()
        return self.override

    async def insert(self, override: SiteOverride) -> SiteOverride:
        self.override = override
        await self.repository.overrides.insert(override, self.session)
        await self._add_version()
        return override

    async def _add_version(self) -> None:
        await record_override_version(self.services, self.actor, self.action, self.override, self.session)

    def subject(self) -> Subject:
        item = self.place.item
        return Subject(item=item.id, type=item.type, site=self.place.site, version=self.override.version)

    def payload(self) -> dict[str, Any]:
        return {}

    async def finish(self) -> None:
        await follow(self.services, self.place.kind, self.place.item, [self.place.site], self.session)
        self.tell(override=self.place.site, fields=sorted(self.override.data))
        await super().finish()
