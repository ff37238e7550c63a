"""What every management resolver can reach: the person who asks, the services, the seal of cursors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from strawberry.dataloader import DataLoader
from strawberry.types.info import Info

from cms.access.actor import SYSTEM, Actor
from cms.accounts.queries.sign_in import have_second_factor
from cms.applications.form_version import FormVersion
from cms.applications.name import FormKey, forms_of
from cms.applications.queries.applications import read_calls, reviews_of
from cms.content.sites import SiteRules, all_sites
from cms.items.queries.appearances import Appearance, last_appearances
from cms.items.queries.completeness import list_missing
from cms.items.queries.items import get_items
from cms.kernel.services import Services
from cms.persisted_queries.registration import Check
from schema.delivery.lists.cursors import Cursors
from schema.delivery.registration_check import DocumentCheck
from schema.limits import Limits
from storage.documents import ApplicationReview, Item, Presence

WITHIN_LIMITS = DocumentCheck(Limits())


@dataclass(frozen=True, slots=True)
class ManagementContext:
    """Made anew for each request, with the roles that the person has at this moment. `session` is the id of theirs;
    None where a token asks, whose name is `token`."""

    services: Services
    actor: Actor
    email: str
    cursors: Cursors
    session: str | None = None
    token: str | None = None
    check_document: Check = WITHIN_LIMITS
    """What stops a document of the delivery API from being executed."""
    names: DataLoader[str, str | None] = field(init=False)
    items: DataLoader[str, Item | None] = field(init=False)
    items_even_deleted: DataLoader[str, Item | None] = field(init=False)
    live: DataLoader[str, dict[str, Any] | None] = field(init=False)
    presence: DataLoader[str, list[Presence]] = field(init=False)
    open_comments: DataLoader[str, int] = field(init=False)
    second_factors: DataLoader[str, bool | None] = field(init=False)
    missing: DataLoader[Item, list[str]] = field(init=False)
    appearances: DataLoader[str, Appearance | None] = field(init=False)
    calls: DataLoader[str, tuple[Item, Mapping[str, Any]] | None] = field(init=False)
    application_reviews: DataLoader[str, list[ApplicationReview]] = field(init=False)
    forms: DataLoader[FormKey, FormVersion | None] = field(init=False)
    sites: list[SiteRules] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", DataLoader(self._names))
        object.__setattr__(self, "items", DataLoader(self._items, cache=False))
        object.__setattr__(self, "items_even_deleted", DataLoader(self._items_even_deleted, cache=False))
        object.__setattr__(self, "live", DataLoader(self._live, cache=False))
        object.__setattr__(self, "presence", DataLoader(self._presence, cache=False))
        object.__setattr__(self, "open_comments", DataLoader(self._open_comments, cache=False))
        object.__setattr__(self, "missing", DataLoader(self._missing, cache=False))
        object.__setattr__(self, "appearances", DataLoader(self._appearances, cache=False))
        object.__setattr__(self, "calls", DataLoader(self._calls, cache=False))
        object.__setattr__(self, "application_reviews", DataLoader(self._application_reviews, cache=False))
        object.__setattr__(self, "forms", DataLoader(self._forms))
        object.__setattr__(self, "second_factors", DataLoader(self._second_factors, cache=False))

    async def _names(self, ids: list[str]) -> Sequence[str | None]:
        found = {SYSTEM.id: SYSTEM.name, **await self.services.repository.accounts.names(ids)}
        return [found.get(id) for id in ids]

    async def _items(self, ids: list[str]) -> Sequence[Item | None]:
        found = await get_items(self.services, self.actor, ids)
        return [found.get(id) for id in ids]

    async def _items_even_deleted(self, ids: list[str]) -> Sequence[Item | None]:
        found = await get_items(self.services, self.actor, ids, from_bin=True)
        return [found.get(id) for id in ids]

    async def _live(self, ids: list[str]) -> Sequence[dict[str, Any] | None]:
        found = {document["_id"]: document for document in await self.services.repository.published.as_written(ids)}
        return [found.get(id) for id in ids]

    async def _presence(self, ids: list[str]) -> Sequence[list[Presence]]:
        found = await self.services.repository.presences.on(ids, self.services.clock(), but=self.actor.id)
        return [found[id] for id in ids]

    async def _open_comments(self, ids: list[str]) -> Sequence[int]:
        found = await self.services.repository.comments.count_open(ids)
        return [found.get(id, 0) for id in ids]

    async def _missing(self, items: list[Item]) -> Sequence[list[str]]:
        return await list_missing(self.services, self.actor, items)

    async def _appearances(self, ids: list[str]) -> Sequence[Appearance | None]:
        found = await last_appearances(self.services, self.actor, ids)
        return [found.get(id) for id in ids]

    async def _calls(self, ids: list[str]) -> Sequence[tuple[Item, Mapping[str, Any]] | None]:
        found = await read_calls(self.services, ids)
        return [found.get(id) for id in ids]

    async def _application_reviews(self, ids: list[str]) -> Sequence[list[ApplicationReview]]:
        found = await reviews_of(self.services, ids)
        return [found[id] for id in ids]

    async def _forms(self, keys: list[FormKey]) -> Sequence[FormVersion | None]:
        found = await forms_of(self.services, keys)
        return [found.get(key) for key in keys]

    async def _second_factors(self, ids: list[str]) -> Sequence[bool | None]:
        return await have_second_factor(self.services, self.actor, ids)

    async def all_sites(self) -> list[SiteRules]:
        """Every published site, read once."""
        if not self.sites:
            self.sites.extend(await all_sites(self.services.repository))
        return self.sites


ManagementInfo: TypeAlias = Info[ManagementContext, Any]
