"""The delivered types, one file each: what is added by hand to what follows from the content types.

Importing this package defines them all.
"""

from schema.delivery.types import (
    application_form,
    blocks,
    call_for_hosts,
    edition,
    news_item,
    organisation,
    page,
    person,
    presentation_file,
    series,
)

__all__ = [
    "application_form",
    "blocks",
    "call_for_hosts",
    "edition",
    "news_item",
    "organisation",
    "page",
    "person",
    "presentation_file",
    "series",
]
