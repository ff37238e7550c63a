"""What may be done with an item: every action by its name, answered with the item or with why not."""

import strawberry

from schema.management.items.mutations.archive_item import archive_item
from schema.management.items.mutations.create_item import create_item
from schema.management.items.mutations.delete_item import delete_item
from schema.management.items.mutations.discard_draft import discard_draft
from schema.management.items.mutations.publish_item import publish_item
from schema.management.items.mutations.purge_item import purge_item
from schema.management.items.mutations.reopen_item import reopen_item
from schema.management.items.mutations.restore_item import restore_item
from schema.management.items.mutations.restore_version import restore_version
from schema.management.items.mutations.schedule_expiry import schedule_expiry
from schema.management.items.mutations.schedule_publication import schedule_publication
from schema.management.items.mutations.send_back_item import send_back_item
from schema.management.items.mutations.share_item import share_item
from schema.management.items.mutations.submit_item import submit_item
from schema.management.items.mutations.unpublish_item import unpublish_item
from schema.management.items.mutations.update_item import update_item
from schema.management.items.mutations.withdraw_item import withdraw_item


@strawberry.type
class ItemVerbs:
    create_item = strawberry.mutation(create_item, description="Create an item as a private draft.")
    update_item = strawberry.mutation(update_item, description="Change an item's draft.")
    submit_item = strawberry.mutation(submit_item, description="Ask for review of one language.")
    withdraw_item = strawberry.mutation(withdraw_item, description="Take the request for review back.")
    send_back_item = strawberry.mutation(
        send_back_item, description="Return one language to its author with a comment."
    )
    publish_item = strawberry.mutation(
        publish_item, description="Make an item's draft live in one or several languages."
    )
    unpublish_item = strawberry.mutation(
        unpublish_item, description="Take an item away from visitors in one or several languages; the draft stays."
    )
    schedule_publication = strawberry.mutation(
        schedule_publication, description="Make the present version of one language live later, or cancel that."
    )
    schedule_expiry = strawberry.mutation(
        schedule_expiry, description="Take one language away from visitors later, or cancel that."
    )
    archive_item = strawberry.mutation(archive_item, description="Put one language away, live text included.")
    reopen_item = strawberry.mutation(reopen_item, description="Bring an archived language back as a private draft.")
    share_item = strawberry.mutation(share_item, description="Show an item on other sites too.")
    delete_item = strawberry.mutation(delete_item, description="Put an item into the recycle bin.")
    restore_item = strawberry.mutation(
        restore_item, description="Bring an item back from the recycle bin as a private draft."
    )
    purge_item = strawberry.mutation(
        purge_item, description="Take an item out of the recycle bin for good, its history included."
    )
    restore_version = strawberry.mutation(
        restore_version, description="Make an earlier version the draft again, as a new version."
    )
    discard_draft = strawberry.mutation(
        discard_draft, description="Return the draft to what is live; what it was stays in the history."
    )
