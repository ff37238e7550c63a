"""Loads the whole demo, or what is missing of it."""

import asyncio
from dataclasses import dataclass, field

from cms.demo.accounts import DemoLogin, place_accounts
from cms.demo.files.all_files import all_files
from cms.demo.loading.applications import load_applications
from cms.demo.loading.calls import load_calls, load_form
from cms.demo.loading.editions import load_editions
from cms.demo.loading.loading import Loading
from cms.demo.loading.news import load_news, load_summaries
from cms.demo.loading.open_call import load_open_call
from cms.demo.loading.organisations import load_organisations, load_people
from cms.demo.loading.pages import load_pages
from cms.demo.loading.placer import Placer
from cms.demo.loading.shelf import Shelf
from cms.demo.loading.sites import load_menus, load_series, load_sites
from cms.demo.loading.vocabularies import load_vocabularies
from cms.demo.loading.workshop import Workshop
from cms.demo.progress import Progress
from cms.kernel.services import Services

# Each needs what those before it have placed.
STAGES = (
    load_vocabularies,
    load_sites,
    load_organisations,
    load_people,
    load_series,
    load_pages,
    load_form,
    load_calls,
    load_open_call,
    load_editions,
    load_summaries,
    load_news,
    load_menus,
)


@dataclass(frozen=True, slots=True)
class DemoReport:
    """`created` counts the items that were not there before."""

    created: int
    logins: list[DemoLogin] = field(default_factory=list)


async def load_demo(services: Services, progress: Progress, secret_key: str) -> DemoReport:
    """What is there stays as it is; what an interrupted load left out is added.

    `secret_key` is that of the installation: the passwords of the demo's accounts follow from it. Raises what the
    actions raise, with a note on the item, and WorkshopStopped.
    """
    placer = await Placer.open(services)
    try:
        async with Workshop() as workshop, asyncio.TaskGroup() as group:
            accounts = group.create_task(place_accounts(services, secret_key))
            shelf = Shelf(placer, workshop)
            shelf.start(all_files(), group, progress)
            loading = Loading(placer, shelf, progress)
            for load in STAGES:
                await load(loading)
            await accounts
            await load_applications(loading, workshop)
    except BaseExceptionGroup as errors:
        raise _first(errors) from None
    return DemoReport(placer.created, accounts.result())


def _first(errors: BaseExceptionGroup) -> BaseException:
    """One failure ends all that runs beside it; the person is told that one."""
    error = errors.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error
