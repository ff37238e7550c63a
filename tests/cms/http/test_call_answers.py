"""What applicants see of their application: its state, its questions, and the privacy notice beside the consent."""

import re
from datetime import datetime

import httpx

from cms.access.actor import SYSTEM
from cms.applications.calls import call_by_slug
from cms.demo.loading.loading import rich
from cms.items.actions import publish_item, update_item
from tests.cms.http.call_visits import applicant, begun, form_token, visitor
from tests.journeys.calls_site import CallsSite
from tests.services import Publish

__all__ = ["applicant", "visitor"]


async def test_an_application_that_was_given_back_says_so_and_until_when(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    draft = await begun(applicant)
    stored = await calls_site.services.repository.applications.get(draft.split("/")[1])
    assert stored
    changes = {"return_deadline": datetime.fromisoformat("2024-06-14T16:00:00+00:00"), "returns": 1}
    await calls_site.services.transact(
        lambda session: calls_site.services.repository.applications.change(stored, changes, session)
    )

    page = (await applicant.get("applications")).text

    assert "Given back to be completed" in page
    assert "Complete it and send it again by 14 June 2024, 18:00\u00a0CEST" in page


async def test_a_draft_begins_with_the_address_that_was_verified(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)

    page = (await applicant.get(f"{draft}steps/contact")).text

    assert 'name="a.contact_email" value="jana@klastr.example"' in page
    assert "it must be opened once" not in page


async def test_browsers_fill_in_name_address_and_telephone_of_whoever_answers_and_of_nobody_else(
    applicant: httpx.AsyncClient,
) -> None:
    draft = await begun(applicant)

    page = (await applicant.get(f"{draft}steps/contact")).text

    tokens = dict(re.findall(r'name="a\.(\w+)"[^>]*? autocomplete="([\w-]+)"', page))
    assert tokens == {"contact_name": "name", "contact_email": "email", "contact_phone": "tel"}


async def test_how_many_choices_may_be_made_is_said_beforehand(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)

    page = (await applicant.get(f"{draft}steps/event")).text

    assert "Choose 1" not in page and "Choose up to" in page


async def test_the_privacy_notice_is_a_page_that_is_linked_where_it_is_needed_and_kept_with_the_consent(
    calls_site: CallsSite, applicant: httpx.AsyncClient, publish: Publish
) -> None:
    services = calls_site.services
    blocks = {"en": [{"kind": "text", "body": rich({"en": "<p>We keep it for <b>two</b> years.</p>"})["en"]}]}
    notice = await publish("Page", {"title": {"en": "What we keep"}, "blocks": blocks}, slugs={"en": "privacy"})
    call = await call_by_slug(services, "eccp", "en", "hosts-2024-2025")
    item = await services.repository.items.get(call["_id"])
    assert item
    changed = await update_item(services, SYSTEM, item.id, item.version, {"privacy_notice": notice.id})
    await publish_item(services, SYSTEM, changed.id, ["en"])
    draft = await begun(applicant)
    token = await form_token(applicant, f"{draft}steps/consent")
    given = {"token": token, "revision": "1", "asked": "privacy:0", "a.privacy": "yes", "do": "later"}

    page = (await applicant.get("privacy")).text
    landing = (await applicant.get("")).text
    step = (await applicant.get(f"{draft}steps/consent")).text
    await applicant.post(f"{draft}steps/consent", data=given)

    assert "<h1>What we keep</h1>" in page and "for <strong>two</strong> years" in page
    url = "/calls/eccp/en/hosts-2024-2025/privacy"
    assert f'href="{url}"' in landing and f'href="{url}"' in step
    kept = await services.repository.applications.get(draft.split("/")[1])
    assert kept and kept.consents["privacy"]["notice"] == {"page": notice.id, "locale": "en", "version": notice.version}


async def test_without_a_notice_nothing_leads_to_one(visitor: httpx.AsyncClient) -> None:
    assert "/privacy" not in (await visitor.get("")).text
    assert (await visitor.get("privacy")).status_code == 404
