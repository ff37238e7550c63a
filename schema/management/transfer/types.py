"""An export or import of a whole site, and what it did."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry

from cms.transfer.queries.transfers import download_path
from schema.management.accounts.types.people import Person, person
from schema.management.problems import Problem
from storage.documents import Transfer as StoredTransfer


@strawberry.enum(description="Which way a site is carried.")
class TransferKind(Enum):
    EXPORT = strawberry.enum_value("export", description="Out of the CMS, into an archive.")
    IMPORT = strawberry.enum_value("import", description="Into the CMS, from an archive.")


@strawberry.enum(description="Where an export or import stands.")
class TransferState(Enum):
    WAITING = strawberry.enum_value("waiting", description="For a worker.")
    RUNNING = strawberry.enum_value("running", description="A worker is at it; see `stage`, `step` and `total`.")
    DONE = strawberry.enum_value("done", description="The archive is there, or the report.")
    FAILED = strawberry.enum_value(
        "failed", description="See `problems`; an import that is asked for again passes over what is there."
    )


@strawberry.enum(description="What becomes of items that are here with another content.")
class OnConflict(Enum):
    FAIL = strawberry.enum_value("fail", description="Nothing is written while there are any.")
    SKIP = strawberry.enum_value("skip", description="They stay as they are.")
    UPDATE = strawberry.enum_value("update", description="They get the content of the archive, as a new version.")


@strawberry.enum(description="What becomes of an item of the archive.")
class ImportVerdict(Enum):
    NEW = strawberry.enum_value("new", description="It was not here.")
    CHANGED = strawberry.enum_value("changed", description="It gets the content of the archive.")
    SAME = strawberry.enum_value("same", description="There is nothing to do.")
    KEPT = strawberry.enum_value("kept", description="Another content is here, and stays.")
    REFUSED = strawberry.enum_value("refused", description="It cannot be taken; `problems` says why.")


@strawberry.type(description="Items of an archive by what becomes of them.")
class ImportCounts:
    new: int = strawberry.field(description="Were not here.")
    changed: int = strawberry.field(description="Get the content of the archive.")
    same: int = strawberry.field(description="There is nothing to do.")
    kept: int = strawberry.field(description="Another content is here, and stays.")
    refused: int = strawberry.field(description="Cannot be taken; nothing is written while there are any.")


@strawberry.type(description="An item of the archive that is not the same here.")
class ImportEntry:
    id: strawberry.ID = strawberry.field(description="Of the item, the same as where it came from.")
    type: str = strawberry.field(description="Name of its content type.")
    title: str = strawberry.field(description="What editors call it; cut after 200 characters.")
    verdict: ImportVerdict = strawberry.field(description="What becomes of it.")
    fields: list[str] = strawberry.field(description="In which it differs from what is here.")
    problems: list[Problem] = strawberry.field(description="Why it is refused, or what is to be looked at; at most 20.")


@strawberry.type(description="What an import did, or would do.")
class ImportReport:
    is_done: bool = strawberry.field(description="It was written. Where anything is refused, nothing is.")
    counts: ImportCounts = strawberry.field(description="How many items there are of each verdict.")
    files: int = strawberry.field(description="How many files came with the archive.")
    entries: list[ImportEntry] = strawberry.field(description="At most 500.")


@strawberry.type(description="An export or import of a whole site; forgotten after a week.")
class Transfer:
    id: strawberry.ID = strawberry.field(description="To ask after it by.")
    kind: TransferKind = strawberry.field(description="Out of the CMS, or into it.")
    site: str = strawberry.field(description="Key of the site.")
    state: TransferState = strawberry.field(description="Where the job stands.")
    stage: str = strawberry.field(description="What is being done, such as items or files.")
    step: int = strawberry.field(description="How many of the present stage are done.")
    total: int = strawberry.field(description="Of how many; 0 while that is not known.")
    dry_run: bool = strawberry.field(description="Of an import: it only says what it would change.")
    on_conflict: OnConflict = strawberry.field(
        description="Of an import: what becomes of items that are here with another content."
    )
    upload: Optional[strawberry.ID] = strawberry.field(
        description="Of an import: the archive, with which the person who uploaded it can begin again."
    )
    by: Optional[Person] = strawberry.field(description="Who asked for it; the worker may do what that person may.")
    created_at: datetime = strawberry.field(description="When it was asked for.")
    finished_at: Optional[datetime] = strawberry.field(description="When it was done or failed; null before.")
    expires_at: datetime = strawberry.field(description="When job and archive are forgotten.")
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
