"""The editing world's reads and writes, a small class per kind of document. Every write takes part in a transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pymongo import UpdateOne

from storage.documents import Account, AuditEntry, Item, OutboxEvent, Preview, Redirect, ReferenceEdge, Version
from storage.errors import StaleVersion
from storage.keyset import Keyset
from storage.mongo import Mongo, Session, vendor_errors
from storage.published import Published


class Items:
    """Drafts of all items."""

    async def get(self, id: str, session: Session | None = None) -> Item | None:
        return await Item.get(id, session=session)

    async def by_origin(self, origin: str, session: Session | None = None) -> Item | None:
        # Without the type the partial index would not be used.
        return await Item.find_one({"origin": {"$eq": origin, "$type": "string"}}, session=session)

    async def with_origins(self, prefix: str, at_most: int) -> list[Item]:
        """Those whose origin begins with `prefix`, at most so many."""
        range_of = {"$type": "string", "$gte": prefix, "$lt": f"{prefix}\U0010ffff"}
        with vendor_errors():
            return await Item.find({"origin": range_of}, limit=at_most).to_list()

    async def existing(self, ids: list[str], session: Session, within: Mapping[str, Any]) -> dict[str, str]:
        """{id: type} of those that exist within what the query `within` finds."""
        query = {"$and": [{"_id": {"$in": ids}}, within]}
        cursor = Item.get_motor_collection().find(query, {"type": 1}, session=session)
        return {doc["_id"]: doc["type"] async for doc in cursor}

    async def insert(self, item: Item, session: Session) -> None:
        item.stages = item.stages_now()
        await item.insert(session=session)

    async def replace(self, item: Item, base_version: int, session: Session) -> None:
        """Writes `item` over the version it was read at. Raises StaleVersion when another write came first."""
        item.stages = item.stages_now()
        document = item.model_dump(by_alias=True)
        result = await Item.get_motor_collection().replace_one(
            {"_id": item.id, "version": base_version}, document, session=session
        )
        if result.matched_count == 0:
            raise StaleVersion(item.id)


class History:
    """Versions and the audit trail: both only grow."""

    async def add(self, version: Version, session: Session) -> None:
        await version.insert(session=session)

    async def version(self, item: str, number: int, session: Session | None = None) -> Version | None:
        return await Version.find_one({"item": item, "version": number}, session=session)

    async def audit(self, entry: AuditEntry, session: Session) -> None:
        await entry.insert(session=session)


class Outbox:
    """Events waiting for their reactions, shared by any number of workers through leases."""

    async def add(self, event: OutboxEvent, session: Session) -> None:
        await event.insert(session=session)

    async def lease(self, worker: str, now: datetime, until: datetime) -> OutboxEvent | None:
        """The next event that is due and that nobody holds; None when there is none."""
        with vendor_errors():
            document = await OutboxEvent.get_motor_collection().find_one_and_update(
                {
                    "state": "waiting",
                    "due_at": {"$lte": now},
                    "$or": [{"leased_until": None}, {"leased_until": {"$lte": now}}],
                },
                {"$set": {"leased_by": worker, "leased_until": until}, "$inc": {"tries": 1}},
                sort=[("due_at", 1), ("_id", 1)],
                return_document=True,
            )
        return OutboxEvent.model_validate(document) if document else None

    async def finish(self, event: OutboxEvent, worker: str, changes: dict[str, Any]) -> None:
        """Records the outcome, unless another worker has taken the event over meanwhile."""
        with vendor_errors():
            await OutboxEvent.get_motor_collection().update_one(
                {"_id": event.id, "leased_by": worker},
                {"$set": {**changes, "leased_by": None, "leased_until": None}},
            )


class References:
    """Which item refers to which, in drafts and live."""

    async def replace(self, source: str, world: str, edges: list[ReferenceEdge], session: Session) -> None:
        collection = ReferenceEdge.get_motor_collection()
        await collection.delete_many({"source": source, "world": world}, session=session)
        if edges:
            await collection.insert_many([edge.model_dump(by_alias=True) for edge in edges], session=session)

    async def to(self, target: str, world: str, session: Session | None = None) -> list[ReferenceEdge]:
        """Every use of an item in drafts ("draft") or live ("live")."""
        return await ReferenceEdge.find({"target": target, "world": world}, session=session).to_list()


class Redirects:
    """Old addresses of published items."""

    async def keep(self, old: list[str], present: list[str], item: str, at: datetime, session: Session) -> None:
        """Lets each old address lead to the item, and frees those that an item uses again."""
        collection = Redirect.get_motor_collection()
        await collection.delete_many({"_id": {"$in": present}}, session=session)
        if old:
            writes = [UpdateOne({"_id": one}, {"$set": {"item": item, "at": at}}, upsert=True) for one in old]
            await collection.bulk_write(writes, session=session)


class Previews:
    """Leave to see drafts."""

    async def get(self, id: str) -> Preview | None:
        with vendor_errors():
            return await Preview.get(id)

    async def insert(self, preview: Preview, session: Session) -> None:
        await preview.insert(session=session)

    async def remove(self, id: str, session: Session) -> None:
        await Preview.get_motor_collection().delete_one({"_id": id}, session=session)


class Accounts:
    """Accounts."""

    async def by_email(self, email: str) -> Account | None:
        with vendor_errors():
            return await Account.find_one({"email": email.casefold()})

    async def get(self, id: str) -> Account | None:
        with vendor_errors():
            return await Account.get(id)

    async def names(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: name} of those that exist."""
        with vendor_errors():
            cursor = Account.get_motor_collection().find({"_id": {"$in": list(ids)}}, {"name": 1})
            return {one["_id"]: one["name"] async for one in cursor}

    async def insert(self, account: Account, session: Session) -> None:
        await account.insert(session=session)


class Repository:
    """All of the above, over one database."""

    def __init__(self, mongo: Mongo) -> None:
        self.mongo = mongo
        self.items = Items()
        self.history = History()
        self.outbox = Outbox()
        self.references = References()
        self.redirects = Redirects()
        self.accounts = Accounts()
        self.published = Published(mongo)
        self.item_lists = Keyset(mongo, "items")
        self.version_lists = Keyset(mongo, "versions")
        self.audit_lists = Keyset(mongo, "audit")
        self.reference_lists = Keyset(mongo, "references")
        self.drafts = Published(mongo, "drafts")
        self.previews = Previews()

    async def serialize(self, name: str, session: Session) -> None:
        """Lets one transaction at a time go on that serializes on `name`: the others meet a write conflict and retry.
        Needed where a change follows from reading documents that the transaction does not write."""
        await self.mongo.db["locks"].update_one({"_id": name}, {"$inc": {"turn": 1}}, upsert=True, session=session)
