"""What was given out ends with the right that it came from: asked at each use, through the address that people use."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.deactivate_person import deactivate_person
from cms.accounts.actions.grant_role import RoleScope, grant_role, revoke_role
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
from cms.kernel.services import Services
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
End = Callable[[Services, Account], Awaitable[Any]]


async def take_role(services: Services, account: Account) -> None:
    await revoke_role(services, SYSTEM, "editor", RoleScope(site="eccp"), account.id)


async def lower_role(services: Services, account: Account) -> None:
    await grant_role(services, SYSTEM, "decision_maker", RoleScope(site="eccp"), account=account.id)
    await take_role(services, account)


async def close_account(services: Services, account: Account) -> None:
    await deactivate_person(services, SYSTEM, account.id)


ENDS: dict[str, End] = {"role taken": take_role, "lower role": lower_role, "account closed": close_account}


@pytest.fixture
async def browser(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(file_delivery="stream"), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def account(services: Services) -> Account:
    return await create_account(
        services, email="ed@example.org", name="Ed", password=PASSWORD, roles={"eccp": ["editor"]}
    )


@pytest.mark.parametrize("end", ENDS)
async def test_a_preview_ends_with_the_right_of_whoever_gave_it_out(
    services: Services, browser: httpx.AsyncClient, sites: None, account: Account, end: str
) -> None:
    preview = await create_preview(services, actor_of(account), "eccp")
    asked = {"query": SEEN, "variables": {"p": PreviewTokens.of(services).token(preview)}}
    before = (await browser.post("/graphql", json=asked)).json()

    await ENDS[end](services, account)

    after = (await browser.post("/graphql", json=asked)).json()
    assert before["data"]["site"]["name"]
    assert [one["extensions"]["code"] for one in after["errors"]] == ["INVALID"]


@pytest.mark.parametrize("end", ENDS)
async def test_an_upload_ticket_ends_with_the_right_to_make_files(
    services: Services, browser: httpx.AsyncClient, sites: None, account: Account, end: str
) -> None:
    content = samples.pdf()
    upload = await ticket(services, actor_of(account), content, "a.pdf")

    await ENDS[end](services, account)

    answer = await browser.put(upload_address(services, upload), content=content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "NOT_PERMITTED")


async def test_an_archive_is_fetched_by_those_alone_who_may_carry_the_site_now(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    roles = {"eccp": ["administrator"]}
    account = await create_account(services, email="a@example.org", name="A", password=PASSWORD, roles=roles)
    await browser.post("/session", json={"email": "a@example.org", "password": PASSWORD})
    done = await start_export(services, actor_of(account), "eccp")
    while await Worker(services).step():
        pass
    path = f"/management/transfers/{done.id}/eccp.zip"
    before = await browser.get(path)

    await revoke_role(services, SYSTEM, "administrator", RoleScope(site="eccp"), account.id)

    assert before.status_code == 200
    assert (await browser.get(path)).status_code in (401, 404)


async def test_an_export_that_waits_is_not_made_for_whoever_may_not_any_more(
    services: Services, sites: None, account: Account
) -> None:
    await grant_role(services, SYSTEM, "administrator", RoleScope(site="eccp"), account=account.id)
    known = await Account.get(account.id)
    assert known
    asked = await start_export(services, actor_of(known), "eccp")

    await deactivate_person(services, SYSTEM, account.id)
    while await Worker(services).step():
        pass

    ended = await services.repository.transfers.get(asked.id)
    assert ended and (ended.state, ended.byte_size) == ("failed", None)


async def sign_out(services: Services, applicant: ApplicantActor) -> None:
    await services.transact(lambda session: services.repository.applicants.end_session(applicant.session, session))


@pytest.mark.parametrize("end", [sign_out, erase_applicant])
async def test_the_address_of_an_applicants_file_ends_with_the_session(
    services: Services,
    browser: httpx.AsyncClient,
    applicant: ApplicantActor,
    ready: HostApplication,
    end: Callable[[Services, ApplicantActor], Awaitable[Any]],
) -> None:
    address = file_address(services, applicant, ready, ready.files[0])
    before = await browser.get(address)

    await end(services, applicant)

    assert (before.status_code, (await browser.get(address)).status_code) == (200, 404)


async def test_an_applicants_ticket_ends_with_the_application(
    services: Services, browser: httpx.AsyncClient, applicant: ApplicantActor, ready: HostApplication
) -> None:
    content = samples.pdf()
    upload = await create_application_upload(
        services, applicant, ready.id, "draft_programme", filename="a.pdf", byte_size=len(content)
    )

    await submit_application(services, applicant, ready.id, revision=ready.revision, key="once")

    answer = await browser.put(upload_address(services, upload), content=content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "NOT_PERMITTED")


async def test_a_link_to_go_on_ends_with_the_data_of_the_applicant(
    services: Services, browser: httpx.AsyncClient, applicant: ApplicantActor
) -> None:
    token = await last_token(services, applicant.email)
    asked = {"query": OPEN, "variables": {"token": token}}
    before = (await browser.post("/graphql", json=asked)).json()["data"]["openApplicantSession"]

    await erase_applicant(services, applicant)

    after = (await browser.post("/graphql", json=asked)).json()["data"]["openApplicantSession"]
    assert before["session"] and after["session"] is None
