"""An export or import of a whole site, and what it did."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry

from cms.transfer.queries.transfers import download_path
from schema.management.accounts.types.people import Person, person
from schema.management.problems import Problem
from storage.documents import Transfer as StoredTransfer


@strawberry.enum
class TransferKind(Enum):
    EXPORT = "export"
    IMPORT = "import"


@strawberry.enum
class TransferState(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@strawberry.enum(description="What becomes of items that are here with another content.")
class OnConflict(Enum):
    FAIL = "fail"
    SKIP = "skip"
    UPDATE = "update"


@strawberry.enum
class ImportVerdict(Enum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    REFUSED = "refused"


@strawberry.type
class ImportCounts:
    new: int
    changed: int
    same: int = strawberry.field(description="There is nothing to do.")
    kept: int = strawberry.field(description="Another content is here, and stays.")
    refused: int


@strawberry.type(description="An item of the archive that is not the same here.")
class ImportEntry:
    id: strawberry.ID
    type: str
    title: str
    verdict: ImportVerdict
    fields: list[str] = strawberry.field(description="In which it differs from what is here.")
    problems: list[Problem]


@strawberry.type
class ImportReport:
    is_done: bool = strawberry.field(description="It was written. Where anything is refused, nothing is.")
    counts: ImportCounts
    files: int
    entries: list[ImportEntry] = strawberry.field(description="At most 500.")


@strawberry.type(description="An export or import of a whole site; forgotten after a week.")
class Transfer:
    id: strawberry.ID
    kind: TransferKind
    site: str
    state: TransferState
    stage: str = strawberry.field(description="What is being done, such as items or files.")
    step: int
    total: int
    dry_run: bool
    on_conflict: OnConflict
    upload: Optional[strawberry.ID] = strawberry.field(
        description="Of an import: the archive, with which the person who uploaded it can begin again."
    )
    by: Optional[Person]
    created_at: datetime
    finished_at: Optional[datetime]
    expires_at: datetime
    byte_size: Optional[int] = strawberry.field(description="Of the archive of an export.")
    download_path: Optional[str] = strawberry.field(
        description="Of the archive, below the address of the CMS, for the same session or token."
    )
    report: Optional[ImportReport] = strawberry.field(description="Of an import.")
    problems: list[Problem] = strawberry.field(description="Why it failed.")


def transfer(document: dict[str, Any]) -> Transfer:
    return stored_transfer(StoredTransfer.model_validate(document))


def stored_transfer(one: StoredTransfer) -> Transfer:
    return Transfer(
        id=strawberry.ID(one.id),
        kind=TransferKind(one.kind),
        site=one.site,
        state=TransferState(one.state),
        stage=one.stage,
        step=one.step,
        total=one.total,
        dry_run=one.dry_run,
        on_conflict=OnConflict(one.on_conflict),
        upload=strawberry.ID(one.upload) if one.upload else None,
        by=person(one.by),
        created_at=one.created_at,
        finished_at=one.finished_at,
        expires_at=one.expires,
        byte_size=one.byte_size,
        download_path=download_path(one),
        report=_report(one.report) if one.report else None,
        problems=[Problem(**each) for each in one.problems],
    )


def _report(found: dict[str, Any]) -> ImportReport:
    return ImportReport(
        is_done=found["is_done"],
        counts=ImportCounts(**found["counts"]),
        files=found["files"],
        entries=[_entry(one) for one in found["entries"]],
    )


def _entry(one: dict[str, Any]) -> ImportEntry:
    problems = [Problem(**each) for each in one["problems"]]
    return ImportEntry(**{**one, "verdict": ImportVerdict(one["verdict"]), "problems": problems})
