"""An edition and what belongs to it go live at one moment: looked at before, by a second person, and by the clock while
the program was down."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_management_editor_script import Script

RELEASE = "{ release { id state entries { id version } } refusal { code } problems { item code } }"
EDITION = """query ($slug: String!, $preview: String) { site(key: "eccp", preview: $preview) { edition(slug: $slug) {
  partners { organisation { name } } } } }"""
NEWS = 'query { site(key: "eccp") { newsItem(slug: "going-soon") { title } } }'
PREVIEW_URL = "https://regional.example.org/preview?token={token}&path={path}"
SLUG = "plovdiv-2027"


def verb(script: Script, mutation: str, **input: Any) -> dict[str, Any]:
    kind = mutation[0].upper() + mutation[1:]
    text = f"mutation ($input: {kind}Input!) {{ {mutation}(input: $input) {RELEASE} }}"
    return script.ask(text, input=input)[mutation]


def visit(url: str, query: str, **variables: Any) -> Any:
    answer = httpx.post(f"{url}/graphql", json={"query": query, "variables": variables}, timeout=30).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def cms(data_dir: Path) -> Iterator[CmsProcess]:
    process = CmsProcess(data_dir, "--demo")
    yield process
    with suppress(ProcessLookupError):
        process.kill()


@pytest.fixture
def editor(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "editor@example.org")
    yield script
    script.http.close()


@pytest.fixture
def reviewer(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "reviewer@example.org")
    yield script
    script.http.close()


@pytest.fixture
def strict_site(cms: CmsProcess) -> None:
    """The site asks for four eyes and shows previews at an address of its own."""
    admin = Script(cms, "admin@example.org")
    found = admin.ask('{ items(filter: {type: "Site", site: "eccp"}) { nodes { id version data } } }')["items"]["nodes"]
    site = next(one for one in found if one["data"]["key"] == "eccp")
    changes = {"four_eyes": True, "preview_url": PREVIEW_URL}
    admin.do("updateItem", id=site["id"], baseVersion=site["version"], changes=changes)
    admin.do("publishItem", id=site["id"], locales=["en"])
    admin.http.close()


def draft_edition(editor: Script) -> tuple[str, str]:
    """The ids of an edition and of its host, both drafts."""
    host = editor.do("createItem", type="Organisation", site="eccp", data={"name": {"en": "Plovdiv Cluster"}})["id"]
    data = {
        "series": editor.first("Series", "clusters meet regions"),
        "city": {"en": "Plovdiv"},
        "country": "BG",
        "start": "2027-06-01",
        "end": "2027-06-02",
        "time_zone": "Europe/Sofia",
        "theme": {"en": "Food"},
        "lead_before": {"en": "Meet us in Plovdiv."},
        "partners": [{"organisation": host, "role": "host"}],
    }
    slugs = [{"locale": "en", "slug": SLUG}]
    return editor.do("createItem", type="Edition", site="eccp", data=data, slugs=slugs)["id"], host


def going_soon(editor: Script, reviewer: Script) -> str:
    """News that visitors see."""
    data = {"title": {"en": "Going soon"}, "kind": "news", "published_at": "2026-01-01", "lead": {"en": "Hurry."}}
    id = editor.do("createItem", type="NewsItem", site="eccp", data=data)["id"]
    reviewer.do("publishItem", id=id, locales=["en"])
    return id


def entries(*ids: str) -> list[dict[str, Any]]:
    return [{"id": id, "locales": ["en"]} for id in ids]


def test_a_release_is_previewed_checked_and_published_by_a_second_person(
    cms: CmsProcess, editor: Script, reviewer: Script, strict_site: None
) -> None:
    edition, host = draft_edition(editor)
    look = 'query ($id: ID!) { unpublishedTargets(id: $id, locales: ["en"]) { targets { id mayPublish } } }'
    targets = editor.ask(look, id=edition)["unpublishedTargets"]["targets"]
    assert targets == [{"id": host, "mayPublish": True}]

    give = "mutation ($input: CreatePreviewInput!) { createPreview(input: $input) { preview { id token url } } }"
    preview = editor.ask(give, input={"site": "eccp", "item": edition, "hours": 1})["createPreview"]["preview"]
    seen = visit(cms.url, EDITION, slug=SLUG, preview=preview["token"])["edition"]
    assert seen == {"partners": [{"organisation": {"name": "Plovdiv Cluster"}}]}
    assert preview["url"] == f"https://regional.example.org/preview?token={preview['token']}&path=/editions/{SLUG}"
    assert visit(cms.url, EDITION, slug=SLUG)["edition"] is None

    release = verb(editor, "createRelease", site="eccp", name="Plovdiv")["release"]["id"]
    verb(editor, "addToRelease", id=release, entries=entries(edition, host))
    alone = verb(editor, "publishRelease", id=release)
    assert {(one["item"], one["code"]) for one in alone["problems"]} == {
        (edition, "SECOND_PERSON_NEEDED"),
        (host, "SECOND_PERSON_NEEDED"),
    }
    assert visit(cms.url, EDITION, slug=SLUG)["edition"] is None
    done = verb(reviewer, "publishRelease", id=release)

    assert (done["refusal"], done["release"]["state"]) == (None, "PUBLISHED")
    assert visit(cms.url, EDITION, slug=SLUG)["edition"] == seen
    revoke = "mutation ($input: RevokePreviewInput!) { revokePreview(input: $input) { revoked } }"
    assert editor.ask(revoke, input={"id": preview["id"]})["revokePreview"]["revoked"]
    variables = {"slug": SLUG, "preview": preview["token"]}
    refused = httpx.post(f"{cms.url}/graphql", json={"query": EDITION, "variables": variables}, timeout=30).json()
    assert refused["errors"][0]["extensions"]["code"] == "INVALID"


def test_what_was_due_while_the_program_was_down_is_done_when_it_is_back(
    cms: CmsProcess, data_dir: Path, editor: Script, reviewer: Script
) -> None:
    edition, host = draft_edition(editor)
    news = going_soon(editor, reviewer)
    release = verb(editor, "createRelease", site="eccp", name="Plovdiv")["release"]["id"]
    verb(editor, "addToRelease", id=release, entries=entries(edition, host))
    moment = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=8)
    at = moment.astimezone(ZoneInfo("Europe/Brussels")).replace(tzinfo=None).isoformat(timespec="seconds")
    editor.do("scheduleExpiry", id=news, locale="en", at=at)
    assert verb(editor, "scheduleRelease", id=release, at=at)["release"]["state"] == "SCHEDULED"
    assert visit(cms.url, NEWS)["newsItem"] and visit(cms.url, EDITION, slug=SLUG)["edition"] is None

    cms.kill()
    again = CmsProcess(data_dir, "--no-demo")
    try:
        shown = visit(again.url, EDITION, slug=SLUG)["edition"]
        while datetime.now(UTC) < moment:
            assert shown is None
            shown = visit(again.url, EDITION, slug=SLUG)["edition"]
        assert visit(again.url, NEWS)["newsItem"] is None
        end = datetime.now(UTC) + timedelta(seconds=60)
        while (shown := visit(again.url, EDITION, slug=SLUG)["edition"]) is None:
            assert datetime.now(UTC) < end, again.said
        assert shown == {"partners": [{"organisation": {"name": "Plovdiv Cluster"}}]}
    finally:
        assert again.stop() == 0, again.said
