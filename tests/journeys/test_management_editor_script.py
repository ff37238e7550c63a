"""An editor's script that only speaks HTTP: from an empty edition to a page in two languages, with a second person."""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.uploading import upload

RESULT = """{
  item { id version data slugs { locale slug } states { locale state liveVersion allowedTransitions } }
  refusal { code message } problems { field locale code message }
  conflict { version clashes { at locale base theirs yours } }
}"""
PAGE = """query ($site: String!, $locale: Locale!, $slug: String!) { site(key: $site, locale: $locale) {
  edition(slug: $slug) { theme banner { alt }
    days { label sessions { title talks { title presentations { file { url } } } } } } } }"""
HISTORY = """query ($id: ID!) {
  item(id: $id) { version versions(first: 50) { nodes { version action by { name } } } }
  audit(filter: {item: $id}, first: 50) { nodes { action by { name } details } } }"""
SLUG = "iasi-2027"
SLIDES = samples.pdf(pages=3)


class Script:
    """A program with a session of its own."""

    def __init__(self, cms: CmsProcess, email: str) -> None:
        password = next(line.split()[-1] for line in cms.said.splitlines() if email in line)
        self.http = httpx.Client(base_url=cms.url, timeout=60)
        self.credentials = {"email": email, "password": password}
        assert self.http.post("/session", json=self.credentials).status_code == 200

    def ask(self, query: str, **variables: Any) -> Any:
        answer = self.http.post("/management/graphql", json={"query": query, "variables": variables})
        assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
        return answer.json()["data"]

    def attempt(self, name: str, **input: Any) -> dict[str, Any]:
        return self.ask(mutation(name), input=input)[name]

    def do(self, name: str, **input: Any) -> dict[str, Any]:
        result = self.attempt(name, **input)
        assert result["refusal"] is None, result
        return result["item"]

    def first(self, type: str, search: str) -> str:
        query = "query ($f: ItemFilterInput) { items(filter: $f, first: 1) { nodes { id } } }"
        return self.ask(query, f={"type": type, "search": search})["items"]["nodes"][0]["id"]

    def page(self, site: str, locale: str) -> Any:
        """What visitors see."""
        variables = {"site": site, "locale": locale, "slug": SLUG}
        answer = self.http.post("/graphql", json={"query": PAGE, "variables": variables}).json()
        assert "errors" not in answer, answer
        return answer["data"]["site"]["edition"]


