"""Whole sites out and in through the management schema and a worker; rights are in `rows/transfers.py`."""

import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from io import BytesIO
from typing import Any

import httpx
import pytest

from cms.access.actor import Actor
from cms.accounts.people import actor_of
from cms.accounts.sign_in.sessions import begin_session
from cms.accounts.sign_in.visitor import Visitor
from cms.app import build_app
from cms.files.actions import complete_upload
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.transfer.actions import start_transfer
from cms.transfer.jobs.sweep_transfers import sweep_transfers
from cms.worker import Worker
from storage.documents import Account, Item, Transfer, Upload
from storage.mongo import Mongo
from tests.schema.management.conftest import Ask
from tests.services import Clock, person
from tests.uploads import put_parts, put_whole, ticket

SHOWN = """{ id kind site state stage step total dryRun onConflict upload byteSize downloadPath
  report { isDone files counts { new changed same kept refused }
           entries { id type title verdict fields problems { field code message } } }
  problems { field code message } }"""
EXPORT = (
    f"mutation ($input: ExportSiteInput!) {{ exportSite(input: $input) {{ transfer {SHOWN} refusal {{ code }} }} }}"
)
IMPORT = f"""mutation ($input: ImportSiteInput!) {{
  importSite(input: $input) {{ transfer {SHOWN} refusal {{ code }} problems {{ code }} }}
}}"""
TICKET = "mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id } } }"
ONE = f"query ($id: ID!) {{ transfer(id: $id) {SHOWN} }}"
ALL = f"{{ transfers {{ nodes {SHOWN} }} }}"


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


@pytest.fixture
async def admin(services: Services) -> Actor:
    roles = {"nca": ["administrator"], "eccp": ["administrator"]}
    made = await Account(email="admin@example.org", name="Admin", password_hash="x", roles=roles).insert()
    return actor_of(made)


@pytest.fixture
def exported(services: Services, ask: Ask, admin: Actor, site: str) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def run() -> dict[str, Any]:
        begun = (await ask(admin, EXPORT, input={"site": site}))["exportSite"]["transfer"]
        assert begun["state"] == "WAITING" and begun["downloadPath"] is None
        await work(services)
        return (await ask(admin, ONE, id=begun["id"]))["transfer"]

    return run


async def bytes_of(services: Services, id: str) -> bytes:
    async with await services.store.open(f"transfers/{id}.zip") as stream:
        return b"".join([chunk async for chunk in stream])


async def cookie_of(services: Services, account: str) -> str:
    found = await Account.get(account)
    assert found
    entered = await services.transact(lambda session: begin_session(services, session, found, Visitor(), "password"))
    return f"cms_session={entered.token}"


async def upload(services: Services, actor: Actor, content: bytes, filename: str = "site.zip") -> str:
    made = await ticket(services, actor, content, filename, site="nca")
    assert await put_whole(services, made, content) == 200
    return made.id


async def test_a_site_is_exported_by_a_worker(
    services: Services, exported: Any, ask: Ask, admin: Actor, export: Any
) -> None:
    done = await exported()

    archive = await bytes_of(services, done["id"])
    assert (done["state"], done["kind"], done["site"], done["step"], done["total"]) == ("DONE", "EXPORT", "nca", 9, 9)
    assert done["byteSize"] == len(archive)
    assert done["downloadPath"] == f"/management/transfers/{done['id']}/nca.zip"
    assert archive == await export()
    assert [one["id"] for one in (await ask(admin, ALL))["transfers"]["nodes"]] == [done["id"]]


