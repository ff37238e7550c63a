"""The programme of Iași: its seven sessions and twenty talks, each with a speaker and a presentation."""

from typing import Any

from benchmarks.content.maker import Maker
from cms.demo.data import read

PDF = "application/pdf"


async def make_days(maker: Maker) -> list[dict[str, Any]]:
    """The days of the edition; the people, presentations and files they name are made first."""
    days = read("facts/iasi_programme.json")["days"]
    return [
        {
            "label": {"en": day["label"], "cs": "1. den"},
            "date": day["date"],
            "sessions": [await _session(maker, one) for one in day["sessions"]],
        }
        for day in days
    ]


async def _session(maker: Maker, facts: dict[str, Any]) -> dict[str, Any]:
    session = {
        "type": facts["type"],
        "title": {"en": facts["title"]},
        "start_time": f"{8 + facts['order']:02}:30",
        "talks": [await _talk(maker, one) for one in facts.get("talks", ())],
        "children": [await _session(maker, one) for one in facts.get("children", ())],
    }
    group = facts.get("groupTitle")
    return {**session, "group_title": {"en": group}} if group else session


async def _talk(maker: Maker, facts: dict[str, Any]) -> dict[str, Any]:
    speakers = [await _speaker(maker, one) for one in facts["speakers"]]
    title = facts.get("title") or f"What {facts['speakers'][0]['organisation']} offers its region"
    file = await maker.file(f"presentation-{speakers[0]['person']}.pdf", PDF, 1_250_000, page_count=18)
    data = {"title": {"en": title}, "file": file, "speakers": [one["person"] for one in speakers], "language": "en"}
    presentation = await maker.make("PresentationFile", data)
    return {"title": {"en": title}, "speakers": speakers, "presentations": [presentation]}


async def _speaker(maker: Maker, facts: dict[str, Any]) -> dict[str, Any]:
    bio = f"{facts['name']} has worked with clusters and regions for many years and speaks about it gladly."
    text = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": bio}]}]}
    person = await maker.make("Person", {"name": facts["name"], "bio": {"en": text}, "consent": True})
    return {
        "person": person,
        "capacity": facts["capacity"],
        "role": {"en": facts["role"] or "Director"},
        "organisation_name": facts["organisation"],
    }
