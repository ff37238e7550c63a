"""The lists of comments and of translations, and what one edited last, are found by an index."""

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import add_comment, create_item, update_item
from cms.items.queries.comments import list_comments, open_mentions
from cms.items.queries.history import list_versions
from cms.items.queries.items import ItemFilter, find_items
from cms.items.queries.translations import TranslationFilter, list_translations
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.documents import Account, Item
from storage.mongo import Mongo
from storage.queries import query_of
from tests.cms.items.test_editor_lists import stages_of
from tests.services import person

MANY = 30
ANA = person("ana", eccp=["editor"])


@pytest.fixture
async def pages(services: Services, sites: None) -> list[Item]:
    ana = Account(id="ana", email="ana@example.org", name="Ana", password_hash="-", roles={"eccp": ["editor"]})
    await services.transact(lambda session: services.repository.accounts.insert(ana, session))
    made: list[Item] = []
    for number in range(MANY):
        titles = {"en": f"Page {number}", "cs": f"Stránka {number}"}
        made.append(await create_item(services, SYSTEM, type="Page", site="eccp", data={"title": titles}))
    await add_comment(services, SYSTEM, made[0].id, "Look", mentions=["ana"])
    for number in range(MANY):
        await add_comment(services, SYSTEM, made[1].id, f"{number}")
    last = made[0]
    for number in range(MANY):
        title = {"title": {"en": f"Title {number}", "cs": "Stránka 0"}}
        last = await update_item(services, ANA, last.id, last.version, title, autosave=True)
    return made


async def listing(services: Services, name: str, item: Item) -> tuple[str, Listing, int]:
    """(collection, list, how many documents it may look at)."""
    match name:
        case "stale":
            found = await list_translations(services, SYSTEM, TranslationFilter(state="stale", locale="cs"))
            return "items", found, 1
        case "matrix":
            return "items", await list_translations(services, SYSTEM, TranslationFilter(site="eccp")), MANY + 10
        case "edited":
            return "items", find_items(services, SYSTEM, ItemFilter(modified_by="ana")), 1
        case "comments":
            return "comments", list_comments(services, item, is_resolved=False), 1
        case "mentions":
            return "comments", await open_mentions(services, ANA), 1
        case _:
            return "versions", list_versions(services, item), 2


@pytest.mark.parametrize("name", ["stale", "matrix", "edited", "comments", "mentions", "versions"])
async def test_a_list_looks_at_no_more_than_it_shows(
    services: Services, mongo: Mongo, pages: list[Item], name: str
) -> None:
    collection, found, at_most = await listing(services, name, pages[0])

    command = {"find": collection, "filter": query_of(found.condition), "sort": dict(found.order.sort), "limit": 11}
    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = stages_of(plan["queryPlanner"]["winningPlan"])
    assert "COLLSCAN" not in stages and "IXSCAN" in stages
    assert 1 <= plan["executionStats"]["totalDocsExamined"] <= at_most
