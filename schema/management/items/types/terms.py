"""Terms on their way to other terms."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from schema.management.accounts.types.people import Person, person
from storage.documents import TermMove as StoredMove


@strawberry.type(description="All uses of one term become uses of another.")
class TermMove:
    id: strawberry.ID = strawberry.field(description="Of the move, not of a term.")
    vocabulary: str = strawberry.field(description="Key of the vocabulary.")
    old: str = strawberry.field(name="from", description="Slug of the term that goes.")
    new: str = strawberry.field(name="into", description="Slug of the term that takes its uses.")
    action: str = strawberry.field(description="merge_terms or rename_term.")
    state: str = strawberry.field(description="moving while a worker is at it, then done.")
    total: int = strawberry.field(description="How many items used the term in the beginning.")
    moved: int = strawberry.field(description="How many of these items were changed so far.")
    at: datetime = strawberry.field(description="When it was asked for.")
    by: Optional[Person] = strawberry.field(description="Under whose name the items are changed.")
    finished_at: Optional[datetime] = strawberry.field(description="Null while a worker is at it.")


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
