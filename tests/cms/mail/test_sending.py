"""Mails over a real mail server: what arrives, and what becomes of those that it does not take."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from socket import socket
from typing import Any

import pytest

from cms.accounts.invitations import send_reset
from cms.kernel.services import Services
from cms.kernel.settings import Settings, load_settings
from cms.mail.mail_templates import LOCALES
from cms.mail.mail_values import HIDDEN, shown_values
from cms.mail.message import Sender, mail_message
from cms.mail.queue_mail import queue_mail
from cms.reactions.send_mail import WAITS, send_mail
from cms.worker import Worker
from storage.documents import Account, Mail, OutboxEvent
from tests.mail_server import PASSWORD, MailServer, make_certificate, serving
from tests.services import Clock, Publish

REVIEW = {
    "name": "Jiří Nováček",
    "person": "Rita",
    "title": "Příliš žluťoučký kůň",
    "languages": "cs",
    "site": "nca",
    "link": "/admin/content/NewsItem/65f0",
}


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with serving() as running:
        yield running


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Trusted by this process for the time of the test."""
    file = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


def sending(services: Services, url: str, **given: Any) -> Services:
    settings = load_settings(smtp_url=url, smtp_timeout_seconds=given.pop("seconds", 20), **given)
    return replace(services, settings=settings)


async def queued(services: Services, **changes: Any) -> Mail:
    given = {"to": "jiri@example.org", "template": "review_requested", "locale": "cs", "values": REVIEW, **changes}
    return await services.transact(lambda session: queue_mail(services, session, **given))


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def stored(mail: Mail) -> Mail:
    found = await Mail.get(mail.id)
    assert found
    return found


def text_of(message: Any, kind: str = "plain") -> str:
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_mail_arrives_in_the_language_of_who_gets_it(
    services: Services, server: MailServer, locale: str
) -> None:
    sent = await queued(services, locale=locale)

    await work(sending(services, server.url(), mail_sender="cms@clusters.example"))

    [message], [envelope] = server.received, server.envelopes
    subject = {"en": "For review: ", "cs": "Ke kontrole: ", "bg": "За преглед: "}[locale] + REVIEW["title"]
    assert message["Subject"] == subject
    assert message["From"] == "Cluster CMS <cms@clusters.example>"
    assert message["To"].addresses[0].display_name == REVIEW["name"]
    assert (envelope.mail_from, envelope.rcpt_tos) == ("cms@clusters.example", ["jiri@example.org"])
    assert "http://cms.test/admin/content/NewsItem/65f0" in text_of(message).splitlines()
    page = text_of(message, "html")
    assert '<a href="http://cms.test/admin/content/NewsItem/65f0">' in page
    assert f'lang="{locale}"' in page
    assert (await stored(sent)).state == "sent"


async def test_a_mail_of_a_site_comes_from_its_address(
    services: Services, server: MailServer, publish: Publish
) -> None:
    data = {"key": "nca", "name": {"cs": "Národní klastrová asociace"}, "locales": ["cs"], "default_locale": "cs"}
    sender = {"sender_address": "info@nca.example", "time_zone": "Europe/Prague"}
    await publish("Site", {**data, **sender}, ["cs"], site="nca")
    await queued(services, site="nca")

    await work(sending(services, server.url()))

    assert str(server.received[-1]["From"].addresses[0].display_name) == "Národní klastrová asociace"
    assert server.envelopes[-1].mail_from == "info@nca.example"


async def test_text_in_values_cannot_add_headers_recipients_or_markup(services: Services, server: MailServer) -> None:
    evil = "Fine\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>"
    await queued(services, values={**REVIEW, "title": evil, "name": evil, "person": '<a href="http://evil.example">'})

    await work(sending(services, server.url()))

    [message], [envelope] = server.received, server.envelopes
    assert message["Bcc"] is None
    assert envelope.rcpt_tos == ["jiri@example.org"]
    assert "\n" not in message["Subject"] and "\n" not in message["To"]
    page = text_of(message, "html")
    assert "<script" not in page and page.count("<a ") == 1


