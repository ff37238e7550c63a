"""The delivered types: what is added by hand to what follows from the content types, one file each.

Importing this package defines them all, also those to which nothing is added.
"""

from cms.content_types import registry
from cms.content_types.discovery import discover
from schema.delivery.projection.delivers import deliver_the_rest

discover(__name__)
deliver_the_rest(registry.values())
