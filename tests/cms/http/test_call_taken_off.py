"""A call that its site does not show any more: gone for visitors, and still there for those who applied."""

import io
import json
import re
from zipfile import ZipFile

import httpx

from cms.access.actor import SYSTEM
from cms.applications.calls import call_by_slug
from cms.items.actions import publish_item, unpublish_item
from tests.cms.http.call_visits import applicant, assert_nothing_is_there, begun, form_token, visitor
from tests.journeys.calls_site import CallsSite

__all__ = ["applicant", "visitor"]


async def taken_off(calls_site: CallsSite) -> str:
    """The id of the call, which is not shown any more."""
    id = (await call_by_slug(calls_site.services, "eccp", "en", "hosts-2024-2025"))["_id"]
    await unpublish_item(calls_site.services, SYSTEM, id, ["en", "cs", "bg"])
    return id


async def test_a_call_that_nobody_applied_to_is_gone_once_it_is_taken_off(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    id = await taken_off(calls_site)

    for url in (calls_site.url, f"{calls_site.origin}/calls/eccp/en/{id}/"):
        await assert_nothing_is_there(visitor, url)


async def test_whoever_applied_keeps_everything_that_is_theirs_when_the_call_is_taken_off(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    draft = await begun(applicant)
    id = await taken_off(calls_site)

    gone = await applicant.get("")
    mine = await applicant.get("applications")
    assert gone.status_code == 410
    assert "This call is not shown any more" in gone.text and "Go to your applications" in gone.text
    assert "Call for hosts" not in gone.text and "Call for hosts" not in mine.text  # what is not public is not told
    assert f'href="/calls/eccp/en/hosts-2024-2025/{draft}"' in mine.text
    assert "Begin an" not in mine.text
    assert (await applicant.get(f"{draft}steps/applicant")).status_code == 200
    assert (await applicant.get(f"{calls_site.origin}/calls/eccp/en/{id}/{draft}review")).status_code == 200
    copy = ZipFile(io.BytesIO((await applicant.get("own-data/copy")).content))
    assert json.loads(copy.read("data.json"))["applications"]

    token = await form_token(applicant, "own-data")
    erased = await applicant.post("own-data/erase", data={"token": token, "sure": "yes"})
    assert erased.headers["location"].endswith("/erased")
    assert (await applicant.get("applications")).status_code in (401, 404)


async def test_somebody_who_applied_comes_in_by_mail_though_the_call_is_taken_off(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    draft = await begun(applicant)
    await taken_off(calls_site)
    async with httpx.AsyncClient(base_url=calls_site.url) as other:
        token = await form_token(other, "")
        calls_site.clock.set("2024-04-02T13:00:00+00:00")
        sent = await other.post("start", data={"email": "jana@klastr.example", "token": token})
        assert sent.status_code == 303
        opened = await other.get(await calls_site.link_to("jana@klastr.example", nth=2))
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', opened.text))
        assert (await other.post("open", data=fields)).status_code == 303

        assert draft in (await other.get("applications")).text
        new = await other.post("applications", data={"token": await form_token(other, "applications")})
        assert new.status_code == 404


async def test_a_call_that_is_shown_again_is_found_by_its_id(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    await begun(applicant)
    id = await taken_off(calls_site)
    await publish_item(calls_site.services, SYSTEM, id, ["en"])

    answer = await applicant.get(f"{calls_site.origin}/calls/eccp/en/{id}/applications")

    assert answer.status_code == 308
    assert answer.headers["location"] == "/calls/eccp/en/hosts-2024-2025/applications"
