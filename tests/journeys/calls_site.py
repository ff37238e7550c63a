"""A call for hosts on a server of the test's own: the demo's call and form, time that is moved, real mails."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from typing import Any

import pytest

from cms.app import build_app
from cms.demo.data import read, read_folder
from cms.demo.loading.loading import rich
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.worker import Worker
from tests.cms.http.served import served
from tests.kept import lay_down
from tests.mail_server import MailServer, serving
from tests.services import Clock, Publish

LOCALES = ("en", "cs", "bg")
CUTOFFS = ("2024-05-31T18:00", "2024-09-30T18:00")
PLAIN = (
    "title",
    "target_period",
    "opens",
    "eligible",
    "host_provides",
    "platform_provides",
    "criteria",
    "contact_email",
)


@dataclass(frozen=True, slots=True)
class CallsSite:
    """`url`: the call's page in English, with a slash at the end; it is 2 April 2024 there until `clock` is moved."""

    origin: str
    services: Services
    clock: Clock
    mails: MailServer

    @property
    def url(self) -> str:
        return self.in_locale("en")

    def in_locale(self, locale: str) -> str:
        return f"{self.origin}/calls/eccp/{locale}/hosts-2024-2025/"

    async def allow(self, origin: str) -> None:
        """Lets pages of this origin frame the call."""
        found = await self.services.repository.published.site("eccp", fields=None)
        assert found is not None
        await self.services.repository.published.set_each({found["_id"]: {"data.allowed_origins": [origin]}}, None)

    async def mail_to(self, address: str, *, nth: int = 1, seconds: float = 30) -> str:
        """The text of the nth mail to somebody, waited for."""
        async with asyncio.timeout(seconds):
            while len(found := self._mails_to(address)) < nth:
                await asyncio.sleep(0.02)
        body = found[nth - 1].get_body(("plain",))
        assert body is not None
        return body.get_content()

    def _mails_to(self, address: str) -> list[EmailMessage]:
        """Each once: a worker that the clock has overtaken sends its mail again."""
        found = {one["Message-ID"]: one for one in self.mails.received if address in str(one["To"])}
        return [*found.values()]

    async def link_to(self, address: str, *, nth: int = 1) -> str:
        link = re.search(r"http://\S+\?token=\S+", await self.mail_to(address, nth=nth))
        assert link is not None
        return link[0]


@pytest.fixture
async def calls_site(services: Services, clock: Clock, publish: Publish) -> AsyncIterator[CallsSite]:
    await lay_down(services.repository.mongo, ("calls site", clock()), lambda: _content(publish))
    settings = load_settings()
    async with serving() as mails:
        services = replace(services, settings=load_settings(smtp_url=mails.url()))
        holder: list[Services] = []
        async with served(_late(holder, settings)) as origin:
            holder.append(replace(services, base_url=origin))
            stop = asyncio.Event()
            working = asyncio.create_task(Worker(holder[0]).run(stop))
            yield CallsSite(origin, holder[0], clock, mails)
            stop.set()
            await working


def _late(holder: list[Services], settings: Any) -> Any:
    """The app is made once its address is known, which stands in mails."""
    made: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if not made:
            made.append(build_app(settings, holder[0], secret_key="s" * 32))
        await made[0](scope, receive, send)

    return app


async def _content(publish: Publish) -> None:
    names = {"en": "European Cluster Platform", "cs": "Evropská klastrová platforma", "bg": "Европейска платформа"}
    site = {"key": "eccp", "name": names, "locales": list(LOCALES), "default_locale": "en", "fallback_order": ["en"]}
    framing = {"allowed_origins": ["http://localhost:9"], "domains": ["eccp.example.org"]}
    await publish("Site", {**site, **framing, "time_zone": "Europe/Brussels"}, LOCALES)
    for vocabulary in read_folder("texts/vocabularies").values():
        terms = [{name: term[name] for name in ("slug", "label")} for term in vocabulary["terms"]]
        await publish("Vocabulary", {**{name: vocabulary[name] for name in ("key", "title")}, "terms": terms}, LOCALES)
    steps = [step for name, step in read_folder("texts/form").items() if name.startswith("step-")]
    form = await publish("ApplicationForm", {"title": read("texts/form/form.json")["title"], "steps": steps}, LOCALES)
    series = await publish(
        "Series",
        {"title": dict.fromkeys(LOCALES, "Clusters meet Regions")},
        LOCALES,
        slugs=dict.fromkeys(LOCALES, "cmr"),
    )
    call = read("texts/calls/hosts-2024-2025.json")
    data = {
        **{name: call[name] for name in PLAIN},
        "body": rich(call["body"]),
        "series": series.id,
        "hosts_sought": 16,
        "cutoffs": [{"at": at} for at in CUTOFFS],
        "time_zone": "Europe/Brussels",
        "form": form.id,
    }
    await publish("CallForHosts", data, LOCALES, slugs=dict.fromkeys(LOCALES, "hosts-2024-2025"))
