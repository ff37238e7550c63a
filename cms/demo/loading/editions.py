"""All editions of the series, shared with the Czech site."""

import asyncio
from typing import Any

from cms.demo.data import editions
from cms.demo.files.documents import edition_documents
from cms.demo.loading.edition_data import edition_data
from cms.demo.loading.loading import Loading
from cms.demo.loading.organisations import organisation_origins
from cms.demo.loading.placer import Draft
from cms.demo.loading.programme import IASI, iasi_days, load_presentations
from cms.demo.loading.sites import CLUSTERS_MEET_REGIONS


def edition_origin(slug: str) -> str:
    return f"demo:edition:{slug}"


async def load_editions(loading: Loading) -> None:
    """One is published after the other: each publication numbers the whole series anew, and two at once would only
    make each other wait. Iași gets its programme last, because its presentations refer to it."""
    names = organisation_origins()
    one_by_one = asyncio.Lock()

    async def place(edition: tuple[dict[str, Any], dict[str, Any]]) -> None:
        facts, text = edition
        slug: str = facts["slug"]
        keys = [key for _kind, _label, key in edition_documents(facts)]
        files = await loading.shelf.ids(f"banner/{slug}", f"discover/{slug}", *keys)
        locales = list(text["lead_before"])

        def draft() -> Draft:
            data = edition_data(
                facts,
                text,
                series=loading.placer.id_of(CLUSTERS_MEET_REGIONS),
                files=files,
                organisation=lambda name: loading.placer.id_of(names[name]),
            )
            return Draft("Edition", "eccp", data, locales, dict.fromkeys(locales, slug), ["nca"])

        item = await loading.placer.create(edition_origin(slug), draft)
        changes = None
        if slug == IASI:
            await load_presentations(loading, item.id)
            changes = {"days": iasi_days(loading)}
        async with one_by_one:
            await loading.placer.publish(edition_origin(slug), locales, changes)

    await loading.each("Editions", editions().values(), place)
