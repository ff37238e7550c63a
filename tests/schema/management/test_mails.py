"""Mails through the management schema: who sees which, what is shown of them, and sending again."""

from dataclasses import replace
from typing import Any

import pytest

from cms.access.actor import Actor
from cms.accounts.invitations import send_reset
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.mail.mail_values import HIDDEN
from cms.mail.queue_mail import queue_mail
from cms.worker import Worker
from storage.documents import Account, Mail
from tests.mail_server import serving
from tests.schema.management.conftest import Ask
from tests.services import person

ADMIN = person("admin", everywhere=["administrator"])
MANAGER = person("manager", nca=["administrator"])
LIST = """query ($filter: MailFilterInput) { mails(filter: $filter) {
  totalCount nodes { id to template locale site item state queuedAt sentAt tries nextAt error subject text }
} }"""
AGAIN = "mutation ($input: SendMailAgainInput!) { sendMailAgain(input: $input) { mail { state } refusal { code } } }"


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def listed(ask: Ask, actor: Actor, **filter: Any) -> list[dict[str, Any]]:
    return (await ask(actor, LIST, filter=filter))["mails"]["nodes"]


@pytest.fixture
async def review(services: Services) -> Mail:
    names = ("name", "person", "title", "languages", "site", "link")
    values = {**dict.fromkeys(names, "Fine"), "languages": "cs", "link": "/admin/x"}
    given: dict[str, Any] = {"to": "eva@example.org", "template": "review_requested", "locale": "en", "site": "nca"}
    return await services.transact(lambda session: queue_mail(services, session, values=values, **given))


@pytest.fixture
async def reset(services: Services) -> Mail:
    anna = await Account(email="anna@example.org", name="Anna", password_hash="x").insert()
    await services.transact(lambda session: send_reset(services, session, anna))
    [mail] = await Mail.find({"template": "password_reset"}).to_list()
    return mail


async def test_a_mail_is_shown_as_it_is_read(services: Services, ask: Ask, review: Mail) -> None:
    await work(services)

    [mail] = await listed(ask, ADMIN)

    assert (mail["to"], mail["template"], mail["state"]) == ("eva@example.org", "review_requested", "KEPT")
    assert mail["subject"] == "For review: Fine"
    assert "http://cms.test/admin/x" in mail["text"].splitlines()


async def test_who_looks_after_a_site_sees_its_mails_alone(ask: Ask, review: Mail, reset: Mail) -> None:
    assert {mail["id"] for mail in await listed(ask, ADMIN)} == {review.id, reset.id}
    assert {mail["id"] for mail in await listed(ask, MANAGER)} == {review.id}


@pytest.mark.parametrize(
    "actor", [person("eva", everywhere=["editor"]), person("nobody"), person("other", eccp=["administrator"])]
)
async def test_others_see_none(ask: Ask, actor: Actor, review: Mail, reset: Mail) -> None:
    assert await listed(ask, actor) == []


async def test_mails_are_narrowed(ask: Ask, review: Mail, reset: Mail) -> None:
    assert [one["id"] for one in await listed(ask, ADMIN, template="password_reset")] == [reset.id]
    assert [one["id"] for one in await listed(ask, ADMIN, to="eva@example.org", state="WAITING")] == [review.id]
    assert await listed(ask, ADMIN, state="FAILED") == []


async def test_a_kept_link_is_shown_to_administrators_of_everything_alone(
    services: Services, ask: Ask, reset: Mail
) -> None:
    waiting = await listed(ask, ADMIN)
    await work(services)
    kept = await listed(ask, ADMIN)
    token = replace(ADMIN, only=frozenset({"read", "manage_worker"}))

    assert HIDDEN in waiting[0]["text"]
    assert "/admin/set-password?token=" in kept[0]["text"]
    assert HIDDEN in (await listed(ask, token))[0]["text"]


async def test_a_kept_mail_is_sent_once_there_is_a_mail_server(services: Services, ask: Ask, reset: Mail) -> None:
    await work(services)

    async with serving() as server:
        result = (await ask(ADMIN, AGAIN, input={"id": reset.id}))["sendMailAgain"]
        await work(replace(services, settings=load_settings(smtp_url=server.url())))
        again = (await ask(ADMIN, AGAIN, input={"id": reset.id}))["sendMailAgain"]

    assert result["mail"] == {"state": "WAITING"}
    assert len(server.received) == 1
    assert (await listed(ask, ADMIN))[0]["state"] == "SENT"
    assert again["refusal"] == {"code": "TRANSITION_NOT_ALLOWED"}


async def test_mails_of_no_site_and_of_others_are_not_found_to_send(
    services: Services, ask: Ask, reset: Mail, review: Mail
) -> None:
    await work(services)

    for id in (reset.id, "0" * 24, review.id):
        actor = person("other", eccp=["administrator"]) if id == review.id else MANAGER
        assert (await ask(actor, AGAIN, input={"id": id}))["sendMailAgain"]["refusal"] == {"code": "NOT_FOUND"}

    assert {mail.state async for mail in Mail.find_all()} == {"kept"}
