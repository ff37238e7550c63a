"""What giving applications to reviewers shares: who may review, and what an assignment leaves behind."""

from collections.abc import Iterable, Sequence

from cms.access.actor import Actor
from cms.access.application_rights import REVIEW
from cms.accounts.people import actor_of
from cms.applications import states
from cms.applications.case import Case
from cms.applications.mailing import contact_of
from cms.applications.record import record_step
from cms.applications.titles import call_title
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.documents import Account, ApplicationReview, HostApplication, Item
from storage.mongo import Session

ASSIGNABLE = (states.SUBMITTED, states.UNDER_REVIEW)
MAX_REVIEWERS = 10


def require_assignable(application: HostApplication) -> None:
    """Raises TransitionNotAllowed."""
    if application.status not in ASSIGNABLE or application.erased_at is not None:
        raise TransitionNotAllowed("Reviewers are assigned to submitted applications, until they are decided on.")


def may_review(account: Account, call: Item) -> bool:
    return account.is_active and not account.is_service and actor_of(account).may(REVIEW, call.site)


async def require_reviewers(services: Services, ids: Sequence[str], call: Item, session: Session) -> list[Account]:
    """Raises Invalid for whoever may not review applications to the call."""
    found = {one.id: one for one in await services.repository.accounts.with_ids(ids, session)}
    wrong = [id for id in ids if id not in found or not may_review(found[id], call)]
    if wrong:
        text = f"{wrong[0][:64]} does not review applications to this call; give that person the role first."
        raise Invalid([Problem("reviewers", "NOT_A_REVIEWER", text)])
    return [found[id] for id in ids]


async def assign(
    services: Services, actor: Actor, case: Case, wanted: Sequence[str], session: Session
) -> tuple[HostApplication, list[str]]:
    """The application with exactly these reviewers, and who is new among them.

    Raises Invalid for somebody with a conflict of interest, and where a review that is in would be lost.
    """
    application = case.application
    known = {
        one.reviewer: one
        for one in await services.repository.application_reviews.of_application(application.id, session)
    }
    _require_no_conflict(wanted, known)
    gone = [one for one in application.reviewers if one not in wanted]
    _require_nothing_lost(gone, known)
    new = [one for one in wanted if one not in application.reviewers]
    if not new and not gone:
        return application, []
    for reviewer in gone:
        await services.repository.application_reviews.remove(application.id, reviewer, session)
    for reviewer in new:
        await services.repository.application_reviews.insert(_review(services, application, reviewer), session)
    after = await services.repository.applications.change(application, {"reviewers": list(wanted)}, session)
    await record_step(
        services, session, "assign_reviewers", "ReviewersAssigned", after, actor.id, added=new, removed=gone
    )
    return after, new


async def tell_reviewers(services: Services, call: Item, people: Iterable[Account], session: Session) -> None:
    """One mail a day at most to each for one call."""
    for one in people:
        if one.notifications:
            await queue_mail(
                services,
                session,
                to=one.email,
                template="review_assigned",
                locale=one.locale,
                values={
                    "name": one.name,
                    "title": call_title({"data": call.data}, one.locale),
                    "link": f"/admin/applications?call={call.id}",
                },
                about=call.id,
                site=call.site,
                reply_to=contact_of({"data": call.data}),
                once=f"review assigned/{call.id}/{services.clock():%Y-%m-%d}",
            )


def _review(services: Services, application: HostApplication, reviewer: str) -> ApplicationReview:
    return ApplicationReview(
        application=application.id, call=application.call, reviewer=reviewer, modified_at=services.clock()
    )


def _require_no_conflict(wanted: Sequence[str], known: dict[str, ApplicationReview]) -> None:
    if any(known[one].conflict for one in wanted if one in known):
        text = "Somebody among these declared a conflict of interest; choose another reviewer."
        raise Invalid([Problem("reviewers", "CONFLICT_OF_INTEREST", text)])


def _require_nothing_lost(gone: Sequence[str], known: dict[str, ApplicationReview]) -> None:
    if any(known[one].submitted_at for one in gone if one in known):
        text = "Somebody whom you take out has handed the review in already; it counts, so that person stays."
        raise Invalid([Problem("reviewers", "HAS_REVIEWED", text)])