@pytest.mark.parametrize("to", ["jiri@example.org\r\nRCPT TO:<all@example.org>", "a@b.org, c@d.org", "<a@b.org>"])
async def test_an_address_that_is_none_fails_at_once(services: Services, server: MailServer, to: str) -> None:
    sent = await queued(services, to=to)

    await work(sending(services, server.url()))

    assert (await stored(sent)).state == "failed"
    assert server.received == []


async def test_an_answer_of_try_again_is_tried_again(services: Services, server: MailServer, clock: Clock) -> None:
    server.answers = ["450 Mailbox busy, try again", "250 Message accepted"]
    sent, post = await queued(services), sending(services, server.url())

    await work(post)
    waiting = await stored(sent)
    clock.now += WAITS[0]
    await work(post)

    assert (waiting.state, waiting.tries, waiting.error) == ("waiting", 1, "450 Mailbox busy, try again")
    assert (await stored(sent)).state == "sent"
    assert len({message["Message-ID"] for message in server.received}) == 1


async def test_a_mail_that_is_never_taken_has_failed_after_a_day(
    services: Services, server: MailServer, clock: Clock
) -> None:
    server.answers = ["451 Try later"]
    sent, post = await queued(services), sending(services, server.url())

    tries = 0
    while (await stored(sent)).state == "waiting":
        await work(post)
        tries += 1
        clock.now = (await stored(sent)).next_at or clock.now

    assert tries == len(server.received) == len(WAITS) + 1
    assert timedelta(hours=12) < sum(WAITS, timedelta()) < timedelta(days=2)
    assert ((await stored(sent)).state, (await stored(sent)).error) == ("failed", "451 Try later")
    assert [event.state async for event in OutboxEvent.find_all()] == ["done"]


@pytest.mark.parametrize("at", ["recipient", "data"])
async def test_a_refusal_for_good_fails_at_once(services: Services, server: MailServer, at: str) -> None:
    refusal = "550 No such person here"
    server.answers, server.recipient_answer = [refusal], refusal if at == "recipient" else None
    sent = await queued(services)

    await work(sending(services, server.url()))

    assert ((await stored(sent)).state, (await stored(sent)).error) == ("failed", refusal)


