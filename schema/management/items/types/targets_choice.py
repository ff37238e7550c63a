"""What a mutation is told of the unpublished items that something refers to which is to be live."""

from collections.abc import Sequence
from typing import Optional

import strawberry

from cms.items.accompanying_targets import LEAVE_TARGETS, REFUSE_TARGETS, TOGETHER
from cms.items.accompanying_targets import TargetsChoice as Choice
from schema.management.answer import bounded
from schema.management.enums import TargetsChoice

MAX_TOGETHER = 100


@strawberry.input
class TargetsInput:
    """Base of the inputs of every way of going live."""

    targets: Optional[TargetsChoice] = strawberry.field(
        default=None, description="Of unpublished items that it refers to, IGNORE where left out."
    )
    together: Optional[list[strawberry.ID]] = strawberry.field(
        default=None,
        description="With TOGETHER: only those of `unpublishedTargets` with these ids go along, at most "
        f"{MAX_TOGETHER}; left out: all.",
    )

    def choice(self) -> Choice:
        """Raises Invalid."""
        if self.targets is TargetsChoice.REFUSE:
            return REFUSE_TARGETS
        return _together(self.together) if self.targets is TargetsChoice.TOGETHER else LEAVE_TARGETS


def _together(ids: Sequence[strawberry.ID] | None) -> Choice:
    return Choice(TOGETHER, None if ids is None else frozenset(map(str, bounded("together", ids, MAX_TOGETHER))))
