"""What may be done with releases."""

import strawberry

from schema.management.items.mutations.add_to_release import add_to_release
from schema.management.items.mutations.cancel_release import cancel_release
from schema.management.items.mutations.create_release import create_release
from schema.management.items.mutations.delete_release import delete_release
from schema.management.items.mutations.publish_release import publish_release
from schema.management.items.mutations.remove_from_release import remove_from_release
from schema.management.items.mutations.rename_release import rename_release
from schema.management.items.mutations.schedule_release import schedule_release


@strawberry.type
class ReleaseVerbs:
    create_release = strawberry.mutation(create_release, description="Begin a release, empty.")
    rename_release = strawberry.mutation(rename_release, description="Give a release another name.")
    add_to_release = strawberry.mutation(
        add_to_release, description="Put items into a release; the right to publish each of them is needed."
    )
    remove_from_release = strawberry.mutation(remove_from_release, description="Take items out of a release.")
    publish_release = strawberry.mutation(
        publish_release, description="Publish a release: all of its items at one moment, or nothing."
    )
    schedule_release = strawberry.mutation(
        schedule_release, description="Publish the present versions of a release's items together, later."
    )
    cancel_release = strawberry.mutation(
        cancel_release, description="Take the schedule of a release back: it is a draft again."
    )
    delete_release = strawberry.mutation(
        delete_release, description="Forget a release that is not scheduled; its items stay as they are."
    )
