"""What editors may do, put together; each area has its file in `schema.management.verbs`."""

import strawberry

from schema.management.verbs.items import ItemVerbs


@strawberry.type
class Mutation(
    ItemVerbs,
):
    """One base per line, so that an area is added by a line."""
