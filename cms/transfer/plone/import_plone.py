"""Takes an export of Plone over; what was taken over before follows Plone where nobody has changed it here.

The export is read three times, one object after the other: to look it over; to place files and begin texts, so that
there is something for links to lead to; and to finish the texts.
"""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import structlog

from cms.access.actor import Actor
from cms.kernel.errors import CmsError, Invalid, Problem
from cms.kernel.services import Services
from cms.transfer.judge import OnConflict
from cms.transfer.plone.left_out import TAKEN, left_out
from cms.transfer.plone.overview import Overview
from cms.transfer.plone.place_file import place_file
from cms.transfer.plone.place_text import PloneText, create_text, finish_text
from cms.transfer.plone.placing import Placing, open_placing
from cms.transfer.plone.plone_object import FILES, TEXTS, PloneObject, plone_object
from cms.transfer.plone.publication import wanted_publication
from cms.transfer.plone.read_json import read_objects
from cms.transfer.progress import Tell, silent
from cms.transfer.report import Entry, ImportReport, Verdict
from storage.errors import StorageError

RIGHT = "transfer"
log = structlog.get_logger()
Handle = Callable[[PloneObject], Awaitable[None]]


async def import_plone(
    services: Services,
    actor: Actor,
    path: Path,
    site: str,
    *,
    blobs: Path | None = None,
    dry_run: bool = False,
    on_conflict: OnConflict = "skip",
    tell: Tell = silent,
) -> ImportReport:
    """An object that cannot be taken over is refused in the report, and the others are taken over nevertheless. What is
    published there and has all that it needs is published here; otherwise it stays a draft, with its problems.
    `on_conflict`: what becomes of fields that were changed here: skip (they stay), update (they follow Plone) or fail
    (the object is refused).

    Raises NotPermitted, NotFound (no such site), Invalid (no export), Unavailable.
    """
    actor.require(RIGHT, site)
    placing = await open_placing(services, actor, site, blobs, dry_run=dry_run, on_conflict=on_conflict)
    run = _Run(path, placing, ImportReport(path.name), tell)
    await run.look_over()
    await run.each("files and new texts", run.place)
    await run.each("texts", run.finish)
    run.report.is_done = not dry_run
    return run.report


@dataclass(slots=True)
class _Run:
    """`refused`: places in the export of objects that were told already; `created`: UIDs of texts that are new here."""

    path: Path
    placing: Placing
    report: ImportReport
    tell: Tell
    overview: Overview = field(default_factory=Overview)
    refused: set[int] = field(default_factory=set)
    created: set[str] = field(default_factory=set)

    async def look_over(self) -> None:
        async with aclosing(read_objects(self.path)) as objects:
            async for raw in objects:
                self.overview.total += 1
                await self._guarded(self.overview.total, raw, self._note)
        await self.overview.find_known(self.placing)

    async def _note(self, one: PloneObject) -> None:
        self.overview.add(one, self.placing.default_locale)
        if one.type not in TAKEN:
            self.report.add(left_out(one))

    async def each(self, stage: str, handle: Handle) -> None:
        number = 0
        async with aclosing(read_objects(self.path)) as objects:
            async for raw in objects:
                number += 1
                if number not in self.refused:
                    await self._guarded(number, raw, handle)
                await self.tell(stage, number, self.overview.total)

    async def place(self, one: PloneObject) -> None:
        if one.type in FILES:
            state, words = self.overview.containers.state_of(one), self.overview.words.get(one.uid, "")
            self.report.add(await place_file(self.placing, one, state, words))
            self.report.files += 1
        elif one.type in TEXTS and await create_text(self.placing, self._text(one)):
            self.created.add(one.uid)

    async def finish(self, one: PloneObject) -> None:
        if one.type in TEXTS:
            is_created = one.uid in self.created
            self.report.add(await finish_text(self.placing, self._text(one), is_created=is_created))

    def _text(self, one: PloneObject) -> PloneText:
        containers, locale = self.overview.containers, one.locale or self.placing.default_locale
        path = containers.path_on_site(one)
        first, _slash, rest = path.lstrip("/").partition("/")
        path = f"/{rest}" if first.lower() == locale.lower() else path
        publication = wanted_publication(one, containers.state_of(one), self.placing.services.clock())
        return PloneText(one, self.overview.home_of[one.uid], locale, path, publication)

    async def _guarded(self, number: int, raw: Any, handle: Handle) -> None:
        """Nothing that one object holds may keep the others out."""
        try:
            one = plone_object(raw, self.placing.site.time_zone)
            await handle(replace(one, problems=(*one.problems, *self._hidden(one))))
        except StorageError:
            raise
        except CmsError as error:
            problems = error.problems if isinstance(error, Invalid) else [Problem("", error.code, str(error))]
            self._refuse(number, raw, problems)
        except Exception as error:
            log.exception("plone_object_failed", number=number)
            message = f"It could not be read ({type(error).__name__}): take it out of the export, and write it by hand."
            self._refuse(number, raw, [Problem("", "UNREADABLE", message)])

    def _hidden(self, one: PloneObject) -> list[Problem]:
        if one.type not in TAKEN or not self.overview.containers.is_hidden(one):
            return []
        message = "It is published in a folder that is not: it stays a draft until you publish it here."
        return [Problem("publication", "FOLDER_NOT_PUBLIC", message)]

    def _refuse(self, number: int, raw: Any, problems: Any) -> None:
        self.refused.add(number)
        said = raw if isinstance(raw, dict) else {}
        id, type, title = (_shown(said.get(name)) for name in ("UID", "@type", "title"))
        self.report.add(Entry(id or f"object {number}", type, title, Verdict.REFUSED, problems=problems))


def _shown(value: Any) -> str:
    """Whatever stands there, in a form that can be printed."""
    return value[:200].encode(errors="replace").decode() if isinstance(value, str) else ""
