"""What actions work with: the repository, the object store, the clock, the vault, and where browsers find the CMS."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from cms.kernel.errors import Conflict, Invalid, Problem
from cms.kernel.running_checks import RunningChecks
from cms.kernel.settings import Settings, load_settings
from cms.kernel.vault import Vault
from storage.errors import AlreadyExists, StaleVersion
from storage.mongo import Session
from storage.object_store import ObjectStore
from storage.repository import Repository

T = TypeVar("T")


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """`base_url`: how browsers reach the CMS, without a slash at the end, for links in mails. `checks`: of uploaded
    bytes, those that are under way in this process. `submissions`: one at a time here, as all take
    the next number of one counter: in the database they would make each other begin again. `applicants`: their other
    steps, also one at a time: however many come at a cut-off, answers for visitors are made between them."""

    repository: Repository
    store: ObjectStore
    clock: Callable[[], datetime] = utc_now
    vault: Vault = field(default=Vault(""), repr=False)
    base_url: str = ""
    settings: Settings = field(default_factory=load_settings, repr=False)
    checks: RunningChecks = field(default_factory=RunningChecks, repr=False, compare=False)
    submissions: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, compare=False)
    applicants: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, compare=False)

    def by_token(self, name: str) -> "Services":
        """The same for whoever works by a token: the audit trail tells its name, beside the owner's."""
        return replace(self, repository=self.repository.with_details(token=name))

    async def transact(self, work: Callable[[Session], Coroutine[Any, Any, T]]) -> T:
        """Runs one action's work in one transaction; storage's refusals become the domain's.

        Raises Conflict when somebody else wrote first, Invalid when an address or a key is taken.
        """
        outbox = self.repository.outbox
        before = outbox.written
        try:
            result = await self.repository.mongo.transact(work)
        except StaleVersion as error:
            raise Conflict("This item was changed meanwhile; load it again and repeat your change.") from error
        except AlreadyExists as error:
            problem = Problem("slugs", "TAKEN", f"Another item has this already ({error.key}); choose another.")
            raise Invalid([problem]) from error
        if outbox.written > before:
            outbox.news.set()
        return result
