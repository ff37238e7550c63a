"""Accounts."""

from collections.abc import Sequence
from typing import Any

from storage.documents import Account
from storage.mongo import Session, outside, vendor_errors


class Accounts:
    """Accounts."""

    async def by_email(self, email: str) -> Account | None:
        """Nobody signs in as a service."""
        with vendor_errors():
            return await Account.find_one({"email": email.casefold(), "is_service": {"$ne": True}})

    async def get(self, id: str) -> Account | None:
        with vendor_errors():
            return await Account.get(id)

    async def read(self, id: str, session: Session) -> Account | None:
        return await Account.find_one({"_id": id}, session=session)

    async def read_by_email(self, email: str, session: Session) -> Account | None:
        return await Account.find_one({"email": email.casefold(), "is_service": {"$ne": True}}, session=session)

    async def is_another_administrator(self, id: str, session: Session) -> bool:
        """Whether anybody but `id` administers all sites and can sign in."""
        wanted = {"_id": {"$ne": id}, "roles.*": "administrator", "is_active": True, "is_service": {"$ne": True}}
        return await Account.find_one(wanted, session=session) is not None

    async def with_roles_on(self, item: str, at_most: int) -> list[Account]:
        """Those who have a role on this one item, by name. Raises Unavailable."""
        with vendor_errors():
            found = Account.find({f"item_roles.{item}": {"$exists": True}}, limit=at_most).sort("+name")
            return await found.to_list()

    async def forget_item(self, item: str, session: Session) -> None:
        """Nobody has a role on it any more."""
        path = f"item_roles.{item}"
        wanted = {path: {"$exists": True}}
        await Account.get_motor_collection().update_many(wanted, {"$unset": {path: ""}}, session=session)

    async def names(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: name} of those that exist."""
        with vendor_errors():
            cursor = Account.get_motor_collection().find({"_id": {"$in": list(ids)}}, {"name": 1})
            return {one["_id"]: one["name"] async for one in cursor}

    async def with_ids(self, ids: Sequence[str], session: Session) -> list[Account]:
        """Those that exist."""
        return await Account.find({"_id": {"$in": list(ids)}}, session=session).to_list()

    async def with_role_on(self, site: str, roles: Sequence[str], session: Session | None = None) -> list[Account]:
        """Open accounts of people who have one of the roles on the site or on all sites, by name; at most 500."""
        places = {"$or": [{f"roles.{place}": {"$in": list(roles)}} for place in (site, "*")]}
        query = {"is_active": True, "is_service": {"$ne": True}, **places}
        with outside(session):
            return await Account.find(query, sort="+name", limit=500, session=session).to_list()

    async def with_any_role(self, sites: Sequence[str] | None, item: str, at_most: int) -> list[Account]:
        """Open accounts of people with a role on one of the sites (None: on any), on all of them or on the item, at
        most so many, by name."""
        places = [f"roles.{site}" for site in ("*", *(sites or ()))] + [f"item_roles.{item}"]
        query: dict[str, Any] = {"is_active": {"$ne": False}, "is_service": {"$ne": True}}
        if sites is not None:
            query["$or"] = [{place: {"$exists": True}} for place in places]
        with vendor_errors():
            return await Account.find(query, sort="+name", limit=at_most).to_list()

    async def change(self, id: str, changes: dict[str, Any], session: Session) -> None:
        """Sets some of the paths of one account."""
        await Account.get_motor_collection().update_one({"_id": id}, {"$set": changes}, session=session)

    async def replace_hash(self, id: str, before: str, after: str, session: Session) -> None:
        """Unless the password was changed meanwhile."""
        wanted = {"_id": id, "password_hash": before}
        await Account.get_motor_collection().update_one(wanted, {"$set": {"password_hash": after}}, session=session)

    async def next_generation(self, id: str, session: Session) -> None:
        await Account.get_motor_collection().update_one({"_id": id}, {"$inc": {"generation": 1}}, session=session)

    async def insert(self, account: Account, session: Session) -> None:
        await account.insert(session=session)
