"""What the CMS found out about the bytes of a file is said by nobody else."""

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, update_item
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.uploads import files, uploaded


async def test_nobody_makes_a_file_without_its_bytes(services: Services, mongo: Mongo) -> None:
    forged = {"filename": "a.pdf", "mime": "application/pdf", "byte_size": 1, "sha256": "0" * 64}

    for data in (forged, {"filename": "a.pdf"}, {}):
        with pytest.raises(Invalid) as refused:
            await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data)
        assert {one.code for one in refused.value.problems} == {"SET_BY_CMS"}
        assert "createUpload" in str(refused.value)

    assert await files(mongo) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"mime": "image/svg+xml"},
        {"sha256": "0" * 64},
        {"byte_size": 1},
        {"width": 1},
        {"height": None},
        {"page_count": 9},
    ],
    ids=str,
)
async def test_nobody_changes_what_the_cms_found_out(services: Services, editor: Actor, changes: dict) -> None:
    item = await uploaded(services, editor, samples.image(), "a.png")

    with pytest.raises(Invalid) as refused:
        await update_item(services, editor, item.id, 1, {"licence": "CC0", **changes})

    assert [(one.field, one.code) for one in refused.value.problems] == [(next(iter(changes)), "SET_BY_CMS")]
    assert (await services.repository.items.get(item.id) or item).data == item.data


async def test_a_name_keeps_the_extension_of_the_real_type(services: Services, editor: Actor) -> None:
    item = await uploaded(services, editor, samples.pdf(), "a.pdf")

    renamed = await update_item(services, editor, item.id, 1, {"filename": "../../setup.exe"})
    emptied = await update_item(services, editor, item.id, 2, {"filename": None})

    assert renamed.data["filename"] == "setup.exe.pdf"
    assert emptied.data["filename"] == "file.pdf"