def mutation(name: str) -> str:
    kind = name[0].upper() + name[1:]
    return f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {RESULT} }}"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One of its own, because these journeys write."""
    process = CmsProcess(tmp_path_factory.mktemp("management") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def editor(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "editor@example.org")
    yield script
    script.http.close()


@pytest.fixture(scope="module")
def reviewer(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "reviewer@example.org")
    yield script
    script.http.close()


def picture_without_words(editor: Script) -> str:
    """A picture right after its upload: without alternative text."""
    return upload(editor, samples.image("JPEG", 1600, 900), "Palace of Culture.jpg")["id"]


def presentation_of(editor: Script) -> str:
    """A talk's slides, uploaded and not yet published."""
    slides = upload(editor, SLIDES, "Clusters in the region.pdf")
    data = {"title": {"en": "Clusters in the region"}, "file": slides["id"], "language": "en"}
    return editor.do("createItem", type="PresentationFile", site="eccp", data=data)["id"]


def edition_of(editor: Script, banner: str, presentation: str) -> dict[str, Any]:
    speaker = {"person": editor.first("Person", ""), "capacity": "speaker"}
    opening = {"title": {"en": "Clusters in the region"}, "speakers": [speaker], "presentations": [presentation]}
    talks = [opening, {"title": {"en": "Next steps"}}]
    session = {"type": "keynote", "title": {"en": "Welcome"}, "start_time": "09:30", "talks": talks}
    return {
        "series": editor.first("Series", "clusters meet regions"),
        "city": {"en": "Iași"},
        "country": "RO",
        "start": "2027-11-21",
        "end": "2027-11-22",
        "time_zone": "Europe/Bucharest",
        "lead_before": {"en": "Meet us in Iași."},
        "theme": {"en": "Regional innovation"},
        "banner": banner,
        "days": [{"label": {"en": "Day 1"}, "date": "2027-11-21", "sessions": [session]}],
    }


def states_of(item: dict[str, Any]) -> dict[str, tuple[str, int | None]]:
    return {state["locale"]: (state["state"], state["liveVersion"]) for state in item["states"]}


def talks_of(page: dict[str, Any]) -> list[dict[str, Any]]:
    return page["days"][0]["sessions"][0]["talks"]


def seen_in_time(look: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if look():
            return True
        time.sleep(0.1)
    return False


def test_an_edition_from_the_first_draft_to_a_page_in_two_languages(editor: Script, reviewer: Script) -> None:
    """The journey of the editorial core, step by step: each shows in history, audit and what visitors get."""
    picture, presentation = picture_without_words(editor), presentation_of(editor)
    data = edition_of(editor, picture, presentation)
    slugs = [{"locale": locale, "slug": SLUG} for locale in ("en", "cs")]
    edition = editor.do("createItem", type="Edition", site="eccp", data=data, slugs=slugs)
    id = edition["id"]
    assert edition["version"] == 1 and editor.page("eccp", "en") is None

    # refused for the picture's missing description, described, reviewed and published by somebody else
    refused = editor.attempt("publishItem", id=id, locales=["en"])
    assert refused["refusal"]["code"] == "INVALID" and refused["item"] is None
    assert [(one["field"], one["locale"], one["code"]) for one in refused["problems"]] == [
        ("banner", "en", "ALT_MISSING")
    ]
    assert editor.page("eccp", "en") is None
    alt = {"en": "The Palace of Culture at dusk", "cs": "Palác kultury za soumraku"}
    editor.do("updateItem", id=picture, baseVersion=1, changes={"alt": alt})
    editor.do("submitItem", id=id, locale="en")
    assert id in waiting_for(reviewer)
    published = reviewer.do("publishItem", id=id, locales=["en"], targets="TOGETHER")
    assert states_of(published) == {"en": ("published", 1), "cs": ("private", None)}

    page = editor.page("eccp", "en")
    assert page["theme"] == "Regional innovation" and page["banner"] == {"alt": alt["en"]}
    assert [talk["title"] for talk in talks_of(page)] == ["Clusters in the region", "Next steps"]
    [slides] = talks_of(page)[0]["presentations"]
    download = httpx.get(editor.http.base_url.join(slides["file"]["url"]), follow_redirects=True, timeout=30)
    assert download.status_code == 200 and download.content == SLIDES

    # Czech: written, sent back, written again, and live by the clock
    editor.do("shareItem", id=id, sites=["nca"])
    czech = {
        "theme": {"en": "Regional innovation", "cs": "Regionální inovace"},
        "lead_before": {"en": "Meet us in Iași.", "cs": "Sejdeme se v Jasech."},
    }
    editor.do("updateItem", id=id, baseVersion=1, changes=czech)
    editor.do("submitItem", id=id, locale="cs")
    reviewer.do("sendBackItem", id=id, locale="cs", comment="Please name the region.")
    editor.do("updateItem", id=id, baseVersion=2, changes={"region": {"en": "North-East", "cs": "Severovýchod"}})
    editor.do("submitItem", id=id, locale="cs")
    editor.do("publishItem", id=picture, locales=["cs"])
    assert theme_in_czech(editor) != "Regionální inovace"
    soon = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(seconds=4)
    planned = reviewer.do("schedulePublication", id=id, locale="cs", at=f"{soon:%Y-%m-%dT%H:%M:%S}")
    assert states_of(planned)["cs"] == ("pending", None)
    assert theme_in_czech(editor) != "Regionální inovace"
    assert seen_in_time(lambda: theme_in_czech(editor) == "Regionální inovace", seconds=20)
    assert editor.page("nca", "cs")["banner"] == {"alt": alt["cs"]}
    assert editor.page("eccp", "en")["theme"] == "Regional innovation"

    # every step is told, by whom and when
    history = editor.ask(HISTORY, id=id)
    eva, rita, clock = "Eva Editor (demo)", "Rita Reviewer (demo)", "Cluster CMS"
    versions = [(one["version"], one["action"], one["by"]["name"]) for one in history["item"]["versions"]["nodes"]]
    assert versions == [(3, "update_item", eva), (2, "update_item", eva), (1, "create", eva)]
    done = [(entry["action"], entry["by"]["name"]) for entry in history["audit"]["nodes"]][::-1]
    assert done == [
        ("create_item", eva),
        ("submit_item", eva),
        ("publish_item", rita),
        ("share_item", eva),
        ("update_item", eva),
        ("submit_item", eva),
        ("send_back_item", rita),
        ("update_item", eva),
        ("submit_item", eva),
        ("schedule_publication", rita),
        ("publish_item", clock),
    ]
    sent_back = next(entry for entry in history["audit"]["nodes"] if entry["action"] == "send_back_item")
    assert sent_back["details"]["comment"] == "Please name the region."


def waiting_for(reviewer: Script) -> list[str]:
    """What is on somebody's review list."""
    answer = reviewer.ask("{ reviewList(first: 100) { nodes { id } } }")
    return [one["id"] for one in answer["reviewList"]["nodes"]]


def theme_in_czech(script: Script) -> str | None:
    return (script.page("nca", "cs") or {}).get("theme")


def test_the_reviewer_may_not_create_and_is_told_so(reviewer: Script) -> None:
    result = reviewer.attempt("createItem", type="Person", site="eccp", data={"name": "Ana"})

    assert result["refusal"]["code"] == "NOT_PERMITTED" and result["item"] is None


async def test_scripts_that_write_to_one_item_at_once_lose_nothing(cms: CmsProcess, editor: Script) -> None:
    locales = ["en", "cs", "bg", "ro", "de", "fr"]
    item = editor.do("createItem", type="Edition", site="eccp", data={"city": {"en": "Brno"}})

    async def write(changes: dict[str, Any]) -> dict[str, Any]:
        """By a script of its own, which started from the first version."""
        async with httpx.AsyncClient(base_url=cms.url, timeout=60, cookies=editor.http.cookies) as http:
            variables = {"input": {"id": item["id"], "baseVersion": 1, "changes": changes}}
            answer = await http.post(
                "/management/graphql", json={"query": mutation("updateItem"), "variables": variables}
            )
            return answer.json()["data"]["updateItem"]

    apart = await asyncio.gather(*(write({"theme": {locale: f"In {locale}"}}) for locale in locales))
    present = editor.ask("query ($id: ID!) { item(id: $id) { version data } }", id=item["id"])["item"]
    together = await asyncio.gather(*(write({"region": {"en": text}}) for text in ("Moravia", "South Moravia")))
    after = editor.ask(HISTORY, id=item["id"])

    assert [result["refusal"] for result in apart] == [None] * len(locales)
    assert present["version"] == 1 + len(locales)
    assert present["data"]["theme"] == {locale: f"In {locale}" for locale in locales}
    [kept] = [result["item"] for result in together if result["item"]]
    [conflict] = [result["conflict"] for result in together if result["conflict"]]
    [clash] = conflict["clashes"]
    assert conflict["version"] == kept["version"] == after["item"]["version"]
    assert (clash["at"], clash["locale"], clash["base"]) == ("region", "en", None)
    assert {clash["theirs"], clash["yours"]} == {"Moravia", "South Moravia"}
    assert kept["data"]["region"] == {"en": clash["theirs"]} and kept["data"]["theme"] == present["data"]["theme"]
    assert len(after["item"]["versions"]["nodes"]) == kept["version"]
