"""A job that carries a whole site out of the CMS, or into it."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class Transfer(Stored):
    """`kind`: export or import; `site`: the one it is asked for. Asked for `by` somebody, who then had `roles`, and by
    a token with `only` these rights where that is set. Of an import: the `upload` whose bytes are the archive, and what
    is to be done.

    State: waiting, running, done or failed. `stage`, `step` and `total` say how far it is; `report` what an import did
    (`cms.transfer.report`); `problems` why it failed. The archive of an export lies under `key` until `expires`,
    when the job is forgotten too.
    """

    kind: str
    site: str
    by: str
    roles: dict[str, list[str]] = {}
    only: list[str] | None = None
    upload: str | None = None
    on_conflict: str = "fail"
    dry_run: bool = False
    state: str = "waiting"
    stage: str = ""
    step: int = 0
    total: int = 0
    report: dict[str, Any] | None = None
    problems: list[dict[str, Any]] = []
    byte_size: int | None = None
    created_at: datetime
    finished_at: datetime | None = None
    expires: datetime

    @property
    def key(self) -> str:
        return f"transfers/{self.id}.zip"

    class Settings:
        name = "transfers"
        indexes = [
            IndexModel([("created_at", DESCENDING), ("_id", DESCENDING)], name="newest"),
            newest_by("site", "created_at"),
            IndexModel([("expires", ASCENDING)], name="expires"),
        ]