async def test_an_archive_is_imported_after_a_dry_run(
    services: Services, exported: Any, ask: Ask, admin: Actor, news: Item
) -> None:
    archive = await bytes_of(services, (await exported())["id"])
    await Item.get_motor_collection().update_one({"_id": news.id}, {"$set": {"data.tags": ["else"]}})
    id = await upload(services, admin, archive)

    async def run(**how: Any) -> dict[str, Any]:
        begun = (await ask(admin, IMPORT, input={"upload": id, **how}))["importSite"]["transfer"]
        await work(services)
        return (await ask(admin, ONE, id=begun["id"]))["transfer"]

    dry = await run(dryRun=True, onConflict="UPDATE")
    refused = await run()
    done = await run(onConflict="UPDATE")

    assert dry["report"]["counts"] == {"new": 0, "changed": 1, "same": 8, "kept": 0, "refused": 0}
    assert (dry["state"], dry["dryRun"], dry["report"]["isDone"]) == ("DONE", True, False)
    assert dry["upload"] == id
    [entry] = dry["report"]["entries"]
    assert (entry["id"], entry["verdict"], entry["fields"]) == (news.id, "CHANGED", ["tags"])
    assert refused["report"]["entries"][0]["problems"][0]["code"] == "OTHER_CONTENT"
    assert not refused["report"]["isDone"]
    assert done["report"]["isDone"]
    found = await services.repository.items.get(news.id)
    assert found and found.data["tags"] == ["Burgas", "invitation"]


@pytest.mark.parametrize("filename", ["site.zip", "site"])
@pytest.mark.parametrize("way", [put_whole, put_parts])
async def test_an_archive_may_be_put_whole_or_in_parts(
    services: Services, exported: Any, ask: Ask, admin: Actor, way: Any, filename: str
) -> None:
    archive = await bytes_of(services, (await exported())["id"])
    asked = {"site": "nca", "filename": filename, "byteSize": len(archive)}
    id = (await ask(admin, TICKET, input=asked))["createUpload"]["upload"]["id"]
    made = await Upload.get(id)
    assert made is not None and await way(services, made, archive) == 200

    answer = (await ask(admin, IMPORT, input={"upload": id, "dryRun": True}))["importSite"]
    await work(services)

    found = (await ask(admin, ONE, id=answer["transfer"]["id"]))["transfer"]
    assert found["state"] == "DONE" and found["report"]["counts"]["same"] == 9


async def test_a_ticket_that_became_a_file_is_no_archive_any_more(
    services: Services, exported: Any, ask: Ask, admin: Actor
) -> None:
    id = await upload(services, admin, await bytes_of(services, (await exported())["id"]))
    await complete_upload(services, admin, id, {})

    answer = (await ask(admin, IMPORT, input={"upload": id}))["importSite"]

    assert answer["problems"] == [{"code": "UPLOAD_USED"}]


async def test_bytes_that_were_refused_on_their_way_are_no_archive(
    services: Services, ask: Ask, admin: Actor, site: str
) -> None:
    id = await upload(services, admin, b"this is no archive", "site")

    answer = (await ask(admin, IMPORT, input={"upload": id}))["importSite"]

    assert answer["problems"] == [{"code": "FILE_TYPE"}]


async def test_what_is_no_archive_fails_with_its_reason(services: Services, ask: Ask, admin: Actor, site: str) -> None:
    id = await upload(services, admin, b"this is no archive")

    begun = (await ask(admin, IMPORT, input={"upload": id}))["importSite"]["transfer"]
    await work(services)

    failed = (await ask(admin, ONE, id=begun["id"]))["transfer"]
    assert (failed["state"], failed["problems"][0]["code"]) == ("FAILED", "BROKEN")


async def test_bytes_that_have_not_arrived_and_uploads_of_others_are_refused(
    services: Services, ask: Ask, admin: Actor, site: str
) -> None:
    empty = await ticket(services, admin, b"announced", "site.zip", site="nca")
    other = await upload(services, person("other", nca=["administrator"]), b"x")

    missing = (await ask(admin, IMPORT, input={"upload": empty.id}))["importSite"]
    foreign = (await ask(admin, IMPORT, input={"upload": other}))["importSite"]

    assert missing["problems"] == [{"code": "UPLOAD_MISSING"}]
    assert foreign["refusal"] == {"code": "NOT_FOUND"}
    assert await Transfer.find_all().count() == 0


async def test_one_transfer_of_a_site_at_a_time(ask: Ask, admin: Actor, site: str) -> None:
    await ask(admin, EXPORT, input={"site": site})

    second = (await ask(admin, EXPORT, input={"site": site}))["exportSite"]

    assert second["refusal"] == {"code": "TRANSITION_NOT_ALLOWED"}


