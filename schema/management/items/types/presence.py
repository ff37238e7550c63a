"""Who else is editing an item."""

from datetime import datetime
from typing import Optional

import strawberry

from schema.management.accounts.types.people import Person
from storage.documents import Presence as StoredPresence


@strawberry.type(description="Somebody else who is editing an item just now.")
class Presence:
    person: Person = strawberry.field(description="Who is there.")
    field: str = strawberry.field(description="Where: dotted path with element ids, empty for nowhere in particular.")
    locale: Optional[str] = strawberry.field(
        description="The language that is being edited; null for none in particular."
    )
    seen_at: datetime = strawberry.field(description="When that was told last.")


def presence(stored: StoredPresence) -> Presence:
    who = Person(id=strawberry.ID(stored.person))
    return Presence(person=who, field=stored.field, locale=stored.locale, seen_at=stored.seen)
