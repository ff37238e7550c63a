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

    await loading.together("Sites", [place(site) for site in read("texts/sites.json")])


async def load_series(loading: Loading) -> None:
    known = read("facts/editions.json")["cycles"]
    cycles = [{"label": cycle["label"], "planned": cycle["plannedWorkshops"]} for cycle in known]

    def draft(series: dict[str, Any]) -> Draft:
        locales: list[str] = series["publish_in"]
        slugs: dict[str, str] = dict.fromkeys(locales, series["slug"])
        data = {"title": series["title"], "intro": rich(series["intro"]), "cycles": series.get("cycles", cycles)}
        return Draft("Series", series["site"], data, locales, slugs, series["shared"])

    await loading.together(
        "Series",
        [
            loading.placer.place(f"demo:series:{series['slug']}", lambda series=series: draft(series))
            for series in read("texts/series.json")
        ],
    )


async def load_menus(loading: Loading) -> None:
    def draft(menu: dict[str, Any]) -> Draft:
        data = {"slot": menu["slot"], "entries": [_entry(loading, one) for one in menu["entries"]]}
        return Draft("Menu", menu["site"], data, menu["publish_in"])

    await loading.together(
        "Menus",
        [
            loading.placer.place(f"demo:menu:{key}", lambda menu=menu: draft(menu))
            for key, menu in read_folder("texts/menus").items()
        ],
    )


def _entry(loading: Loading, written: dict[str, Any]) -> dict[str, Any]:
    entry = {name: written[name] for name in ("label", "url") if name in written}
    if target := written.get("target"):
        entry["target"] = loading.placer.id_of(target)
    if children := written.get("children"):
        entry["children"] = [_entry(loading, child) for child in children]
    return entry
