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
    version: int
    at: datetime
    by: Optional[Person]
    action: str
    began_at: Optional[datetime] = strawberry.field(
        default=None, description="Of a run of autosaves: when the first of them was; `at` is when the last was."
    )
    writes: int = strawberry.field(default=1, description="How many autosaves it stands for; 1 for any other version.")


@strawberry.type(description="A version with all that it held.")
class FullVersion(Version):
    data: Json
    slugs: Json = strawberry.field(description="{locale: slug}")


@strawberry.type(description="What somebody did.")
class AuditEntry:
    id: strawberry.ID
    at: datetime
    by: Optional[Person]
    action: str
    item: Optional[strawberry.ID]
    type: Optional[str]
    site: Optional[str]
    version: Optional[int]
    details: Json

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


@strawberry.type
class WordChange:
    operation: WordOperation
    text: str


@strawberry.type(description="One value that differs.")
class Difference:
    at: str = strawberry.field(description="Dotted path with element ids; of a list itself, its elements differ.")
    locale: Optional[str]
    before: Optional[Json]
    after: Optional[Json]
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
