"""Organisations."""

from typing import Any

import strawberry
from strawberry.types.info import Info

from cms.content.rules import labels
from cms.content_types.edition import Edition as EditionContent
from cms.content_types.organisation import Organisation as OrganisationContent
from schema.delivery.lists.connections import Wrapped, connection_type, page
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.enums import enum_of
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.item import Item
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.view import View
from schema.delivery.types.names import AnEdition
from storage.conditions import equal

PartnerRole: Any = enum_of("PartnerRole", labels.PARTNER_ROLES)


@strawberry.type(description="What an organisation does, or did, for an edition.")
class Partnership:
    edition: AnEdition = strawberry.field(description="The edition that it is a partner of.")
    roles: list[PartnerRole] = strawberry.field(  # pyright: ignore[reportInvalidTypeForm]
        description="All that it has there, in the order of the partners."
    )
    role_labels: list[str] = strawberry.field(description="`roles` in words, in the language that is read.")


PartnershipConnection: Any = connection_type("Partnership", Partnership)


def _shown_for(organisation: str) -> Wrapped:
    def made(entry: PublishedItem, edition: Any, selection: Selection) -> Partnership:
        partners = [one for one in entry.get("partners") or () if one.get("organisation") == organisation]
        roles = list(dict.fromkeys(one["role"] for one in partners if one.get("role")))
        words = [entry.reading.label(labels.PARTNER_ROLES, role) for role in roles]
        return Partnership(edition=edition, roles=[PartnerRole(role) for role in roles], role_labels=words)

    return Wrapped("Partnership", "edition", ("data.partners",), made)


@delivers(OrganisationContent)
class Organisation(View, Item):
    """A cluster, agency, authority or other body."""

    @computed(needs=("url",))
    @staticmethod
    def url(entry: PublishedItem) -> str:
        """Its own website; empty where none is known."""
        return entry.get("url") or ""

    @strawberry.field(
        description="The editions of the site that it is a partner of, the latest first, with its roles there.",
        graphql_type=PartnershipConnection,
    )
    async def partnerships(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Any:
        id, part = self._entry.id, PageAsked(first, after, last, before)
        partnered = equal({"data.partners.organisation": id})
        return await page(info, self._reading, EditionContent, partnered, "-start", part, _shown_for(id))
