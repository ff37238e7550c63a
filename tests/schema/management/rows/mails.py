"""Mutations about mails: only those who look after the worker may send one again."""

from typing import Any

from storage.documents import Mail
from tests.schema.management.roles import Row, Stage


async def kept(stage: Stage) -> dict[str, Any]:
    mail = Mail(
        to="a@example.org",
        template="published",
        locale="en",
        site="eccp",
        queued_at=stage.services.clock(),
        state="kept",
    )
    await mail.insert()
    return {"id": mail.id}


ROWS = {"sendMailAgain": Row("manage_worker", kept, hidden=True, event=True)}
