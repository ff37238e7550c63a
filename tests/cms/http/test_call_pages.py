"""The pages of the application form over plain HTTP: who may frame, post and read them, and what is too much."""

import re

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.applications.calls import call_by_slug
from cms.applications.pages.texts import messages
from cms.items.actions import publish_item, update_item
from tests.cms.http.call_visits import BOUNDARY, applicant, assert_nothing_is_there, begun, form_token, visitor
from tests.journeys.calls_site import CallsSite

__all__ = ["applicant", "visitor"]


async def test_the_call_may_be_framed_by_the_site_and_what_is_somebodys_own_by_nobody(
    applicant: httpx.AsyncClient,
) -> None:
    call = (await applicant.get("")).headers["content-security-policy"]
    own = (await applicant.get("applications")).headers

    assert "frame-ancestors 'self' http://localhost:9 https://eccp.example.org" in call
    assert "frame-ancestors 'none'" in own["content-security-policy"]
    assert "script-src 'self';" in own["content-security-policy"]
    assert own["cache-control"] == "private, no-store"


async def test_the_cookie_is_for_the_form_alone_and_out_of_reach_of_scripts(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    await applicant.get("")
    cookie = next(one for one in applicant.cookies.jar if one.name == "cms_applicant")

    assert cookie.path == "/calls"
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"


async def test_a_post_from_another_site_or_with_a_token_of_another_session_changes_nothing(
    applicant: httpx.AsyncClient,
) -> None:
    own = await form_token(applicant, "applications")
    foreign = {"origin": "https://evil.example"}

    assert (await applicant.post("applications", data={"token": own}, headers=foreign)).status_code == 403
    async with httpx.AsyncClient(base_url=applicant.base_url) as stranger:
        theirs = await form_token(stranger, "")
    assert (await applicant.post("applications", data={"token": theirs})).status_code == 403
    assert (await applicant.post("applications", data={"token": ""})).status_code == 403
    assert "You have not begun an application yet." in (await applicant.get("applications")).text


async def test_what_is_pasted_into_a_form_cannot_become_markup(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)
    token = await form_token(applicant, f"{draft}steps/applicant")
    evil = '"><script>alert(1)</script>'
    fields = {"token": token, "revision": "1", "asked": "organisation:0", "a.organisation": evil, "do": "later"}

    assert (await applicant.post(f"{draft}steps/applicant", data=fields)).status_code == 303

    for below in ("applications", f"{draft}steps/applicant", f"{draft}review"):
        page = (await applicant.get(below)).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


async def test_a_form_that_is_too_large_or_broken_is_refused_in_words(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)
    step = f"{draft}steps/partners"
    kind = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}

    large = await applicant.post(step, data={"a.regional_authority": "x" * 2_100_000})
    broken = await applicant.post(step, content=b"--" + BOUNDARY.encode() + b"\r\nnonsense", headers=kind)
    many = await applicant.post(step, data={f"a.x{number}": "" for number in range(2100)})
    other = await applicant.post(step, content=b"{}", headers={"content-type": "application/json"})

    assert (large.status_code, broken.status_code, many.status_code, other.status_code) == (413, 400, 400, 415)
    assert "That was too much at once" in large.text


async def test_what_is_sent_after_the_session_ended_is_given_back_and_not_said_to_be_kept(
    applicant: httpx.AsyncClient,
) -> None:
    draft = await begun(applicant)
    async with httpx.AsyncClient(base_url=applicant.base_url) as signed_out:
        answer = await signed_out.post(
            f"{draft}steps/region",
            data={"a.cluster_landscape": "Three <b>clusters</b>", "a.unknown": "x", "do": "back"},
        )
        scripted = await signed_out.post(
            f"{draft}steps/region", headers={"accept": "application/json"}, data={"a": "b"}
        )

    assert answer.status_code == scripted.status_code == 401
    assert "What you wrote was not saved" in answer.text
    assert "\nThree &lt;b&gt;clusters&lt;/b&gt;</textarea>" in answer.text
    assert answer.text.count("<textarea") == 1


