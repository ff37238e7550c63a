"""Keeps the numbers of a series' live editions right whenever one of them changes."""

from cms.content.rules.edition_number import Ranked, edition_numbers
from storage.conditions import equal
from storage.mongo import Session
from storage.repository import Repository

FACTS = ["data.start", "data.tentative", "data.cancelled", "data.number_override", "derived.ordinal"]


async def renumber(repository: Repository, series: str, session: Session) -> None:
    """Ranks the live editions of `series` again and writes the numbers that changed."""
    await repository.serialize(f"numbers:{series}", session)
    live = await repository.published.matching(equal({"type": "Edition", "data.series": series}), FACTS, session)
    numbers = edition_numbers([_ranked(document["_id"], document.get("data", {})) for document in live])
    before = {document["_id"]: document.get("derived", {}).get("ordinal") for document in live}
    changed = {id: {"derived.ordinal": numbers.get(id)} for id in before if before[id] != numbers.get(id)}
    await repository.published.set_each(changed, session)
    await repository.drafts.set_each(changed, session)  # previews show the number that is live


def _ranked(id: str, facts: dict) -> Ranked:
    return Ranked(
        id=id,
        start=facts.get("start"),
        confirmed=not facts.get("tentative"),
        cancelled=bool(facts.get("cancelled")),
        override=facts.get("number_override"),
    )
