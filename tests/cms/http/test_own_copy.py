"""The copy of one's own data, by the button on one's own page: a ZIP that needs nothing of us to be read."""

import io
import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import unquote
from zipfile import ZIP_STORED, ZipFile

import httpx
import pytest

from cms.applications.actions.submit_application import submit_application
from cms.applications.applicant import ApplicantActor, applicant_of
from cms.applications.calls import call_by_slug
from cms.applications.file_address import copy_address
from storage.documents import HostApplication
from tests.applying import filled, upload
from tests.cms.files.samples import pdf
from tests.cms.http.call_visits import begun, come_in, form_token
from tests.journeys.calls_site import CallsSite

NAMES = ("Писмо.pdf", "letter.pdf", "LETTER.PDF")


@pytest.fixture
async def visitor(calls_site: CallsSite) -> Any:
    async with httpx.AsyncClient(base_url=calls_site.url, timeout=30) as client:
        yield await come_in(calls_site, client, "jana@klastr.example")


@pytest.fixture
async def me(calls_site: CallsSite, visitor: httpx.AsyncClient) -> ApplicantActor:
    found = await applicant_of(calls_site.services, visitor.cookies["cms_applicant"])
    assert found is not None
    return found


@pytest.fixture
async def submitted(calls_site: CallsSite, visitor: httpx.AsyncClient, me: ApplicantActor) -> HostApplication:
    """With three files whose names Windows and macOS take for two."""
    services, id = calls_site.services, (await begun(visitor)).split("/")[1]
    call = await call_by_slug(services, "eccp", "en", "hosts-2024-2025")
    city = "<script>Ostrava</script>\nand around"
    await filled(services, me, id, cutoff=call["data"]["cutoffs"][0]["id"], description=city)
    attached = [await upload(services, me, id, pdf(pages=number), name) for number, name in enumerate(NAMES, 1)]
    await submit_application(services, me, id, revision=attached[-1].revision, key="once")
    kept = await services.repository.applications.get(id)
    assert kept is not None
    return kept


async def copy_of(visitor: httpx.AsyncClient, url: str) -> tuple[httpx.Response, ZipFile]:
    """By the button of the page in that language."""
    page = (await visitor.get(f"{url}own-data")).text
    button = re.search(r'<a class="button" href="([^"]+)" download>', page)
    assert button
    answer = await visitor.get(httpx.URL(url).join(button[1]))
    return answer, ZipFile(io.BytesIO(answer.content))


async def test_it_is_a_page_in_the_applicants_language_with_all_files_and_the_same_for_programs(
    calls_site: CallsSite, visitor: httpx.AsyncClient, submitted: HostApplication
) -> None:
    answer, archive = await copy_of(visitor, calls_site.in_locale("cs"))
    folder = submitted.reference
    page, data = archive.read("index.html").decode(), json.loads(archive.read("data.json"))

    assert answer.headers["content-type"] == "application/zip" and "content-length" not in answer.headers
    assert answer.headers["content-disposition"] == 'attachment; filename="vase-udaje-2024-04-02.zip"'
    assert answer.headers["cache-control"] == "private, no-store"
    assert archive.testzip() is None
    files = [f"{folder}/{name}" for name in ("Писмо.pdf", "letter.pdf", "LETTER (2).pdf", "receipt.pdf")]
    assert archive.namelist() == [*files, "data.json", "index.html"]
    assert [archive.read(one)[:5] for one in files] == [b"%PDF-"] * 4
    assert archive.getinfo(files[0]).compress_type == ZIP_STORED
    assert [unquote(one) for one in re.findall(r'href="([^"]+)"', page)] == [files[3], *files[:3]]
    assert '<html lang="cs">' in page and "<dt>Stav</dt><dd>Podáno</dd>" in page
    assert "&lt;script&gt;Ostrava&lt;/script&gt;\nand around" in page
    [application] = data["applications"]
    assert application["reference"] == folder and application["submitted"]["receipt"] == files[3]
    told = {one["question"]: one for one in application["submitted"]["answers"]}
    assert told["contact_name"]["answer"] == ["Jana Nováková"]
    assert [one["path"] for one in told["support_letter"]["files"]] == files[:3]
    assert told["cutoff"]["answer"] == ["31. května 2024 v\u00a018:00\u00a0CEST"]


