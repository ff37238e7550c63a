"""Which addresses lead to a file, and for whom."""

import pytest

from tests.cms.files import samples
from tests.cms.http.file_site import ID, FileSite

ENTITLED = {"x-reader": "entitled"}
SOMEBODY = {"x-reader": "somebody"}


@pytest.mark.parametrize("path", ["agenda.docx", "AGENDA.pdf", "a/b.pdf", "..%2Fagenda.pdf", "%ff.pdf", ""])
async def test_a_wrong_name_leads_to_the_right_one(site: FileSite, path: str) -> None:
    await site.publish(samples.pdf(), "Příloha 1.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/{path}")

    assert (answer.status_code, answer.headers["location"]) == (301, f"/files/{ID}/P%C5%99%C3%ADloha%201.pdf")
    assert answer.headers["cache-control"] == "public, no-cache"


async def test_an_address_without_a_name_leads_to_the_named_one(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}", follow_redirects=True)

    assert (answer.status_code, answer.url.path) == (200, f"/files/{ID}/agenda.pdf")


async def test_parameters_of_others_are_ignored(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf?utm_source=mail&%ff=%ff")

    assert answer.status_code == 200


@pytest.mark.parametrize("file_id", ["1", "z" * 24, ID.upper(), ID + "0", "%00", "..", "null", "0" * 24])
async def test_an_id_of_no_file_is_not_found(site: FileSite, file_id: str) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{file_id}/agenda.pdf")

    assert answer.status_code == 404


async def test_only_ids_reach_the_database(site: FileSite) -> None:
    async with site.visited() as browser:
        await browser.get("/files/not-an-id/agenda.pdf")
        await browser.get(f"/files/{ID}/agenda.pdf")

    assert site.asked == [ID]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_files_are_only_read_here(site: FileSite, method: str) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        assert (await browser.request(method, f"/files/{ID}/agenda.pdf")).status_code == 405


@pytest.mark.parametrize("path", ["agenda.pdf", "wrong-name.pdf", ""])
@pytest.mark.parametrize(("headers", "status"), [({}, 401), (SOMEBODY, 403)])
async def test_a_protected_file_is_refused_without_a_right(
    site: FileSite, path: str, headers: dict[str, str], status: int
) -> None:
    await site.publish(samples.pdf(), "agenda.pdf", "protected")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/{path}", headers=headers)

    assert answer.status_code == status
    assert "protected" in answer.text
    assert "agenda" not in str(answer.headers)
    assert answer.headers["cache-control"] == "no-store"
    assert ("www-authenticate" in answer.headers) is (status == 401)


async def test_a_protected_file_is_refused_to_whom_knows_its_tag(site: FileSite) -> None:
    record = await site.publish(samples.pdf(), "agenda.pdf", "protected")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf", headers={"if-none-match": f'"{record.sha256}"'})

    assert answer.status_code == 401


async def test_a_protected_file_is_served_with_the_right_and_never_kept(site: FileSite) -> None:
    content = samples.pdf()
    await site.publish(content, "agenda.pdf", "protected")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf", headers=ENTITLED)

    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["vary"] == "Cookie, Authorization"
    assert "access-control-allow-origin" not in answer.headers


async def test_a_file_whose_content_is_lost_is_not_found(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")
    async for entry in site.store.list_objects(""):
        await site.store.delete(entry.key)

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf")

    assert (answer.status_code, answer.text) == (404, "The content of this file is not in the store.\n")