async def test_rights_that_were_taken_away_meanwhile_are_gone(
    services: Services, ask: Ask, admin: Actor, site: str
) -> None:
    begun = (await ask(admin, EXPORT, input={"site": site}))["exportSite"]["transfer"]
    await Account.get_motor_collection().update_one({"_id": admin.id}, {"$set": {"roles": {"nca": ["editor"]}}})

    await work(services)

    stored = await Transfer.get(begun["id"])
    assert stored and (stored.state, stored.problems[0]["code"]) == ("failed", "NOT_PERMITTED")


async def test_a_token_for_one_site_does_not_reach_others(
    services: Services, exported: Any, ask: Ask, admin: Actor, mongo: Mongo
) -> None:
    archive = await bytes_of(services, (await exported())["id"])
    await mongo.db["items"].delete_many({"type": "Edition"})
    token = replace(admin, roles={"nca": frozenset({"administrator"})}, only=frozenset({"transfer", "create", "read"}))
    id = await upload(services, token, archive)

    begun = (await ask(token, IMPORT, input={"upload": id}))["importSite"]["transfer"]
    await work(services)

    report = (await ask(admin, ONE, id=begun["id"]))["transfer"]["report"]
    assert not report["isDone"]
    assert {problem["code"] for entry in report["entries"] for problem in entry["problems"]} >= {"NOT_PERMITTED"}


async def test_a_worker_that_died_in_the_middle_is_followed_by_another(
    services: Services, exported: Any, ask: Ask, admin: Actor, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    class Killed(BaseException):
        pass

    async def dying(*args: Any, **options: Any) -> Any:
        raise Killed

    begun = await start_transfer.start_export(services, admin, "nca")
    with monkeypatch.context() as patch:
        patch.setattr(import_module("cms.transfer.reactions.run_transfer"), "export_site", dying)
        with pytest.raises(Killed):
            await work(services)
    interrupted = await Transfer.get(begun.id)
    clock.now += timedelta(minutes=5)
    await work(services)

    finished = await Transfer.get(begun.id)
    assert interrupted and interrupted.state == "running"
    assert finished and finished.state == "done"


async def test_others_know_nothing_of_it(exported: Any, ask: Ask) -> None:
    done = await exported()

    for actor in (person("editor", nca=["editor"]), person("other", elsewhere=["administrator"])):
        assert (await ask(actor, ONE, id=done["id"]))["transfer"] is None
        assert (await ask(actor, ALL))["transfers"]["nodes"] == []


async def test_an_archive_is_downloaded_with_the_session_of_somebody_who_may(
    services: Services, exported: Any, admin: Actor
) -> None:
    done = await exported()
    editor = await Account(email="e@example.org", name="E", password_hash="x", roles={"nca": ["editor"]}).insert()
    app = build_app(load_settings(), services, secret_key="s" * 32)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://cms.test") as client:
        stranger = await client.get(done["downloadPath"])
        cookies = {id: await cookie_of(services, id) for id in (admin.id, editor.id)}
        denied = await client.get(done["downloadPath"], headers={"cookie": cookies[editor.id]})
        given = await client.get(done["downloadPath"], headers={"cookie": cookies[admin.id]})
        missing = await client.get(f"/management/transfers/{'0' * 24}/nca.zip", headers={"cookie": cookies[admin.id]})

    assert (stranger.status_code, denied.status_code, missing.status_code) == (401, 404, 404)
    assert given.status_code == 200 and len(given.content) == done["byteSize"]
    assert zipfile.ZipFile(BytesIO(given.content)).testzip() is None
    assert given.headers["content-disposition"] == 'attachment; filename="nca.zip"'
    assert given.headers["cache-control"] == "no-store"


async def test_after_a_week_archives_and_jobs_go(services: Services, exported: Any, clock: Clock) -> None:
    done = await exported()

    clock.now += timedelta(days=6)
    await sweep_transfers(services)
    kept = await Transfer.find_all().count()
    clock.now += timedelta(days=2)
    await sweep_transfers(services)

    assert (kept, await Transfer.find_all().count()) == (1, 0)
    assert [key async for key in services.store.list_objects("transfers/")] == []
    assert done["id"]