@pytest.mark.parametrize("number", ["²", "٣", "-1", "9" * 40, "1e3", " "])
async def test_a_number_that_no_form_of_ours_sends_does_no_harm(applicant: httpx.AsyncClient, number: str) -> None:
    draft = await begun(applicant)
    token = await form_token(applicant, f"{draft}steps/partners")
    sent = {"token": token, "revision": number, "asked": "partners", "do": f"remove:partners:{number}"}

    step = await applicant.post(f"{draft}steps/partners", data=sent)
    submitted = await applicant.post(f"{draft}submit", data={"token": token, "revision": number})

    assert step.status_code in (200, 303, 409, 422) and submitted.status_code in (409, 422)


async def test_an_upload_that_breaks_off_leaves_nothing(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)
    token = await form_token(applicant, f"{draft}steps/partners")
    head = (
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="token"\r\n\r\n{token}\r\n'
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="file.support_letter"; filename="a.pdf"\r\n\r\n%PDF-1.7'
    )
    kind = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}

    answer = await applicant.post(f"{draft}steps/partners", content=head.encode(), headers=kind)

    assert answer.status_code == 400
    assert "a.pdf" not in (await applicant.get(f"{draft}steps/partners")).text


async def test_pages_of_another_call_site_or_language_are_not_found(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    for path in ("/calls/eccp/en/other/", "/calls/other/en/hosts-2024-2025/", "/calls/eccp/fr/hosts-2024-2025/"):
        await assert_nothing_is_there(visitor, f"{calls_site.origin}{path}")


async def test_a_page_that_is_not_there_leads_to_the_call_in_another_language_and_to_what_is_open(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    mistyped = (await visitor.get(f"{calls_site.origin}/calls/eccp/cs/hosts-2024/")).text
    untranslated = (await visitor.get(f"{calls_site.origin}/calls/eccp/fr/hosts-2024-2025/")).text
    calls_site.clock.set("2024-12-01T12:00:00+00:00")
    closed = (await visitor.get(f"{calls_site.origin}/calls/eccp/cs/hosts-2024/")).text

    assert 'href="/calls/eccp/cs/hosts-2024-2025/"' in mistyped and "Evropská klastrová platforma" in mistyped
    assert all(f'href="/calls/eccp/{locale}/hosts-2024-2025/"' in untranslated for locale in ("en", "cs", "bg"))
    assert "(Čeština)" in untranslated
    assert "hosts-2024-2025" not in closed and "Evropská klastrová platforma" in closed


async def test_links_below_a_former_address_lead_to_the_present_one(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    draft = await begun(applicant)
    services = calls_site.services
    call = (await call_by_slug(services, "eccp", "en", "hosts-2024-2025"))["_id"]
    slugs = dict.fromkeys(("cs", "bg"), "hosts-2024-2025")
    item = await services.repository.items.get(call)
    assert item
    await update_item(services, SYSTEM, call, item.version, {}, slugs={**slugs, "en": "hosts-2024"})
    await publish_item(services, SYSTEM, call, ["en"])

    moved = await applicant.get(f"{draft}steps/applicant?again=1")

    assert moved.status_code == 308
    assert moved.headers["location"] == f"/calls/eccp/en/hosts-2024/{draft}steps/applicant?again=1"
    assert (await applicant.get(f"{calls_site.origin}{moved.headers['location']}")).status_code == 200
    czech = await applicant.get(calls_site.in_locale("cs"))
    assert czech.status_code == 200


async def test_the_state_of_the_call_follows_the_clock(calls_site: CallsSite, visitor: httpx.AsyncClient) -> None:
    calls_site.clock.set("2023-01-01T00:00:00+00:00")
    assert "Applications can be sent from 6 November 2023, 09:00\u00a0CET." in (await visitor.get("")).text

    calls_site.clock.set("2024-09-30T15:59:59+00:00")
    assert "Send me the link" in (await visitor.get("")).text

    calls_site.clock.set("2024-09-30T16:00:00+00:00")
    closed = (await visitor.get("")).text
    assert "This call is closed" in closed
    assert "Have you applied already?" in closed


async def test_every_text_is_there_in_every_language() -> None:
    english = messages("en")

    for spoken in ("cs", "bg"):
        other = messages(spoken)
        assert other.keys() == english.keys()
        for key, text in english.items():
            assert isinstance(other[key], dict) == isinstance(text, dict), key
            assert _holes(other[key]) == _holes(text), key


def _holes(text: object) -> set[str]:
    texts = text.values() if isinstance(text, dict) else [text]
    return {hole for one in texts for hole in re.findall(r"\{(\w+)\}", str(one))}
