"""The two sites, the series, and the menus."""

from typing import Any

from cms.demo.data import read, read_folder
from cms.demo.loading.loading import Loading, rich
from cms.demo.loading.placer import Draft

AS_WRITTEN = (
    "key",
    "name",
    "domains",
    "locales",
    "default_locale",
    "fallback_order",
    "time_zone",
    "social",
    "sender_address",
)
CLUSTERS_MEET_REGIONS = "demo:series:clusters-meet-regions"


async def load_sites(loading: Loading) -> None:
    async def place(site: dict[str, Any]) -> None:
        logo = (await loading.shelf.file(f"site-logo/{site['key']}")).id
        data = {**{name: site[name] for name in AS_WRITTEN}, "logo": logo}
        await loading.placer.place(
            f"demo:site:{site['key']}", lambda: Draft("Site", site["key"], data, site["publish_in"])
        )

    await loading.each("Sites", read("texts/sites.json"), place)


async def load_series(loading: Loading) -> None:
    known = read("facts/editions.json")["cycles"]
    cycles = [{"label": cycle["label"], "planned": cycle["plannedWorkshops"]} for cycle in known]

    def draft(series: dict[str, Any]) -> Draft:
        locales: list[str] = series["publish_in"]
        slug: str = series["slug"]
        data = {"title": series["title"], "intro": rich(series["intro"]), "cycles": series.get("cycles", cycles)}
        return Draft("Series", series["site"], data, locales, dict.fromkeys(locales, slug), series["shared"])

    async def place(series: dict[str, Any]) -> None:
        await loading.placer.place(f"demo:series:{series['slug']}", lambda: draft(series))

    await loading.each("Series", read("texts/series.json"), place)


async def load_menus(loading: Loading) -> None:
    def draft(menu: dict[str, Any]) -> Draft:
        data = {"slot": menu["slot"], "entries": [_entry(loading, one) for one in menu["entries"]]}
        return Draft("Menu", menu["site"], data, menu["publish_in"])

    async def place(menu: dict[str, Any]) -> None:
        await loading.placer.place(f"demo:menu:{menu['site']}-{menu['slot']}", lambda: draft(menu))

    await loading.each("Menus", read_folder("texts/menus").values(), place)


def _entry(loading: Loading, written: dict[str, Any]) -> dict[str, Any]:
    entry = {name: written[name] for name in ("label", "url") if name in written}
    if target := written.get("target"):
        entry["target"] = loading.placer.id_of(target)
    if children := written.get("children"):
        entry["children"] = [_entry(loading, child) for child in children]
    return entry
