"""Mutations that carry whole sites."""

from typing import Any

from tests.schema.management.roles import SOMEBODY, Row, Stage
from tests.services import person
from tests.uploads import put_whole, ticket

RIGHT = "transfer"


async def site(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp"}


async def uploaded_archive(stage: Stage) -> dict[str, Any]:
    content, roles = b"not looked at yet", {"roles": {"eccp": ["editor"]}}
    accounts = stage.services.repository.accounts
    await stage.services.transact(lambda session: accounts.change(SOMEBODY, roles, session))  # asked for at the door
    upload = await ticket(stage.services, person(SOMEBODY, eccp=["editor"]), content, "site.zip")
    assert await put_whole(stage.services, upload, content) == 200
    return {"upload": upload.id}


ROWS = {
    "exportSite": Row(RIGHT, site, unseen="NOT_PERMITTED", event=True),
    "importSite": Row(RIGHT, uploaded_archive, unseen="NOT_PERMITTED", event=True),
}
