"""The pages of the application form over plain HTTP: who may frame, post and read them, and what is too much."""

import io
import json
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zipfile import ZipFile

import httpx
import pytest

from cms.access import SYSTEM
from cms.actions import publish_item, unpublish_item, update_item
from cms.applications.calls import call_by_slug
from cms.demo.loading.loading import rich
from cms.http.calls.texts import messages
from tests.desk import Publish
from tests.journeys.calls_site import CallsSite

BOUNDARY = "----form"


@pytest.fixture
async def visitor(calls_site: CallsSite) -> AsyncIterator[httpx.AsyncClient]:
    """Without a script; cookies are kept."""
    async with httpx.AsyncClient(base_url=calls_site.url, timeout=30) as client:
        yield client


@pytest.fixture
async def applicant(calls_site: CallsSite, visitor: httpx.AsyncClient) -> httpx.AsyncClient:
    """In a session, having come by the link from the mail."""
    return await come_in(calls_site, visitor, "jana@klastr.example")


async def come_in(calls_site: CallsSite, visitor: httpx.AsyncClient, email: str) -> httpx.AsyncClient:
    token = await form_token(visitor, "")
    calls_site.clock.now += timedelta(minutes=1)
    await visitor.post("start", data={"email": email, "token": token})
    opened = await visitor.get(await calls_site.link_to(email))
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', opened.text))
    answer = await visitor.post("open", data=fields)
    assert answer.status_code == 303
    return visitor


