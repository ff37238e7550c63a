"""Organisations and people. Each is one item, however often the facts name it."""

from typing import Any

from cms.content.rules.slug import slug_from
from cms.demo.data import iasi_talks, read
from cms.demo.loading.loading import Loading
from cms.demo.loading.placer import Draft

AS_WRITTEN = ("name", "acronym", "org_type", "country", "url", "memberships")


def organisation_origins() -> dict[str, str]:
    """{name as the facts write it: origin}."""
    found = {}
    for organisation in read("texts/organisations.json"):
        for name in (organisation["name"]["en"], *organisation.get("facts", [])):
            found[name] = f"demo:organisation:{organisation['key']}"
    return found


async def load_organisations(loading: Loading) -> None:
    async def place(written: dict[str, Any]) -> None:
        key: str = written["key"]
        locales = list(written["name"])
        data = {name: written[name] for name in AS_WRITTEN if name in written}
        if "logo" in written:
            data["logo"] = (await loading.shelf.file(f"logo/{key}")).id
        slugs = dict.fromkeys(locales, key)
        await loading.placer.place(
            f"demo:organisation:{key}", lambda: Draft("Organisation", "eccp", data, locales, slugs)
        )

    await loading.each("Organisations", read("texts/organisations.json"), place)


def person_origin(name: str) -> str:
    return f"demo:person:{slug_from(name)}"


async def load_people(loading: Loading) -> None:
    async def place(name: str) -> None:
        await loading.placer.place(person_origin(name), lambda: Draft("Person", "eccp", {"name": name}, ["en"]))

    await loading.each("People", set(_names()), place)


def _names() -> list[str]:
    opening = read("facts/iasi_programme.json")["opening"]
    speakers = [speaker["name"] for _session, talk in iasi_talks() for speaker in talk["speakers"]]
    return [opening["moderator"]["name"], *(talk["name"] for talk in opening["talks"]), *speakers]
