"""What delivered parts have that client caches keep by themselves: an opaque id, and a key that stays."""

import strawberry

from cms.content.fields import Embedded
from schema.delivery.projection.field_resolver import Computed, computed
from schema.delivery.projection.published_item import PublishedItem


def part_fields(part: type[Embedded], name: str) -> dict[str, Computed]:
    """Those of a part that is delivered as `name`; its own field `key` goes before ours."""
    if not part.keyed:
        return {}
    return {"id": _part_id(name), **({} if "key" in part.fields else {"key": key})}


def _part_id(name: str) -> Computed:
    @computed()
    def id(entry: PublishedItem) -> strawberry.ID:
        """Opaque: one for each site, language and preview, so that client caches never mix them."""
        return strawberry.ID(entry.reading.id_of(entry.id, f"{name}:{entry.place}"))

    return id


@computed()
def key(entry: PublishedItem) -> str:
    """Stays while editors change the rest, on every site and in every language."""
    return entry.data["id"]
