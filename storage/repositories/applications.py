"""Applications to calls for hosts."""

from collections.abc import Mapping, Sequence
from typing import Any

from storage.conditions import Condition, all_of, equal
from storage.documents import HostApplication
from storage.errors import StaleVersion
from storage.keyset import Order, Span
from storage.mongo import Session, outside, vendor_errors
from storage.queries import query_of

NEWEST, BY_ID = Order("created_at"), Order("_id", descending=False)


class Applications:
    """Applications; who may see which is not known here."""

    async def get(self, id: str, session: Session | None = None) -> HostApplication | None:
        with outside(session):
            return await HostApplication.get(id, session=session)

    async def of_applicant(self, applicant: str, at_most: int = 200) -> list[HostApplication]:
        """Newest first."""
        with vendor_errors():
            found = HostApplication.find({"applicant": applicant}, sort="-created_at", limit=at_most)
            return await found.to_list()

    async def page_of_applicant(self, applicant: str, span: Span) -> list[HostApplication]:
        """Those that were not erased, the newest first; the places of `span` are (created_at, id)."""
        theirs = all_of(equal({"applicant": applicant, "erased_at": None}), span.within(NEWEST))
        with vendor_errors():
            found = HostApplication.find(query_of(theirs), sort=span.walked(NEWEST).sort, limit=span.limit)  # pyright: ignore[reportArgumentType]
            return span.in_order(await found.to_list())

    async def count_of_applicant(self, applicant: str, at_most: int) -> int:
        """Of the same ones, counted up to `at_most`."""
        query = {"applicant": applicant, "erased_at": None}
        with vendor_errors():
            return await HostApplication.get_motor_collection().count_documents(query, limit=at_most)

    async def matching(
        self, condition: Condition, session: Session | None = None, at_most: int = 1000, order: Order = BY_ID
    ) -> list[HostApplication]:
        """Those of which it holds."""
        query = query_of(condition)
        with outside(session):
            found = HostApplication.find(query, sort=order.sort, limit=at_most, session=session)  # pyright: ignore[reportArgumentType]
            return await found.to_list()

    async def count(self, condition: Condition, session: Session | None = None) -> int:
        """Of how many it holds."""
        query = query_of(condition)
        with outside(session):
            return await HostApplication.get_motor_collection().count_documents(query, session=session)

    async def counts(self, calls: Sequence[str]) -> dict[str, dict[tuple[str | None, str], int]]:
        """{call: {(cut-off, status): number}}, without those that were erased."""
        steps = [
            {"$match": {"call": {"$in": list(calls)}, "erased_at": None}},
            {"$group": {"_id": {"call": "$call", "cutoff": "$cutoff", "status": "$status"}, "number": {"$sum": 1}}},
        ]
        counted: dict[str, dict[tuple[str | None, str], int]] = {}
        with vendor_errors():
            for one in await HostApplication.get_motor_collection().aggregate(steps).to_list(None):
                key = one["_id"]
                counted.setdefault(key["call"], {})[key.get("cutoff"), key["status"]] = one["number"]
        return counted

    async def insert(self, application: HostApplication, session: Session) -> None:
        await application.insert(session=session)

    async def change(
        self, application: HostApplication, changes: Mapping[str, Any], session: Session
    ) -> HostApplication:
        """Sets {field: value} and counts the revision on; the application as it is then. Raises StaleVersion when it is
        not in the revision any more that it was read in."""
        known = {"_id": application.id, "revision": application.revision}
        written = await HostApplication.get_motor_collection().find_one_and_update(
            known, {"$set": dict(changes), "$inc": {"revision": 1}}, session=session, return_document=True
        )
        if written is None:
            raise StaleVersion(application.id)
        return HostApplication.model_validate(written)

    async def note(self, id: str, changes: Mapping[str, Any], session: Session) -> None:
        """Sets {field: value} of what the CMS notes for itself: the applicant's revision stays."""
        await HostApplication.get_motor_collection().update_one({"_id": id}, {"$set": dict(changes)}, session=session)

    async def drafts_of(self, calls: Sequence[str], after: str, at_most: int) -> list[HostApplication]:
        """Drafts of these calls by id, those after the id `after`. Raises Unavailable."""
        query = {"call": {"$in": list(calls)}, "status": "draft", "_id": {"$gt": after}, "erased_at": None}
        with vendor_errors():
            return await HostApplication.find(query, sort="+_id", limit=at_most).to_list()

    async def remove(self, id: str, session: Session) -> None:
        await HostApplication.get_motor_collection().delete_one({"_id": id}, session=session)
