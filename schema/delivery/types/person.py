"""People, and where they took part."""

from typing import Any

import strawberry
from strawberry.types.info import Info

from cms.content_types.edition import Edition as EditionContent
from cms.content_types.person import Person as PersonContent
from schema.delivery.lists.connections import page
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.item import Item
from schema.delivery.projection.view import View
from schema.delivery.types.participation import ParticipationConnection, participations_of
from storage.conditions import equal


@delivers(PersonContent)
class Person(View, Item):
    """A speaker, moderator or author; never with an e-mail address."""

    @strawberry.field(
        description="The editions of the site in whose programme the person stands, the latest first, with each talk "
        "given and each session moderated there.",
        graphql_type=ParticipationConnection,
    )
    async def participations(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Any:
        id, part = self._entry.id, PageAsked(first, after, last, before)
        took_part = equal({"found_by.people": id})
        return await page(info, self._reading, EditionContent, took_part, "-start", part, participations_of(id))
