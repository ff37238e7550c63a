"""Drafts of all items."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.conditions import Condition, all_of, any_of
from storage.documents import Item
from storage.documents.autosave_run import AutosaveRun
from storage.errors import StaleVersion
from storage.mongo import Session, outside, vendor_errors
from storage.queries import query_of


class Items:
    """Drafts of all items."""

    async def get(self, id: str, session: Session | None = None) -> Item | None:
        with outside(session):
            return await Item.get(id, session=session)

    async def by_address(self, address: str, session: Session | None = None) -> Item | None:
        """The one item that has this address or unique key."""
        with outside(session):
            return await Item.find_one({"addresses": {"$eq": address, "$gt": ""}}, session=session)

    async def by_origin(self, origin: str, session: Session | None = None) -> Item | None:
        # Without the type the partial index would not be used.
        with outside(session):
            return await Item.find_one({"origin": {"$eq": origin, "$type": "string"}}, session=session)

    async def with_origins(self, prefix: str, at_most: int) -> list[Item]:
        """Those whose origin begins with `prefix`, at most so many."""
        range_of = {"$type": "string", "$gte": prefix, "$lt": f"{prefix}\U0010ffff"}
        with vendor_errors():
            return await Item.find({"origin": range_of}, limit=at_most).to_list()

    async def existing(self, ids: list[str], session: Session | None, within: Condition) -> dict[str, str]:
        """{id: type} of those that exist and of which `within` holds."""
        query = query_of(all_of(any_of("_id", ids), within))
        with outside(session):
            cursor = Item.get_motor_collection().find(query, {"type": 1}, session=session)
            return {doc["_id"]: doc["type"] async for doc in cursor}

    async def with_ids(
        self, ids: list[str], session: Session | None = None, *, even_deleted: bool = False
    ) -> list[Item]:
        """Those that are there, and not in the recycle bin unless `even_deleted`, in the order of `ids`."""
        if not ids:
            return []
        there = {} if even_deleted else {"deleted_at": None}
        with outside(session):
            found = await Item.find({"_id": {"$in": ids}, **there}, session=session).to_list()
        place = {id: index for index, id in enumerate(ids)}
        return sorted(found, key=lambda item: place[item.id])

    async def of_sites(self, type: str, sites: Sequence[str] | None, at_most: int = 200) -> list[Item]:
        """Items of a type that these sites own (None: all sites), not those in the recycle bin; the newest first."""
        query: dict[str, Any] = {"type": type, "deleted_at": None}
        if sites is not None:
            query["site"] = {"$in": list(sites)}
        with vendor_errors():
            return await Item.find(query, sort="-created_at", limit=at_most).to_list()

    async def ids_of_sites(self, type: str, sites: Sequence[str]) -> list[str]:
        """Of items of a type that these sites own, those in the recycle bin included."""
        query = {"type": type, "site": {"$in": list(sites)}}
        with vendor_errors():
            found = Item.get_motor_collection().find(query, {"_id": 1})
            return [one["_id"] async for one in found]

    async def with_title_words(self, type: str, words: Sequence[str], session: Session) -> list[Item]:
        """Items of a type, not those in the recycle bin, whose titles hold all these folded words; at most 50."""
        query = {"type": type, "deleted_at": None, "title_words": {"$all": list(words)}}
        return await Item.find(query, session=session, limit=50).to_list()

    async def newest(self, condition: Condition, session: Session) -> Item | None:
        """The one changed last of those of which it holds."""
        return await Item.find_one(query_of(condition), session=session, sort=[("modified_at", -1), ("_id", -1)])

    async def taken(self, addresses: Sequence[str], session: Session) -> set[str]:
        """Those of the addresses that an item has."""
        cursor = Item.get_motor_collection().find(
            {"addresses": {"$in": list(addresses), "$gt": ""}}, {"addresses": 1}, session=session
        )
        return {address async for document in cursor for address in document["addresses"]} & set(addresses)

    async def insert(self, item: Item, session: Session) -> None:
        item.stages, item.next_moment = item.stages_now(), item.next_moment_now()
        await item.insert(session=session)

    async def count_of_site(self, site: str, session: Session, *, deleted: bool, at_most: int = 1000) -> int:
        """Items but for sites that the site owns or shows, with those in the recycle bin or without; counted up to
        `at_most`."""
        query: dict[str, Any] = {"$or": [{"site": site}, {"shared": site}], "type": {"$ne": "Site"}}
        if not deleted:
            query["deleted_at"] = None
        return await Item.get_motor_collection().count_documents(query, limit=at_most, session=session)

    async def has_facet(self, facet: str, session: Session) -> bool:
        """Whether any item has it, those in the recycle bin included."""
        return await Item.find_one({"facets": facet}, session=session) is not None

    async def facets_there(self, facets: Sequence[str], within: Condition) -> set[str]:
        """Those that an item has of which `within` holds."""
        query = query_of(all_of(any_of("facets", facets), within))
        with vendor_errors():
            return set(await Item.get_motor_collection().distinct("facets", query)) & set(facets)

    async def deleted_before(self, moment: datetime, after: str, at_most: int) -> list[str]:
        """Ids, in their order from `after` on, of what has lain in the recycle bin since `moment`."""
        query = {"deleted_at": {"$lte": moment, "$type": "date"}, "_id": {"$gt": after}}
        with vendor_errors():
            found = Item.get_motor_collection().find(query, {"_id": 1}, limit=at_most).sort("_id", 1)
            return [one["_id"] async for one in found]

    async def remove(self, id: str, session: Session) -> None:
        await Item.get_motor_collection().delete_one({"_id": id}, session=session)

    async def hold(self, id: str, session: Session) -> None:
        """Lets no other transaction write the item at the same time: it meets a write conflict and runs again."""
        await Item.get_motor_collection().update_one({"_id": id}, {"$inc": {"turn": 1}}, session=session)

    async def replace(self, item: Item, base_version: int, session: Session, *, run: AutosaveRun | None = None) -> None:
        """Writes `item` over the version it was read at, and ends its run of autosaves for whoever does not give one.

        Raises StaleVersion when another write came first.
        """
        item.run = run
        item.stages, item.next_moment = item.stages_now(), item.next_moment_now()
        document = item.model_dump(by_alias=True)
        result = await Item.get_motor_collection().replace_one(
            {"_id": item.id, "version": base_version}, document, session=session
        )
        if result.matched_count == 0:
            raise StaleVersion(item.id)
