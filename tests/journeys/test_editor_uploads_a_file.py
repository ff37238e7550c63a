"""An editor's script uploads a PDF to the running program: refused when it is no PDF, downloadable once published."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_management_editor_script import Script
from tests.journeys.uploading import complete, put, upload


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("uploads") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def editor(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "editor@example.org")
    yield script
    script.http.close()


def live_files(cms: CmsProcess, title: str) -> list[dict[str, Any]]:
    """What visitors are told of the presentations of that title."""
    query = """{ site(key: "eccp") { presentations(first: 100) {
      nodes { title file { url filename mime bytes pageCount } } } } }"""
    answer = httpx.post(f"{cms.url}/graphql", json={"query": query}, timeout=30).json()
    assert "errors" not in answer, answer
    return [one["file"] for one in answer["data"]["site"]["presentations"]["nodes"] if one["title"] == title]


def test_a_pdf_from_the_editors_disk_to_a_visitors(cms: CmsProcess, editor: Script) -> None:
    content = samples.pdf(5)

    item = upload(editor, content, "Closing talk.pdf", licence="CC BY 4.0", tags=["talks"])
    draft = editor.http.get(item["file"]["url"])
    hidden = httpx.get(cms.url + item["file"]["url"])
    early = httpx.get(f"{cms.url}/files/{item['id']}/Closing talk.pdf")
    editor.do("publishItem", id=item["id"], locales=["en"])
    data = {"title": {"en": "Closing talk"}, "file": item["id"]}
    shown = editor.do("createItem", type="PresentationFile", site="eccp", data=data)
    editor.do("publishItem", id=shown["id"], locales=["en"])

    assert item["data"]["page_count"] == 5 and item["file"]["mime"] == "application/pdf"
    assert draft.status_code == 200 and draft.content == content
    assert (hidden.status_code, early.status_code) == (401, 404)
    [file] = live_files(cms, "Closing talk")
    assert (file["filename"], file["bytes"], file["pageCount"]) == ("Closing talk.pdf", len(content), 5)
    download = httpx.get(cms.url + file["url"], follow_redirects=True)
    assert (download.status_code, download.content) == (200, content)
    assert download.headers["content-type"] == "application/pdf"


def test_a_program_named_like_a_pdf_is_refused(editor: Script) -> None:
    result = complete(editor, put(editor, samples.program(), "Closing talk.pdf"))

    assert result["item"] is None
    assert [(one["field"], one["code"]) for one in result["problems"]] == [("file", "FILE_TYPE")]


def test_other_bytes_come_to_the_same_address(cms: CmsProcess, editor: Script) -> None:
    first, second = samples.pdf(2), samples.pdf(3)
    item = upload(editor, first, "Agenda.pdf")
    editor.do("publishItem", id=item["id"], locales=["en"])
    address = f"{cms.url}/files/{item['id']}/Agenda.pdf"

    ticket = put(editor, second, "Agenda, corrected.pdf")
    query = (
        "mutation ($input: ReplaceFileInput!) { replaceFile(input: $input) { item { version } refusal { message } } }"
    )
    replaced = editor.ask(query, input={"id": item["id"], "upload": ticket, "baseVersion": 1})["replaceFile"]
    before = httpx.get(address, follow_redirects=True).content
    editor.do("publishItem", id=item["id"], locales=["en"])
    after = httpx.get(address, follow_redirects=True).content

    assert replaced == {"item": {"version": 2}, "refusal": None}
    assert before == first and after == second
