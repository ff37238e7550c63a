"""What is left of applicants beside their applications, to be erased with them."""

from storage.documents import ApplicationReview, AuditEntry, Mail, OneTimeToken, OutboxEvent, Upload
from storage.mongo import Session

ERASED = "erased"


class PersonalTraces:
    """Each answers how many documents it changed or removed."""

    async def mails_about(self, application: str, session: Session) -> int:
        done = await Mail.get_motor_collection().delete_many({"about": application}, session=session)
        return done.deleted_count

    async def mails_to(self, email: str, session: Session) -> int:
        done = await Mail.get_motor_collection().delete_many({"to": email}, session=session)
        return done.deleted_count

    async def uploads_for(self, application: str, session: Session) -> int:
        done = await Upload.get_motor_collection().delete_many({"application": application}, session=session)
        return done.deleted_count

    async def words_of_reviews(self, application: str, session: Session) -> int:
        """Scores stay, as numbers of nobody."""
        words = {"comment": "", "private_note": "", "conflict_note": ""}
        done = await ApplicationReview.get_motor_collection().update_many(
            {"application": application}, {"$set": words}, session=session
        )
        return done.modified_count

    async def audit_of(self, application: str, session: Session) -> int:
        """Who it was, and what identifies the contents, is taken out of the entries: what happened when stays. The only
        change that is ever made to the audit trail."""
        query = {"item": application, "by": {"$ne": ERASED}}
        applicants = await AuditEntry.get_motor_collection().distinct(
            "by", {**query, "action": {"$in": ["start_application", "submit_application"]}}, session=session
        )
        unset = {f"details.{name}": "" for name in ("hash", "note", "reason", "message")}
        done = await AuditEntry.get_motor_collection().update_many(query, {"$unset": unset}, session=session)
        await self.audit_by(applicants, session)
        return done.matched_count

    async def audit_by(self, applicants: list[str], session: Session) -> int:
        done = await AuditEntry.get_motor_collection().update_many(
            {"by": {"$in": applicants}}, {"$set": {"by": ERASED}}, session=session
        )
        return done.modified_count

    async def events_of(self, application: str, session: Session) -> int:
        done = await OutboxEvent.get_motor_collection().update_many(
            {"item": application}, {"$unset": {"payload.hash": ""}, "$set": {"payload.by": ERASED}}, session=session
        )
        return done.modified_count

    async def links_of(self, owner: str, session: Session) -> int:
        done = await OneTimeToken.get_motor_collection().delete_many({"account": owner}, session=session)
        return done.deleted_count
