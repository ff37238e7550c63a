"""`cms files sweep`: takes bytes away that nothing speaks of any more."""

from rich.console import Console

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
