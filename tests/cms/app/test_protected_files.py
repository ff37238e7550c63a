"""Protected files through the whole application: refused without a right, given with one."""

from collections.abc import AsyncIterator

import httpx
import pytest

from cms.accounts.people import create_account
from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Item
from tests.services import Publish

PASSWORD = "correct horse battery"


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(file_delivery="stream"), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms") as client:
        yield client


@pytest.fixture
async def file(services: Services, publish: Publish) -> Item:
    sha256 = "ab" * 32
    await services.store.put(f"files/ab/{sha256}", b"%PDF-secret", "application/pdf")
    facts = {"mime": "application/pdf", "byte_size": 11, "sha256": sha256}
    return await publish("FileAsset", {"filename": "a.pdf", "visibility": "protected"}, facts=facts)


async def sign_in(client: httpx.AsyncClient, services: Services, **roles: list[str]) -> None:
    email = f"{'-'.join(roles)}@example.org"
    await create_account(services, email=email, name="Somebody", password=PASSWORD, roles=roles)
    answer = await client.post("/session", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200


async def test_a_stranger_is_asked_to_sign_in(client: httpx.AsyncClient, file: Item) -> None:
    answer = await client.get(f"/files/{file.id}/a.pdf")

    assert answer.status_code == 401 and b"secret" not in answer.content


async def test_a_role_on_another_site_is_no_right_here(
    client: httpx.AsyncClient, services: Services, file: Item
) -> None:
    await sign_in(client, services, nca=["editor"])

    answer = await client.get(f"/files/{file.id}/a.pdf")

    assert answer.status_code in (403, 404) and b"secret" not in answer.content


async def test_an_editor_of_the_owning_site_gets_it(client: httpx.AsyncClient, services: Services, file: Item) -> None:
    await sign_in(client, services, eccp=["editor"])

    answer = await client.get(f"/files/{file.id}/a.pdf")

    assert (answer.status_code, answer.content) == (200, b"%PDF-secret")
    assert "public" not in answer.headers["cache-control"]
