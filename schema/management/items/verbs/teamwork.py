"""What people do who work on an item together: comments, presence, translation."""

import strawberry

from schema.management.items.mutations.add_comment import add_comment, reply_to_comment
from schema.management.items.mutations.announce_presence import announce_presence, leave_presence
from schema.management.items.mutations.change_source_locale import change_source_locale
from schema.management.items.mutations.copy_from_source import copy_from_source
from schema.management.items.mutations.delete_comment import delete_comment
from schema.management.items.mutations.edit_comment import edit_comment
from schema.management.items.mutations.mark_translated import mark_translated
from schema.management.items.mutations.resolve_comment import reopen_comment, resolve_comment


@strawberry.type
class TeamworkVerbs:
    add_comment = strawberry.mutation(add_comment, description="Say something about an item or one of its fields.")
    reply_to_comment = strawberry.mutation(reply_to_comment, description="Answer what somebody said.")
    edit_comment = strawberry.mutation(edit_comment, description="Change what oneself has said.")
    delete_comment = strawberry.mutation(
        delete_comment, description="Delete one's own comment, or any where one may delete the item."
    )
    resolve_comment = strawberry.mutation(resolve_comment, description="Say that a conversation is over.")
    reopen_comment = strawberry.mutation(reopen_comment, description="Say that a conversation is not over.")
    announce_presence = strawberry.mutation(
        announce_presence,
        description="Tell others that the viewer is editing an item; forgotten after 40 seconds, so tell it every 15.",
    )
    leave_presence = strawberry.mutation(leave_presence, description="Tell others that the viewer has left an item.")
    mark_translated = strawberry.mutation(
        mark_translated, description="Say of texts in one language that they are still right as they are."
    )
    copy_from_source = strawberry.mutation(
        copy_from_source,
        description="Put the source language's texts where they are to be translated; they count as COPIED until then.",
    )
    change_source_locale = strawberry.mutation(
        change_source_locale,
        description="Say which of its languages an item is translated from; its other texts count as current.",
    )
