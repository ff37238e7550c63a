"""`cms queries`: registers the documents of a site's pages, here or at a CMS that runs elsewhere."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from cms.access.actor import SYSTEM
from cms.app import limits_of
from cms.kernel.engines import engines_for
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings
from cms.opening import open_services
from cms.persisted_queries.actions.register_queries import register_queries
from cms.persisted_queries.actions.remove_registered_queries import remove_registered_queries
from cms.persisted_queries.manifests import read_documents
from cms.persisted_queries.queries.registered_queries import list_registered_queries
from cms.persisted_queries.registration import batches, check_registrations
from cms.persisted_queries.remote import RemoteCms
from schema.delivery.registration_check import DocumentCheck

BATCH = 200


async def run_push(
    settings: Settings, say: Console, site: str, paths: Sequence[Path], remote: RemoteCms | None
) -> None:
    documents = read_documents(paths)
    if remote:
        _say_registered(say, site, len(documents), remote.register(site, documents))
        return
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        check, added = DocumentCheck(limits_of(settings)), 0
        for batch in batches(documents):
            await check_registrations(batch, check)
            added += len(await register_queries(services, SYSTEM, site=site, documents=batch))
    _say_registered(say, site, len(documents), added)


async def run_remove(
    settings: Settings, say: Console, site: str, hashes: Sequence[str], remote: RemoteCms | None
) -> None:
    if remote:
        removed = remote.remove(site, hashes)
    else:
        configure_logs(settings.log_format, settings.log_level)
        async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
            removed = await remove_registered_queries(services, SYSTEM, site=site, hashes=hashes)
    say.print(f"{removed} of {len(hashes)} were registered for {site} and are not any more.", markup=False)


async def run_list(settings: Settings, site: str, remote: RemoteCms | None) -> None:
    """One line for each on standard output: hash, name, when it was registered, with tabs between."""
    if remote:
        _write(remote.registered(site))
        return
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        listing, after = list_registered_queries(services, SYSTEM, site), None
        while page := await listing.page(BATCH, after):
            _write((one["hash"], one["name"], one["registered_at"].isoformat()) for one in page)
            after = listing.key(page[-1])


def _write(lines: Iterable[tuple[str, str, str]]) -> None:
    sys.stdout.writelines("\t".join(line) + "\n" for line in lines)


def _say_registered(say: Console, site: str, sent: int, added: int) -> None:
    say.print(f"{site}: {added} registered, {sent - added} were registered already.", markup=False)
