"""Takes news, images and files of a Plone export over; what was taken over before is updated, never doubled.

First all files, then the news, then once more those that lead to others, and last what is public there.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from pathlib import Path

from cms.access import Actor
from cms.desk import Desk
from cms.errors import CmsError, Invalid, Problem
from cms.plone.place_file import place_file
from cms.plone.place_news import News, complete_news, place_news, publish_news
from cms.plone.placing import Placing, open_placing
from cms.plone.plone_object import NEWS, ORIGIN, PloneObject, plone_object
from cms.plone.read_json import read_objects
from cms.transfer.progress import Tell, silent
from cms.transfer.report import MOST_ENTRIES, Entry, ImportReport, Verdict

RIGHT = "transfer"
BATCH = 1000
Handle = Callable[[PloneObject], Awaitable[None]]


async def import_plone(
    desk: Desk,
    actor: Actor,
    path: Path,
    site: str,
    *,
    blobs: Path | None = None,
    dry_run: bool = False,
    tell: Tell = silent,
) -> ImportReport:
    """An object that cannot be taken over is refused in the report, and the others are taken over nevertheless. What is
    published there and has all that it needs is published here; otherwise it stays a draft, with its problems.

    Raises NotPermitted, NotFound (no such site), Invalid (no export), Unavailable.
    """
    actor.require(RIGHT, site)
    placing = await open_placing(desk, actor, site, blobs, dry_run=dry_run)
    run = _Run(path, placing, ImportReport(path.name), tell)
    await run.look_over()
    await run.find_known()
    await run.each("files", run.place_file)
    await run.each("news", run.place_news)
    if not dry_run:
        await run.each("links", run.complete)
        await run.each("publication", run.publish)
    run.finish()
    run.report.is_done = not dry_run
    return run.report


@dataclass(slots=True)
class _Run:
    """`first_of`: {group: (whether in another language, UID under whose origin all its translations become one item)};
    `uids_of`: {group: UIDs}; `entries`: {UID: …}, without
    those that are the same."""

    path: Path
    placing: Placing
    report: ImportReport
    tell: Tell
    total: int = 0
    first_of: dict[str, tuple[bool, str]] = field(default_factory=dict)
    uids_of: dict[str, list[str]] = field(default_factory=dict)
    file_uids: list[str] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    def finish(self) -> None:
        """Those with something to tell come first."""
        told = [entry for entry in self.entries.values() if entry.verdict != Verdict.SAME or entry.problems]
        told.sort(key=lambda entry: (entry.verdict != Verdict.REFUSED, not entry.problems))
        self.report.entries = told[:MOST_ENTRIES]

    async def look_over(self) -> None:
        """Counts, and finds out which object of each group is in the site's own language."""
        async with aclosing(read_objects(self.path)) as objects:
            async for raw in objects:
                self.total += 1
                try:
                    one = plone_object(raw, self.placing.time_zone)
                except Invalid as error:
                    self._note(f"object {self.total}", Entry("", "", "", Verdict.REFUSED, problems=error.problems))
                    continue
                if one and one.type != NEWS:
                    self.file_uids.append(one.uid)
                elif one:
                    self.uids_of.setdefault(one.group, []).append(one.uid)
                    candidate = (one.locale != self.placing.default_locale, one.uid)
                    self.first_of[one.group] = min(candidate, self.first_of.get(one.group, candidate))

    async def find_known(self) -> None:
        """What was taken over before: texts lead to it at once, and translations come to the item that is there."""
        group_of = {uid: group for group, uids in self.uids_of.items() for uid in uids}
        for uids in _batched([*self.file_uids, *group_of]):
            for item in await self.placing.desk.repository.site_content.of_origins([ORIGIN + uid for uid in uids]):
                uid = (item.origin or "").removeprefix(ORIGIN)
                if group := group_of.get(uid):
                    self.first_of[group] = (False, uid)
                    self.placing.items.update({one: str(item.id) for one in self.uids_of[group]})
                else:
                    self.placing.files[uid] = item.id

    async def each(self, stage: str, handle: Handle) -> None:
        done = 0
        async with aclosing(self._objects()) as objects:
            async for one in objects:
                done += 1
                if one is not None:
                    await self._guarded(one, handle)
                await self.tell(stage, done, self.total)

    async def place_file(self, one: PloneObject) -> None:
        if one.type != NEWS:
            self._note(one.uid, await place_file(self.placing, one))
            self.report.files += 1

    async def place_news(self, one: PloneObject) -> None:
        if one.type == NEWS:
            self._note(one.uid, await place_news(self.placing, self._news(one)))

    async def complete(self, one: PloneObject) -> None:
        if one.type == NEWS and self._is_placed(one):
            self._add_problems(one, await complete_news(self.placing, self._news(one)))

    async def publish(self, one: PloneObject) -> None:
        if one.type == NEWS and self._is_placed(one):
            self._add_problems(one, await publish_news(self.placing, self._news(one)))

    def _news(self, one: PloneObject) -> News:
        return News(one, ORIGIN + self.first_of[one.group][1])

    def _is_placed(self, one: PloneObject) -> bool:
        return one.uid in self.placing.items

    async def _guarded(self, one: PloneObject, handle: Handle) -> None:
        try:
            await handle(one)
        except CmsError as error:
            problems = error.problems if isinstance(error, Invalid) else [Problem("", error.code, str(error))]
            self._note(one.uid, Entry(one.origin, one.type, one.title, Verdict.REFUSED, problems=problems))

    def _note(self, uid: str, entry: Entry) -> None:
        if (before := self.entries.get(uid)) is not None:
            self.report.counts[before.verdict] -= 1
        self.report.counts[entry.verdict] += 1
        self.entries[uid] = entry

    def _add_problems(self, one: PloneObject, problems: list[Problem]) -> None:
        entry = self.entries[one.uid]
        self.entries[one.uid] = replace(entry, problems=[*entry.problems, *problems])

    async def _objects(self) -> AsyncGenerator[PloneObject | None]:
        async with aclosing(read_objects(self.path)) as objects:
            async for raw in objects:
                try:
                    yield plone_object(raw, self.placing.time_zone)
                except Invalid:  # told once, when all were looked over
                    yield None


def _batched(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), BATCH):
        yield uids[start : start + BATCH]
