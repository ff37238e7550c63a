"""A version of an application form that a call or an application is pinned to."""

from datetime import datetime
from typing import Any

from storage.documents.stored import Stored


class PinnedForm(Stored):
    """`_id` is "<form>/<version>"; `data` the form as it was live in that version."""

    form: str
    version: int
    data: dict[str, Any]
    at: datetime

    class Settings:
        name = "pinned_forms"
        indexes: list[object] = []
