"""Versions of forms that something is pinned to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.documents import PinnedForm
from storage.live_changes import note_live_change
from storage.mongo import Session, outside, vendor_errors
from storage.read_tags import form_tag


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
        note_live_change(session, [form_tag(f"{form}/{version}")])

    async def several(self, keys: Sequence[tuple[str, int]]) -> list[PinnedForm]:
        """Of (form, version). Raises Unavailable."""
        ids = [f"{form}/{version}" for form, version in keys]
        with vendor_errors():
            return await PinnedForm.find({"_id": {"$in": ids}}).to_list()

    async def get(self, form: str, version: int, session: Session | None = None) -> PinnedForm | None:
        with outside(session):
            return await PinnedForm.get(f"{form}/{version}", session=session)
