"""How far reading goes: lists hold exactly what may be read one by one, for people with all kinds of roles."""

from itertools import product
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.access.reach import may_read
from cms.files.queries.files import draft_file
from cms.items.actions import create_item, delete_item, submit_item, update_item
from cms.items.queries.items import ItemFilter, find_items, get_item, recycle_bin, review_list
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Item
from tests.cms.files import samples
from tests.services import Publish, person
from tests.uploads import uploaded


@pytest.fixture
async def library(services: Services, series: Item, make_edition: Publish) -> dict[str, Item]:
    """{name: item} of all kinds: of one site, shared, of the library, of sites themselves."""

    async def made(type: str, site: str, **data: Any) -> Item:
        return await create_item(services, SYSTEM, type=type, site=site, data=data)

    return {
        "shared": await make_edition(),
        "eccp": await made("NewsItem", "eccp", title={"en": "Of eccp"}),
        "nca": await made("NewsItem", "nca", title={"en": "Of nca"}),
        "organisation": await made("Organisation", "nca", name={"en": "Cluster"}),
    }


async def ids(listing: Any) -> set[str]:
    return {document["_id"] for document in await listing.page(100)}


async def test_lists_hold_exactly_what_may_be_read(services: Services, library: dict[str, Item]) -> None:
    stored = [Item.model_validate(one) for one in await find_items(services, SYSTEM, ItemFilter()).page(100)]
    single = {"none": {}, "news": {library["nca"].id: frozenset({"contributor"})}}
    roles = {"none": {}, "eccp": {"eccp": frozenset({"contributor"})}, "all": {"*": frozenset({"call_reviewer"})}}
    scopes = (None, frozenset({"update"}), frozenset({"read"}))

    for given, on_items, only in product(roles.values(), single.values(), scopes):
        actor = Actor("somebody", "Somebody", given, on_items, only)

        assert await ids(find_items(services, actor, ItemFilter())) == {
            one.id for one in stored if may_read(actor, one)
        }


async def test_a_guest_on_one_item_works_on_it_and_sees_nothing_else(
    services: Services, library: dict[str, Item]
) -> None:
    item, file = library["shared"], await uploaded(services, SYSTEM, samples.pdf(), "booklet.pdf")
    guest = Actor("guest", "Guest", item_roles={item.id: frozenset({"contributor"})})
    changes = {
        "partners": [{"organisation": library["organisation"].id, "role": "partner"}],
        "documents": [{"kind": "booklet", "label": {"en": "Booklet"}, "file": file.id}],
    }

    changed = await update_item(services, guest, item.id, item.version, changes)
    submitted = await submit_item(services, guest, item.id, "en")

    assert changed.version == item.version + 1 and submitted.states["en"].state == "pending"
    kinds = {one["type"] for one in await find_items(services, guest, ItemFilter()).page(100)}
    assert kinds == {"Edition", "Organisation", "FileAsset", "Site"}
    for other in ("eccp", "nca"):
        with pytest.raises(NotFound):
            await get_item(services, guest, library[other].id)
    with pytest.raises(NotPermitted):
        await create_item(services, guest, type="Organisation", site="eccp", data={"name": {"en": "Mine"}})
    with pytest.raises(Invalid, match="There is no"):
        await update_item(services, guest, item.id, changed.version, {"series": "f" * 24})


async def test_a_draft_of_a_protected_file_is_for_those_who_may_read_protected_ones(services: Services) -> None:
    cora = person("cora", eccp=["contributor"])
    own = await uploaded(services, cora, samples.pdf(), "own.pdf", visibility="protected")
    other = await uploaded(services, SYSTEM, samples.pdf(2), "other.pdf", visibility="protected")
    public = await uploaded(services, SYSTEM, samples.pdf(3), "public.pdf")

    assert await draft_file(services, cora, own.id) and await draft_file(services, cora, public.id)
    assert await draft_file(services, person("ed", eccp=["editor"]), other.id)
    assert await draft_file(services, cora, other.id) is None
    assert await draft_file(services, person("ed", nca=["editor"]), other.id) is None
    assert await draft_file(services, person("nobody"), public.id) is None


async def test_what_asks_for_a_guard_waits_for_those_who_have_it(services: Services, sites: None) -> None:
    [site] = [
        one for one in await find_items(services, SYSTEM, ItemFilter(type="Site")).page(9) if one["site"] == "eccp"
    ]
    await submit_item(services, SYSTEM, site["_id"], "en")

    assert await ids(review_list(services, person("rita", eccp=["reviewer"]))) == set()
    assert await ids(review_list(services, person("root", nca=["administrator"]))) == set()
    assert await ids(review_list(services, person("root", eccp=["administrator"]))) == {site["_id"]}

    await delete_item(services, SYSTEM, site["_id"], even_if_used=True)

    assert await ids(recycle_bin(services, person("ed", eccp=["editor"]))) == set()
    assert await ids(recycle_bin(services, person("root", eccp=["administrator"]))) == {site["_id"]}
