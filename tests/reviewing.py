"""Applications that were submitted, and the people who decide on them."""

from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.applications.actions.assign_reviewers import assign_reviewers
from cms.applications.actions.begin_review import begin_review
from cms.applications.actions.check_admissibility import check_admissibility
from cms.applications.actions.declare_conflict import declare_conflict
from cms.applications.actions.score_application import score_application
from cms.applications.actions.shortlist_application import shortlist_application
from cms.items.actions import publish_item, update_item
from cms.kernel.services import Services
from storage.documents import Account, ApplicationFile, HostApplication, Item, StatusChange, Submitted
from tests.applying import ANSWERS
from tests.services import Publish, person

MakeApplication = Callable[..., Awaitable[HostApplication]]
CRITERIA: tuple[str, ...] = ("theme", "authority", "programme", "capacity")
GOOD: dict[str, int] = dict.fromkeys(CRITERIA, 4)

MANAGER = person("clara", eccp=["call_manager"])
REVIEWER = person("rita", eccp=["call_reviewer"])
SECOND = person("ron", eccp=["call_reviewer"])
THIRD = person("rob", eccp=["call_reviewer"])
DECIDER = person("dana", eccp=["decision_maker"])
STRANGERS = (
    person("eva", eccp=["editor"], nca=["call_manager", "call_reviewer", "decision_maker"]),
    person("nobody"),
    THIRD,
)
"""People who may not know of an application to a call of eccp that is not theirs to review."""


@pytest.fixture
async def people(services: Services) -> None:
    """The accounts of everybody here."""
    for actor in (MANAGER, REVIEWER, SECOND, THIRD, DECIDER):
        roles = {site: sorted(names) for site, names in actor.roles.items()}
        account = Account(id=actor.id, email=f"{actor.id}@example.org", name=actor.name, password_hash="", roles=roles)
        await services.transact(lambda session, one=account: services.repository.accounts.insert(one, session))


@pytest.fixture
async def organiser(publish: Publish) -> Item:
    return await publish("Organisation", {"name": {"en": "European Cluster Collaboration Platform"}})


@pytest.fixture
async def reviewed_call(services: Services, call: Item, organiser: Item) -> Item:
    """The call with four criteria of the same weight."""
    criteria = [{"key": key, "label": {"en": key.title()}, "weight": 25, "max": 5} for key in CRITERIA]
    changes = {"criteria": criteria, "organiser": organiser.id}
    changed = await update_item(services, SYSTEM, call.id, call.version, changes)
    return await publish_item(services, SYSTEM, changed.id, ["en", "cs"])


@pytest.fixture
def make_application(services: Services, reviewed_call: Item, form: Item, people: None) -> MakeApplication:
    """As it is once it was submitted to the cut-off in May; `answers` change those of the cluster in Ostrava."""
    numbers = count(1)

    async def make(**answers: Any) -> HostApplication:
        number, now = next(numbers), services.clock()
        given = {**ANSWERS, "cutoff": "may", **answers}
        file = ApplicationFile(
            id=f"{number:024x}",
            question="support_letter",
            filename="letter.pdf",
            mime="application/pdf",
            bytes=9,
            sha256="0" * 64,
            at=now,
            key=f"applications/{number}",
        )
        application = HostApplication(
            reference=f"CMR-2024-{number:04}",
            call=reviewed_call.id,
            call_site="eccp",
            site="nca",
            form=form.id,
            form_version=form.version,
            applicant="a" * 24,
            email=f"applicant{number}@example.org",
            locale="cs",
            status="submitted",
            answers=given,
            files=[file],
            cutoff="may",
            created_at=now,
            modified_at=now,
            submitted_at=now,
            snapshot=Submitted(at=now, form_version=form.version, answers=given, files=[file], hash="0" * 64),
            history=[StatusChange(at=now, status="submitted", by="applicant")],
        )
        await services.transact(lambda session: services.repository.applications.insert(application, session))
        return application

    return make


async def under_review(services: Services, application: HostApplication, *reviewers: Actor) -> HostApplication:
    """With these reviewers, else with REVIEWER and SECOND, none of whom has a conflict of interest."""
    chosen = reviewers or (REVIEWER, SECOND)
    await check_admissibility(services, MANAGER, application.id, True)
    await assign_reviewers(services, MANAGER, application.id, [one.id for one in chosen])
    begun = await begin_review(services, MANAGER, application.id)
    for one in chosen:
        begun = await declare_conflict(services, one, application.id, False)
    return begun


async def scored(services: Services, application: HostApplication, *scores: dict[str, int]) -> HostApplication:
    """Under review, with the scores of REVIEWER and of SECOND."""
    begun = await under_review(services, application)
    for reviewer, given in zip((REVIEWER, SECOND), scores or (GOOD, GOOD), strict=False):
        await score_application(services, reviewer, begun.id, given, comment="Good.", submit=True)
    return begun


async def shortlisted(services: Services, application: HostApplication) -> HostApplication:
    return await shortlist_application(services, MANAGER, (await scored(services, application)).id, "Well done.")
