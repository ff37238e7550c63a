"""Organisations."""

from cms.content_types.organisation import Organisation as OrganisationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.item import Item
from schema.delivery.projection.published_item import PublishedItem


@delivers(OrganisationContent)
class Organisation(Item):
    """A cluster, agency, authority or other body."""

    @computed(needs=("url",))
    @staticmethod
    def url(entry: PublishedItem) -> str:
        """Its own website; empty where none is known."""
        return entry.get("url") or ""
