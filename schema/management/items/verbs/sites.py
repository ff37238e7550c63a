"""What belongs to sites: what they show differently of items, and their old addresses."""

import strawberry

from schema.management.items.mutations.add_redirect import add_redirect
from schema.management.items.mutations.discard_override import discard_override
from schema.management.items.mutations.publish_override import publish_override
from schema.management.items.mutations.remove_redirect import remove_redirect
from schema.management.items.mutations.update_override import update_override
from schema.management.items.mutations.withdraw_override import withdraw_override


@strawberry.type
class SiteVerbs:
    update_override = strawberry.mutation(
        update_override, description="Change the draft of what a site shows differently of an item."
    )
    publish_override = strawberry.mutation(
        publish_override, description="Show visitors of a site what it says differently of an item."
    )
    withdraw_override = strawberry.mutation(
        withdraw_override, description="Show visitors of a site an item as it is again; the draft stays."
    )
    discard_override = strawberry.mutation(
        discard_override,
        description="Return the draft of an override to what is live; where nothing is, `override` is null and it is "
        "gone.",
    )
    add_redirect = strawberry.mutation(add_redirect, description="Let an old address of a site lead to an item.")
    remove_redirect = strawberry.mutation(remove_redirect, description="Let an old address lead nowhere any more.")
