"""The way into an application: the link that is asked for on the page of a call, over plain HTTP."""

import httpx

from tests.cms.http.call_visits import applicant, begun, come_in, form_token, visitor
from tests.journeys.calls_site import CallsSite

__all__ = ["applicant", "visitor"]


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


async def test_the_mail_with_the_link_greets_by_name_once_one_was_given(
    calls_site: CallsSite, applicant: httpx.AsyncClient
) -> None:
    contact = f"{await begun(applicant)}steps/contact"
    answer = {"revision": "1", "asked": "contact_name:0", "a.contact_name": "Jana Nováková"}
    saved = await applicant.post(contact, data={"token": await form_token(applicant, contact), **answer})
    assert saved.status_code == 303
    async with httpx.AsyncClient(base_url=calls_site.url) as other:
        await come_in(calls_site, other, "jana@klastr.example")

    first = await calls_site.mail_to("jana@klastr.example")
    second = await calls_site.mail_to("Jana Nováková")

    assert first.splitlines()[0] == "Hello,"
    assert second.splitlines()[0] == "Hello Jana Nováková,"


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
