"""A reviewer scores an application by the criteria of its call."""

from collections.abc import Mapping
from typing import Any

from cms.access.actor import Actor
from cms.applications import states
from cms.applications.actions.declare_conflict import own_review
from cms.applications.case import call_data
from cms.applications.record import record_step
from cms.applications.scoring import criteria_of, score_problems
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import ApplicationReview
from storage.mongo import Session

LONGEST_TEXT = 4000


async def score_application(
    services: Services,
    actor: Actor,
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

    async def write(session: Session) -> ApplicationReview:
        application, own = await own_review(services, actor, id, session)
        if application.status != states.UNDER_REVIEW:
            raise TransitionNotAllowed("The review of this application has not begun yet.")
        if own.conflict is None:
            text = "Say first whether you have a conflict of interest with this application."
            raise Invalid([Problem("conflict", "UNDECLARED", text)])
        call = await services.repository.items.get(application.call, session)
        if call is None:
            raise NotFound(f"There is no application {id[:64]}.")
        criteria = criteria_of(await call_data(services, call, session))
        counts = submit or own.submitted_at is not None
        if found := [
            *score_problems(criteria, scores, is_complete=counts),
            *_text_problems(comment, private_note, counts),
        ]:
            raise Invalid(found)
        written = _written(services, own, scores, comment, private_note, counts=counts)
        await services.repository.application_reviews.change(own, written, session)
        if counts:
            told = {"corrected": own.submitted_at is not None}
            await record_step(
                services, session, "score_application", "ApplicationScored", application, actor.id, **told
            )
        else:
            await record_step(services, session, "draft_score", None, application, actor.id)
        return own.model_copy(update=written)

    return await services.transact(write)


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


def _written(
    services: Services,
    own: ApplicationReview,
    scores: Mapping[str, int],
    comment: str,
    private_note: str,
    *,
    counts: bool,
) -> dict[str, Any]:
    now = services.clock()
    return {
        "scores": dict(scores),
        "comment": comment.strip(),
        "private_note": private_note.strip(),
        "submitted_at": (own.submitted_at or now) if counts else None,
        "modified_at": now,
    }
