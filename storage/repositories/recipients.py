"""People to whom mails go."""

from collections.abc import Sequence

from storage.documents import Account
from storage.mongo import vendor_errors


class Recipients:
    """Accounts by what they may do; those that are closed, or want no notifications, are not among them."""

    async def with_roles(self, site: str, roles: Sequence[str], at_most: int, item: str | None = None) -> list[Account]:
        """At most so many with one of `roles` on the site or on every site, or on the one item, oldest first."""
        named = {"$in": list(roles)}
        places = [f"roles.{site}", "roles.*", *([f"item_roles.{item}"] if item else [])]
        return await self._wanting({"$or": [{place: named} for place in places]}, at_most)

    async def of_ids(self, ids: Sequence[str], at_most: int) -> list[Account]:
        """At most so many of these, oldest first."""
        return await self._wanting({"_id": {"$in": list(ids)}}, at_most)

    async def _wanting(self, query: dict, at_most: int) -> list[Account]:
        wanted = {"$and": [query, {"is_active": True, "notifications": {"$ne": False}}]}
        with vendor_errors():
            return await Account.find(wanted, limit=at_most, sort="_id").to_list()
