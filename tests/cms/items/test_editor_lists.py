"""The lists that editors open: each is found by an index and ends where its page ends."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.files.queries.files import FileFilter, find_files
from cms.items.actions import create_item
from cms.items.queries.history import AuditFilter, audit_trail
from cms.items.queries.items import ItemFilter, find_items, recycle_bin, review_list
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.mongo import Mongo
from storage.queries import query_of
from tests.services import person

PEOPLE = 60


@pytest.fixture
async def crowd(services: Services, sites: None) -> None:
    for number in range(PEOPLE):
        await create_item(services, SYSTEM, type="Person", site="eccp", data={"name": f"Person {number}"})


def lists(services: Services, actor: Actor) -> dict[str, Listing]:
    return {
        "items": find_items(services, actor, ItemFilter()),
        "of a type": find_items(services, actor, ItemFilter(type="Person")),
        "searched": find_items(services, actor, ItemFilter(search="person")),
        "pending": review_list(services, actor),
        "deleted": recycle_bin(services, actor),
        "files": find_files(services, actor, FileFilter()),
        "files of a family": find_files(services, actor, FileFilter(mime="image", tag="sea")),
        "audit": audit_trail(services, actor, AuditFilter()),
    }


@pytest.mark.parametrize("actor", [SYSTEM, person("editor", eccp=["editor"])], ids=lambda actor: actor.id)
@pytest.mark.parametrize(
    "name", ["items", "of a type", "searched", "pending", "deleted", "files", "files of a family", "audit"]
)
async def test_a_list_for_editors_walks_through_no_collection(
    services: Services, mongo: Mongo, crowd: None, actor: Actor, name: str
) -> None:
    listing = lists(services, actor)[name]
    collection = "audit" if name == "audit" else "items"

    command = {"find": collection, "filter": query_of(listing.condition), "sort": dict(listing.order.sort), "limit": 11}
    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = set(stages_of(plan["queryPlanner"]["winningPlan"]))
    assert "IXSCAN" in stages and "COLLSCAN" not in stages, stages
    if name in ("items", "audit"):
        assert plan["executionStats"]["totalDocsExamined"] < PEOPLE


def stages_of(plan: dict[str, Any]) -> list[str]:
    below = [*plan.get("inputStages", ()), *([plan["inputStage"]] if "inputStage" in plan else [])]
    below += [plan["queryPlan"]] if "queryPlan" in plan else []
    return [plan.get("stage", ""), *(stage for one in below for stage in stages_of(one))]
