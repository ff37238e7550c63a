"""What was given out ends with the right that it came from: asked at each use, through the address that people use."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.deactivate_person import deactivate_person
from cms.accounts.actions.grant_role import Place, grant_role, revoke_role
from cms.accounts.people import actor_of, create_account
from cms.app import build_app
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.erase_applicant import erase_applicant
from cms.applications.actions.submit_application import submit_application
from cms.applications.applicant import ApplicantActor
from cms.applications.file_address import file_address
from cms.files.uploads import upload_address
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.desk import Desk
from cms.kernel.settings import load_settings
from cms.transfer.actions.start_transfer import start_export
from cms.worker import Worker
from storage.documents import Account, HostApplication
from tests.applying import last_token
from tests.cms.files import samples
from tests.uploads import ticket

PASSWORD = "correct horse battery"
SEEN = """query ($p: String) { site(key: "eccp", preview: $p) { name } }"""
OPEN = "mutation ($token: String!) { openApplicantSession(token: $token) { session { email } } }"
End = Callable[[Desk, Account], Awaitable[Any]]


async def take_role(desk: Desk, account: Account) -> None:
    await revoke_role(desk, SYSTEM, "editor", Place(site="eccp"), account.id)


async def lower_role(desk: Desk, account: Account) -> None:
    await grant_role(desk, SYSTEM, "decision_maker", Place(site="eccp"), account=account.id)
    await take_role(desk, account)


async def close_account(desk: Desk, account: Account) -> None:
    await deactivate_person(desk, SYSTEM, account.id)


ENDS: dict[str, End] = {"role taken": take_role, "lower role": lower_role, "account closed": close_account}


@pytest.fixture
async def browser(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(file_delivery="stream"), desk, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def account(desk: Desk) -> Account:
    return await create_account(desk, email="ed@example.org", name="Ed", password=PASSWORD, roles={"eccp": ["editor"]})


@pytest.mark.parametrize("end", ENDS)
async def test_a_preview_ends_with_the_right_of_whoever_gave_it_out(
    desk: Desk, browser: httpx.AsyncClient, sites: None, account: Account, end: str
) -> None:
    preview = await create_preview(desk, actor_of(account), "eccp")
    asked = {"query": SEEN, "variables": {"p": PreviewTokens.of(desk).token(preview)}}
    before = (await browser.post("/graphql", json=asked)).json()

    await ENDS[end](desk, account)

    after = (await browser.post("/graphql", json=asked)).json()
    assert before["data"]["site"]["name"]
    assert [one["extensions"]["code"] for one in after["errors"]] == ["INVALID"]


@pytest.mark.parametrize("end", ENDS)
async def test_an_upload_ticket_ends_with_the_right_to_make_files(
    desk: Desk, browser: httpx.AsyncClient, sites: None, account: Account, end: str
) -> None:
    content = samples.pdf()
    upload = await ticket(desk, actor_of(account), content, "a.pdf")

    await ENDS[end](desk, account)

    answer = await browser.put(upload_address(desk, upload), content=content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "NOT_PERMITTED")


async def test_an_archive_is_fetched_by_those_alone_who_may_carry_the_site_now(
    desk: Desk, browser: httpx.AsyncClient, sites: None
) -> None:
    roles = {"eccp": ["administrator"]}
    account = await create_account(desk, email="a@example.org", name="A", password=PASSWORD, roles=roles)
    await browser.post("/session", json={"email": "a@example.org", "password": PASSWORD})
    done = await start_export(desk, actor_of(account), "eccp")
    while await Worker(desk).step():
        pass
    path = f"/management/transfers/{done.id}/eccp.zip"
    before = await browser.get(path)

    await revoke_role(desk, SYSTEM, "administrator", Place(site="eccp"), account.id)

    assert before.status_code == 200
    assert (await browser.get(path)).status_code in (401, 404)


async def test_an_export_that_waits_is_not_made_for_whoever_may_not_any_more(
    desk: Desk, sites: None, account: Account
) -> None:
    await grant_role(desk, SYSTEM, "administrator", Place(site="eccp"), account=account.id)
    known = await Account.get(account.id)
    assert known
    asked = await start_export(desk, actor_of(known), "eccp")

    await deactivate_person(desk, SYSTEM, account.id)
    while await Worker(desk).step():
        pass

    ended = await desk.repository.transfers.get(asked.id)
    assert ended and (ended.state, ended.byte_size) == ("failed", None)


async def sign_out(desk: Desk, applicant: ApplicantActor) -> None:
    await desk.transact(lambda session: desk.repository.applicants.end_session(applicant.session, session))


@pytest.mark.parametrize("end", [sign_out, erase_applicant])
async def test_the_address_of_an_applicants_file_ends_with_the_session(
    desk: Desk,
    browser: httpx.AsyncClient,
    applicant: ApplicantActor,
    ready: HostApplication,
    end: Callable[[Desk, ApplicantActor], Awaitable[Any]],
) -> None:
    address = file_address(desk, applicant, ready, ready.files[0])
    before = await browser.get(address)

    await end(desk, applicant)

    assert (before.status_code, (await browser.get(address)).status_code) == (200, 404)


async def test_an_applicants_ticket_ends_with_the_application(
    desk: Desk, browser: httpx.AsyncClient, applicant: ApplicantActor, ready: HostApplication
) -> None:
    content = samples.pdf()
    upload = await create_application_upload(
        desk, applicant, ready.id, "draft_programme", filename="a.pdf", byte_size=len(content)
    )

    await submit_application(desk, applicant, ready.id, revision=ready.revision, key="once")

    answer = await browser.put(upload_address(desk, upload), content=content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "NOT_PERMITTED")


async def test_a_link_to_go_on_ends_with_the_data_of_the_applicant(
    desk: Desk, browser: httpx.AsyncClient, applicant: ApplicantActor
) -> None:
    token = await last_token(desk, applicant.email)
    asked = {"query": OPEN, "variables": {"token": token}}
    before = (await browser.post("/graphql", json=asked)).json()["data"]["openApplicantSession"]

    await erase_applicant(desk, applicant)

    after = (await browser.post("/graphql", json=asked)).json()["data"]["openApplicantSession"]
    assert before["session"] and after["session"] is None
