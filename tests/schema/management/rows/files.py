"""Mutations about files."""

from typing import Any

from cms.access.actor import SYSTEM
from tests.cms.files import samples
from tests.schema.management.roles import SOMEBODY, Row, Stage
from tests.services import person
from tests.uploads import put, ticket, uploaded


async def new_upload(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp", "filename": "a.pdf", "byteSize": 1}


async def own_upload(stage: Stage) -> dict[str, Any]:
    """A ticket of somebody who has lost the right since."""
    content = samples.pdf(2)
    upload = await ticket(stage.services, person(SOMEBODY, eccp=["editor"]), content, "a.pdf")
    await put(stage.services, upload, content)
    return {"id": upload.id}


async def file_and_upload(stage: Stage) -> dict[str, Any]:
    item = await uploaded(stage.services, SYSTEM, samples.pdf(), "a.pdf")
    return {"id": item.id, "upload": (await own_upload(stage))["id"]}


ROWS = {
    "createUpload": Row("create", new_upload, unseen="NOT_PERMITTED"),
    "completeUpload": Row("create", own_upload, unseen="NOT_PERMITTED"),
    "cancelUpload": Row("create", own_upload, unseen="NOT_PERMITTED"),
    "replaceFile": Row("update", file_and_upload, library=True),
}
