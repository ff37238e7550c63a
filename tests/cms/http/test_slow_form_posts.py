"""Files that come with a posted page while somebody else's trickle."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import httpx
import pytest

from cms.http import receiving
from tests.cms.files import samples
from tests.cms.http.call_visits import BOUNDARY, applicant, begun, come_in, form_token, visitor
from tests.journeys.calls_site import CallsSite
from tests.trickling import trickling

__all__ = ["applicant", "visitor"]


@pytest.fixture
async def other(calls_site: CallsSite) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=calls_site.url, timeout=30) as client:
        yield await come_in(calls_site, client, "petr@klastr.example")


async def post_letter(client: httpx.AsyncClient, draft: str) -> httpx.Response:
    step = f"{draft}steps/partners"
    fields = {"token": await form_token(client, step), "revision": "1", "do": "upload:support_letter"}
    files = {"file.support_letter": ("letter.pdf", samples.pdf(), "application/pdf")}
    return await client.post(step, data=fields, files=files)


async def test_forms_with_files_that_trickle_fill_the_share_of_their_sender_only(
    calls_site: CallsSite, applicant: httpx.AsyncClient, other: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "TURN_SECONDS", 0.05)
    draft, others_draft = await begun(applicant), await begun(other)
    cookie = "; ".join(f"{one.name}={one.value}" for one in applicant.cookies.jar)
    headers = f"Cookie: {cookie}\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
    address = f"{urlsplit(calls_site.url).path}{draft}steps/partners"
    async with AsyncExitStack() as slow:
        for _time in range(receiving.SENDERS["person"]):
            begin = trickling(calls_site.origin, address, 1_000_000, method="POST", headers=headers)
            await slow.enter_async_context(begin)

        refused = await post_letter(applicant, draft)
        taken = await post_letter(other, others_draft)

    assert refused.status_code == 429 and "Many files are coming in" in refused.text and refused.headers["retry-after"]
    assert taken.status_code == 303
    assert "letter.pdf" in (await other.get(f"{others_draft}steps/partners")).text
