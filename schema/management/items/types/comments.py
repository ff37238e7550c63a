"""Conversations about items."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from storage.documents import Comment as StoredComment
from storage.documents import CommentThread as StoredThread

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="What one person said.")
class Comment:
    id: strawberry.ID = strawberry.field(description="For `editComment` and `deleteComment`.")
    by: Optional[Person] = strawberry.field(description="Who wrote it.")
    at: datetime = strawberry.field(description="When it was written.")
    text: str = strawberry.field(description="Plain text, empty once it is deleted.")
    mentions: list[Person] = strawberry.field(description="Who is asked to look.")
    edited_at: Optional[datetime] = strawberry.field(
        description="Of the last change; null where it is as it was written."
    )
    deleted_at: Optional[datetime] = strawberry.field(description="Set where it stays because there are answers to it.")


@strawberry.type(description="A comment on an item, and the answers to it.")
class CommentThread:
    about: strawberry.Private[str]
    id: strawberry.ID = strawberry.field(description="For `replyToComment`, `resolveComment` and `reopenComment`.")
    at: datetime = strawberry.field(description="When the first comment was written.")
    field: str = strawberry.field(description="Dotted path with element ids, empty for the item as a whole.")
    locale: Optional[str] = strawberry.field(description="Null for all languages.")
    comments: list[Comment] = strawberry.field(description="The first is what the others answer; at most 100.")
    resolved_at: Optional[datetime] = strawberry.field(description="Null while it is open.")
    resolved_by: Optional[Person] = strawberry.field(description="Null while it is open.")

    @strawberry.field(description="Null where the viewer may not read it any more.")
    async def item(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items.load(self.about)
        return item(found) if found else None


def shown_thread(stored: StoredThread) -> CommentThread:
    return CommentThread(
        about=stored.item,
        id=strawberry.ID(stored.id),
        at=stored.at,
        field=stored.field,
        locale=stored.locale,
        comments=[_comment(one) for one in stored.comments],
        resolved_at=stored.resolved_at,
        resolved_by=person(stored.resolved_by),
    )


def listed_thread(document: dict[str, Any]) -> CommentThread:
    return shown_thread(StoredThread.model_validate(document))


def _comment(stored: StoredComment) -> Comment:
    return Comment(
        id=strawberry.ID(stored.id),
        by=person(stored.by),
        at=stored.at,
        text=stored.text,
        mentions=[Person(id=strawberry.ID(id)) for id in stored.mentions],
        edited_at=stored.edited_at,
        deleted_at=stored.deleted_at,
    )
