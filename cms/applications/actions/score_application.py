"""A reviewer scores an application by the criteria of its call."""

from collections.abc import Mapping

from cms.access.action import action
from cms.access.application_rights import REVIEW
from cms.applications import states
from cms.applications.review_change import ReviewChange
from cms.applications.scoring import score_problems
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from storage.documents import ApplicationReview

LONGEST_TEXT = 4000


@action(right=REVIEW, event="ApplicationScored")
async def score_application(
    change: ReviewChange,
    id: str,
    scores: Mapping[str, int],
    *,
    comment: str = "",
    private_note: str = "",
    submit: bool = False,
) -> ApplicationReview:
    """The reviewer's own review. A draft of it may be partial; with `submit` it counts, and needs every score and a
    comment, which the managers and the other reviewers read; `private_note` nobody else does. What counts may be
    corrected, as a whole, until it is decided. The audit trail says that it was scored, never how.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed (the review has not begun, or is over).
    """
    own = change.review
    _require_open(change)
    counts = submit or own.submitted_at is not None
    if found := [
        *score_problems(change.case.criteria, scores, is_complete=counts),
        *_text_problems(comment, private_note, counts),
    ]:
        raise Invalid(found)
    written = {
        "scores": dict(scores),
        "comment": comment.strip(),
        "private_note": private_note.strip(),
        "submitted_at": (own.submitted_at or change.now) if counts else None,
        "modified_at": change.now,
    }
    await change.repository.application_reviews.change(own, written, change.session)
    if counts:
        change.tell(corrected=own.submitted_at is not None)
    else:
        change.action, change.event = "draft_score", None
    return own.model_copy(update=written)


def _require_open(change: ReviewChange) -> None:
    """Raises TransitionNotAllowed, Invalid."""
    if change.application.status != states.UNDER_REVIEW:
        raise TransitionNotAllowed("The review of this application has not begun yet.")
    if change.review.conflict is None:
        text = "Say first whether you have a conflict of interest with this application."
        raise Invalid([Problem("conflict", "UNDECLARED", text)])


def _text_problems(comment: str, private_note: str, is_complete: bool) -> list[Problem]:
    texts = {"comment": comment, "privateNote": private_note}
    found = [
        Problem(name, "TOO_LONG", f"Write at most {LONGEST_TEXT} characters.")
        for name, text in texts.items()
        if len(text) > LONGEST_TEXT
    ]
    if is_complete and not comment.strip():
        found.append(Problem("comment", "REQUIRED", "Give your reasons in a few words."))
    return found
