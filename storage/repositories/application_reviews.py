"""Reviews of applications."""

from collections.abc import Mapping, Sequence
from typing import Any

from storage.documents import ApplicationReview
from storage.mongo import Session, outside, vendor_errors


class ApplicationReviews:
    """Reviews of applications, one of each reviewer."""

    async def of_application(self, application: str, session: Session | None = None) -> list[ApplicationReview]:
        with outside(session):
            return await ApplicationReview.find({"application": application}, sort="+_id", session=session).to_list()

    async def of_applications(self, applications: Sequence[str]) -> list[ApplicationReview]:
        with vendor_errors():
            return await ApplicationReview.find({"application": {"$in": list(applications)}}, sort="+_id").to_list()

    async def of_call(self, call: str, session: Session | None = None) -> list[ApplicationReview]:
        """Of all applications to a call."""
        with outside(session):
            return await ApplicationReview.find({"call": call}, sort="+_id", session=session).to_list()

    async def of(self, application: str, reviewer: str, session: Session | None = None) -> ApplicationReview | None:
        with outside(session):
            return await ApplicationReview.find_one({"application": application, "reviewer": reviewer}, session=session)

    async def insert(self, review: ApplicationReview, session: Session) -> None:
        await review.insert(session=session)

    async def change(self, review: ApplicationReview, changes: Mapping[str, Any], session: Session) -> None:
        await ApplicationReview.get_motor_collection().update_one(
            {"_id": review.id}, {"$set": dict(changes)}, session=session
        )

    async def remove(self, application: str, reviewer: str, session: Session) -> None:
        wanted = {"application": application, "reviewer": reviewer}
        await ApplicationReview.get_motor_collection().delete_one(wanted, session=session)

    async def open_by_reviewer(self, call: str) -> dict[str, int]:
        """{reviewer: how many applications of the call were given to that person}, recusals not counted."""
        steps = [
            {"$match": {"call": call, "conflict": {"$ne": True}}},
            {"$group": {"_id": "$reviewer", "number": {"$sum": 1}}},
        ]
        with vendor_errors():
            found = await ApplicationReview.get_motor_collection().aggregate(steps).to_list(None)
        return {one["_id"]: one["number"] for one in found}
