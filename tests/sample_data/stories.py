"""What the makers of sample data work with: services, the people of the demo, and items of the demo by their origin."""

from dataclasses import dataclass
from typing import Any, Self

from cms.access.actor import Actor
from cms.accounts.people import actor_of
from cms.accounts.sign_in.sessions import find_session
from cms.accounts.sign_in.visitor import Visitor
from cms.accounts.sign_in.with_password import sign_in
from cms.demo.accounts import demo_password
from cms.items.actions import create_item
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item

VISITOR = Visitor(network="127.0.0.1", user_agent="Sample data")


@dataclass(frozen=True, slots=True)
class Stories:
    services: Services
    secret_key: str
    admin: Actor
    editor: Actor

    @classmethod
    async def of(cls, services: Services, secret_key: str) -> Self:
        people = [await _actor(services, email) for email in ("admin@example.org", "editor@example.org")]
        return cls(services, secret_key, *people)

    async def actor(self, email: str) -> Actor:
        return await _actor(self.services, email)

    async def demo_item(self, origin: str) -> Item:
        [found] = await self.services.repository.items.with_origins(origin, at_most=1)
        return found

    async def session(self, email: str) -> tuple[Actor, str]:
        """Somebody who is signed in, and the id of the session."""
        actor = await self.actor(email)
        signed_in: Any = await sign_in(self.services, VISITOR, email, demo_password(self.secret_key, email))
        found = await find_session(self.services, signed_in.token)
        assert found
        return actor, found[0].id

    async def news(self, slug: str, *, locales: tuple[str, ...] = ("cs", "en"), site: str = "nca") -> Item:
        data = {
            "kind": "news",
            "title": dict.fromkeys(locales, f"Sample: {slug}"),
            "lead": dict.fromkeys(locales, "A sentence."),
            "published_at": "2026-11-01",
            "tags": ["sample"],
        }
        slugs = dict.fromkeys(locales, slug)
        return await create_item(self.services, self.editor, type="NewsItem", site=site, data=data, slugs=slugs)

    async def work_off(self, most: int = 2_000) -> None:
        """All that is due now."""
        worker = Worker(self.services)
        for _ in range(most):
            if not await worker.step():
                return


async def _actor(services: Services, email: str) -> Actor:
    account = await services.repository.accounts.by_email(email)
    assert account
    return actor_of(account)
