"""Versions of forms that something is pinned to."""

from datetime import datetime
from typing import Any

from storage.documents import PinnedForm
from storage.mongo import Session, outside


class PinnedForms:
    """Versions of forms that something is pinned to."""

    async def put(self, form: str, version: int, data: dict[str, Any], now: datetime, session: Session) -> None:
        """The same version again may have texts in more languages; its questions are the same."""
        await PinnedForm.get_motor_collection().update_one(
            {"_id": f"{form}/{version}"},
            {"$set": {"data": data}, "$setOnInsert": {"form": form, "version": version, "at": now}},
            upsert=True,
            session=session,
        )

    async def get(self, form: str, version: int, session: Session | None = None) -> PinnedForm | None:
        with outside(session):
            return await PinnedForm.get(f"{form}/{version}", session=session)