async def test_a_server_that_is_away_is_waited_for(services: Services) -> None:
    with closing(socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"smtp://127.0.0.1:{taken.getsockname()[1]}"
        sent = await queued(services)

        await work(sending(services, url))

    assert (await stored(sent)).state == "waiting"
    assert "cannot be reached" in str((await stored(sent)).error)


async def test_a_server_that_says_nothing_is_given_up(services: Services, server: MailServer) -> None:
    server.answers = ["hang"]
    sent = await queued(services)

    async with asyncio.timeout(15):
        await work(sending(services, server.url(), seconds=0.2))

    assert (await stored(sent)).state == "waiting"
    assert "too long" in str((await stored(sent)).error)


async def test_starttls_is_used_where_it_is_offered_and_the_password_goes_through_it(
    services: Services, certificate: Path
) -> None:
    async with serving(certificate, require_starttls=True, auth_required=True) as server:
        sent = await queued(services)
        await work(sending(services, server.url(user="cms%40example.org:p%40ss%2Fword@")))

    assert (await stored(sent)).state == "sent", (await stored(sent)).error
    assert (server.was_private, server.signed_in) == ([True], [True])


async def test_smtps_is_private_from_the_first_byte(services: Services, certificate: Path) -> None:
    async with serving(certificate, at_once=True, auth_require_tls=False) as server:
        sent = await queued(services)
        await work(sending(services, server.url("smtps", user="cms%40example.org:p%40ss%2Fword@")))

    assert (await stored(sent)).state == "sent", (await stored(sent)).error
    assert server.signed_in == [True]


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(services: Services, tmp_path: Path) -> None:
    async with serving(make_certificate(tmp_path)) as server:
        sent = await queued(services)
        await work(sending(services, server.url()))

    assert server.received == []
    assert (await stored(sent)).state == "waiting"


async def test_a_wrong_password_is_told_without_showing_it(services: Services, certificate: Path) -> None:
    async with serving(certificate, require_starttls=True, auth_required=True) as server:
        sent = await queued(services)
        await work(sending(services, server.url(user="cms%40example.org:wrong-secret@")))

    found = await stored(sent)
    assert found.state == "waiting"
    assert str(found.error).startswith("535")
    assert "wrong-secret" not in str(found.error) and PASSWORD not in str(found.error)


async def test_a_password_does_not_leave_this_machine_in_the_clear(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.mail.smtp._is_this_machine", lambda host: False)
    async with serving(auth_require_tls=False) as server:
        sent = await queued(services)
        await work(sending(services, server.url(user="cms%40example.org:p%40ss%2Fword@")))

    assert server.received == []
    assert "no STARTTLS" in str((await stored(sent)).error)


async def test_a_mail_that_was_sent_before_the_worker_died_is_recognisable(
    services: Services, server: MailServer
) -> None:
    sent, post = await queued(services), sending(services, server.url())
    event = await OutboxEvent.find_one({"payload.mail": sent.id})
    assert event

    await send_mail(post, event)
    await Mail.get_motor_collection().update_one({"_id": sent.id}, {"$set": {"state": "waiting"}})
    await send_mail(post, event)

    assert len(server.received) == 2
    assert len({(message["Message-ID"], message["Date"]) for message in server.received}) == 1
    assert sent.id in server.received[0]["Message-ID"]


async def test_a_mail_is_sent_once_however_often_its_event_comes(services: Services, server: MailServer) -> None:
    sent, post = await queued(services), sending(services, server.url())
    event = await OutboxEvent.find_one({"payload.mail": sent.id})
    assert event

    await send_mail(post, event)
    await send_mail(post, event)

    assert len(server.received) == 1


async def test_asked_for_twice_for_the_same_reason_it_is_queued_once(services: Services) -> None:
    first = await queued(services, once="event 1")
    second = await queued(services, once="event 1")
    other = await queued(services, once="event 1", to="eva@example.org")

    assert first.id == second.id != other.id
    assert await Mail.find_all().count() == await OutboxEvent.find_all().count() == 2


async def test_without_a_mail_server_mails_are_kept(services: Services) -> None:
    kept = await queued(services)

    await work(services)

    assert (await stored(kept)).state == "kept"


async def test_a_secret_goes_into_the_mail_and_out_of_the_database(services: Services, server: MailServer) -> None:
    anna = await Account(email="anna@example.org", name="Anna", password_hash="x").insert()
    await services.transact(lambda session: send_reset(services, session, anna))

    await work(sending(services, server.url()))

    [mail] = await Mail.find_all().to_list()
    [link] = [line for line in text_of(server.received[0]).splitlines() if "token=" in line]
    assert link.startswith("http://cms.test/admin/set-password?token=")
    assert (mail.state, mail.sealed) == ("sent", {})
    assert "token" not in mail.model_dump_json()
    assert shown_values(services, mail)["link"] == HIDDEN


async def test_a_secret_that_cannot_be_opened_any_more_fails(services: Services, server: MailServer) -> None:
    anna = await Account(email="anna@example.org", name="Anna", password_hash="x").insert()
    await services.transact(lambda session: send_reset(services, session, anna))
    [mail] = await Mail.find_all().to_list()
    await Mail.get_motor_collection().update_one({"_id": mail.id}, {"$set": {"sealed.link": "changed"}})

    await work(sending(services, server.url()))

    assert server.received == []
    assert ((await stored(mail)).state, "CMS_SECRET_KEY" in str((await stored(mail)).error)) == ("failed", True)


async def test_values_other_than_the_template_declares_are_a_fault(services: Services) -> None:
    for wrong in ({"name": "Anna"}, {**REVIEW, "more": "x"}):
        with pytest.raises(ValueError, match="review_requested"):
            await queued(services, values=wrong)

    assert await Mail.find_all().count() == 0


def test_a_long_subject_is_cut() -> None:
    mail = Mail.model_construct(
        id="6" * 24, to="a@b.org", template="review_requested", locale="en", queued_at=Clock().now
    )

    message = mail_message(mail, {**REVIEW, "title": "long " * 500}, Sender("cms@example.org", "Cluster CMS"))

    assert len(message["Subject"]) == 200


@pytest.mark.parametrize("wrong", ["info", "a@b\r\nBcc: c@d.org", "Café <a@b.org>"])
def test_a_sender_must_be_a_plain_address(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"cms@example\.org"):
        Settings(mail_sender=wrong)
