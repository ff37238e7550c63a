"""A call that is open on the day the demo is loaded, so that applying can be tried out."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cms.demo.data import read
from cms.demo.loading.calls import AS_WRITTEN, FORM
from cms.demo.loading.loading import Loading, rich
from cms.demo.loading.pages import PRIVACY_NOTICE
from cms.demo.loading.placer import Draft
from cms.demo.loading.sites import CLUSTERS_MEET_REGIONS

OPEN_CALL = "demo:call:open"
ZONE = "Europe/Brussels"


async def load_open_call(loading: Loading) -> None:
    call = read("texts/open_call.json")

    def draft() -> Draft:
        slugs = dict.fromkeys(call["publish_in"], str(call["slug"]))
        return Draft("CallForHosts", call["site"], _data(loading, call), call["publish_in"], slugs, call["shared"])

    async def place(_call: dict[str, Any]) -> None:
        await loading.placer.place(OPEN_CALL, draft)

    await loading.each("Open call", [call], place)


def _data(loading: Loading, call: dict[str, Any]) -> dict[str, Any]:
    now = loading.placer.services.clock().astimezone(ZoneInfo(ZONE))
    like = read(f"texts/calls/{call['like']}.json")
    cutoffs = [_day(now, days, "18:00") for days in call["cutoffs_in_days"]]
    return {
        **{name: like[name] for name in AS_WRITTEN},
        "title": call["title"],
        "body": rich(call["body"]),
        "series": loading.placer.id_of(CLUSTERS_MEET_REGIONS),
        "hosts_sought": call["hosts_sought"],
        "target_period": f"{now.year + 1}–{now.year + 2}",
        "opens": _day(now, -call["opens_days_ago"], "09:00"),
        "cutoffs": [{"at": at} for at in cutoffs],
        "time_zone": ZONE,
        "form": loading.placer.id_of(FORM),
        "privacy_notice": loading.placer.id_of(PRIVACY_NOTICE),
        "organiser": loading.placer.id_of("demo:organisation:eccp"),
    }


def _day(now: datetime, days: int, time: str) -> str:
    return f"{(now + timedelta(days=days)).date().isoformat()}T{time}"
