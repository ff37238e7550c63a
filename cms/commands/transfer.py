"""`cms site export`, `cms site import` and `cms plone import`, with their progress shown."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cms.access.actor import SYSTEM
from cms.files.scratch import SCRATCH, use_scratch_folder
from cms.kernel.engines import engines_for
from cms.kernel.errors import Invalid, Problem
from cms.kernel.logs import configure_logs
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from cms.opening import open_services
from cms.transfer.export_site import export_site
from cms.transfer.import_site import import_site
from cms.transfer.judge import OnConflict
from cms.transfer.plone.import_plone import import_plone
from cms.transfer.progress import Tell
from cms.transfer.report import ImportReport, Verdict

SHOWN = 50


async def run_export(settings: Settings, say: Console, site: str, path: Path) -> None:
    async with _services(settings) as services:
        with _bars(say) as tell:
            try:
                exported = await export_site(services, SYSTEM, site, path, tell)
            except FileExistsError as error:
                message = f"{path} is there already; choose another name."
                raise Invalid([Problem("", "FILE_EXISTS", message)]) from error
    say.print(f"{exported.items} items and {exported.files} files are in {path}.", markup=False)


async def run_import(settings: Settings, say: Console, path: Path, *, on_conflict: OnConflict, dry_run: bool) -> bool:
    """Whether nothing was refused."""
    async with _services(settings) as services:
        with _bars(say) as tell:
            report = await import_site(services, SYSTEM, path, on_conflict=on_conflict, dry_run=dry_run, tell=tell)
    _show(say, report, dry_run=dry_run)
    return not report.is_refused


async def run_plone_import(
    settings: Settings,
    say: Console,
    path: Path,
    site: str,
    blobs: Path | None,
    *,
    on_conflict: OnConflict,
    dry_run: bool,
) -> bool:
    """Whether nothing was refused."""
    async with _services(settings) as services:
        with _bars(say) as tell:
            report = await import_plone(
                services, SYSTEM, path, site, blobs=blobs, dry_run=dry_run, on_conflict=on_conflict, tell=tell
            )
    _show(say, report, dry_run=dry_run)
    return not report.is_refused


@asynccontextmanager
async def _services(settings: Settings) -> AsyncIterator[Services]:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        use_scratch_folder(settings.data_dir / SCRATCH)
        yield services


@contextmanager
def _bars(say: Console) -> Iterator[Tell]:
    columns = (TextColumn("  {task.description:<26}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=say, transient=True) as bars:
        tasks: dict[str, Any] = {}

        async def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage.capitalize(), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def _show(say: Console, report: ImportReport, *, dry_run: bool) -> None:
    told = [entry for entry in report.entries if entry.problems or entry.verdict in (Verdict.CHANGED, Verdict.KEPT)]
    for entry in told[:SHOWN]:
        fields = f" ({len(entry.fields)} fields: {', '.join(entry.fields[:8])})" if entry.fields else ""
        say.print(f"  {entry.verdict.value:<8} {entry.type} {entry.id} {entry.title[:60]}{fields}", markup=False)
        for problem in entry.problems:
            say.print(f"           {problem.code} {problem}", markup=False)
    if len(told) > SHOWN:
        say.print(f"  … and {len(told) - SHOWN} more", markup=False)
    shown = [one for one in Verdict if one != Verdict.LEFT_OUT or report.counts[one]]
    counts = ", ".join(f"{report.counts[one]} {one.value}" for one in shown)
    done = (
        "written" if report.is_done else "nothing was written, it was a dry run" if dry_run else "nothing was written"
    )
    say.print(f"{counts}, {report.files} files: {done}.", markup=False)
