"""Series of workshops."""

from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.content_types.edition import Edition as EditionContent
from cms.content_types.series import Series as SeriesContent
from schema.delivery.lists.connections import connection_field
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.item import Addressable
from schema.delivery.projection.selection import selection_of
from schema.delivery.projection.view import View
from schema.delivery.types.names import ACall
from storage.conditions import Condition, all_of, between, equal
from storage.keyset import Order


def _of_series(view: Any) -> Condition:
    return equal({"data.series": view._entry.id})


@delivers(SeriesContent)
class Series(View, Addressable):
    """A series such as Clusters meet Regions."""

    editions = connection_field(EditionContent, "The series' editions, the latest first.", _of_series)

    @strawberry.field(description="The call for hosts that is open, or else the next one to open.")
    async def current_call(self, info: Info) -> Optional[ACall]:
        reading = self._reading
        calls = all_of(reading.listed("CallForHosts"), equal({"data.series": self._entry.id}))
        current = all_of(calls, between("derived.closes_at", above=reading.now))
        found = await reading.published.find(current, order=Order("derived.opens_at", descending=False), limit=1)
        built = await reading.built(found, selection_of(info))
        return built[0] if built else None
