"""The lists that editors open: each is found by an index and ends where its page ends."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.files.queries.files import FileFilter, find_files
from cms.items.actions import create_item
from cms.items.queries.history import AuditFilter, audit_trail
from cms.items.queries.items import ItemFilter, find_items, recycle_bin, review_list
from cms.kernel.desk import Desk
from cms.kernel.listing import Listing
from storage.mongo import Mongo
from tests.desk import person

PEOPLE = 60


@pytest.fixture
async def crowd(desk: Desk, sites: None) -> None:
    for number in range(PEOPLE):
        await create_item(desk, SYSTEM, type="Person", site="eccp", data={"name": f"Person {number}"})


def lists(desk: Desk, actor: Actor) -> dict[str, Listing]:
    return {
        "items": find_items(desk, actor, ItemFilter()),
        "of a type": find_items(desk, actor, ItemFilter(type="Person")),
        "searched": find_items(desk, actor, ItemFilter(search="person")),
        "pending": review_list(desk, actor),
        "deleted": recycle_bin(desk, actor),
        "files": find_files(desk, actor, FileFilter()),
        "files of a family": find_files(desk, actor, FileFilter(mime="image", tag="sea")),
        "audit": audit_trail(desk, actor, AuditFilter()),
    }


@pytest.mark.parametrize("actor", [SYSTEM, person("editor", eccp=["editor"])], ids=lambda actor: actor.id)
@pytest.mark.parametrize(
    "name", ["items", "of a type", "searched", "pending", "deleted", "files", "files of a family", "audit"]
)
async def test_a_list_for_editors_walks_through_no_collection(
    desk: Desk, mongo: Mongo, crowd: None, actor: Actor, name: str
) -> None:
    listing = lists(desk, actor)[name]
    collection = "audit" if name == "audit" else "items"

    command = {"find": collection, "filter": listing.query, "sort": dict(listing.order.sort), "limit": 11}
    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = set(stages_of(plan["queryPlanner"]["winningPlan"]))
    assert "IXSCAN" in stages and "COLLSCAN" not in stages, stages
    if name in ("items", "audit"):
        assert plan["executionStats"]["totalDocsExamined"] < PEOPLE


def stages_of(plan: dict[str, Any]) -> list[str]:
    below = [*plan.get("inputStages", ()), *([plan["inputStage"]] if "inputStage" in plan else [])]
    below += [plan["queryPlan"]] if "queryPlan" in plan else []
    return [plan.get("stage", ""), *(stage for one in below for stage in stages_of(one))]
