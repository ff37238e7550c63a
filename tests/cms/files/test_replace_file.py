"""Replacing the bytes of a file: a new version of the same file, and the old one keeps its own."""

import asyncio
import hashlib

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.files.actions import complete_upload, replace_file
from cms.files.store_bytes import original_key
from cms.items.actions import create_item, publish_item, restore_version, update_item
from cms.kernel.errors import Conflict, Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Item
from tests.cms.files import samples
from tests.services import person
from tests.uploads import PutUpload, code, keys, put_upload, uploaded

__all__ = ["put_upload"]


async def live_data(services: Services, item: Item) -> dict:
    found = await services.repository.published.by_id(item.id)
    assert found
    return found["data"]


async def test_replaced_bytes_are_a_new_version_and_live_when_published(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    old, new = samples.image("PNG", 60, 40), samples.pdf(4)
    item = await uploaded(services, editor, old, "plan.png", alt={"en": "The plan"})
    await publish_item(services, editor, item.id, ["en"])
    upload = await put_upload(new, "something else.pdf")

    replaced = await replace_file(services, editor, item.id, upload.id, base_version=1)
    before = await live_data(services, item)
    await publish_item(services, editor, item.id, ["en"])
    after = await live_data(services, item)

    assert replaced and (replaced.id, replaced.version) == (item.id, 2)
    assert before["sha256"] == hashlib.sha256(old).hexdigest() and before["filename"] == "plan.png"
    assert after["sha256"] == hashlib.sha256(new).hexdigest() and after["filename"] == "plan.pdf"
    assert "width" not in after and after["page_count"] == 4 and after["alt"] == {"en": "The plan"}


async def test_a_replacement_asked_for_again_changes_nothing_more(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")
    upload = await put_upload(samples.pdf(2), "a.pdf")

    done = await asyncio.gather(*(replace_file(services, editor, item.id, upload.id) for _ in range(3)))

    assert [one.version for one in done if one] == [2, 2, 2]


async def test_a_ticket_is_for_one_file(services: Services, editor: Actor, put_upload: PutUpload) -> None:
    first = await uploaded(services, editor, samples.pdf(1), "a.pdf")
    second = await uploaded(services, editor, samples.pdf(2), "b.pdf")
    upload = await put_upload(samples.pdf(3), "a.pdf")
    await replace_file(services, editor, first.id, upload.id)

    with pytest.raises(Invalid) as refused:
        await replace_file(services, editor, second.id, upload.id)
    completion = await complete_upload(services, editor, upload.id, {})

    assert code(refused) == ("id", "UPLOAD_USED")
    assert completion.item and completion.item.id == first.id


async def test_two_who_replace_the_same_file_hear_of_each_other(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")
    await replace_file(services, editor, item.id, (await put_upload(samples.pdf(2), "a.pdf")).id, base_version=1)
    late = await put_upload(samples.pdf(3), "a.pdf")

    with pytest.raises(Conflict) as conflict:
        await replace_file(services, editor, item.id, late.id, base_version=1)
    renamed = await update_item(services, editor, item.id, 2, {"filename": "b.pdf"})
    replaced = await replace_file(services, editor, item.id, late.id, base_version=2)

    clash = next(one for one in conflict.value.clashes if one.at == "page_count")
    assert (clash.base, clash.theirs, clash.yours) == (1, 2, 3) and conflict.value.version == 2
    assert renamed.version == 3 and replaced and replaced.data["filename"] == "b.pdf"


async def test_only_who_may_change_a_file_replaces_it(services: Services, editor: Actor, put_upload: PutUpload) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")
    contributor = person("carl", eccp=["contributor"])
    upload = await put_upload(samples.pdf(2), "a.pdf", contributor)
    news = await create_item(services, SYSTEM, type="Person", site="eccp", data={"name": "Ana"})

    with pytest.raises(NotPermitted):
        await replace_file(services, contributor, item.id, upload.id)
    with pytest.raises(NotFound):
        await replace_file(services, person("carl"), item.id, upload.id)
    with pytest.raises(NotFound):
        await replace_file(services, editor, item.id, upload.id)
    with pytest.raises(Invalid) as refused:
        await replace_file(services, SYSTEM, news.id, (await put_upload(samples.pdf(3), "a.pdf", SYSTEM)).id)

    assert code(refused) == ("id", "NOT_A_FILE")
    assert (await services.repository.items.get(item.id) or item).version == 1


async def test_an_old_version_merges_and_comes_back_with_its_own_bytes(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    first, second = samples.pdf(), samples.pdf(2)
    item = await uploaded(services, editor, first, "a.pdf")
    await replace_file(services, editor, item.id, (await put_upload(second, "a.pdf")).id)

    merged = await update_item(services, editor, item.id, 1, {"licence": "CC0"})
    restored = await restore_version(services, editor, item.id, 1)

    assert merged.data["sha256"] == hashlib.sha256(second).hexdigest() and merged.data["licence"] == "CC0"
    assert restored.data["sha256"] == hashlib.sha256(first).hexdigest() and restored.data["page_count"] == 1
    assert set(await keys(services)) == {original_key(hashlib.sha256(one).hexdigest()) for one in (first, second)}
