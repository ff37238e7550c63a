"""Terms on their way to other terms."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from schema.management.accounts.types.people import Person, person
from storage.documents import TermMove as StoredMove


@strawberry.type(description="All uses of one term become uses of another.")
class TermMove:
    id: strawberry.ID
    vocabulary: str
    old: str = strawberry.field(name="from")
    new: str = strawberry.field(name="into")
    action: str = strawberry.field(description="merge_terms or rename_term.")
    state: str = strawberry.field(description="moving while a worker is at it, then done.")
    total: int = strawberry.field(description="How many items used the term in the beginning.")
    moved: int
    at: datetime
    by: Optional[Person]
    finished_at: Optional[datetime]


def term_move(stored: StoredMove) -> TermMove:
    return TermMove(
        id=strawberry.ID(stored.id),
        vocabulary=stored.vocabulary,
        old=stored.old,
        new=stored.new,
        action=stored.action,
        state=stored.state,
        total=stored.total,
        moved=stored.moved,
        at=stored.at,
        by=person(stored.by),
        finished_at=stored.finished_at,
    )


def listed_move(document: dict[str, Any]) -> TermMove:
    return term_move(StoredMove.model_validate(document))
