"""Lists of people by name: accounts are few, so that each page looks at all their names instead of at stored keys."""

from dataclasses import dataclass
from typing import Any

from cms.content.rules.collation import order_key
from cms.content.rules.folding import folded_words
from cms.kernel.listing import Listing
from storage.conditions import any_of
from storage.keyset import Order

MAX_NAMES = 10_000
BY_ID = Order("_id", descending=False)
READ = ("_id", "name", "email")


@dataclass(frozen=True, slots=True)
class Names(Listing):
    """By name in the order of `language`. `search`: beginnings of words of the name, or of the address `by_address`."""

    search: str = ""
    by_address: bool = True
    language: str = "en"

    async def page(self, limit: int, after: tuple[Any, str] | None = None) -> list[dict[str, Any]]:
        known = await self._found()
        beyond = [one for one in known if after is None or self.key(one) > tuple(after)]
        ids = [one["_id"] for one in sorted(beyond, key=self.key)[:limit]]
        whole = await self.documents.page(any_of("_id", ids), BY_ID, len(ids), without=self.without) if ids else []
        return sorted(whole, key=self.key)

    async def count(self, at_most: int) -> int:
        return min(len(await self._found()), at_most)

    def key(self, document: dict[str, Any]) -> tuple[Any, str]:
        return order_key(document["name"], self.language), document["_id"]

    async def _found(self) -> list[dict[str, Any]]:
        known = await self.documents.page(self.condition, BY_ID, MAX_NAMES, only=READ)
        return [one for one in known if self._is_found(one)]

    def _is_found(self, account: dict[str, Any]) -> bool:
        words = folded_words(account["name"])
        return all(self._begins(one, words, account["email"]) for one in self.search.split())

    def _begins(self, typed: str, words: list[str], email: str) -> bool:
        """Signs alone are looked for as they are."""
        wanted = folded_words(typed)
        in_name = all(any(word.startswith(one) for word in words) for one in wanted) and bool(wanted)
        return in_name or (self.by_address and email.startswith(typed.casefold()))
