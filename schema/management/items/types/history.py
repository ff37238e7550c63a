"""Versions, their differences, and the audit trail."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.items.history.differences import Difference as FoundDifference
from cms.items.history.words import Words
from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from schema.management.enums import WordOperation
from schema.management.scalars import Json

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="What an item was after one change. `itemVersion` gives its data.")
class Version:
    version: int = strawberry.field(
        description="Its number; the first is 1, and there may be gaps where autosaves were folded."
    )
    at: datetime = strawberry.field(description="When it was stored.")
    by: Optional[Person] = strawberry.field(description="Who changed it.")
    action: str = strawberry.field(description="Name of the verb that made it, such as update_item.")
    began_at: Optional[datetime] = strawberry.field(
        default=None, description="Of a run of autosaves: when the first of them was; `at` is when the last was."
    )
    writes: int = strawberry.field(default=1, description="How many autosaves it stands for; 1 for any other version.")


@strawberry.type(description="A version with all that it held.")
class FullVersion(Version):
    data: Json = strawberry.field(
        description="{field: value} in all languages, as the content type's fields describe it."
    )
    slugs: Json = strawberry.field(description="{locale: slug}")


@strawberry.type(description="What somebody did.")
class AuditEntry:
    id: strawberry.ID = strawberry.field(description="Of the entry itself; `item` is what it was done with.")
    at: datetime = strawberry.field(description="When it was done.")
    by: Optional[Person] = strawberry.field(description="Who did it.")
    action: str = strawberry.field(description="Name of the verb, such as publish_item.")
    item: Optional[strawberry.ID] = strawberry.field(
        description="Id of the item, or of what else it was done with, such as an application; null where there was "
        "none."
    )
    type: Optional[str] = strawberry.field(
        description="Its content type, or what else it is, such as HostApplication; null where there was none."
    )
    site: Optional[str] = strawberry.field(
        description="Key of the site that it was done on; null for what belongs to none, such as sign-in."
    )
    version: Optional[int] = strawberry.field(description="The item's version after it; null where it has none.")
    details: Json = strawberry.field(description="{name: value}: what else the verb tells, such as the language.")

    @strawberry.field(
        description="The item as it is now; null where the viewer may not read it, or it is gone for good. One in the "
        "recycle bin is told to those who may bring it back."
    )
    async def subject(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items_even_deleted.load(str(self.item)) if self.item else None
        return item(found) if found else None

    @strawberry.field(description="Whose account it was about; null where it was about none.")
    def about(self) -> Optional[Person]:
        account = self.details.get("account") if isinstance(self.details, dict) else None
        return person(account) if isinstance(account, str) else None


@strawberry.type(description="Some words of a comparison, all of one kind, in their order.")
class WordChange:
    operation: WordOperation = strawberry.field(description="Whether they came, went or stayed.")
    text: str = strawberry.field(description="With spaces and punctuation: all of them in a row are the text.")


@strawberry.type(description="One value that differs.")
class Difference:
    at: str = strawberry.field(description="Dotted path with element ids; of a list itself, its elements differ.")
    locale: Optional[str] = strawberry.field(description="Null for facts that all languages share.")
    before: Optional[Json] = strawberry.field(description="Null where there was nothing.")
    after: Optional[Json] = strawberry.field(description="Null where there is nothing any more.")
    words: list[WordChange] = strawberry.field(description="Of texts; formatted ones are compared as plain text.")


def version(document: dict[str, Any]) -> Version:
    return Version(
        version=document["version"],
        at=document["at"],
        by=person(document["by"]),
        action=document["action"],
        began_at=document.get("began_at"),
        writes=document.get("writes", 1),
    )


def audit_entry(document: dict[str, Any]) -> AuditEntry:
    names = ("at", "action", "item", "type", "site", "version", "details")
    given: dict[str, Any] = {name: document.get(name) for name in names}
    return AuditEntry(id=strawberry.ID(document["_id"]), by=person(document["by"]), **given)


def difference(found: FoundDifference) -> Difference:
    words = word_changes(found.words)
    return Difference(at=found.at, locale=found.locale, before=found.before, after=found.after, words=words)


def word_changes(words: Words) -> list[WordChange]:
    return [WordChange(operation=WordOperation(operation), text=text) for operation, text in words]
