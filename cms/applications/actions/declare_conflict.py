"""A reviewer says whether he has a conflict of interest with an application."""

from dataclasses import dataclass
from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import REVIEW
from cms.access.parameters import Id
from cms.applications.review_change import ReviewChange
from cms.kernel.errors import Invalid, Problem
from storage.documents import HostApplication

LONGEST_NOTE = 1000


@dataclass
class ConflictChange(ReviewChange):
    async def load(self, id: str, note: str = "") -> None:
        """Raises Invalid besides."""
        if len(note.strip()) > LONGEST_NOTE:
            raise Invalid([Problem("note", "TOO_LONG", f"Write at most {LONGEST_NOTE} characters.")])
        await super().load(id)


@action(
    right=REVIEW,
    event="ReviewerRecused",
    offered="Say whether one has a conflict of interest; with one, one is recused for good.",
)
async def declare_conflict(
    change: ConflictChange,
    id: Id,
    conflict: Annotated[bool, "False: the answers are shown, and scores are taken once the review has begun."],
    note: Annotated[str, "Which one, for the managers."] = "",
) -> HostApplication:
    """With a conflict the reviewer is recused for good: no scores count, and he sees the application no more. `note`:
    which conflict, for the managers.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed (decided, or reviewed already).
    """
    if change.review.submitted_at is not None and not conflict:
        change.is_recorded = True  # nothing was changed
        return change.application
    declared = {"conflict": conflict, "conflict_note": note.strip(), "modified_at": change.now}
    if conflict:
        declared |= {"scores": {}, "comment": "", "private_note": "", "submitted_at": None}
    else:
        change.event = None
    await change.repository.application_reviews.change(change.review, declared, change.session)
    reviewers = change.application.reviewers
    change.tell(conflict=conflict)
    return await change.store(reviewers=[one for one in reviewers if not conflict or one != change.actor.id])
