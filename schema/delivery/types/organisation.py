"""Organisations."""

from cms.content_types.organisation import Organisation as OrganisationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.types import item


@delivers(OrganisationContent)
class Organisation(item.Node):
    """A cluster, agency, authority or other body."""

    id = item.item_id
    slug = item.slug
