"""Organisations."""

from cms.content_types.organisation import Organisation as OrganisationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.entry import Entry
from schema.delivery.projection.slots import computed
from schema.delivery.types import item


@delivers(OrganisationContent)
class Organisation(item.Node):
    """A cluster, agency, authority or other body."""

    id = item.item_id
    slug = item.slug

    @computed(needs=("url",))
    @staticmethod
    def url(entry: Entry) -> str:
        """Its own website; empty where none is known."""
        return entry.get("url") or ""
