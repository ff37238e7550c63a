"""`cms files sweep` takes bytes away that nothing speaks of any more, `cms files publish` copies what is public."""

from rich.console import Console

from cms.files.public_copies import bring_copies_up_to_date, files_to_copy
from cms.files.unused_bytes import delete_unused, unused_bytes
from cms.kernel.engines import engines_for
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings
from cms.opening import open_services


async def run_sweep(settings: Settings, say: Console, *, dry_run: bool) -> None:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        count = size = 0
        for unused in await unused_bytes(services):
            if dry_run or await delete_unused(services, unused):
                count, size = count + 1, size + unused.bytes
                say.print(f"  {unused.key}", style="dim", markup=False)
        done = "could be deleted" if dry_run else "deleted"
        say.print(f"{count} objects with {size / 1_000_000:.1f} MB {done}.", markup=False)


async def run_publish(settings: Settings, say: Console, *, dry_run: bool) -> None:
    """Without CMS_FILES_URL, all copies are taken away."""
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        ids = [id async for id in files_to_copy(services)]
        for id in ids:
            say.print(f"  {id}", style="dim", markup=False)
            if not dry_run:
                await bring_copies_up_to_date(services, id)
        done = "are not as they should be" if dry_run else "were brought up to date"
        say.print(f"The public copies of {len(ids)} files {done}.", markup=False)
