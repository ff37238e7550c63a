"""Mutations about applications to calls for hosts."""

from collections.abc import Awaitable, Callable
from typing import Any

from cms.access.actor import SYSTEM
from cms.applications.actions.assign_reviewers import assign_reviewers
from cms.applications.actions.begin_review import begin_review
from cms.applications.actions.check_admissibility import check_admissibility
from cms.applications.actions.declare_conflict import declare_conflict
from cms.applications.actions.score_application import score_application
from cms.applications.actions.shortlist_application import shortlist_application
from cms.items.actions import create_item
from storage.documents import Account, HostApplication, Submitted
from tests.schema.management.roles import SOMEBODY, Row, Stage
from tests.services import person

ANSWERS = {"organisation": "Klastr", "city": "Ostrava", "country": "CZ", "theme": "Industry"}
SCORES = {"theme": 4}
Prepare = Callable[[Stage], Awaitable[dict[str, Any]]]


async def submitted(stage: Stage) -> HostApplication:
    """To a call of eccp with one criterion."""
    services, now = stage.services, stage.services.clock()
    criteria = [{"key": "theme", "label": {"en": "Theme"}, "weight": 100, "max": 5}]
    data = {"title": {"en": "Call"}, "time_zone": "Europe/Brussels", "criteria": criteria}
    call = await create_item(services, SYSTEM, type="CallForHosts", site="eccp", data=data)
    application = HostApplication(
        reference="CMR-2024-0001",
        call=call.id,
        call_site="eccp",
        site="eccp",
        form="f" * 24,
        form_version=1,
        applicant="a" * 24,
        email="jana@klastr.example",
        locale="en",
        status="submitted",
        created_at=now,
        modified_at=now,
        submitted_at=now,
        snapshot=Submitted(at=now, form_version=1, answers=ANSWERS, files=[], hash="0" * 64),
    )
    await services.transact(lambda session: services.repository.applications.insert(application, session))
    await check_admissibility(services, SYSTEM, application.id, True)
    return application


async def reviewers(stage: Stage) -> list[str]:
    """Somebody among them."""
    services, role = stage.services, {"eccp": ["call_reviewer"]}
    second = Account(id="second", email="second@example.org", name="Second", password_hash="", roles=role)
    await services.transact(lambda session: services.repository.accounts.insert(second, session))
    await services.transact(lambda session: services.repository.accounts.change(SOMEBODY, {"roles": role}, session))
    return [SOMEBODY, "second"]


async def assigned(stage: Stage) -> HostApplication:
    application = await submitted(stage)
    return await assign_reviewers(stage.services, SYSTEM, application.id, await reviewers(stage))


async def under_review(stage: Stage) -> HostApplication:
    return await begin_review(stage.services, SYSTEM, (await assigned(stage)).id)


async def scored(stage: Stage) -> HostApplication:
    """By two others than somebody, so that whoever decides sees the scores."""
    application = await under_review(stage)
    third = Account(
        id="third", email="third@example.org", name="Third", password_hash="", roles={"eccp": ["call_reviewer"]}
    )
    await stage.services.transact(lambda session: stage.services.repository.accounts.insert(third, session))
    await assign_reviewers(stage.services, SYSTEM, application.id, ["second", "third"])
    for name in ("second", "third"):
        reviewer = person(name, eccp=["call_reviewer"])
        await declare_conflict(stage.services, reviewer, application.id, False)
        await score_application(stage.services, reviewer, application.id, SCORES, comment="Good.", submit=True)
    return application


async def shortlisted(stage: Stage) -> HostApplication:
    return await shortlist_application(stage.services, SYSTEM, (await scored(stage)).id)


def on(make: Callable[[Stage], Awaitable[HostApplication]], **given: Any) -> Prepare:
    async def prepare(stage: Stage) -> dict[str, Any]:
        return {"id": (await make(stage)).id, **given}

    return prepare


async def assignment(stage: Stage) -> dict[str, Any]:
    return {"id": (await submitted(stage)).id, "reviewers": await reviewers(stage)}


async def balance(stage: Stage) -> dict[str, Any]:
    application = await submitted(stage)
    await reviewers(stage)
    return {"call": application.call}


async def score(stage: Stage) -> dict[str, Any]:
    application = await under_review(stage)
    await declare_conflict(stage.services, person(SOMEBODY, eccp=["call_reviewer"]), application.id, False)
    scores = [{"criterion": key, "value": value} for key, value in SCORES.items()]
    return {"id": application.id, "scores": scores, "comment": "Good.", "submit": True}


MANAGE, REVIEW, DECIDE = "manage_applications", "review_applications", "decide_applications"


def row(right: str, prepare: Prepare, *seen_with: str, event: bool = True) -> Row:
    """Who has no part in an application does not find it."""
    return Row(right, prepare, hidden=True, seen_with=(MANAGE, DECIDE, *seen_with), event=event)


ROWS = {
    "checkAdmissibility": row(MANAGE, on(submitted, ok=True), event=False),
    "returnApplication": row(MANAGE, on(submitted, message="Why?", deadline="2024-04-20T12:00")),
    "assignReviewers": row(MANAGE, assignment),
    "balanceReviewers": Row(MANAGE, balance, event=True),
    "beginReview": row(MANAGE, on(assigned), REVIEW),
    "declareConflict": row(REVIEW, on(under_review, conflict=True), event=True),
    "scoreApplication": row(REVIEW, score),
    "shortlistApplication": row(MANAGE, on(scored)),
    "rejectApplication": row(MANAGE, on(scored, message="Not now.")),
    "acceptApplication": row(DECIDE, on(shortlisted)),
}