async def test_nothing_in_it_is_fetched_from_anywhere_ends_or_is_ours_alone(
    calls_site: CallsSite, visitor: httpx.AsyncClient, submitted: HostApplication, me: ApplicantActor
) -> None:
    _answer, archive = await copy_of(visitor, calls_site.url)
    page, data = archive.read("index.html").decode(), archive.read("data.json").decode()

    assert not re.search(r"<(script|link|img|iframe|object|base)\b|@import|url\(|https?://", page)
    ours = [submitted.id, submitted.call, submitted.form, submitted.applicant, me.session]
    ours += [text for file in submitted.files for text in (file.id, file.key)]
    ours += ["until=", "sign=", calls_site.origin]
    assert [one for one in ours if one in page or one in data] == []


async def test_a_file_that_was_lost_is_named_and_costs_nothing_else(
    calls_site: CallsSite, visitor: httpx.AsyncClient, submitted: HostApplication
) -> None:
    await calls_site.services.store.delete(submitted.files[1].key)

    _answer, archive = await copy_of(visitor, calls_site.url)

    assert archive.testzip() is None and f"{submitted.reference}/letter.pdf" not in archive.namelist()
    assert "letter.pdf</bdi> – this file is no longer kept" in archive.read("index.html").decode()


async def test_whoever_has_no_application_yet_gets_a_copy_that_says_so_and_nobody_else_gets_any(
    calls_site: CallsSite, visitor: httpx.AsyncClient
) -> None:
    _answer, archive = await copy_of(visitor, calls_site.url)
    async with httpx.AsyncClient(base_url=calls_site.url) as stranger:
        refused = await stranger.get("own-data/copy")

    assert "There are no applications." in archive.read("index.html").decode()
    assert json.loads(archive.read("data.json"))["email"] == "jana@klastr.example"
    assert refused.status_code == 401


async def test_programs_get_the_same_zip_at_an_address_of_half_an_hour(
    calls_site: CallsSite, visitor: httpx.AsyncClient, submitted: HostApplication
) -> None:
    async with httpx.AsyncClient(base_url=calls_site.origin, timeout=30) as program:
        asked = {"query": "mutation { exportApplicantData { data zipUrl } }"}
        bearer = {"authorization": f"Bearer {visitor.cookies['cms_applicant']}"}
        given = (await program.post("/graphql", json=asked, headers=bearer)).json()["data"]["exportApplicantData"]
        url = given["zipUrl"]
        answer = await program.get(url)
        other = [await program.get(url.replace("/copy/en", "/copy/cs")), await program.get(f"{url}x")]
        calls_site.clock.now += timedelta(minutes=31)
        late = await program.get(url)

    archive = ZipFile(io.BytesIO(answer.content))
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "private, no-store"
    assert f"{submitted.reference}/letter.pdf" in archive.namelist() and "index.html" in archive.namelist()
    assert given["data"]["applications"][0]["reference"] == submitted.reference
    assert [one.status_code for one in (*other, late)] == [404, 404, 404]


async def test_the_address_of_the_zip_is_over_once_its_owner_signs_out(
    calls_site: CallsSite, visitor: httpx.AsyncClient, me: ApplicantActor
) -> None:
    url = f"{calls_site.origin}{copy_address(calls_site.services, me)}"
    before = await visitor.get(url)

    await visitor.post("leave", data={"token": await form_token(visitor, "")})

    assert (before.status_code, (await visitor.get(url)).status_code) == (200, 404)
