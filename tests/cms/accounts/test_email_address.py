"""E-mail addresses that people type: one identity for both spellings of a domain, an error in words, never a fault."""

import json
from collections.abc import AsyncIterator
from email.message import EmailMessage

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cms.app import build_app
from cms.content.rules.email_address import MESSAGES, email_fault, email_key, read_email, shown_email
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.email_domains import EMAIL_DOMAINS
from storage.mongo import Mongo

TYPED = st.one_of(
    st.text(max_size=80),
    st.builds("{}@{}".format, st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=40)),
    st.builds("{}@{}.{}".format, st.text(max_size=70), st.text(max_size=70), st.text(max_size=10)),
)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("jana@münchen.example", "jana@xn--mnchen-3ya.example"),
        ("jana@xn--mnchen-3ya.example", "jana@xn--mnchen-3ya.example"),
        (" Jana@MÜNCHEN.example ", "jana@xn--mnchen-3ya.example"),
        ("jana@mu\u0308nchen.example", "jana@xn--mnchen-3ya.example"),
        ("maria@пример.бг", "maria@xn--e1afmkfd.xn--90ae"),
        ("a@straße.example", "a@xn--strae-oqa.example"),
        ("a@strasse.example", "a@strasse.example"),
    ],
)
def test_both_spellings_of_a_domain_are_one_identity(typed: str, known: str) -> None:
    assert read_email(typed) == known
    assert email_key(known) == known


def test_a_domain_is_shown_as_people_write_it() -> None:
    assert shown_email("jana@xn--mnchen-3ya.example") == "jana@münchen.example"
    assert shown_email("erased-65f0") == "erased-65f0"


@pytest.mark.parametrize("typed", ["jürgen@klastr.example", "мария@пример.бг"])
def test_what_mail_servers_cannot_take_is_told_from_what_is_no_address(typed: str) -> None:
    assert email_fault(typed) == "EMAIL_NOT_ASCII"


@pytest.mark.parametrize(
    "typed", ["jana", "jana@", "@x.example", "a b@x.example", "a@x", "a@-x.example", "a@[1.2.3.4]"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    assert email_fault(typed) == "NOT_AN_EMAIL"


@given(TYPED)
@example("a@xn--a.example")
@example("a@" + "ä" * 63 + ".example")
@example("a\x00b@x.example")
@example("a@\ud800.example")
@example("a@x\u3002example")
def test_whatever_is_typed_is_an_address_that_goes_into_a_header_or_a_fault_in_words(typed: str) -> None:
    if fault := email_fault(typed):
        assert fault in MESSAGES
        return
    known = read_email(typed)
    message = EmailMessage()
    message["To"] = known
    assert known.isascii() and message["To"].addresses[0].addr_spec == known
    assert read_email(known) == known


@pytest.fixture
async def browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.mark.parametrize(
    "typed",
    [
        "jana@münchen.example",
        "мария@пример.бг",
        "a@xn--a.example",
        "a\x00@x.example",
        "a@" + "ä" * 63 + ".bg",
        "\ud800@x.bg",
    ],
)
async def test_the_doors_take_any_text_as_an_address_without_a_fault(browser: httpx.AsyncClient, typed: str) -> None:
    body = json.dumps({"email": typed}).encode()
    sign_in = json.dumps({"email": typed, "password": "x"}).encode()
    kind = {"content-type": "application/json"}

    asked = await browser.post("/session/reset-request", content=body, headers=kind)
    entered = await browser.post("/session", content=sign_in, headers=kind)

    assert asked.status_code in (202, 400)
    assert entered.status_code in (400, 401)


async def test_addresses_that_were_stored_before_are_known_by_their_ascii_form_and_nobody_is_overwritten(
    mongo: Mongo,
) -> None:
    accounts = mongo.db["accounts"]
    await accounts.insert_many(
        [
            {"_id": "a", "email": "a@münchen.example"},
            {"_id": "b", "email": "b@münchen.example"},
            {"_id": "c", "email": "b@xn--mnchen-3ya.example"},
            {"_id": "d", "email": "d@x.example"},
        ]
    )

    for _time in range(2):
        await EMAIL_DOMAINS.apply(mongo)

    assert {one["_id"]: one["email"] async for one in accounts.find({})} == {
        "a": "a@xn--mnchen-3ya.example",
        "b": "b@münchen.example",
        "c": "b@xn--mnchen-3ya.example",
        "d": "d@x.example",
    }
