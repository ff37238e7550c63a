"""Applicants and the sessions in which they are known."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.documents import Applicant, ApplicantSession
from storage.mongo import Session, outside, vendor_errors


class Applicants:
    """Applicants and the sessions in which they are known."""

    async def get(self, id: str, session: Session | None = None) -> Applicant | None:
        with outside(session):
            return await Applicant.get(id, session=session)

    async def by_email(self, email: str, session: Session | None = None) -> Applicant | None:
        with outside(session):
            return await Applicant.find_one({"email": email}, session=session)

    async def insert(self, applicant: Applicant, session: Session) -> None:
        await applicant.insert(session=session)

    async def change(self, id: str, changes: Mapping[str, Any], session: Session) -> None:
        await Applicant.get_motor_collection().update_one({"_id": id}, {"$set": dict(changes)}, session=session)

    async def begin_session(self, one: ApplicantSession, session: Session) -> None:
        await one.insert(session=session)

    async def session(self, hash: str, now: datetime) -> ApplicantSession | None:
        """None where it is over, too. Raises Unavailable."""
        with vendor_errors():
            return await ApplicantSession.find_one({"_id": hash, "expires": {"$gt": now}})

    async def end_session(self, hash: str, session: Session) -> None:
        await ApplicantSession.get_motor_collection().delete_one({"_id": hash}, session=session)

    async def end_sessions(self, applicant: str, session: Session) -> int:
        done = await ApplicantSession.get_motor_collection().delete_many({"applicant": applicant}, session=session)
        return done.deleted_count
