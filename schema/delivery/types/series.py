"""Series of workshops."""

from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.content_types.edition import Edition as EditionContent
from cms.content_types.series import Series as SeriesContent
from schema.delivery.lists.connections import connection_field
from schema.delivery.projection.delivers import View, delivers
from schema.delivery.projection.item import Node
from schema.delivery.projection.selection import selection_of
from schema.delivery.types.names import ACall


def _of_series(view: Any) -> dict[str, Any]:
    return {"data.series": view._entry.id}


@delivers(SeriesContent)
class Series(View, Node):
    """A series such as Clusters meet Regions."""

    editions = connection_field(EditionContent, "The series' editions, the latest first.", _of_series)

    @strawberry.field(description="The call for hosts that is open, or else the next one to open.")
    async def current_call(self, info: Info) -> Optional[ACall]:
        reading = self._reading
        query = {
            "type": "CallForHosts",
            "channels": reading.channel("CallForHosts"),
            "data.series": self._entry.id,
            "derived.closes_at": {"$gt": reading.now},
            **reading.not_hidden("CallForHosts"),
        }
        found = await reading.published.find(query, sort=[("derived.opens_at", 1), ("_id", 1)], limit=1)
        built = await reading.built(found, selection_of(info))
        return built[0] if built else None
