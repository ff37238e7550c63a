"""What sites show differently of items."""

from typing import Any

from storage.documents import SiteOverride
from storage.documents.site_override import override_id
from storage.errors import StaleVersion
from storage.mongo import Session, outside


class Overrides:
    """What sites show differently of items."""

    async def get(self, item: str, site: str, session: Session | None = None) -> SiteOverride | None:
        with outside(session):
            return await SiteOverride.get(override_id(item, site), session=session)

    async def of_item(self, item: str, session: Session | None = None) -> list[SiteOverride]:
        """Of every site, those that the item is not shared to any more included."""
        with outside(session):
            return await SiteOverride.find({"item": item}, session=session).sort("site").to_list()

    async def insert(self, override: SiteOverride, session: Session) -> None:
        await override.insert(session=session)

    async def replace(self, override: SiteOverride, base_version: int, session: Session) -> None:
        """Raises StaleVersion when another write came first."""
        result = await SiteOverride.get_motor_collection().replace_one(
            {"_id": override.id, "version": base_version}, override.model_dump(by_alias=True), session=session
        )
        if result.matched_count == 0:
            raise StaleVersion(override.id)

    async def remove(self, override: SiteOverride, session: Session) -> None:
        await SiteOverride.get_motor_collection().delete_one({"_id": override.id}, session=session)

    async def ordered(self, site: str, world: str, session: Session) -> list[dict[str, Any]]:
        """{_id, item, type, order} of those with an order on this site in `world`, "live" or "draft"; by order."""
        path = "live" if world == "live" else "data"
        query = {"site": site, f"{path}.order": {"$type": "number"}}
        found = SiteOverride.get_motor_collection().find(query, ["item", "type", f"{path}.order"], session=session)
        documents = await found.sort([(f"{path}.order", 1), ("_id", 1)]).to_list(None)
        return [{**one, "order": one[path]["order"]} for one in documents]
