"""Steps of a review that are stopped in the middle: each is done wholly or not at all."""

import pytest

from cms.access.actor import Actor
from cms.applications.actions.balance_reviewers import balance_reviewers
from cms.applications.actions.begin_review import begin_review
from cms.applications.actions.check_admissibility import check_admissibility
from cms.applications.actions.declare_conflict import declare_conflict
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.applications.test_reviewing import MAKE, STEPS, Do
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.reviewing import DECIDER, MANAGER, REVIEWER, MakeApplication

FAULTS: dict[str, tuple[str, Do, Actor, int]] = {
    "check": ("submitted", STEPS["check"], MANAGER, 2),
    "return": ("submitted", STEPS["return"], MANAGER, 5),
    "assign": ("submitted", STEPS["assign"], MANAGER, 8),
    "declare a conflict": (
        "under review",
        lambda services, actor, id: declare_conflict(services, actor, id, True, "Mine."),
        REVIEWER,
        4,
    ),
    "score": ("under review", STEPS["score"], REVIEWER, 3),
    "shortlist": ("scored", STEPS["shortlist"], MANAGER, 5),
    "reject": ("scored", STEPS["reject"], MANAGER, 5),
    "accept": ("shortlisted", STEPS["accept"], DECIDER, 20),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_a_step_that_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, services: Services, mongo: Mongo, make_application: MakeApplication
) -> None:
    stage, do, actor, least = FAULTS[name]
    application = await MAKE[stage](services, await make_application())

    assert (
        await stopped_after_each_write(services, mongo, lambda stopping: do(stopping, actor, application.id)) >= least
    )


async def test_beginning_and_balancing_are_done_wholly_or_not_at_all(
    services: Services, mongo: Mongo, reviewed_call: Item, make_application: MakeApplication
) -> None:
    made = [await make_application() for _number in range(2)]
    await check_admissibility(services, MANAGER, made[0].id, True)

    async def balance(stopping: Services) -> None:
        await balance_reviewers(stopping, MANAGER, reviewed_call.id)

    assert await stopped_after_each_write(services, mongo, balance) >= 8
    assert await stopped_after_each_write(services, mongo, lambda one: begin_review(one, MANAGER, made[0].id)) >= 3