async def form_token(client: httpx.AsyncClient, below: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', (await client.get(below)).text)
    assert found is not None
    return found[1]


async def begun(applicant: httpx.AsyncClient) -> str:
    """Where a new application is, below the call, with a slash at the end."""
    token = await form_token(applicant, "applications")
    answer = await applicant.post("applications", data={"token": token})
    return "applications/" + answer.headers["location"].rpartition("/applications/")[2]


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


async def test_nothing_tells_whether_an_address_is_known_and_a_filled_trap_gets_no_mail(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    async with httpx.AsyncClient(base_url=calls_site.url) as other:
        token = await form_token(other, "")
        calls_site.clock.set("2024-04-02T12:05:00+00:00")
        known = await other.post("start", data={"email": "jana@klastr.example", "token": token})
        unknown = await other.post("start", data={"email": "nobody@klastr.example", "token": token})
        robot = await other.post("start", data={"email": "robot@klastr.example", "token": token, "website": "x"})

    answers = {(one.status_code, one.headers["location"], one.text) for one in (known, unknown, robot)}
    assert len(answers) == 1
    await calls_site.mail_to("nobody@klastr.example")
    assert not [one for one in calls_site.mails.received if "robot" in str(one["To"])]


async def test_without_a_proof_a_network_waits_after_a_few_links(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    token = await form_token(visitor, "")
    calls_site.clock.set("2024-04-02T12:01:00+00:00")
    asked = [
        await visitor.post("start", data={"email": f"a{number}@klastr.example", "token": token}) for number in range(8)
    ]

    assert asked[0].status_code == 303 and asked[-1].status_code == 429
    assert int(asked[-1].headers["retry-after"]) > 0
    assert "Try again in" in asked[-1].text


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


async def assert_nothing_is_there(visitor: httpx.AsyncClient, url: str) -> None:
    answer = await visitor.get(url)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


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
    desk = calls_site.desk
    call = (await call_by_slug(desk, "eccp", "en", "hosts-2024-2025"))["_id"]
    slugs = dict.fromkeys(("cs", "bg"), "hosts-2024-2025")
    item = await desk.repository.items.get(call)
    assert item
    await update_item(desk, SYSTEM, call, item.version, {}, slugs={**slugs, "en": "hosts-2024"})
    await publish_item(desk, SYSTEM, call, ["en"])

    moved = await applicant.get(f"{draft}steps/applicant?again=1")

    assert moved.status_code == 308
    assert moved.headers["location"] == f"/calls/eccp/en/hosts-2024/{draft}steps/applicant?again=1"
    assert (await applicant.get(f"{calls_site.origin}{moved.headers['location']}")).status_code == 200
    czech = await applicant.get(calls_site.in_locale("cs"))
    assert czech.status_code == 200


async def taken_off(calls_site: CallsSite) -> str:
    """The id of the call, which is not shown any more."""
    id = (await call_by_slug(calls_site.desk, "eccp", "en", "hosts-2024-2025"))["_id"]
    await unpublish_item(calls_site.desk, SYSTEM, id, ["en", "cs", "bg"])
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
    await publish_item(calls_site.desk, SYSTEM, id, ["en"])

    answer = await applicant.get(f"{calls_site.origin}/calls/eccp/en/{id}/applications")

    assert answer.status_code == 308
    assert answer.headers["location"] == "/calls/eccp/en/hosts-2024-2025/applications"


async def test_the_state_of_the_call_follows_the_clock(calls_site: CallsSite, visitor: httpx.AsyncClient) -> None:
    calls_site.clock.set("2023-01-01T00:00:00+00:00")
    assert "Applications can be sent from 6 November 2023, 09:00 CET." in (await visitor.get("")).text

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


async def test_an_application_that_was_given_back_says_so_and_until_when(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    draft = await begun(applicant)
    stored = await calls_site.desk.repository.applications.get(draft.split("/")[1])
    assert stored
    changes = {"return_deadline": datetime.fromisoformat("2024-06-14T16:00:00+00:00"), "returns": 1}
    await calls_site.desk.transact(
        lambda session: calls_site.desk.repository.applications.change(stored, changes, session)
    )

    page = (await applicant.get("applications")).text

    assert "Given back to be completed" in page
    assert "Complete it and send it again by 14 June 2024, 18:00 CEST" in page


async def test_a_draft_begins_with_the_address_that_was_verified(applicant: httpx.AsyncClient) -> None:
    draft = await begun(applicant)

    page = (await applicant.get(f"{draft}steps/contact")).text

    assert 'name="a.contact_email" value="jana@klastr.example"' in page
    assert "it must be opened once" not in page


async def test_addresses_go_out_as_mail_servers_take_them_or_are_refused_in_words(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    token = await form_token(visitor, "")
    calls_site.clock.set("2024-04-02T12:01:00+00:00")

    taken = await visitor.post("start", data={"email": "jana@münchen.example", "token": token})
    refused = await visitor.post("start", data={"email": "jürgen@klastr.example", "token": token})

    assert taken.status_code == 303
    await calls_site.link_to("jana@xn--mnchen-3ya.example")
    assert refused.status_code == 422 and "unaccented Latin letters" in refused.text


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


async def test_whoever_asks_for_too_many_links_is_told_instead_of_waiting_for_a_mail(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    answers = []
    for number in range(7):
        token = await form_token(visitor, "")
        calls_site.clock.set(f"2024-04-02T12:0{number + 1}:00+00:00")
        answers.append(await visitor.post("start", data={"email": "jana@klastr.example", "token": token}))

    sent = [one for one in answers if one.status_code == 303]
    told = [one for one in answers if one.status_code == 429]
    assert sent and told and len(sent) + len(told) == 7
    await calls_site.mail_to("jana@klastr.example", nth=len(sent))
    assert "There were too many attempts. Try again in" in told[-1].text
    mails = [one for one in calls_site.mails.received if "jana@klastr.example" in str(one["To"])]
    assert len({one["Message-ID"] for one in mails}) == len(sent)


async def test_the_address_is_shown_back_with_a_way_to_correct_it(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    token = await form_token(visitor, "")
    calls_site.clock.set("2024-04-02T12:01:00+00:00")
    await visitor.post("start", data={"email": "jana@mu\u0308nchen.example ", "token": token})

    page = (await visitor.get("sent")).text

    assert "on its way to jana@m" in page and "spam folder" in page
    assert 'href="/calls/eccp/en/hosts-2024-2025/#start">Correct the address' in page
    async with httpx.AsyncClient(base_url=calls_site.url) as other:
        assert "jana@" not in (await other.get("sent")).text


async def test_the_privacy_notice_is_a_page_that_is_linked_where_it_is_needed_and_kept_with_the_consent(
    calls_site: CallsSite, applicant: httpx.AsyncClient, publish: Publish
) -> None:
    desk = calls_site.desk
    blocks = {"en": [{"kind": "text", "body": rich({"en": "<p>We keep it for <b>two</b> years.</p>"})["en"]}]}
    notice = await publish("Page", {"title": {"en": "What we keep"}, "blocks": blocks}, slugs={"en": "privacy"})
    call = await call_by_slug(desk, "eccp", "en", "hosts-2024-2025")
    item = await desk.repository.items.get(call["_id"])
    assert item
    changed = await update_item(desk, SYSTEM, item.id, item.version, {"privacy_notice": notice.id})
    await publish_item(desk, SYSTEM, changed.id, ["en"])
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
    kept = await desk.repository.applications.get(draft.split("/")[1])
    assert kept and kept.consents["privacy"]["notice"] == {"page": notice.id, "locale": "en", "version": notice.version}


async def test_without_a_notice_nothing_leads_to_one(visitor: httpx.AsyncClient) -> None:
    assert "/privacy" not in (await visitor.get("")).text
    assert (await visitor.get("privacy")).status_code == 404
