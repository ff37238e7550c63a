"""An editor's script uploads a PDF to the running program: refused when it is no PDF, downloadable once published."""

import base64
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.browser import OpenPage
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_management_editor_script import Script
from tests.journeys.uploading import COMPLETE, CREATE, complete, put, upload


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
    download = httpx.get(file["url"], follow_redirects=True)
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


IN_THE_PAGE = """async ({content, credentials, createUpload, completeUpload}) => {
  const post = async (url, body) => (await fetch(url, {
    method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(body)})).json();
  const ask = async (query, input) => (await post("/management/graphql", {query, variables: {input}})).data;
  await post("/session", credentials);
  const file = new File([Uint8Array.from(atob(content), one => one.charCodeAt(0))], "Danube.png");
  const input = {site: "eccp", filename: file.name, byteSize: file.size};
  const {upload} = (await ask(createUpload, input)).createUpload;
  let shown = 0;
  const status = await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = event => { shown = event.loaded; };
    request.onload = () => resolve(request.status);
    request.onerror = () => reject(new Error("the bytes did not go through"));
    request.open(upload.method, upload.url);
    upload.headers.forEach(one => request.setRequestHeader(one.name, one.value));
    request.send(file);
  });
  const {item} = (await ask(completeUpload, {id: upload.id, alt: {en: "The Danube"}})).completeUpload;
  const picture = new Image();
  picture.src = item.file.url;
  await picture.decode();
  return {status, shown, size: file.size, width: picture.naturalWidth, mime: item.file.mime};
}"""


async def test_a_page_of_the_cms_uploads_with_progress_and_shows_the_draft(
    cms: CmsProcess, editor: Script, open_page: OpenPage
) -> None:
    page = await open_page(f"{cms.url}/admin/")
    content = base64.b64encode(samples.image("PNG", 1234, 800)).decode()
    credentials = {"email": "editor@example.org", "password": editor.credentials["password"]}
    given = {"content": content, "credentials": credentials, "createUpload": CREATE, "completeUpload": COMPLETE}

    seen = await page.evaluate(IN_THE_PAGE, given)

    assert seen["status"] == 200 and seen["shown"] == seen["size"]
    assert (seen["mime"], seen["width"]) == ("image/png", 1234)
